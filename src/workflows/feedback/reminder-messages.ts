import type { BundledCase } from '../../../cards/feedback/messages/bundle-line';
import { isAboutDraft } from '../../../cards/feedback/messages/message-acts';
import { messageCard } from '../../../cards/feedback/messages/message-card';
import type { CardContext } from '../../../cards/kit/context';
import type { MessageNotice } from '../../domain/decision';
import { targetOf } from '../../domain/feedback/clock/deadline';
import { openQuestionAt } from '../../domain/feedback/clock/silent-holder';
import { type Feedback, isAtRest } from '../../domain/feedback/model';
import type { CardJson, JsonObject } from '../../domain/messaging';
import type { About } from '../../engine/workflow';

/** Messages that chase people: not sent once the case is at rest or has moved on (design §2). */
const CHASING = new Set(['reminder', 'escalation', 'urged', 'freed']);

/** The parameters of a message, without the question if it was answered in the meantime. */
function paramsNow({ params = {} }: MessageNotice, feedback: Feedback): JsonObject {
  if (params.asks !== true || openQuestionAt(feedback) !== null) return params;
  const { asks: _asks, freedAt: _freedAt, ...rest } = params;
  return rest;
}

/** True if the message chases people for work that is done or now belongs to another holder. */
function isMoot(notice: MessageNotice, feedback: Feedback): boolean {
  const { name, params = {} } = notice;
  if (!CHASING.has(name)) return false;
  const hasMoved = params.status !== undefined && params.status !== feedback.status;
  const hasNewHolder = params.claimedBy !== undefined && params.claimedBy !== feedback.claimedBy;
  const isAnothers = params.repId !== undefined && params.repId !== feedback.repId;
  const wasAnswered = (params.rung === 'silent' || params.rung === 'silent_lead') && openQuestionAt(feedback) === null;
  const wasGiven = params.duty === 'interim' && feedback.interimAt !== null;
  const duty = params.duty === 'interim' ? 'interim' : 'answer';
  const hasNewDeadline = params.dueAt !== undefined && params.dueAt !== targetOf(feedback, duty);
  return isAtRest(feedback) || hasMoved || hasNewHolder || isAnothers || wasAnswered || wasGiven || hasNewDeadline;
}

/** Draws a message about a case; null if it is no longer true. */
export function messageOf(notice: MessageNotice, feedback: Feedback, ctx: CardContext): CardJson | null {
  if (isMoot(notice, feedback)) return null;
  const audience = notice.to.type === 'chat' ? 'group' : 'one_person';
  return messageCard({ name: notice.name, params: paramsNow(notice, feedback), audience }, feedback, ctx);
}

/** The line of one case in a message about several. */
export const bundled = ({ notice, record }: About<Feedback>): BundledCase => ({
  feedback: record,
  name: notice.name,
  params: paramsNow(notice, record),
  isSettled: isMoot(notice, record),
});

/** A message with an offer, as it looks after a tap on it. */
export function answered({ notice, record }: About<Feedback>, ctx: CardContext): CardJson | null {
  const params = notice.params ?? {};
  if (params.asks !== true && !isAboutDraft(params) && notice.name !== 'which_record') return null;
  return messageOf(notice, record, ctx) ?? messageCard({ name: 'settled' }, record, ctx);
}
