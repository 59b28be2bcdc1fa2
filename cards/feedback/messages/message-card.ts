import type { Feedback } from '../../../src/domain/feedback/model';
import type { CardJson, JsonObject } from '../../../src/domain/messaging';
import { type Colour, card } from '../../kit/card';
import { fitted } from '../../kit/card-size';
import type { CardContext } from '../../kit/context';
import { lines } from '../../kit/elements';
import type { Audience } from '../../kit/frame';
import { mask } from '../../kit/mask';
import { timeText } from '../../kit/names';
import { cut } from '../../kit/plain-text';
import type { MessageFacts, Passage } from '../../texts/facts';
import type { MessageName } from '../../texts/texts';
import { messageActs, messageName } from './message-acts';
import { messageFacts, typedText } from './message-facts';

/** Characters of a typed text: a message is read in passing. */
const MAX_TYPED = 500;

const COLOURS: Partial<Record<MessageName, Colour>> = {
  answer_amended: 'green',
  answer_recalled: 'orange',
  answer_recalled_side: 'orange',
  urged: 'orange',
  withdrawn: 'grey',
  extended: 'yellow',
  reopened: 'orange',
  released: 'orange',
  moved: 'grey',
  moved_rep: 'yellow',
  moved_holder: 'grey',
  closed_rep: 'grey',
  reopened_rep: 'orange',
  edited: 'yellow',
  released_holder: 'orange',
  answered_holder: 'green',
  asked_holder: 'grey',
  transferred_holder: 'grey',
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
  'escalation.silent_lead': 'orange',
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
const FOR_GROUPS = new Set<MessageName>(['rep_note', 'info_provided', 'withdrawn', 'reopened', 'moved', 'edited']);

/** Stands for a message that has no text. */
function unworded({ number, status }: MessageFacts, ctx: CardContext): Passage {
  return { title: `${number} ${status}`, lines: [ctx.texts.card.retired(number)] };
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
  const facts = messageFacts(feedback, params, ctx);
  const hint = ctx.texts.card.fullTextIn(facts.number);
  const isForGroup = audience === 'group' || (message !== null && FOR_GROUPS.has(message));
  const hidden = (text: string) => (isForGroup ? mask(text) : text);
  const typed = message === null ? '' : hidden(typedText(message, feedback, params, ctx));
  const extended = message === null ? [] : extensionLines(message, feedback, facts, ctx).map(hidden);
  return fitted((room) => {
    const text = cut(typed, Math.min(room.chars, MAX_TYPED), hint);
    const passage = message === null ? unworded(facts, ctx) : ctx.texts.messages[message]({ ...facts, text });
    return card({
      title: passage.title,
      colour: (message && COLOURS[message]) ?? 'blue',
      summary: passage.title,
      isPrivate: !isForGroup,
      elements: [...lines([...passage.lines, ...extended]), ...messageActs(name, feedback, params, ctx)],
    });
  });
}
