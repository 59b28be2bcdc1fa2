import type { CardJson } from '../../src/domain/messaging';
import type { FieldDefinition } from '../../src/domain/procedure/definition';
import { isDraft } from '../../src/domain/procedure/moves/finish';
import { block, clamped, type Element, lines } from '../kit/elements';
import { formOf } from '../kit/form-elements';
import { frame } from '../kit/frame';
import { personName } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { type FormField, laidOut } from '../kit/record-form';
import { askButton, recordButton, recordMenu, recordSubmit, workerActs } from './acts';
import { type AskOf, MAX_OUTCOMES, MAX_WORDS } from './ask-of';
import { controlsFor, isByReply } from './controls';
import { shownDate } from './dates';
import type { View } from './frame';
import { labelText } from './labels';
import { deedBy, knownFields, path, rowTable, valueBlock } from './sections';

/** A card fills no more than one phone screen: so many fields stand on it, all others behind 填其他项. */
const MAX_FIELDS = 6;

/** Why the record came back: the newest return, while its reader revises it. */
function returned(view: View): Element[] {
  const { record, ctx, typed, texts } = view;
  const last = record.deeds.findLast(({ verdict }) => verdict === 'return');
  if (!last || record.deeds.at(-1) !== last || last.remark === '') return [];
  const isDeclined = !last.what.includes('.');
  const title = isDeclined
    ? texts.procedure.declinedBy(deedBy(last, ctx))
    : texts.procedure.returnedBy(deedBy(last, ctx));
  return block('orange', title, clamped(typed(last.remark, MAX_WORDS), 4));
}

/** What a form needs beside its inputs: files and tables come by a reply under the card. */
function byReply({ stage }: AskOf<'fill'>, { record, ctx, texts }: View): Element[] {
  const fields = stage.form.flatMap(({ field }) => record.definition.fields[field] ?? []);
  const say = (field: FieldDefinition) => {
    const label = labelText(field.label, ctx);
    if (field.type === 'files') return texts.procedure.filesHere(label);
    return field.type === 'rows' ? texts.procedure.rowsHere(label) : '';
  };
  return lines(fields.map(say), 'quiet');
}

/** The one choice by which the ways on from the stage part, if it has few choices: they are buttons of their own. */
function outcomeOf({ stage, form }: AskOf<'fill'>, { record }: View): FieldDefinition | null {
  const fields = stage.next.flatMap(({ when }) => (when?.kind === 'is' ? [when.field] : []));
  const field = record.definition.fields[fields[0] ?? ''];
  const isAsked = form.some((one) => one.field === field?.key && one.required);
  const isFew = field?.type === 'choice' && field.choices.length <= MAX_OUTCOMES;
  return field && isAsked && isFew && new Set(fields).size === 1 ? field : null;
}

function submits(ask: AskOf<'fill'>, view: View): Element[] {
  const { texts, ctx, record } = view;
  const outcome = outcomeOf(ask, view);
  if (outcome) {
    return outcome.choices.map(({ key, label }) =>
      recordSubmit(view, 'submit', labelText(label, ctx), {
        look: 'choice',
        values: { [outcome.key]: key },
        ending: key,
      }),
    );
  }
  const back = record.approval?.returnedBy === null || record.approval === null ? null : record.deeds.at(-1);
  const own = ask.stage.submit ? labelText(ask.stage.submit, ctx) : texts.procedure.submit;
  return [recordSubmit(view, 'submit', back ? texts.procedure.buttons.resubmit(deedBy(back, ctx)) : own)];
}

/** The inputs that stand on the card: what is required first, what is filled in already last. */
function shownFields(ask: AskOf<'fill'>, view: View): { shown: FormField[]; hidden: number } {
  const outcome = outcomeOf(ask, view);
  const { fields } = view.record.definition;
  const form = ask.form.filter(({ field }) => field !== outcome?.key);
  const all = controlsFor(form, fields, view.record.values, view);
  const needed = all.filter(({ required, name }) => required || ask.stage.needsOne.includes(name));
  const shown = (needed.length > 0 ? needed : all).slice(0, MAX_FIELDS);
  return { shown, hidden: all.length - shown.length };
}

/** Children that the stage collects, such as measures: each with who and until when. */
function children({ stage }: AskOf<'fill'>, { record, ctx, texts, typed }: View): Element[] {
  const wanted = stage.children;
  const definition = wanted ? record.definition.subprocedures[wanted.of] : undefined;
  if (!wanted || !definition) return [];
  const own = record.children.filter(({ field }) => field === wanted.field);
  const rows = own.map(({ values, title, isOpen }) => {
    const until = typeof values.until === 'string' ? shownDate(values.until, ctx) : '';
    const who = typeof values.owner === 'string' ? personName(values.owner, ctx) : '';
    return texts.card.labelled(typed(title, 40), texts.procedure.child(who, until, !isOpen));
  });
  return block('grey', texts.procedure.children(labelText(definition.label, ctx), own.length), lines(rows));
}

function fillAsk({ record, ctx, texts }: View, { stage }: AskOf<'fill'>): string {
  if (isDraft(record)) return texts.procedure.asks.draft(labelText(record.definition.label, ctx));
  return texts.procedure.asks.fill(labelText(stage.name, ctx));
}

/** The form of a stage. */
export function fillCard(view: View, ask: AskOf<'fill'>): CardJson {
  const { ctx, record, texts } = view;
  const { shown, hidden } = shownFields(ask, view);
  const subprocedure = ask.stage.children && record.definition.subprocedures[ask.stage.children.of];
  const ways = ask.buttons.map(({ key, label }) => recordButton(view, key, labelText(label, ctx)));
  const more = hidden > 0 ? [askButton(view, 'edit', texts.procedure.buttons.more)] : [];
  const add = subprocedure
    ? [askButton(view, 'add_child', texts.procedure.buttons.addChild(labelText(subprocedure.label, ctx)))]
    : [];
  const acts = workerActs(view);
  const beside = [...add, ...more, ...ways].slice(0, 3);
  const asides = beside.length > 1 ? [] : acts.slice(0, 2 - beside.length);
  const rows = ask.form
    .filter(({ field }) => record.definition.fields[field]?.type === 'rows')
    .flatMap(({ field }) => rowTable(field, view));
  const form = [...laidOut(shown), ...actRow(submits(ask, view))];
  return frame(view, [
    ...returned(view),
    ...lines([fillAsk(view, ask)]),
    ...rows,
    ...children(ask, view),
    formOf('record.submit', form),
    ...actRow(
      [...beside, ...asides.map((act) => askButton(view, act, texts.procedure.acts[act]))],
      recordMenu(
        view,
        acts.filter((act) => !asides.includes(act)),
      ),
    ),
    ...byReply(ask, view),
    ...valueBlock(shownKeys(ask, view), texts.procedure.values, view),
    ...path(view),
  ]);
}

/** What the reader must know to fill the form in: what the stage shows, and on a claimed stage what was written before. */
function shownKeys({ stage }: AskOf<'fill'>, { record }: View): string[] {
  const inForm = new Set(stage.form.map(({ field }) => field));
  const files = stage.form.filter(
    ({ field }) => record.definition.fields[field] && isByReply(record.definition.fields[field] as FieldDefinition),
  );
  const known = isDraft(record) ? [] : knownFields(record).slice(0, 4);
  return [
    ...files.filter(({ field }) => record.definition.fields[field]?.type === 'files').map(({ field }) => field),
    ...stage.show,
    ...known.filter((key) => !inForm.has(key)),
  ].slice(0, 5);
}
