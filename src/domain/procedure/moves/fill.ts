import { accept, type Refused, refuse } from '../../decision';
import type { Context } from '../../office';
import { departmentOf } from '../../org/org';
import { newRecord } from '../begin';
import { leave } from '../course/course';
import { flowOf, hang, withDeed } from '../course/flow';
import { actsFor } from '../course/who';
import type { Definition, FieldDefinition } from '../definition';
import { type Asked, type ProcedureRecord, personKey, type Values } from '../record';
import type { FillStage, FormField, OutsideStage } from '../stages';
import { holds } from '../values/conditions';
import { isEmpty, isSame, missingIn } from '../values/form-values';
import { isRefused, type Move, mine } from './move';

/** Those of the values that the form asks for. */
export function formValues(form: readonly FormField[], values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => form.some(({ field }) => field === key)));
}

/** The first value that names nobody or nothing of the company; null if there is none. */
export function unknownIn(
  fields: Readonly<Record<string, FieldDefinition>>,
  values: Values,
  { org }: Context,
): string | null {
  const isUnknown = ([key, value]: [string, Values[string]]): boolean => {
    if (fields[key]?.type === 'department') return !departmentOf(org, String(value));
    return fields[key]?.type === 'category' && !org.categories.some((one) => one.key === value);
  };
  return Object.entries(values).find(isUnknown)?.[0] ?? null;
}

function gateOf(stage: FillStage, { previous = null }: ProcedureRecord): Refused | null {
  const { gate } = stage;
  if (gate === null || previous === null || previous.end === gate.unless.previous) return null;
  return refuse('gate', { says: { ...gate.says }, number: previous.number });
}

/** What the form of a stage still lacks; null if it can be handed in. */
export function incomplete(stage: FillStage | OutsideStage, record: ProcedureRecord): Refused | null {
  const { values, children } = record;
  const missing = missingIn(stage.form, values);
  if (missing.length > 0) return refuse('missing_fields', { fields: missing });
  if (stage.kind === 'outside') return null;
  if (stage.needsOne.length > 0 && stage.needsOne.every((field) => isEmpty(values[field])))
    return refuse('needs_one', { fields: stage.needsOne });
  const { children: wanted } = stage;
  const open = children.filter(({ procedure }) => procedure === wanted?.of).length;
  if (!wanted || open >= wanted.atLeast) return null;
  const names = [record.definition.subprocedures[wanted.of]?.label.zh ?? ''];
  return refuse('missing_children', { names, count: wanted.atLeast });
}

/** Whoever works on a department's stage has claimed the record for the department. */
function claimed(record: ProcedureRecord, { department }: Asked, { actor }: Context): ProcedureRecord['claims'] {
  return department === null || actor.id === null ? record.claims : { ...record.claims, [department]: actor.id };
}

/** Whether the form brought anything that the record did not hold yet. */
const isNews = (before: ProcedureRecord, after: ProcedureRecord): boolean =>
  Object.keys(after.values).some((key) => !isSame(before.values[key], after.values[key]));

/**
 * The form is handed in, or a button beside it was tapped. A form comes in parts: while something is missing, what was
 * filled in is kept.
 */
export const submit: Move<'submit'> = (record, command, context) => {
  const my = mine(record, command, context, ['fill', 'outside']);
  if ('ok' in my) return my;
  const { stage, asked } = my;
  const { button } = command;
  if (button !== null && !(stage.kind === 'fill' && stage.buttons.some(({ key }) => key === button)))
    return refuse('card_unknown');
  const values = { ...record.values, ...formValues(stage.form, command.values) };
  const filled = { ...record, values, claims: claimed(record, asked, context) };
  const unknown = unknownIn(record.definition.fields, formValues(stage.form, command.values), context);
  if (unknown !== null) return refuse('field_faults', { faults: [{ field: unknown, fault: 'not_a_choice' }] });
  const fault =
    (button === null ? incomplete(stage, filled) : null) ?? (stage.kind === 'fill' ? gateOf(stage, filled) : null);
  if (fault)
    return isNews(record, filled) && fault.reason !== 'gate'
      ? { flow: flowOf(filled), detail: { missing: true } }
      : fault;
  const way = stage.next.find(({ when }) => when === null || holds(when, filled, { button }));
  if (way?.needs && isEmpty(values[way.needs])) return refuse('missing_fields', { fields: [way.needs] });
  if (!way) return refuse('missing_fields', { fields: stage.form.map(({ field }) => field) });
  const done = withDeed(filled, context, { what: stage.key, verdict: 'submit', insteadOf: asked.insteadOf });
  return { flow: leave(flowOf(done), stage, context, { button, hops: 0 }) };
};

/** What is filled in so far is kept. */
export const save: Move<'save'> = (record, command, context) => {
  const my = mine(record, command, context, ['fill', 'outside']);
  if ('ok' in my) return my;
  const values = { ...record.values, ...formValues(my.stage.form, command.values) };
  return { flow: flowOf({ ...record, values }) };
};

/** Pasted rows take the place of those that were there. */
export const addRows: Move<'add_rows'> = (record, command, context) => {
  const my = mine(record, command, context, ['fill', 'outside']);
  if ('ok' in my) return my;
  if (!my.stage.form.some(({ field }) => field === command.field))
    return refuse('not_in_form', { field: command.field });
  return { flow: flowOf({ ...record, values: { ...record.values, [command.field]: command.rows } }) };
};

/** Somebody of the department takes the record: the form hangs with them from now on. */
export const claim: Move<'claim'> = (record, command, context) => {
  const my = mine(record, command, context, ['fill']);
  if ('ok' in my) return my;
  const { asked } = my;
  const { actor } = context;
  const { department } = asked;
  if (department === null || actor.id === null || !actsFor(department, context)) return refuse('not_yours');
  const taken = { ...asked, personId: actor.id, since: context.now };
  const claims = { ...record.claims, [department]: actor.id };
  const next = { ...record, claims, asked: record.asked.map((one) => (one === asked ? taken : one)), remindedAt: null };
  return { flow: hang(flowOf(next), personKey(actor.id), { ...context, actor: { ...actor, id: null } }) };
};

function subprocedureOf({ definition }: ProcedureRecord, stage: FillStage): Definition | null {
  return (stage.children && definition.subprocedures[stage.children.of]) ?? null;
}

/** One more child, such as a measure: its first stage is done by what is filled in here. */
export const addChild: Move<'add_child'> = (record, command, context) => {
  const my = mine(record, command, context, ['fill']);
  if ('ok' in my) return my;
  const { stage } = my;
  const definition = subprocedureOf(record, stage);
  if (!definition || !stage.children || context.actor.id === null) return refuse('card_unknown');
  const child = newRecord(definition, {
    ...{ starterId: context.actor.id, values: command.values, origin: null },
    parent: { record, field: stage.children.field },
    context,
  });
  // It is filled in on the parent's card, and has none of its own yet.
  const blank = { ...child.record, parties: [] };
  const filled = submit(blank, { type: 'submit', values: command.values, button: null }, context);
  if (isRefused(filled)) return filled;
  const { flow } = filled;
  const entry = { at: context.now, actorId: context.actor.id, what: 'begin' };
  return {
    flow: { ...flowOf(record), opens: [{ ...accept(flow.record, entry, flow.notices), next: flow.record }] },
    detail: { child: command.values.what === undefined ? '' : String(command.values.what) },
  };
};
