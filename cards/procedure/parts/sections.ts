import type { FieldDefinition } from '../../../src/domain/procedure/definition';
import { stageOf } from '../../../src/domain/procedure/definition';
import type { Asked, Deed, ProcedureRecord } from '../../../src/domain/procedure/record';
import { block, clamped, columns, type Element, lines } from '../../kit/elements';
import { departmentName, personName } from '../../kit/names';
import { oneLine } from '../../kit/plain-text';
import { sinceText } from '../../kit/time-left';
import { isDraft, type View } from '../record-frame';
import { dueDay } from '../words/due';
import { deedName, labelText } from '../words/labels';
import { titleKeys, titleLine } from '../words/title';
import { fieldsOf, filledFields, shownValue } from './visible';

/** A card shows the beginning of a text, the whole text stands one tap away: code points, and lines on the screen. */
const MAX_TEXT = 120;
const TEXT_LINES = 3;
const MAX_FACT = 20;
const MAX_FACTS = 3;

/** A person's name; the reader is called 您. */
export const whoName = (id: string, { ctx, texts }: Pick<View, 'ctx' | 'texts'>): string =>
  id === ctx.readerId ? texts.holders.you : personName(id, ctx);

/** A colleague with the department for which they act; the reader is called 您. */
function memberName(id: string, department: string | null, view: Pick<View, 'ctx' | 'texts'>): string {
  const { ctx, texts } = view;
  const isPlain = department === null || id === ctx.readerId;
  return isPlain ? whoName(id, view) : texts.holders.inDepartment(personName(id, ctx), departmentName(department, ctx));
}

/** Whoever must act: a person, who may stand in for another one, or a department. */
export function askedWho({ personId, department, insteadOf }: Asked, view: Pick<View, 'ctx' | 'texts'>): string {
  if (personId === null) return departmentName(department, view.ctx);
  const name = memberName(personId, department, view);
  return insteadOf === null ? name : view.texts.procedure.standsFor(name, personName(insteadOf, view.ctx));
}

/** Everybody who must act now, each once, the first three. */
export function everybodyAsked(asked: Asked[], view: Pick<View, 'ctx' | 'texts'>): string {
  const names = new Set(asked.map((one) => askedWho(one, view)));
  return view.texts.card.list([...names].slice(0, 3));
}

/** The deputy is told for whom they act. */
export function standingIn({ ask, ctx, texts }: View): Element[] {
  const absent = ask && ask.kind !== 'reply' ? ask.asked.insteadOf : null;
  return absent === null ? [] : lines([texts.procedure.asks.insteadOf(personName(absent, ctx))], 'quiet');
}

/** A text of a field under its label, on a shaded ground. */
export function textBlock(view: View, field: FieldDefinition, shade: 'grey' | 'green' = 'grey'): Element[] {
  const { ctx } = view;
  return block(shade, labelText(field.label, ctx), clamped(shownValue(view, field, MAX_TEXT), TEXT_LINES));
}

/** The first long text of the record that the title does not tell already. Fields in `except` stand elsewhere. */
export function mainText(view: View, except: string[] = []): FieldDefinition | null {
  const isNew = ({ key }: FieldDefinition) => view.record.values[key] !== view.facts.subject;
  return (
    filledFields(view).find((field) => field.type === 'long' && !except.includes(field.key) && isNew(field)) ?? null
  );
}

/** What the reader must know before acting: the first long text, on grey. */
export function matter(view: View, except: string[] = []): Element[] {
  const field = mainText(view, except);
  return field ? textBlock(view, field) : [];
}

/** Types whose values are short enough for a line of facts, those that tell most first. */
const TELLING: FieldDefinition['type'][] = [
  ...(['records', 'choice', 'yesno', 'rating', 'rows', 'money', 'number', 'date', 'datetime', 'month'] as const),
  ...(['text', 'category', 'product', 'project', 'customer', 'files'] as const),
];

/** Shown by the card's colour. */
const PRIORITY = 'priority';

/** What the record came from, or the record that it belongs to. */
function originText({ record, ctx, texts, typed }: View): string {
  const { origin, parent } = record;
  if (parent) return texts.procedure.partOf(oneLine(typed(titleLine(parent, ctx)), MAX_FACT));
  return origin ? texts.procedure.from(oneLine(typed(origin.number || origin.title), MAX_FACT)) : '';
}

/** Who began the record, its short values, where it came from: one grey line. */
export function factLine(view: View, except: string[] = [], max = MAX_FACTS): Element[] {
  const { record, ctx, texts } = view;
  const hidden = new Set([...except, PRIORITY, ...titleKeys(record)]);
  const rank = ({ type }: FieldDefinition) => TELLING.indexOf(type);
  const facts = filledFields(view)
    .filter((field) => rank(field) >= 0 && !hidden.has(field.key))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, max)
    .map((field) => texts.card.labelled(labelText(field.label, ctx), oneLine(shownValue(view, field), MAX_FACT)));
  const round = record.round > 1 ? texts.procedure.round(record.round) : '';
  const isOwn = isDraft(record) || record.parent !== null;
  const starter = isOwn ? '' : texts.procedure.startedBy(whoName(record.starterId, view));
  return lines([[starter, round, ...facts, originText(view)].filter(Boolean).join(' · ')], 'quiet');
}

/** Big numbers with their labels side by side: what is decided on. */
export function figures(view: View, fields: FieldDefinition[]): Element[] {
  const seen = new Set(filledFields(view).map(({ key }) => key));
  const shown = fields.filter(({ key }) => seen.has(key));
  if (shown.length === 0) return [];
  const figure = (field: FieldDefinition) => [
    ...lines([shownValue(view, field, MAX_FACT)], 'heading'),
    ...lines([labelText(field.label, view.ctx)], 'quiet'),
  ];
  return block('grey', '', [columns(shown.map(figure))]);
}

/** What a deed left behind: the first text of its form, else the remark. */
function textOfDeed(view: View, { what, remark }: Deed): string {
  const { record, typed } = view;
  const stage = stageOf(record.definition, what.split('.', 1)[0] ?? '');
  const form =
    stage?.kind === 'fill'
      ? fieldsOf(
          record,
          stage.form.map(({ field }) => field),
        )
      : [];
  const seen = new Set(filledFields(view).map(({ key }) => key));
  const field = form.find(({ key, type }) => type === 'long' && seen.has(key));
  return remark !== '' ? typed(remark, MAX_TEXT) : field ? shownValue(view, field, MAX_TEXT) : '';
}

/** The newest thing that somebody did for the record, on green; nothing if it left no words behind. */
export function newestDeed(view: View): Element[] {
  const { record, ctx, texts } = view;
  const deed = record.deeds.findLast((one) => !one.verdict.startsWith('skipped'));
  // Nobody need be told what they wrote themselves.
  if (!deed || deed.by === ctx.readerId) return [];
  const title = texts.procedure.by(deedName(record, deed.what, ctx), sinceText(deed.at, ctx), whoName(deed.by, view));
  const shade = deed.verdict === 'return' || deed.verdict === 'reject' ? 'orange' : 'green';
  return block(shade, title, clamped(textOfDeed(view, deed), TEXT_LINES));
}

/** The question that nobody has answered yet. */
export function openQuestion(view: View, shade: 'yellow' | 'grey'): Element[] {
  const { record, ctx, texts, typed } = view;
  const { question } = record;
  if (!question) return [];
  const asked = [whoName(question.by, view), sinceText(question.at, ctx)] as const;
  const title =
    shade === 'grey'
      ? texts.procedure.questionTo(...asked, whoName(question.to, view))
      : texts.procedure.question(...asked);
  return block(shade, title, clamped(typed(question.text, MAX_TEXT), shade === 'grey' ? 2 : TEXT_LINES + 1));
}

/** A granted extension, or one that waits for somebody's nod. */
export function extensionLine(view: View): Element[] {
  const { record, ctx, texts } = view;
  const { extension } = record;
  if (!extension || !record.isOpen) return [];
  const until = dueDay(extension.until, ctx);
  const { extended, extensionWaits } = texts.procedure;
  const { waitsFor } = extension;
  return lines([waitsFor === null ? extended(until) : extensionWaits(until, whoName(waitsFor, view))], 'quiet');
}

/** The children of the record that a field lists, or all of them. */
export const childrenOf = ({ children }: ProcedureRecord, field: string | null): ProcedureRecord['children'] =>
  field === null ? children : children.filter((child) => child.field === field);
