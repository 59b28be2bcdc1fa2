import { refuse } from '../../decision';
import { person } from '../../messaging';
import type { Context } from '../../office';
import { departmentOf } from '../../org/org';
import { goTo } from '../course/course';
import { flowOf, hang, message, says, withDeed, withRecord } from '../course/flow';
import { type Asked, departmentKey, type Party, type ProcedureRecord, personKey } from '../record';
import type { FillStage } from '../stages';
import { type Move, mine, stageMay } from './move';

/** The parties of whom these are gone; their cards say who took over. */
const without = (parties: readonly Party[], keys: readonly string[], goneTo: string): Party[] =>
  parties.map((one) => (keys.includes(one.key) ? { ...one, goneTo } : one));

/** The field whose department works on the stage; null if the stage names its department itself. */
const departmentField = ({ who }: FillStage): string | null =>
  who.flatMap((one) => (one.kind === 'department_of' ? one.field : []))[0] ?? null;

/** 不归我们管: another department is asked, from the beginning of the stage. */
export const transfer: Move<'transfer'> = (record, command, context) => {
  const my = mine(record, command, context, ['fill']);
  if ('ok' in my) return my;
  const { stage } = my;
  const field = departmentField(stage);
  if (field === null || !stageMay(stage, 'transfer')) return refuse('not_allowed_here');
  const { department: to, reason } = command;
  if (!departmentOf(context.org, to))
    return refuse('field_faults', { faults: [{ field: 'department', fault: 'not_a_choice' }] });
  const from = record.values[field];
  if (from === to) return refuse('same_department');
  const { [String(from)]: claimer, ...claims } = record.claims;
  const keys = [departmentKey(String(from)), ...(claimer === undefined ? [] : [personKey(claimer)])];
  const next: ProcedureRecord = {
    ...record,
    claims,
    values: { ...record.values, [field]: to },
    parties: without(record.parties, keys, to),
  };
  return { flow: goTo(flowOf(next), stage.key, context), detail: { from: String(from), to, reason } };
};

/** The record with another person in the part that the stage asks. */
function handedTo(record: ProcedureRecord, { who, department }: Asked, to: string): ProcedureRecord {
  if (who.kind === 'person') return { ...record, values: { ...record.values, [who.field]: to } };
  if (who.kind === 'holder' || who.kind === 'outside') return { ...record, holderId: to };
  return department === null ? record : { ...record, claims: { ...record.claims, [department]: to } };
}

/** The earlier stage at which whoever does this one takes it on, and says nothing but that; null if there is none. */
function acceptanceOf({ definition }: ProcedureRecord, { who }: Asked): string | null {
  if (who.kind !== 'person') return null;
  const { field } = who;
  const found = definition.stages.find(
    (stage) =>
      stage.kind === 'fill' &&
      stage.who.some((one) => one.kind === 'person' && one.field === field) &&
      stage.form.every((one) => one.field === field),
  );
  return found?.key ?? null;
}

/** 转同事: another person does the stage; where a stage asks whether they accept, they are asked there first. */
export const handOver: Move<'hand_over'> = (record, command, context) => {
  const my = mine(record, command, context, ['fill', 'outside']);
  if ('ok' in my) return my;
  const { stage, asked } = my;
  const { person: to, reason } = command;
  if (stage.kind === 'fill' && !stageMay(stage, 'hand_over')) return refuse('not_allowed_here');
  const from = asked.personId ?? context.actor.id;
  if (from === null || to === from) return refuse('yourself');
  const handed = handedTo(record, asked, to);
  const parties = without(handed.parties, [personKey(from)], to);
  const next = flowOf({ ...handed, parties });
  const told =
    record.starterId === context.actor.id
      ? next
      : says(next, message('handed_over', person(record.starterId), { by: from, to, text: reason }));
  const acceptance = acceptanceOf(record, asked);
  const detail = { from, to, reason };
  if (acceptance !== null) return { flow: goTo(told, acceptance, context), detail };
  const taken: Asked = { ...asked, personId: to, insteadOf: null, since: context.now };
  const others = record.asked.map((one) => (one === asked ? taken : one));
  return { flow: hang(withRecord(told, { asked: others, remindedAt: null }), personKey(to), context), detail };
};

/** 有困难: the record goes back to whoever began it, with the reason. */
export const decline: Move<'decline'> = (record, command, context) => {
  const my = mine(record, command, context, ['fill']);
  if ('ok' in my) return my;
  const { stage, asked } = my;
  const first = record.definition.stages[0]?.key;
  if (!stageMay(stage, 'decline') || first === undefined || first === stage.key) return refuse('not_allowed_here');
  if (command.reason === '') return refuse('missing_fields', { fields: ['reason'] });
  const deed = { what: stage.key, verdict: 'return' as const, insteadOf: asked.insteadOf, remark: command.reason };
  return { flow: goTo(flowOf(withDeed(record, context, deed)), first, context), detail: { reason: command.reason } };
};

/** Somebody's part, as the program hands it on when they have left. */
export function handedOn(record: ProcedureRecord, asked: Asked, to: string, context: Context): ProcedureRecord {
  const handed = handedTo(record, asked, to);
  const taken: Asked = { ...asked, personId: to, insteadOf: null, since: context.now };
  return { ...handed, asked: record.asked.map((one) => (one === asked ? taken : one)) };
}
