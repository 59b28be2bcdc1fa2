import { FeedbackStore } from '../../db/feedback-store';
import type { Tx } from '../../db/transaction';
import type { ErrorCode } from '../../domain/errors';
import { heldWith, seeAttached } from '../../domain/feedback/attachments';
import type { Command } from '../../domain/feedback/commands';
import { joins, takeIn } from '../../domain/feedback/intake/take-in';
import { answeringNote, type Feedback, isAtRest, isInformation, type Loss } from '../../domain/feedback/model';
import { isBlank } from '../../domain/fields';
import type { IncomingMessage } from '../../domain/messaging';
import { normalised } from '../../domain/text/normalised-text';
import type { Messages, RecordEvent } from '../../engine/workflow';
import { answerIn } from './thread-answer';

/** Claims a case for people who see no button. */
const CLAIM = new Set(['接单', '接單', 'claim']);

const YES_OR_NO =
  /[吗么嗎][？?。\s]*$|是否|能否|可否|有无|是不是|能不能|可不可以|有没有|要不要|行不行|对不对|^(?:is|are|do|does|can|will)\b/iu;
/** A yes or a no in a word; 好的 and 收到 only say that the question was read. */
const YES = /^(?:是|不是|对|不对|可以|不可以|行|不行|能|不能|有|没有|要|不要|不用|不需要|没问题|yes|no)[的了呢啊]?$/;

/** How customers' messages and replies become part of a feedback. */
export const messages: Messages<Feedback, Command> = {
  openFor: draftFor,
  takeIn: (message, open, context) => takeIn(message, open, context, context.now),
  hear,
  saysYes,
  attachment: (feedback, key) => heldWith(feedback, key)?.attachment ?? null,
};

/** The draft to which a message belongs as one more of a burst; null if the message opens a new draft. */
async function draftFor(tx: Tx, message: IncomingMessage): Promise<Feedback | null> {
  const draft = await new FeedbackStore(tx).latestDraftOf(message.senderId);
  return draft && joins(draft, message) ? draft : null;
}

/** The rep says yes or no to the department's open question. */
function saysYes({ status, questions }: Feedback, { text }: IncomingMessage): boolean {
  const { question = '', answeredAt = 0 } = questions.at(-1) ?? {};
  return status === 'waiting' && answeredAt === null && YES_OR_NO.test(question.trim()) && YES.test(normalised(text));
}

function hear(feedback: Feedback, event: RecordEvent): Command | 'join' | 'ask' | null {
  switch (event.kind) {
    case 'replied':
      return replied(feedback, event.message);
    case 'recalled':
      return { type: 'recall', messageId: event.messageId };
    case 'edited': {
      const { messageId, attachments } = event.message;
      const isAnswer = answeringNote(feedback)?.messageId === messageId;
      const text = (isAnswer ? answerOf(event.message) : null) ?? event.message.text;
      return { type: 'edit', messageId, text, attachments, at: event.at };
    }
    case 'kept':
      return { type: 'keep_attachment', key: event.key, keptKey: event.keptKey, why: lossOf(event.why) };
    case 'forward_refused':
      return { type: 'forward_refused', messageId: event.messageId };
  }
}

function lossOf(why: ErrorCode | null): Loss | null {
  if (why === null) return null;
  return why === 'feishu_too_large' ? 'too_large' : 'refused';
}

/**
 * The command of a reply under a case's card: the rep adds or answers a question, the department reports or concludes.
 */
function replied(feedback: Feedback, message: IncomingMessage): Command | 'join' | 'ask' | null {
  const text = isBlank(message.text) ? '' : message.text.trim();
  if (feedback.status === 'draft') return message.senderId === feedback.repId ? 'join' : null;
  if (text === '' && message.attachments.length === 0) return null;
  const { messageId, form, attachments } = message;
  const note = { type: 'note' as const, text, messageId, form, attachments };
  if (message.chatType === 'p2p') {
    if (message.senderId === feedback.repId && feedback.status === 'waiting')
      return { type: 'provide_info', info: text, messageId, form, attachments };
    // The customer may have come back about a closed case, or about something else.
    if (feedback.status === 'closed' && !isInformation(feedback.kind)) return 'ask';
    return isAtRest(feedback) ? null : note;
  }
  // In any status: its writer must hear that an answer says nothing, or comes too late.
  const answer = answerOf(message);
  if (answer !== null) {
    const reply = { answer, messageId, form, attachments };
    if (feedback.status === 'answered') return { type: 'amend_answer', ...reply };
    return { type: 'answer', cause: '', prevention: '', ...reply };
  }
  // Colleagues may go on talking under the card of a finished case: that is no progress.
  if (isAtRest(feedback)) return null;
  if (feedback.status === 'assigned' && CLAIM.has(normalised(text))) return { type: 'claim' };
  return note;
}

/** What answers are read from; an edited message that was read again does not tell its mentions. */
type Written = Pick<IncomingMessage, 'text' | 'attachments'> & Partial<Pick<IncomingMessage, 'mentioned'>>;

/** The answer that the reply gives; null if it gives none. A picture may be the whole answer. */
function answerOf({ text, mentioned = [], attachments }: Written): string | null {
  const answer = answerIn(text, mentioned);
  const isEnglish = !/\p{Script=Han}/u.test(text);
  return answer === '' && attachments.length > 0 ? seeAttached(attachments, isEnglish) : answer;
}
