import { FeedbackStore } from '../../db/feedback-store';
import type { Tx } from '../../db/transaction';
import type { ErrorCode } from '../../domain/errors';
import { heldWith } from '../../domain/feedback/attachments';
import type { Command } from '../../domain/feedback/commands';
import { joins, takeIn } from '../../domain/feedback/intake/take-in';
import { type Feedback, isAtRest, isInformation, type Loss } from '../../domain/feedback/model';
import type { IncomingMessage } from '../../domain/messaging';
import { normalised } from '../../domain/normalised-text';
import type { Messages, RecordEvent } from '../../engine/workflow';
import { answerIn } from './thread-answer';

/** Claims a case for people who see no button. */
const CLAIM = new Set(['接单', '接單', 'claim']);

/** How customers' messages and replies become part of a feedback. */
export const messages: Messages<Feedback, Command> = {
  openFor: draftFor,
  takeIn: (message, open, context) => takeIn(message, open, context, context.now),
  hear,
  attachment: (feedback, key) => heldWith(feedback, key)?.attachment ?? null,
};

/** The draft to which a message belongs as one more of a burst; null if the message opens a new draft. */
async function draftFor(tx: Tx, message: IncomingMessage): Promise<Feedback | null> {
  const draft = await new FeedbackStore(tx).latestDraftOf(message.senderId);
  return draft && joins(draft, message) ? draft : null;
}

function hear(feedback: Feedback, event: RecordEvent): Command | 'join' | 'ask' | null {
  switch (event.kind) {
    case 'replied':
      return replied(feedback, event.message);
    case 'recalled':
      return { type: 'recall', messageId: event.messageId };
    case 'edited': {
      const { messageId, text, attachments } = event.message;
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
  const text = message.text.trim();
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
  // Colleagues may go on talking under the card of a finished case: that is no progress.
  if (isAtRest(feedback)) return null;
  const answer = answerIn(text, message.mentioned);
  // Its writer must hear of an empty answer in any status.
  if (answer === '' || (answer !== null && (feedback.status === 'assigned' || feedback.status === 'handling'))) {
    return { type: 'answer', answer, cause: '', prevention: '' };
  }
  if (feedback.status === 'assigned' && CLAIM.has(normalised(text))) return { type: 'claim' };
  return note;
}
