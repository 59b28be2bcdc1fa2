import type { Definition } from '../../src/domain/procedure/definition';
import type { Asked, ChildView, Deed, Line, ProcedureRecord, Values } from '../../src/domain/procedure/record';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/time';
import { CAPA, MEASURE } from './procedure-capa';
import { AD_PLAN, CONTRACT, TASK } from './procedure-plans';
import type { ProcedureWords } from './procedure-words';
import { BEGAN } from './sample-case';

/** 2026-11-27 (Friday) 18:00 in Shanghai. */
const DUE: Instant = BEGAN + 3 * DAY + 8.5 * HOUR;
/** 24:00 of 2026-12-04. */
const DAY_END: Instant = BEGAN + 10 * DAY + 14.5 * HOUR;

/** Somebody who must act. */
export const asked = (more: Partial<Asked>): Asked => ({
  ...{ step: '', who: { kind: 'holder' }, personId: null, department: null, insteadOf: null, since: BEGAN },
  dueAt: DUE,
  ...more,
});

const deed = (what: string, by: string, at: Instant, more: Partial<Deed> = {}): Deed => ({
  ...{ what, verdict: 'submit', by, insteadOf: null, at, remark: '', round: 1 },
  ...more,
});

/** A record of a definition before anything has happened to it. */
export const bareRecord = (definition: Definition, more: Partial<ProcedureRecord> = {}): ProcedureRecord => ({
  ...{
    id: 41,
    version: 3,
    nextReminderAt: null,
    definition,
    number: '',
    title: '',
    claims: {},
    urgedAt: null,
    starterId: 'ou_boss',
    holderId: 'ou_boss',
  },
  ...{ stage: definition.stages[0]?.key ?? '', isOpen: true, turn: 3, round: 1, values: {}, moments: {} },
  ...{ dueAt: null, asked: [], approval: null, lines: [], deeds: [], parties: [], extension: null, question: null },
  ...{ remindedAt: null, parentId: null, parentField: null, origin: null, createdAt: BEGAN, endedAt: null },
  ...{ parent: null, children: [] },
  ...more,
});

/** The record in a stage: opened, the stages before it done, and these people asked. */
export function inStage(record: ProcedureRecord, stage: string, people: Asked[]): ProcedureRecord {
  const at = record.definition.stages.findIndex(({ key }) => key === stage);
  const before = record.definition.stages.slice(0, Math.max(0, at));
  const done = before.map(({ key }, i): [string, Instant] => [`${key}.done`, BEGAN - (before.length - i) * HOUR]);
  const moments = { ...Object.fromEntries(done), [`${stage}.entered`]: BEGAN, [`${stage}.opened`]: BEGAN };
  const due = people.map(({ dueAt }) => dueAt).find((one) => one !== null) ?? null;
  return { ...record, stage, asked: people, moments, dueAt: due };
}

/** Stages of the sample sheet, and what each adds to the values. */
function capaValues(words: ProcedureWords): Record<string, Values> {
  const [first, second, third] = words.cases;
  const link = (id: number, title: string) => ({ workflow: 'feedback', id, number: `FB-${id}`, title });
  return {
    issue: {
      ...{ kind: 'corrective', severity: 'major', product: words.product, batch: words.batch, category: 'quality' },
      ...{ problem: words.problem, department: 'logistics' },
      cases: [link(112, first), link(118, second), link(131, third)],
    },
    contain: { containment: words.containment, scope: words.scope },
    analyse: { cause_class: 'method', cause: words.cause, similar: words.similar, verify_from: '2026-12-20' },
    review: {},
    act: { recurrences: 0 },
    verify: { effect: 'effective', effect_note: words.found, customer_text: words.forCustomers },
  };
}

const CAPA_DEEDS: Deed[] = [
  deed('issue', 'ou_boss', BEGAN - 26 * HOUR),
  deed('contain', 'ou_worker', BEGAN - 20 * HOUR),
  deed('analyse', 'ou_worker', BEGAN - 4 * HOUR),
  deed('review.lead', 'ou_lead', BEGAN - 3 * HOUR, { verdict: 'approve' }),
  deed('review.manager', 'ou_boss', BEGAN - 2 * HOUR, { verdict: 'approve' }),
  deed('verify', 'ou_boss', BEGAN + HOUR),
];

/** The measures of the sheet; so many of them are done. */
export const measuresOf = ({ measures }: ProcedureWords, done: number): ChildView[] =>
  measures.map((title, at) => ({
    ...{ id: 50 + at, procedure: 'capa_measure', field: 'measures', number: `CAPA-2026-012-${at + 1}`, title },
    ...{ stage: at < done ? 'done' : 'do', isOpen: at >= done, values: {}, doers: [] },
    holderId: at === 0 ? 'ou_worker' : 'ou_colleague',
    dueAt: DAY_END + at * DAY,
    endedAt: at < done ? BEGAN : null,
  }));

/** The sample sheet in one stage, with what was filled in before it. */
export function capa(stage: string, words: ProcedureWords, more: Partial<ProcedureRecord> = {}): ProcedureRecord {
  const values = capaValues(words);
  const before = CAPA.stages
    .slice(
      0,
      CAPA.stages.findIndex(({ key }) => key === stage),
    )
    .map(({ key }) => key);
  const held = Object.assign({}, ...before.map((key) => values[key] ?? {}));
  const record = bareRecord(CAPA, {
    number: 'CAPA-2026-012',
    values: held,
    deeds: CAPA_DEEDS.filter(({ what }) => before.includes(what.split('.')[0] ?? '')),
    ...more,
  });
  return { ...inStage(record, stage, more.asked ?? []), ...(more.dueAt === undefined ? {} : { dueAt: more.dueAt }) };
}

/** Asked in the stages of the sheet: its issuer, the department, whoever claimed it. */
export const ISSUER = asked({ personId: 'ou_boss', who: { kind: 'starter' } });
export const DEPARTMENT = asked({ department: 'logistics', who: { kind: 'department_of', field: 'department' } });
export const CLAIMER = asked({ department: 'logistics', personId: 'ou_worker' });

/** The reps whom the sheet's customers belong to, one line each. */
export function tellLines(words: ProcedureWords): Line[] {
  return words.cases.map((title, at) => ({
    ...{ link: { workflow: 'feedback', id: 112 + at, number: `FB-${112 + at}`, title }, values: {}, reason: '' },
    ...(at === 2
      ? { personId: 'ou_colleague', state: 'done' as const, by: 'ou_colleague', at: BEGAN }
      : { personId: 'ou_rep', state: 'open' as const, by: null, at: null }),
  }));
}

/** A measure of the sheet, with its owner. */
export const measure = (words: ProcedureWords, more: Partial<ProcedureRecord> = {}): ProcedureRecord =>
  inStage(
    bareRecord(MEASURE, {
      ...{ id: 50, number: 'CAPA-2026-012-1', starterId: 'ou_boss', holderId: 'ou_worker' },
      values: { what: words.measures[0], owner: 'ou_worker', until: '2026-12-04' },
      parent: capa('act', words),
      ...more,
    }),
    'do',
    [asked({ personId: 'ou_worker', dueAt: DAY_END })],
  );

const itemsOf = ({ media, forms }: ProcedureWords) =>
  media.map((name, at) => ({
    ...{ media: name, form: forms[at % 2] ?? '', from: `2026-12-0${at + 1}`, amount: 8_000 + at * 2_800 },
  }));

/** The sample plan, handed in by the clerk. */
export function adPlan(stage: string, words: ProcedureWords, more: Partial<ProcedureRecord> = {}): ProcedureRecord {
  const record = bareRecord(AD_PLAN, {
    ...{ id: 42, number: 'AD-2026-12-01', starterId: 'ou_clerk', holderId: 'ou_clerk' },
    values: {
      ...{ project: words.project, period: '2026-12', goal: words.goal, audience: words.audience },
      ...{ agency: words.agency, items: itemsOf(words), total: 68_000 },
    },
    deeds: [deed('draft', 'ou_clerk', BEGAN - 20 * HOUR)],
    ...more,
  });
  return inStage(record, stage, more.asked ?? []);
}

/** A vote of the plan's approval, and the deed that records it. */
export function voted(step: string, by: string, verdict: 'approve' | 'return' | 'reject', remark: string) {
  const at = BEGAN - 10 * HOUR;
  return {
    vote: { step, verdict, by, insteadOf: null, at, remark },
    deed: deed(`approval.${step}`, by, at, { verdict, remark }),
  };
}

/** The approval of the plan with these votes; `returnedBy`: the step that sent it back. */
export const approvalWith = (votes: ReturnType<typeof voted>[], returnedBy: string | null = null) => ({
  ...{ stage: 'approval', votes: votes.map(({ vote }) => vote), added: [], returnedBy, returnedWith: null },
});

/** The sample task. */
export function task(stage: string, words: ProcedureWords, more: Partial<ProcedureRecord> = {}): ProcedureRecord {
  const isDone = stage === 'confirm';
  const record = bareRecord(TASK, {
    ...{ id: 44, number: 'RW-2026-044', starterId: 'ou_boss', holderId: 'ou_worker' },
    values: { what: words.task, words: words.instruction, ...(isDone ? { result: words.result } : {}) },
    origin: { workflow: 'record', id: 7, number: words.origin, title: '' },
    deeds: [
      deed('give', 'ou_boss', BEGAN - 20 * HOUR),
      ...(isDone ? [deed('do', 'ou_worker', BEGAN + HOUR + 20 * MINUTE)] : []),
    ],
    ...more,
  });
  return inStage(
    record,
    stage,
    more.asked ?? [asked({ personId: isDone ? 'ou_boss' : 'ou_worker', step: isDone ? 'giver' : '' })],
  );
}

/** The sample contract. */
export function contract(stage: string, words: ProcedureWords, more: Partial<ProcedureRecord> = {}): ProcedureRecord {
  const record = bareRecord(CONTRACT, {
    ...{ id: 45, number: 'HT-2026-088', starterId: 'ou_rep', holderId: 'ou_rep' },
    values: { buyer: words.buyer, unit: words.unit, ...(stage === 'file' ? { price: 1_380_000 } : {}) },
    ...more,
  });
  return inStage(record, stage, more.asked ?? [asked({ personId: 'ou_rep' })]);
}

/** The record after its end. */
export const ended = (record: ProcedureRecord, end: string): ProcedureRecord => ({
  ...record,
  ...{ stage: end, isOpen: false, asked: [], dueAt: null, endedAt: BEGAN + HOUR },
});

/** Every typed text as long as people manage, and hostile. */
export function stressed(record: ProcedureRecord, { longTitle, long }: ProcedureWords): ProcedureRecord {
  const texts = Object.values(record.definition.fields)
    .filter(({ type }) => type === 'long' || type === 'product' || type === 'project' || type === 'text')
    .map(({ key, type }): [string, string] => [key, type === 'long' ? long : longTitle]);
  return {
    ...record,
    values: { ...record.values, ...Object.fromEntries(texts) },
    question: { text: long, by: 'ou_worker', at: BEGAN, to: 'ou_admin' },
    deeds: record.deeds.map((deed) => ({ ...deed, remark: long })),
  };
}
