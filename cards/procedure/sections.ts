import { OUTSIDE } from '../../src/domain/procedure/moves/outside';
import { type Deed, momentOf, type ProcedureRecord } from '../../src/domain/procedure/record';
import type { Stage } from '../../src/domain/procedure/stages';
import { allValues, rowsIn } from '../../src/domain/procedure/values/computed';
import { isEmpty } from '../../src/domain/procedure/values/form-values';
import type { CardContext } from '../kit/context';
import { block, clamped, type Element, lines, table } from '../kit/elements';
import { departmentName, personName } from '../kit/names';
import { type Step, stepLine } from '../kit/parts/steps';
import { oneLine } from '../kit/plain-text';
import { sinceText } from '../kit/time-left';
import type { View } from './frame';
import { displayValue, labelText, numberText } from './labels';

const MAX_TEXT = 120;
const TEXT_LINES = 4;
const MAX_LINE = 60;
const MAX_STEPS = 6;
const MAX_ROWS = 20;

/** A stage's name inside the product's own markup: nothing in it may be read as markup. */
const safe = (word: string): string => oneLine(word.replace(/[<>&[\]()!*_~`|:#\\]/g, ' '), 10);

/** Whoever did something: by name, and for whom. */
export function deedBy({ by, insteadOf }: Pick<Deed, 'by' | 'insteadOf'>, ctx: CardContext): string {
  const { procedure } = ctx.texts;
  const who = by === OUTSIDE ? procedure.outside : personName(by, ctx);
  return insteadOf === null ? who : procedure.insteadOf(who, personName(insteadOf, ctx));
}

/** The name of the stage or of the step that a deed belongs to. */
export function deedStage({ what }: Deed, { definition }: ProcedureRecord, ctx: CardContext): string {
  const [stageKey, stepKey] = what.split('.');
  const stage = definition.stages.find(({ key }) => key === stageKey);
  const step = stage?.kind === 'approve' ? stage.steps.find(({ key }) => key === stepKey) : undefined;
  return labelText(step?.name ?? stage?.name ?? { zh: what, en: what }, ctx);
}

/** One line of what somebody did. */
export function deedText(deed: Deed, record: ProcedureRecord, ctx: CardContext): string {
  const say = ctx.texts.procedure.deeds[deed.verdict];
  return say(deedBy(deed, ctx), deedStage(deed, record, ctx), sinceText(deed.at, ctx));
}

function stateOf(stage: Stage, record: ProcedureRecord): Step['state'] {
  if (stage.key === record.stage && record.isOpen) return 'now';
  return momentOf(record, stage.key, 'done') === null ? 'to_come' : 'done';
}

/** The way of the record as one small line: the stage it is in, and those around it. */
export function path({ record, ctx }: View): Element[] {
  const steps = record.definition.stages.map(
    (stage): Step => ({ word: safe(labelText(stage.name, ctx)), state: stateOf(stage, record) }),
  );
  if (steps.length < 2) return [];
  const at = Math.max(
    0,
    steps.findIndex(({ state }) => state === 'now'),
  );
  const from = Math.max(0, Math.min(at - 2, steps.length - MAX_STEPS));
  return stepLine(steps.slice(from, from + MAX_STEPS));
}

/** The steps of the approval that the record is in: who has agreed, and whose turn it is. */
export function approvalPath({ record, ctx, ask }: View): Element[] {
  if (ask?.kind !== 'approve') return [];
  const votes = record.approval?.votes ?? [];
  const done = votes.map(({ by }): Step => ({ word: safe(personName(by, ctx)), state: 'done' }));
  const now = record.asked.map(({ step, personId, department }): Step => {
    const who = personId === null ? departmentName(department, ctx) : personName(personId, ctx);
    return { word: safe(step === '' ? '' : who), state: 'now' };
  });
  const [author] = record.deeds;
  const first: Step[] = author ? [{ word: safe(deedBy(author, ctx)), state: 'done' }] : [];
  return stepLine([...first, ...done, ...now].filter(({ word }) => word !== ''));
}

/** One value under its label, as typed text. */
function valueLine(key: string, { record, ctx, typed }: View): Element[] {
  const field = record.definition.fields[key];
  const shown = field ? displayValue(field, allValues(record)[key], ctx) : '';
  if (!field || shown === '') return [];
  const label = labelText(field.label, ctx);
  if (field.type !== 'long') return clamped(ctx.texts.card.labelled(label, oneLine(typed(shown), MAX_LINE)), 2);
  return [...lines([label], 'quiet'), ...clamped(typed(shown, MAX_TEXT), TEXT_LINES)];
}

/** These fields of the record, filled in, in a grey block. */
export function valueBlock(keys: string[], title: string, view: View): Element[] {
  return block(
    'grey',
    title,
    [...new Set(keys)].flatMap((key) => valueLine(key, view)),
  );
}

/** The fields that were filled in before, the newest stage's first. */
export function knownFields({ definition, values, stage }: ProcedureRecord): string[] {
  const at = definition.stages.findIndex(({ key }) => key === stage);
  const before = at < 0 ? definition.stages : definition.stages.slice(0, at);
  const keys = [...before].reverse().flatMap((one) => ('form' in one ? one.form.map(({ field }) => field) : []));
  return keys.filter((key) => !isEmpty(values[key]) && definition.fields[key]?.type !== 'files');
}

/** The amounts and numbers on which a decision rests, large; at most two. */
export function figures({ record, ctx }: View): { label: string; text: string }[] {
  const values = allValues(record);
  const fields = Object.values(record.definition.fields).filter(
    ({ type, key }) => type === 'money' && typeof values[key] === 'number',
  );
  const computed = fields.filter((field) => field.computed);
  return [...computed, ...fields.filter((field) => !field.computed)].slice(0, 2).map((field) => ({
    label: labelText(field.label, ctx),
    text: displayValue(field, values[field.key], ctx),
  }));
}

/** The rows of a field as a table, which stands directly in the card's body. */
export function rowTable(key: string, { record, ctx, typed }: View): Element[] {
  const field = record.definition.fields[key];
  const rows = field ? rowsIn(record.values[key]) : [];
  if (!field || rows.length === 0) return [];
  const heads = field.columns.map((column) => ({
    name: column.key,
    title: labelText(column.label, ctx),
    type: 'text' as const,
  }));
  const cells = rows.slice(0, MAX_ROWS).map((row) =>
    Object.fromEntries(
      field.columns.map(({ key: name }) => {
        const value = row[name];
        return [name, typeof value === 'number' ? numberText(value) : typed(String(value ?? ''), MAX_LINE)];
      }),
    ),
  );
  const left = rows.length - cells.length;
  return [
    ...lines([labelText(field.label, ctx)], 'quiet'),
    table(heads, cells),
    ...lines([left > 0 && ctx.texts.card.more(left)], 'quiet'),
  ];
}

/** What was done last, in a green block: who, when, and the words that came with it. */
export function newestDeed(view: View): Element[] {
  const { record, ctx, typed } = view;
  const last = record.deeds.at(-1);
  if (!last) return [];
  const shade = last.verdict === 'return' || last.verdict === 'reject' ? 'orange' : 'green';
  const words = last.remark === '' ? [] : clamped(typed(last.remark, MAX_TEXT), 2);
  return block(shade, deedText(last, record, ctx), words.length > 0 ? words : lines([' ']).slice(1));
}

/** Where the record comes from, who began it, and in which round it is. */
export function origin({ record, ctx }: View): Element[] {
  const { procedure } = ctx.texts;
  const { origin: from, starterId, round, parent } = record;
  const facts = [
    procedure.startedBy(personName(starterId, ctx)),
    from ? procedure.from(from.number) : parent ? procedure.from(parent.number) : '',
    round > 1 ? procedure.round(round) : '',
  ];
  return lines([facts.filter(Boolean).join(' · ')], 'quiet');
}
