import { beginningOf, type Feedback, numberOf } from '../../src/domain/feedback/model';
import type { CardJson, JsonObject } from '../../src/domain/messaging';
import { departmentOf } from '../../src/domain/org/org';
import { type Colour, card } from '../kit/card';
import { fitted } from '../kit/card-size';
import type { CardContext } from '../kit/context';
import { lines } from '../kit/elements';
import type { Audience } from '../kit/frame';
import { mask } from '../kit/mask';
import { formName, messageText } from '../kit/message-text';
import { departmentName, personName, timeText } from '../kit/names';
import { cut, oneLine } from '../kit/plain-text';
import type { MessageName } from '../texts/names';
import type { MessageFacts, Passage } from '../texts/texts';
import { messageActs, messageName } from './message-acts';
import { repsTurn, situationOf, standing } from './situation';

const MAX_CUSTOMER = 60;
const MAX_BEGINNING = 60;

const COLOURS: Partial<Record<MessageName, Colour>> = {
  answered: 'green',
  question: 'yellow',
  urged: 'orange',
  withdrawn: 'grey',
  extended: 'yellow',
  reopened: 'orange',
  released: 'orange',
  moved: 'grey',
  moved_rep: 'yellow',
  moved_holder: 'grey',
  priority_raised: 'orange',
  undeliverable: 'red',
  holder_left: 'orange',
  rep_left: 'orange',
  'reminder.unclaimed': 'orange',
  'reminder.before': 'orange',
  'reminder.due': 'red',
  'reminder.overdue': 'red',
  'escalation.due': 'red',
  'escalation.overdue': 'red',
  'escalation.before': 'orange',
  'reminder.draft': 'orange',
  'reminder.draft_left': 'orange',
  'escalation.draft_left': 'orange',
  'escalation.interim_due': 'red',
  'escalation.interim_overdue': 'red',
  'reminder.silent': 'orange',
  'reminder.interim_before': 'yellow',
  'reminder.interim_due': 'red',
  'reminder.interim_overdue': 'red',
  freed: 'orange',
  freed_former: 'grey',
  settled: 'grey',
};

/** Messages that may go to a group: contact details are masked. */
const FOR_GROUPS = new Set<MessageName>(['rep_note', 'info_provided', 'withdrawn', 'reopened', 'moved']);

const stringIn = (params: JsonObject, key: string): string | null => {
  const value = params[key];
  return typeof value === 'string' ? value : null;
};

const numberIn = (params: JsonObject, key: string): number | null => {
  const value = params[key];
  return typeof value === 'number' ? value : null;
};

type TextSource = (feedback: Feedback, params: JsonObject, ctx: CardContext) => string;

const reasonOf: TextSource = (feedback, params) => stringIn(params, 'reason') ?? feedback.reason;

/** Names a picture or a file without a text. */
function wordless(params: JsonObject, { texts }: CardContext): string {
  return formName(stringIn(params, 'form') ?? 'text', texts);
}

function noteText(_feedback: Feedback, params: JsonObject, ctx: CardContext): string {
  const [text, form] = [stringIn(params, 'text') ?? '', stringIn(params, 'form') ?? 'text'];
  return text === '' ? wordless(params, ctx) : messageText({ form, text }, ctx.texts);
}

/** The beginning of the customer's text: a draft may have no other name. */
function wordsOfDraft({ sources }: Feedback, _params: JsonObject, { texts }: CardContext): string {
  const form = sources[0]?.form ?? 'text';
  return oneLine(beginningOf({ sources }), MAX_BEGINNING) || formName(form, texts);
}

/** The one typed text that a message is about: from the notice, else from the record. */
const TEXT_SOURCES: Partial<Record<MessageName, TextSource>> = {
  answered: (feedback) => feedback.answer,
  question: (feedback, params) => stringIn(params, 'question') ?? feedback.questions.at(-1)?.question ?? '',
  info_provided: (feedback, params, ctx) =>
    (stringIn(params, 'info') ?? feedback.questions.at(-1)?.info ?? '') || wordless(params, ctx),
  extended: (feedback, params) => stringIn(params, 'reason') ?? feedback.extension?.reason ?? '',
  withdrawn: reasonOf,
  released: (_feedback, params) => stringIn(params, 'reason') ?? '',
  moved: (feedback, params) => stringIn(params, 'reason') ?? feedback.transferReason,
  moved_rep: (feedback, params) => stringIn(params, 'reason') ?? feedback.transferReason,
  priority_raised: (feedback, _params, { texts }) => texts.priorities[feedback.priority],
  'reminder.draft': wordsOfDraft,
  'reminder.draft_left': wordsOfDraft,
  'escalation.draft_left': wordsOfDraft,
  adopted: wordsOfDraft,
  rep_left: (feedback, _params, ctx) => repsTurn(feedback, ctx),
  settled: (feedback, _params, ctx) => standing(feedback, ctx),
  reopened: reasonOf,
  progress: noteText,
  rep_note: noteText,
  undeliverable: (_feedback, params, { texts }) => {
    const why = stringIn(params, 'why') ?? '';
    return texts.undeliverable[why] ?? why;
  },
};

/** A group by the department it serves, a person by name. */
function recipientName(id: string, ctx: CardContext): string {
  const department = ctx.org.departments.find(({ chat, key }) => chat === id || key === id);
  if (department) return departmentName(department.key, ctx);
  return id.startsWith('ou_') ? personName(id, ctx) : oneLine(id, MAX_CUSTOMER);
}

function factsOf(feedback: Feedback, params: JsonObject, ctx: CardContext): MessageFacts {
  const { texts } = ctx;
  const situation = situationOf(feedback, ctx);
  // A reminder is about its own deadline: an extended case has two.
  const due = timeText(numberIn(params, 'dueAt'), ctx) || situation.due;
  const key = stringIn(params, 'department');
  const department = key && departmentOf(ctx.org, key) ? departmentName(key, ctx) : situation.department;
  return {
    ...situation,
    due,
    department,
    number: numberOf(feedback),
    customer: oneLine(mask(feedback.customer), MAX_CUSTOMER) || texts.card.unnamedCustomer,
    status: texts.statuses[feedback.status],
    todo: texts.todos[feedback.status](situation),
    forwardedAt: timeText(feedback.createdAt, ctx),
    assignedAt: timeText(feedback.assignedAt, ctx),
    by: personName(stringIn(params, 'by') ?? feedback.repId, ctx),
    text: '',
    until: timeText(numberIn(params, 'until') ?? feedback.extension?.until ?? null, ctx),
    to: recipientName(stringIn(params, 'to') ?? '', ctx),
  };
}

function unworded({ number, status }: MessageFacts, ctx: CardContext): Passage {
  return { title: ctx.texts.card.summary(number, status), lines: [ctx.texts.card.retired(number)] };
}

/** A reminder tells of an extension: an extension does not stop the clock. */
function extensionLines(name: MessageName, feedback: Feedback, facts: MessageFacts, ctx: CardContext): string[] {
  const isReminder = name.startsWith('reminder.') || name.startsWith('escalation.');
  if (!isReminder || name.includes('interim') || !feedback.extension || feedback.status === 'answered') return [];
  const { extension, interimReply } = ctx.texts.card;
  const asked = feedback.interimAt === null ? [interimReply(timeText(feedback.dueAt, ctx))] : [];
  return [extension(facts.until, cut(feedback.extension.reason, 100)), ...asked];
}

/** A notice of the domain that becomes a message of its own. */
export interface OneOffMessage {
  /** `answered`, `reminder` … */
  name: string;
  params?: JsonObject | undefined;
  audience?: Audience;
}

/**
 * A message that is sent once: the answer has come, a question, a reminder. It has the number in its title, a few literal
 * lines, and buttons if a reminder asks its reader something. Times are absolute.
 */
export function messageCard(
  { name, params = {}, audience = 'one_person' }: OneOffMessage,
  feedback: Feedback,
  ctx: CardContext,
): CardJson {
  const message = messageName(name, params, ctx.texts);
  const facts = factsOf(feedback, params, ctx);
  const hint = ctx.texts.card.fullTextIn(facts.number);
  const typed = message === null ? '' : (TEXT_SOURCES[message]?.(feedback, params, ctx) ?? '');
  const isForGroup = audience === 'group' || (message !== null && FOR_GROUPS.has(message));
  const shown = isForGroup ? mask(typed) : typed;
  return fitted((room) => {
    const text = cut(shown, Math.min(room.chars, 500), hint);
    const passage = message === null ? unworded(facts, ctx) : ctx.texts.messages[message]({ ...facts, text });
    const extended =
      message === null
        ? []
        : extensionLines(message, feedback, facts, ctx).map((line) => (isForGroup ? mask(line) : line));
    return card({
      title: passage.title,
      colour: (message && COLOURS[message]) ?? 'blue',
      summary: passage.title,
      elements: [...lines([...passage.lines, ...extended]), ...messageActs(name, feedback, params, ctx)],
    });
  });
}
