import type { BundledCase } from '../../../cards/feedback/messages/bundle-line';
import { messageCard } from '../../../cards/feedback/messages/message-card';
import type { CardContext } from '../../../cards/kit/context';
import type { MessageNotice } from '../../domain/decision';
import { targetOf } from '../../domain/feedback/clock/deadline';
import { openQuestionAt } from '../../domain/feedback/clock/silent-holder';
import { type Feedback, isAtRest, type Status } from '../../domain/feedback/model';
import type { CardJson, JsonObject } from '../../domain/messaging';
import type { About } from '../../engine/workflow';

/** Messages that chase people: not sent once the case is at rest or has moved on (design §2). */
const CHASING = new Set(['reminder', 'escalation', 'urged', 'freed', 'unclaimed_rep', 'urgent']);

/** What these messages ask for can be done in these statuses only. */
const WHILE: Partial<Record<string, Status[]>> = {
  released: ['assigned'],
  holder_left: ['assigned'],
  released_holder: ['assigned'],
  freed_former: ['assigned'],
  info_provided: ['assigned', 'handling'],
  assigned_holder: ['handling'],
  answer_amended: ['answered'],
  answer_recalled: ['answered'],
  which_record: ['closed'],
};

/** These say what has happened, and stay true. */
const LASTING = new Set(['withdrawn', 'closed_rep', 'moved', 'which_record', 'answer_recalled_side', 'undeliverable']);

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

/** True if nothing is left of what the message asks for, or of what it offers. */
function isOver(notice: MessageNotice, feedback: Feedback): boolean {
  const { name, to } = notice;
  if (isMoot(notice, feedback)) return true;
  if (name === 'extension_asked' && feedback.askedExtension === null) return true;
  if (name === 'assigned_holder' && feedback.claimedBy !== to.id) return true;
  const statuses = WHILE[name];
  if (statuses !== undefined) return !statuses.includes(feedback.status);
  return isAtRest(feedback) && !LASTING.has(name);
}

const draw = (notice: MessageNotice, feedback: Feedback, ctx: CardContext): CardJson =>
  messageCard({ name: notice.name, params: paramsNow(notice, feedback), to: notice.to }, feedback, ctx);

const inGrey = ({ name, params, to }: MessageNotice, feedback: Feedback, ctx: CardContext): CardJson =>
  messageCard({ name, params, to, isSettled: true }, feedback, ctx);

/** Draws a message about a case; null if it is no longer true. */
export function messageOf(notice: MessageNotice, feedback: Feedback, ctx: CardContext): CardJson | null {
  return isMoot(notice, feedback) ? null : draw(notice, feedback, ctx);
}

/** The line of one case in a message about several. */
export const bundled = ({ notice, record }: About<Feedback>): BundledCase => ({
  feedback: record,
  name: notice.name,
  params: paramsNow(notice, record),
  to: notice.to,
  isSettled: isMoot(notice, record),
});

/** A message that asks for something which is done by now, in grey; null for any other. */
export const settled = ({ notice, record }: About<Feedback>, ctx: CardContext): CardJson | null =>
  isOver(notice, record) ? inGrey(notice, record, ctx) : null;

/** A message after a tap on it: grey once what it asks for is done. */
export function answered(about: About<Feedback>, ctx: CardContext): CardJson {
  const { notice, record } = about;
  // Its one button says that it was read.
  if (notice.name === 'adopted') return inGrey(notice, record, ctx);
  return settled(about, ctx) ?? draw(notice, record, ctx);
}
