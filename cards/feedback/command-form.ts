import { type CardCommand, type FeedbackField, FIELDS } from '../../src/domain/feedback/commands';
import { CHANNELS, KINDS, PRIORITIES, SATISFACTIONS, wordsOf } from '../../src/domain/feedback/model';
import { UNSURE } from '../../src/domain/org/org';
import { type ButtonLook, type ButtonParts, button, type Confirm, columns, type Element, lines } from '../kit/elements';
import { dateTimePicker, type FieldParts, form, type Option, select, textArea, textInput } from '../kit/forms';
import { categoryName, departmentName, timeText } from '../kit/names';
import { oneLine } from '../kit/plain-text';
import type { FieldName, ReasonedCommand, Texts } from '../texts/texts';
import type { View } from './case-frame';
import { saidText } from './message-text';

export interface FormOptions {
  /** What stands in the fields at first, by their names. */
  initial?: Record<string, string>;
  look?: ButtonLook;
  confirm?: Confirm;
  /** Which departments the select offers; `unsure` adds "let a clerk decide". */
  departments?: { except?: string | null; unsure?: boolean };
}

/** Names, numbers and reasons: a line is enough. */
const ONE_LINERS = new Set(['customer', 'contact', 'goodwill', 'reason']);

/** A burst is a few messages; its select must leave the rest of the card its room. */
const MAX_MESSAGES = 20;
const MAX_FIRST_WORDS = 20;

/** What a person calls the field; `reason` is another one with each command, an unknown one is called by its name. */
export function fieldLabel(command: CardCommand | null, name: string, texts: Texts): string {
  if (name === 'reason') return texts.reasons[command as ReasonedCommand] ?? texts.reason;
  return texts.fields[name as FieldName] ?? name;
}

function choices<T extends string>(keys: readonly T[], words: Record<T, string>): Option[] {
  return keys.map((key) => ({ value: key, text: words[key] }));
}

/** The departments to choose from; a chosen one never falls off the end of a list that is too long for the card. */
export function departmentOptions(
  view: View,
  initial: string,
  { except = null, unsure = false }: FormOptions['departments'] = {},
): Option[] {
  const { ctx, room, texts } = view;
  const keys = ctx.org.departments.map(({ key }) => key).filter((key) => key !== except);
  const shown = keys.slice(0, room.options);
  if (keys.includes(initial) && !shown.includes(initial)) shown.splice(-1, 1, initial);
  const options = shown.map((key) => ({ value: key, text: departmentName(key, ctx) }));
  return unsure ? [...options, { value: UNSURE, text: texts.unsure }] : options;
}

function categoryOptions({ ctx, room }: View, initial: string): Option[] {
  const keys = ctx.org.categories.map(({ key }) => key);
  const shown = keys.slice(0, room.options);
  if (keys.includes(initial) && !shown.includes(initial)) shown.splice(-1, 1, initial);
  return shown.map((key) => ({ value: key, text: categoryName(key, ctx) }));
}

/** The draft's messages but the first, by their first words. */
function messageOptions({ feedback, ctx, room, texts }: View): Option[] {
  return feedback.sources.slice(1, Math.min(room.options, MAX_MESSAGES)).flatMap((source) => {
    const { messageId, sentAt, inside = [], form, text } = source;
    if (messageId === null) return [];
    const words = text === '' && inside.length > 0 ? wordsOf(source) : saidText({ form, text }, texts);
    return [{ value: messageId, text: texts.card.messageAt(timeText(sentAt, ctx), oneLine(words, MAX_FIRST_WORDS)) }];
  });
}

function optionsOf(field: FeedbackField, view: View, initial: string, options: FormOptions): Option[] {
  const { texts } = view;
  switch (field.as) {
    case 'kind':
      return choices(KINDS, texts.kinds);
    case 'channel':
      return choices(CHANNELS, texts.channels);
    case 'priority':
      return choices(PRIORITIES, texts.priorities);
    case 'satisfaction':
      return choices(SATISFACTIONS, texts.satisfactions);
    case 'category':
      return categoryOptions(view, initial);
    case 'department':
      return departmentOptions(view, initial, options.departments);
    case 'message':
      return messageOptions(view);
    case 'text':
    case 'time':
      return [];
  }
}

function elementsOf(field: FeedbackField, parts: FieldParts, view: View, options: FormOptions): Element[] {
  if (field.as === 'time') return dateTimePicker(parts);
  if (field.as === 'text') return ONE_LINERS.has(field.name) ? textInput(parts) : textArea(parts);
  return select(parts, optionsOf(field, view, parts.initial, options));
}

/** Two selects share a row: a form must not be longer than a phone's screen without need. */
function laidOut(drawn: { isSelect: boolean; elements: Element[] }[]): Element[] {
  const rows: Element[] = [];
  for (let i = 0; i < drawn.length; i += 1) {
    const here = drawn[i];
    const next = drawn[i + 1];
    if (here?.isSelect && next?.isSelect) {
      rows.push(columns([here.elements, next.elements]));
      i += 1;
    } else {
      rows.push(...(here?.elements ?? []));
    }
  }
  return rows;
}

/** The form of a command, drawn from the same table that its callback is read back by (design §3.3). */
export function commandForm(view: View, command: CardCommand, options: FormOptions = {}): Element {
  return drawnForm(view, command, options, { taken: new Set(), folded: false });
}

/** How a form stands among the others of its card. */
interface Among {
  /** A field whose name is taken gets `__<command>` appended: names differ within a card. The reader strips it. */
  taken: ReadonlySet<string>;
  folded: boolean;
}

function drawnForm(view: View, command: CardCommand, options: FormOptions, { taken, folded }: Among): Element {
  const { feedback, texts } = view;
  const { initial = {}, look = 'default' } = options;
  const drawn = FIELDS[command].map((field) => {
    const isSelect = field.as !== 'text' && field.as !== 'time';
    const parts: FieldParts = {
      name: taken.has(field.name) ? `${field.name}__${command}` : field.name,
      label: fieldLabel(command, field.name, texts),
      placeholder: texts.hints[field.name as FieldName] ?? (field.as === 'text' ? texts.typeHere : texts.chooseHere),
      required: field.required,
      initial: initial[field.name] ?? '',
    };
    return { isSelect, elements: elementsOf(field, parts, view, options) };
  });
  const submit = {
    cmd: `feedback.${command}`,
    id: feedback.id,
    word: texts.commands[command],
    look,
    ...(options.confirm ? { confirm: options.confirm } : {}),
  };
  if (folded) return form(laidOut(drawn), { ...submit, foldedUnder: texts.folds[command] ?? submit.word });
  return form([...lines([texts.asides[command] ?? null], 'quiet'), ...laidOut(drawn)], submit);
}

export type FormPlan = FormOptions & { command: CardCommand };

/**
 * The forms of one card, one under the other: first what the card is there for, then, each folded to a line, what is
 * wanted now and then. On a phone a form is half a screen long.
 */
export function cardForms(
  view: View,
  { open = [], folded = [] }: { open?: FormPlan[]; folded?: FormPlan[] },
): Element[] {
  const taken = new Set<string>();
  const draw = (plan: FormPlan, isFolded: boolean): Element => {
    const element = drawnForm(view, plan.command, plan, { taken: new Set(taken), folded: isFolded });
    for (const { name } of FIELDS[plan.command]) taken.add(name);
    return element;
  };
  const first = open.map((plan) => draw(plan, false));
  const others = folded.map((plan) => draw(plan, true));
  const heading = first.length > 0 ? lines([view.texts.card.otherActions], 'quiet') : [];
  return [...first, ...(others.length > 0 ? [...heading, ...others] : [])];
}

/** The button of a command without fields. */
export function commandButton(
  { feedback, texts }: View,
  command: CardCommand,
  more: Pick<ButtonParts, 'look' | 'confirm' | 'values'> = {},
): Element {
  return button({ cmd: `feedback.${command}`, id: feedback.id, word: texts.commands[command], ...more });
}
