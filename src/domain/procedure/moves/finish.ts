import { refuse } from '../../decision';
import type { JsonObject } from '../../messaging';
import type { Context } from '../../office';
import { freshApproval } from '../course/approval';
import { end, goTo } from '../course/course';
import { flowOf, withDeed } from '../course/flow';
import { plays } from '../course/who';
import { currentStage, momentOf, type ProcedureRecord } from '../record';
import { isSame } from '../values/form-values';
import { formValues, unknownIn } from './fill';
import { type Move, type Moved, stageMay } from './move';

const VOID = 'void';

/** Whether the record has come to a stage of its definition, in the order of the file. */
function hasReached({ definition, moments }: ProcedureRecord, stage: string): boolean {
  const place = definition.stages.findIndex(({ key }) => key === stage);
  return definition.stages.slice(place).some(({ key }) => moments[`${key}.entered`] !== undefined);
}

/** Whether nobody has submitted the record yet. */
export function isDraft(record: ProcedureRecord): boolean {
  const [first] = record.definition.stages;
  return (
    record.isOpen && first !== undefined && first.key === record.stage && momentOf(record, first.key, 'done') === null
  );
}

function mayVoid(record: ProcedureRecord, context: Context): boolean {
  const rule = record.definition.void;
  if (!rule || (rule.until !== null && hasReached(record, rule.until))) return false;
  return rule.by.some((who) => plays(who, record, context));
}

/** Ends the record without a result; its number stays, and says so. */
function voided(record: ProcedureRecord, what: string, reason: string, context: Context): Moved {
  const done = withDeed(record, context, { what, verdict: 'reject', insteadOf: null, remark: reason });
  return { flow: end(flowOf(done), VOID, context), detail: { reason } };
}

/** 作废: by whom the definition allows, with a reason where it asks for one. */
export const voidIt: Move<'void'> = (record, command, context) => {
  if (!record.isOpen) return refuse('ended');
  if (!mayVoid(record, context)) return refuse('not_allowed_here');
  if (record.definition.void?.reason && command.reason === '') return refuse('missing_fields', { fields: ['reason'] });
  return voided(record, VOID, command.reason, context);
};

/** 撤回: the starter takes back a draft, or what nobody may have decided for good yet. */
export const withdraw: Move<'withdraw'> = (record, command, context) => {
  if (!record.isOpen) return refuse('ended');
  const { actor } = context;
  const stage = currentStage(record);
  if (actor.id !== record.starterId && actor.id !== record.holderId) return refuse('not_yours');
  const may = isDraft(record) || (stage !== null && stageMay(stage, 'withdraw')) || mayVoid(record, context);
  return may ? voided(record, 'withdraw', command.reason, context) : refuse('not_allowed_here');
};

/**
 * A correction of what the actor submitted last. The old value stays on the timeline; a change of a field on which an
 * approval rests cancels the approvals given.
 */
export const correct: Move<'correct'> = (record, command, context) => {
  const { definition, deeds } = record;
  const last = deeds.findLast(({ verdict, by }) => verdict === 'submit' && by === context.actor.id);
  const done = definition.stages.find(({ key }) => key === last?.what);
  if (!record.isOpen || !done || done.kind !== 'fill') return refuse('not_allowed_here');
  const given = formValues(done.form, command.values);
  const unknown = unknownIn(definition.fields, given, context);
  if (unknown !== null) return refuse('field_faults', { faults: [{ field: unknown, fault: 'not_a_choice' }] });
  const changed = Object.entries(given).filter(([key, value]) => !isSame(record.values[key], value));
  if (changed.length === 0) return refuse('nothing_changed');
  if (deeds.at(-1) !== last && command.reason === '') return refuse('missing_fields', { fields: ['reason'] });
  const fields: JsonObject[] = changed.map(([field, value]) => ({
    field,
    from: (record.values[field] ?? null) as never,
    to: value as never,
  }));
  const stage = currentStage(record);
  const isVoided = stage?.kind === 'approve' && changed.some(([field]) => stage.editVoids.includes(field));
  const next = { ...record, values: { ...record.values, ...given } };
  const detail = { changes: fields as never, reason: command.reason };
  if (!isVoided || !stage) return { flow: flowOf(next), detail };
  return { flow: goTo(flowOf({ ...next, approval: freshApproval(stage.key) }), stage.key, context), detail };
};
