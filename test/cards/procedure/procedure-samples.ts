import { CAPA } from '../../../cards/gallery/procedure-capa';
import {
  adPlan,
  approvalWith,
  asked,
  bareRecord,
  CLAIMER,
  capa,
  contract,
  DEPARTMENT,
  ended,
  ISSUER,
  inStage,
  measure,
  measuresOf,
  task,
  tellLines,
  voted,
} from '../../../cards/gallery/procedure-records';
import { type ProcedureWords, procedureWords } from '../../../cards/gallery/procedure-words';
import { BEGAN } from '../../../cards/gallery/sample-case';
import { bundleCard } from '../../../cards/kit/bundle-card';
import type { CardContext } from '../../../cards/kit/context';
import { procedureForm } from '../../../cards/procedure/forms/asked-form';
import { bundleLineOf } from '../../../cards/procedure/messages/bundle-line';
import { procedureMessage, settledMessage } from '../../../cards/procedure/messages/message-card';
import { procedureCard } from '../../../cards/procedure/procedure-card';
import type { Locale } from '../../../cards/texts/texts';
import type { Json, JsonObject, Recipient } from '../../../src/domain/messaging';
import type { Org } from '../../../src/domain/org/org';
import type { ProcedureRecord } from '../../../src/domain/procedure/record';
import { DAY, HOUR } from '../../../src/domain/time';
import type { NamedCard } from '../sample-cards';
import { context, ORG } from '../samples';

export const WORDS: ProcedureWords = procedureWords('zh-CN');

const NAMES: Record<string, string> = {
  ou_boss: '张伟',
  ou_worker: '李娜',
  ou_clerk: '刘芳',
  ou_rep: '林晓',
  ou_lead: '陈国强',
  ou_colleague: '孙悦',
  ou_admin: '黄工',
};

/** Departments, positions and people of the sample procedures; every name is `typed`, if one is given. */
export function procedureOrg(typed = ''): Org {
  const department = (key: string, name: string) => ({
    ...{ key, name: typed || name, chat: `oc_${key}`, lead: 'ou_lead', categories: [], keywords: [] },
  });
  return {
    ...ORG,
    departments: [department('quality', '品质部'), department('logistics', '物流部')],
    categories: [{ key: 'quality', name: typed || null }],
    positions: { gm: ['ou_boss'], director: ['ou_lead'] },
  };
}

/** The context of the sample procedures, two hours after they began. */
export const procedureContext = (locale: Locale = 'zh-CN', typed = ''): CardContext => ({
  ...context(locale, procedureOrg(typed)),
  now: BEGAN + 2 * HOUR,
  nameOf: (id) => typed || (NAMES[id] ?? id),
});

/** Words that are all the same typed text. */
export const wordsOf = (typed: string): ProcedureWords =>
  Object.fromEntries(
    Object.entries(WORDS).map(([key, value]) => [key, Array.isArray(value) ? value.map(() => typed) : typed]),
  ) as unknown as ProcedureWords;

/** The record with each label of its definition replaced, but for the heads of tables, which hold no marks. */
export function relabelled(record: ProcedureRecord, typed: string): ProcedureRecord {
  const change = (json: Json): Json => {
    if (Array.isArray(json)) return json.map(change);
    if (typeof json !== 'object' || json === null) return json;
    if ('zh' in json && 'en' in json) return { zh: typed, en: typed };
    const changed = (key: string, value: Json) => (key === 'columns' ? value : change(value));
    return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, changed(key, value as Json)]));
  };
  const definition = change(record.definition as unknown as Json) as unknown as ProcedureRecord['definition'];
  return { ...record, definition };
}

const DAYS = { from: BEGAN, until: BEGAN + 5 * DAY };

/** Records of the sample procedures in every shape, by name. */
export function sampleRecords(words: ProcedureWords): [name: string, record: ProcedureRecord][] {
  const gm = asked({ personId: 'ou_boss', step: 'gm', insteadOf: 'ou_lead' });
  const votes = [
    voted('director', 'ou_lead', 'approve', words.approved),
    voted('finance', 'ou_colleague', 'return', words.returned),
  ];
  const question = { text: words.question, by: 'ou_worker', at: BEGAN, to: 'ou_boss' };
  const extension = { until: DAYS.until, reason: words.extension, by: 'ou_worker', at: DAYS.from, count: 1 };
  const deeds = votes.map(({ deed }) => deed);
  return [
    ['a draft', inStage(bareRecord(CAPA), 'issue', [ISSUER])],
    ['unclaimed', capa('contain', words, { asked: [DEPARTMENT] })],
    ['claimed', capa('contain', words, { asked: [CLAIMER], extension: { ...extension, waitsFor: 'ou_boss' } })],
    ['asked', capa('contain', words, { asked: [CLAIMER], question, extension: { ...extension, waitsFor: null } })],
    ['analysing', capa('analyse', words, { asked: [DEPARTMENT], children: measuresOf(words, 1) })],
    ['acting', capa('act', words, { children: measuresOf(words, 1) })],
    ['verifying', capa('verify', words, { asked: [ISSUER], round: 2, children: measuresOf(words, 2) })],
    ['telling', capa('tell', words, { asked: [asked({ personId: 'ou_rep' })], lines: tellLines(words) })],
    ['a measure', measure(words)],
    ['deciding', adPlan('approval', words, { asked: [gm], approval: approvalWith(votes), deeds })],
    [
      'sent back',
      adPlan('draft', words, {
        asked: [asked({ personId: 'ou_clerk' })],
        approval: approvalWith(votes, 'finance'),
        deeds,
      }),
    ],
    [
      'to be read',
      adPlan('handout', words, { asked: [asked({ department: 'logistics' }), asked({ personId: 'ou_worker' })] }),
    ],
    ['running', adPlan('run', words, { deeds })],
    ['nobody there', capa('review', words)],
    ['accepting', task('accept', words)],
    ['confirming', task('confirm', words)],
    ['filing', contract('file', words)],
    ['signing', contract('sign', words)],
    ['refused', { ...ended(adPlan('approval', words), 'rejected'), deeds }],
    ['closed', ended(capa('tell', words, { lines: tellLines(words), children: measuresOf(words, 2) }), 'closed')],
    [
      'moved on',
      capa('contain', words, {
        asked: [asked({ department: 'quality' })],
        parties: [{ key: 'department:logistics', goneTo: 'person:ou_lead' }],
      }),
    ],
  ];
}

export const WALLS = [
  ...['ou_boss', 'ou_worker', 'ou_clerk', 'ou_rep', 'ou_lead'].map((id) => `person:${id}`),
  'department:logistics',
];

export const MESSAGES = [
  ...['your_turn', 'reminder', 'escalation', 'result', 'returned', 'urged', 'question', 'replied', 'extension'],
  'extension_refused',
  ...['handed_over', 'stand_in', 'nobody', 'file_kept', 'note', 'late', 'whole'],
];

export const FORM_ACTS = [
  ...[
    'transfer',
    'question',
    'reply',
    'extend',
    'hand_over',
    'decline',
    'delegate',
    'add_approver',
    'note',
    'withdraw',
  ],
  ...['void', 'return', 'reject', 'tell_skip', 'correct', 'edit'],
];

const READERS: Recipient[] = [
  { type: 'person', id: 'ou_boss' },
  { type: 'person', id: 'ou_worker' },
  { type: 'chat', id: 'oc_logistics' },
];

const paramsOf = (typed: string): JsonObject => ({
  ...{ by: 'ou_worker', to: 'ou_boss', text: typed, reason: typed, reply: typed, name: typed, field: 'proof' },
  timeline: [{ at: BEGAN, actorId: 'ou_worker', what: 'submit', detail: { stage: 'issue', text: typed } }],
});

/** Every card that can be drawn of a record, by name. */
export function cardsOfRecord(name: string, record: ProcedureRecord, ctx: CardContext, typed = ''): NamedCard[] {
  const params = paramsOf(typed);
  const messages = MESSAGES.flatMap((message) =>
    READERS.flatMap((to): NamedCard[] => {
      const notice = { name: message, to, params };
      const cards = [procedureMessage(notice, record, ctx), settledMessage(notice, record, ctx)];
      return cards.flatMap((card) => (card ? [[`${name}: ${message} to ${to.id}`, card] as NamedCard] : []));
    }),
  );
  const forms = FORM_ACTS.flatMap((act) =>
    ['ou_boss', 'ou_worker'].flatMap((by): NamedCard[] => {
      const card = procedureForm(record, { act, by, fields: typed === '' ? {} : { reason: typed } }, ctx);
      return card ? [[`${name}: form ${act} by ${by}`, card]] : [];
    }),
  );
  const bundles = READERS.map((to): NamedCard => {
    const line = bundleLineOf({ name: 'reminder', to, params }, record, ctx);
    return [
      `${name}: bundle to ${to.id}`,
      bundleCard(
        to,
        Array.from({ length: 30 }, () => line),
        ctx,
      ),
    ];
  });
  return [
    ...WALLS.map((wall): NamedCard => [`${name}: ${wall}`, procedureCard(record, wall, ctx, { retired: false })]),
    [`${name}: retired`, procedureCard(record, 'person:ou_boss', ctx, { retired: true })],
    ...messages,
    ...forms,
    ...bundles,
  ];
}
