import type { JsonObject } from '../messaging';
import { atTimeOfDay, type Instant, isDate, parsePickedTime, shiftDate } from '../time';
import { ALIASES, type CardCommand, isCardCommand, type RecordCommand, type Turn } from './commands';
import type { FieldDefinition } from './definition';
import { currentStage, type ProcedureRecord, type Values } from './record';
import { type FormFault, readForm } from './values/form-values';

export type Parsed = { ok: true; command: RecordCommand } | { ok: false; reason: string; detail: JsonObject };

/** Longer than anything that a form of ours asks for beside the definition's fields. */
const MAX_REMARK = 2000;

const UNKNOWN: Parsed = { ok: false, reason: 'card_unknown', detail: {} };

/** The fields that a form of the record may bring: the definition's, and those of a line in an `each` stage. */
function fieldsOf(record: ProcedureRecord | undefined): Record<string, FieldDefinition> {
  if (!record) return {};
  const stage = currentStage(record);
  const children = stage?.kind === 'fill' && stage.children ? record.definition.subprocedures[stage.children.of] : null;
  return { ...record.definition.fields, ...(stage?.kind === 'each' ? stage.fields : {}), ...(children?.fields ?? {}) };
}

/** What a button asks for: a command with what its name says beside it. */
interface Asked {
  type: CardCommand;
  button: string | null;
  values: Record<string, string>;
}

/**
 * Reads a button's name: a command, another name for one, a button of the stage (`no_feedback`), or a field with the value
 * that the button stands for (`effect_effective`, `tell_satisfied`). Null for none of these.
 */
export function askedBy(type: string, record: ProcedureRecord | undefined): Asked | null {
  const alias = Object.hasOwn(ALIASES, type) ? ALIASES[type] : undefined;
  const command = alias ?? (isCardCommand(type) ? type : null);
  if (command) return { type: command, button: null, values: {} };
  const stage = record && currentStage(record);
  if (stage?.kind === 'fill' && stage.buttons.some(({ key }) => key === type)) {
    return { type: 'submit', button: type, values: {} };
  }
  if (stage?.kind === 'each' && type.startsWith('tell_')) {
    const chosen = choiceNamed(stage.fields, type.slice('tell_'.length), '');
    if (chosen) return { type: 'tell', button: null, values: chosen };
  }
  const chosen = record && choiceNamed(record.definition.fields, type, '_');
  return chosen ? { type: 'submit', button: null, values: chosen } : null;
}

/** The field and the value of a name such as `effect_effective`; with no `joint`, the value alone is the name. */
function choiceNamed(
  fields: Readonly<Record<string, FieldDefinition>>,
  name: string,
  joint: '_' | '',
): Record<string, string> | null {
  for (const { key, choices } of Object.values(fields)) {
    const choice = choices.find((one) => name === (joint === '' ? one.key : `${key}${joint}${one.key}`));
    if (choice) return { [key]: choice.key };
  }
  return null;
}

/** Under these names the turn of a button stands beside the fields of its form: a definition may call a field `stage`. */
const TURN = { stage: '@stage', ver: '@ver' } as const;

/** The fields of a tap with the turn that its button carries (`values`) under names of its own. */
export function withTurn(fields: Record<string, string>, values: Record<string, string>): Record<string, string> {
  const own = { ...fields };
  for (const name of ['stage', 'ver'] as const) {
    const carried = values[name];
    if (carried === undefined) continue;
    if (own[name] === carried) delete own[name];
    own[TURN[name]] = carried;
  }
  return own;
}

const turnOf = ({ [TURN.stage]: stage, [TURN.ver]: ver }: Record<string, string>): Turn => ({
  stage: stage ?? null,
  turn: ver !== undefined && /^\d{1,9}$/.test(ver) ? Number(ver) : null,
});

/** The end of a picked day, or a picked moment; null for neither. */
function untilOf(text: string, zone: string): Instant | null {
  const [day = ''] = text.split(/[ T]/);
  const isDay = isDate(day) && !/\d:\d/.test(text);
  return isDay ? atTimeOfDay(shiftDate(day, 1), 0, zone) - 1 : parsePickedTime(text, zone);
}

interface Given {
  fields: Record<string, string>;
  values: Values;
  button: string | null;
  zone: string;
}

type Build = (given: Given) => RecordCommand | FormFault;

const text = (name: string, { fields }: Given): string => (fields[name] ?? '').trim().slice(0, MAX_REMARK);

function person(given: Given, build: (id: string, reason: string) => RecordCommand): RecordCommand | FormFault {
  const id = text('person', given);
  if (id === '') return { field: 'person', fault: 'missing' };
  return /^ou_[A-Za-z0-9_-]{1,60}$/.test(id)
    ? build(id, text('reason', given))
    : { field: 'person', fault: 'not_a_person' };
}

function extend(given: Given): RecordCommand | FormFault {
  const picked = text('until', given);
  if (picked === '') return { field: 'until', fault: 'missing' };
  const until = untilOf(picked, given.zone);
  return until === null
    ? { field: 'until', fault: 'not_a_time' }
    : { type: 'extend', until, reason: text('reason', given) };
}

function transfer(given: Given): RecordCommand | FormFault {
  const department = text('department', given);
  return department === ''
    ? { field: 'department', fault: 'missing' }
    : { type: 'transfer', department, reason: text('reason', given) };
}

const lineOf = (given: Given): number => (/^\d{1,4}$/.test(given.fields.line ?? '') ? Number(given.fields.line) : -1);

const BUILD: { [C in CardCommand]: Build } = {
  submit: ({ values, button }) => ({ type: 'submit', values, button }),
  save: ({ values }) => ({ type: 'save', values }),
  claim: () => ({ type: 'claim' }),
  approve: (given) => ({ type: 'approve', remark: text('remark', given), values: given.values }),
  return: (given) => ({ type: 'return', remark: text('remark', given) }),
  reject: (given) => ({ type: 'reject', remark: text('remark', given) }),
  delegate: (given) => person(given, (id, reason) => ({ type: 'delegate', person: id, reason })),
  add_approver: (given) => person(given, (id, reason) => ({ type: 'add_approver', person: id, reason })),
  transfer,
  hand_over: (given) => person(given, (id, reason) => ({ type: 'hand_over', person: id, reason })),
  decline: (given) => ({ type: 'decline', reason: text('reason', given) }),
  question: (given) => ({ type: 'question', question: text('question', given) }),
  reply: (given) => ({ type: 'reply', reply: text('reply', given) }),
  extend,
  allow_extension: (given) => ({ type: 'allow_extension', allow: given.fields.allow !== 'no' }),
  tell: (given) => ({ type: 'tell', line: lineOf(given), values: given.values }),
  tell_skip: (given) => ({ type: 'tell_skip', line: lineOf(given), reason: text('reason', given) }),
  read: () => ({ type: 'read' }),
  note: (given) => ({ type: 'note', text: text('text', given) }),
  urge: () => ({ type: 'urge' }),
  correct: (given) => ({ type: 'correct', values: given.values, reason: text('reason', given) }),
  withdraw: (given) => ({ type: 'withdraw', reason: text('reason', given) }),
  void: (given) => ({ type: 'void', reason: text('reason', given) }),
  add_child: ({ values }) => ({ type: 'add_child', values }),
};

/** Reads a button's command and its form; `zone` is meant by a time that names no offset. */
export function parseCommand(
  type: string,
  fields: Record<string, string>,
  { zone, record }: { zone: string; record?: ProcedureRecord },
): Parsed {
  const asked = askedBy(type, record);
  if (!asked) return UNKNOWN;
  const { values, faults } = readForm(fieldsOf(record), { ...fields, ...asked.values }, zone);
  const built = BUILD[asked.type]({ fields, values, button: asked.button, zone });
  const wrong = 'fault' in built ? [...faults, built] : faults;
  if (wrong.length > 0) {
    return {
      ok: false,
      reason: 'field_faults',
      detail: { command: asked.type, faults: wrong.map((one) => ({ ...one })) },
    };
  }
  return { ok: true, command: { ...(built as RecordCommand), ...turnOf(fields) } };
}
