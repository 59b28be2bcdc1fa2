import { type CardCommand, type FeedbackField, FIELDS } from '../../src/domain/feedback/commands';
import { CHANNELS, KINDS, PRIORITIES, SATISFACTIONS } from '../../src/domain/feedback/model';
import { textOfSource } from '../../src/domain/feedback/source-text';
import { peopleOf } from '../../src/domain/org/membership';
import { type ButtonParts, button } from '../kit/button';
import { categoryOptions, type DepartmentChoice, departmentOptions, options } from '../kit/choices';
import type { CardContext } from '../kit/context';
import type { Element } from '../kit/elements';
import { labelOf, type Option, type Submit } from '../kit/form-elements';
import { messageText } from '../kit/message-text';
import { personName, timeText } from '../kit/names';
import { oneLine } from '../kit/plain-text';
import { type FieldInput, recordForm } from '../kit/record-form';
import type { FieldName, ReasonedCommand, Texts } from '../texts/texts';
import type { View } from './case-frame';

/** What a card adds to the form of a command. */
export interface FormPlan extends Pick<ButtonParts, 'look' | 'confirm' | 'values'> {
  command: CardCommand;
  /** What the fields hold at first, by their names. */
  initial?: Record<string, string>;
  /** Which departments a person can choose. */
  departments?: DepartmentChoice;
  /** Only these fields; all of the command's if absent. */
  only?: string[];
  /** The buttons that send the form, if not the command's own. */
  submits?: Submit[];
  aside?: string;
  /** What stands in the empty fields, if not the command's own words. */
  hint?: string;
  /** One of several buttons needs no field filled in: the program asks, not the form. */
  isOptional?: boolean;
}

/** Names, numbers and reasons fit in one line. */
const ONE_LINERS = new Set(['subject', 'customer', 'contact', 'goodwill']);

/** A burst is a few messages; the select that parts it must leave room for the rest of the card. */
const MAX_MESSAGES = 20;
const MAX_FIRST_WORDS = 20;

/** People whose names are looked up for a select. */
const MAX_PEOPLE = 30;

/** What a person calls a field. Each command has its own `reason`; a field without a text keeps its name. */
export function fieldLabel(command: CardCommand | null, name: string, texts: Texts): string {
  if (name === 'reason') return texts.reasons[command as ReasonedCommand] ?? texts.reason;
  return texts.fields[name as FieldName] ?? name;
}

/** The department's people whom the program knows. */
function memberOptions({ feedback, ctx }: View): Option[] {
  return peopleOf(feedback.department, ctx.org, ctx.groupMembers)
    .slice(0, MAX_PEOPLE)
    .map((id) => ({ value: id, text: personName(id, ctx) }));
}

/** The draft's messages after the first one, by their first words. */
function messageOptions({ feedback, ctx, room, texts }: View): Option[] {
  return feedback.sources.slice(1, Math.min(room.options, MAX_MESSAGES)).flatMap((source) => {
    const { messageId, sentAt, inside = [], form, text } = source;
    if (messageId === null) return [];
    const words = text === '' && inside.length > 0 ? textOfSource(source) : messageText({ form, text }, texts);
    return [{ value: messageId, text: texts.card.messageAt(timeText(sentAt, ctx), oneLine(words, MAX_FIRST_WORDS)) }];
  });
}

function inputOf({ name, as }: FeedbackField, view: View, { initial = {}, departments }: FormPlan): FieldInput {
  const { texts } = view;
  const chosen = initial[name] ?? '';
  switch (as) {
    case 'kind':
      return options(KINDS, texts.kinds);
    case 'channel':
      return options(CHANNELS, texts.channels);
    case 'priority':
      return options(PRIORITIES, texts.priorities);
    case 'satisfaction':
      return options(SATISFACTIONS, texts.satisfactions);
    case 'category':
      return categoryOptions(view, chosen);
    case 'department':
      return departmentOptions(view, chosen, departments);
    case 'message':
      return messageOptions(view);
    case 'text':
      return ONE_LINERS.has(name) ? 'line' : 'text';
    case 'time':
      return 'time';
    case 'person':
      return memberOptions(view);
  }
}

/** A text says inside the control what belongs there; beside a label it need not. */
function placeholderOf(command: CardCommand, { name, as, required }: FeedbackField, texts: Texts): string {
  const hint = texts.hints[name as FieldName];
  if (as !== 'text') return hint ?? texts.chooseHere;
  if (ONE_LINERS.has(name)) return hint ?? texts.typeHere;
  return hint ?? labelOf({ label: fieldLabel(command, name, texts), required });
}

/** The word of a command; what needs a manager's nod can only be asked for. */
function wordOf(command: CardCommand, { ctx, texts }: View): string {
  return command === 'extend' ? extendWord(ctx) : texts.commands[command];
}

/** 登记延期, or 申请延期 where a manager has to agree. */
export const extendWord = ({ org, texts }: CardContext): string =>
  org.sla.extensionNeedsNod ? texts.acts.askExtension : texts.acts.extend;

/** The form of a command, from the table that reads its callback as well (design §3.3). */
export function commandForm(view: View, plan: FormPlan): Element {
  const { feedback, texts } = view;
  const { command, initial = {}, only, submits, aside, hint, isOptional = false, look, confirm, values } = plan;
  const shown = FIELDS[command].filter(({ name }) => only === undefined || only.includes(name));
  const own = { cmd: `feedback.${command}`, id: feedback.id, word: wordOf(command, view), look, confirm, values };
  return recordForm({
    fields: shown.map((field) => ({
      name: field.name,
      label: fieldLabel(command, field.name, texts),
      placeholder: hint ?? placeholderOf(command, field, texts),
      required: field.required && !isOptional,
      initial: initial[field.name] ?? '',
      as: inputOf(field, view, plan),
    })),
    aside,
    submits: submits ?? [own],
  });
}

/** The button of a command that needs nothing filled in. */
export function commandButton(
  { feedback, texts }: View,
  command: CardCommand,
  more: Partial<Pick<ButtonParts, 'look' | 'confirm' | 'values' | 'word'>> = {},
): Element {
  return button({ cmd: `feedback.${command}`, id: feedback.id, word: texts.commands[command], ...more });
}
