import { deadlineOf } from '../../../src/domain/feedback/clock/deadline';
import type { Feedback } from '../../../src/domain/feedback/model';
import { seesContact } from '../../../src/domain/feedback/visibility';
import type { CardJson, JsonObject, Recipient } from '../../../src/domain/messaging';
import type { CardContext } from '../../kit/context';
import { block, clamped, type Element, lines, ownWords } from '../../kit/elements';
import { frame, type Look } from '../../kit/frame';
import { readBy } from '../../kit/names';
import { deadlineSaid, isPast } from '../../kit/time-left';
import type { NoticeWords } from '../../texts/facts';
import type { MessageName } from '../../texts/texts';
import { drawnCase, type View } from '../case-frame';
import { customerWords } from '../short-sections';
import { standing } from '../situation';
import { messageActs, messageName } from './message-acts';
import { messageFacts, typedText } from './message-facts';
import { partOf, whoMustAct } from './reader';
import { lastActs } from './reader-acts';
import { mentions, type Tone, toneOf } from './tones';

/** A message is read in passing: code points of a typed text, and lines on the screen. */
const MAX_TYPED = 300;
const TYPED_LINES = 6;

/** A notice of the domain that becomes a message of its own. */
export interface OneOffMessage {
  /** `answer_amended`, `reminder` … */
  name: string;
  params?: JsonObject | undefined;
  to: Recipient;
  /** What it asks for is done, or no longer wanted: it turns grey, and says how the case stands. */
  isSettled?: boolean;
}

/** A message while it is drawn; `message` is null for a notice that has no text. */
interface Draft extends OneOffMessage {
  view: View;
  params: JsonObject;
  message: MessageName | null;
  words: NoticeWords;
  tone: Tone;
}

const dueOf = ({ params, view: { feedback } }: Draft): number | null =>
  typeof params.dueAt === 'number' ? params.dueAt : deadlineOf(feedback);

/** Above all else the colour says how much it presses. */
function lookOf(draft: Draft): Look {
  const { view, words, tone, isSettled = false } = draft;
  const { facts, ctx, texts, feedback } = view;
  const tag = (colour: 'orange' | 'red' | 'blue' | 'green' | 'neutral') => ({ text: words.short, colour });
  const status = { text: texts.statuses[feedback.status], colour: facts.statusColour };
  const said = { said: words.short };
  if (isSettled) return { ...said, colour: 'grey', icon: 'done', when: facts.when, tags: [tag('neutral'), status] };
  const due = dueOf(draft);
  const isAlarm = !facts.isAtRest && (facts.priority === 'urgent' || isPast(due, ctx));
  const when = facts.isAtRest || feedback.status === 'draft' ? facts.when : deadlineSaid(due, ctx);
  switch (tone) {
    case 'call': {
      const colour = isAlarm ? 'red' : 'orange';
      return { ...said, when, colour, icon: isAlarm ? 'alarm' : 'reminder', tags: [tag(colour), status] };
    }
    case 'end':
      return { ...said, when: facts.isAtRest ? facts.when : '', colour: 'grey', icon: 'void', tags: [tag('neutral')] };
    case 'good':
      return { ...said, when, tags: [tag('green')], ...(isAlarm ? {} : { colour: 'green' }) };
    case 'turn':
      return { ...said, when, tags: [tag('blue'), status] };
    case 'news':
      return { ...said, when, tags: [tag('blue'), status], ...(facts.pressing === null ? { colour: 'wathet' } : {}) };
  }
}

/** What its reader is to do, in the product's own words; in a group it mentions the one who must act, and nobody else. */
function request({ view, words, message, params, to, tone }: Draft): Element[] {
  const { feedback, ctx } = view;
  const ask = words.ask ?? '';
  const who = to.type === 'chat' && message !== null && mentions(message) ? whoMustAct(feedback, ctx.org) : null;
  const at = who === null || who === params.by ? '' : `<at id=${who}></at> `;
  if (ask === '') return at === '' ? [] : [ownWords(at.trim())];
  return [ownWords(tone === 'call' ? `${at}**${ask}**` : `${at}${ask}`)];
}

/** The typed text that the notice is about; a department reads here what it is to act on. */
function quoted({ view, words, message, params }: Draft): Element[] {
  const { feedback, ctx, typed } = view;
  const text = message === null ? '' : typedText(message, feedback, params, ctx);
  const over = words.over ?? '';
  return over === '' ? [] : block('grey', over, clamped(typed(text, MAX_TYPED), TYPED_LINES));
}

/** A lead is to find somebody for a case that nobody has read yet. */
function original({ view, name, to }: Draft): Element[] {
  const { feedback, ctx } = view;
  const isForLead = name === 'escalation' || name === 'urgent';
  const isUnread = feedback.status === 'assigned' && partOf(feedback, to, ctx.org) === 'lead';
  return isForLead && isUnread ? customerWords(view) : [];
}

/** A reminder tells of an extension: an extension does not stop the clock. */
function extensionLines({ view, name, params, message }: Draft): string[] {
  const { feedback, ctx, texts, typed } = view;
  const isReminder = (name === 'reminder' || name === 'escalation') && params.duty !== 'interim';
  if (!isReminder || message === null || !feedback.extension || feedback.status === 'answered') return [];
  const { until, interimDue } = messageFacts(feedback, params, ctx);
  return [
    texts.card.extension(until, typed(feedback.extension.reason, 100)),
    interimDue === '' ? '' : texts.card.interimReply(interimDue),
  ];
}

/** Who has the case, for somebody above. */
function holding({ view, name, params }: Draft): Element[] {
  const { feedback, ctx, texts } = view;
  if (name !== 'escalation' || feedback.status === 'draft') return [];
  const { holder } = messageFacts(feedback, params, ctx);
  return lines([texts.list.whoAndStatus(holder, texts.statuses[feedback.status])], 'quiet');
}

function settled(draft: Draft): CardJson {
  const { view } = draft;
  return frame(view, [...lines([standing(view.feedback, view.ctx)], 'quiet'), ...lastActs(view)], lookOf(draft));
}

function drawn(draft: Draft): CardJson {
  const { view, name, params, to, words, tone, isSettled } = draft;
  if (isSettled) return settled(draft);
  const said = [
    ...request(draft),
    ...lines([words.say ?? '']),
    ...quoted(draft),
    ...lines(extensionLines(draft), 'quiet'),
    ...messageActs(name, params, { view, to, isCall: tone === 'call' }),
    ...original(draft),
    ...holding(draft),
    ...lines([params.asks === true ? '' : (words.note ?? '')], 'quiet'),
  ];
  // A typed text may have been taken back, and a case at rest offers nothing.
  return frame(view, said.length > 0 ? said : lines([standing(view.feedback, view.ctx)]), lookOf(draft));
}

/** A warning that is drawn again once its deadline has passed tells how late it is. */
function rungNow(params: JsonObject, feedback: Feedback, ctx: CardContext): JsonObject {
  const dueAt = typeof params.dueAt === 'number' ? params.dueAt : deadlineOf(feedback);
  return params.rung === 'before' && isPast(dueAt, ctx) ? { ...params, rung: 'overdue' } : params;
}

/**
 * A message that is sent once: a question, a reminder, what others did. It speaks to its reader, says in a sentence what
 * happened or what is to be done, and carries the act.
 */
export function messageCard(notice: OneOffMessage, feedback: Feedback, context: CardContext): CardJson {
  const { to, name, params = {} } = notice;
  const ctx = to.type === 'person' ? readBy(to.id, context) : context;
  const audience = to.type === 'person' && seesContact(feedback, to.id, ctx.org) ? 'one_person' : 'group';
  const message = messageName(name, rungNow(params, feedback, ctx), ctx.texts);
  return drawnCase(feedback, { ctx, audience }, (view) => {
    const words: NoticeWords =
      message === null
        ? { short: ctx.texts.statuses[feedback.status], say: standing(feedback, ctx) }
        : ctx.texts.messages[message](messageFacts(feedback, params, ctx));
    const tone = message === null ? 'news' : toneOf(message);
    return drawn({ ...notice, params, view, message, words, tone });
  });
}
