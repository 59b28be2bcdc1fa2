import { FeedbackStore } from '../../db/feedback-store';
import type { Tx } from '../../db/transaction';
import { type Feedback, isAtRest } from '../../domain/feedback/model';
import { hangsIn, maySee, seesContact } from '../../domain/feedback/visibility';
import type { JsonObject } from '../../domain/messaging';
import type { Context } from '../../domain/office';
import { departmentOf } from '../../domain/org/org';
import type { Said } from '../../engine/desk';
import { clockOf } from './clock-explanation';
import { courseOf } from './course';
import { membershipsOf } from './lists';

const about = (recordId: number) => ({ workflow: 'feedback', recordId });

/**
 * Answers `#12`: the case with its clock in full, or without contact details for people who know the case from the
 * department's group.
 */
export async function show(tx: Tx, id: number, context: Context): Promise<Said> {
  const { org, actor } = context;
  const personId = actor.id ?? '';
  const feedback = await new FeedbackStore(tx).get(id);
  // A draft belongs to its rep alone, and comes as the card on which it is submitted.
  if (feedback?.status === 'draft' && feedback.repId === personId && actor.chatId === null) {
    return { name: 'case', params: {}, about: about(id), wall: 'rep' };
  }
  if (!feedback || feedback.status === 'draft' || feedback.status === 'discarded') {
    return { name: 'nothing_found', params: {} };
  }
  const isTheirs = maySee(feedback, personId, org);
  if (actor.chatId !== null) {
    if (hangsIn(feedback, actor, org)) return shown(tx, feedback, context);
    return { name: isTheirs ? 'direct_only' : 'not_for_you', params: {} };
  }
  const departments = feedback.assignedAt === null ? [] : await membershipsOf(tx, context);
  const isMember = departments.includes(feedback.department ?? '');
  // A department that passed the case on knows it, and may see what became of it.
  const passedOn = departments.includes(feedback.transferredFrom ?? '');
  if (!isTheirs && !isMember && !passedOn) return { name: 'not_for_you', params: {} };
  const group = isMember ? (departmentOf(org, feedback.department)?.chat ?? null) : null;
  return shown(tx, feedback, context, group === null ? {} : { actsIn: group });
}

/** The rep's own card of an open case, hung anew where the rep looks; null if another's, or if the case is at rest. */
export async function live(tx: Tx, id: number, { actor }: Context): Promise<Said | null> {
  const feedback = await new FeedbackStore(tx).get(id);
  const hangs = feedback !== null && feedback.repId === actor.id && actor.chatId === null && !isAtRest(feedback);
  return hangs ? { name: 'case', params: {}, about: about(id), wall: 'rep' } : null;
}

/**
 * A look at contact details of another rep's customer goes on the timeline. `more`: the group as whose member the reader
 * acts.
 */
async function shown(tx: Tx, feedback: Feedback, context: Context, more: JsonObject = {}): Promise<Said> {
  const { id, chatId } = context.actor;
  const params = { ...(await clockOf(tx, feedback, context)), ...(await courseOf(tx, feedback.id)), ...more };
  const isLook = chatId === null && id !== feedback.repId && seesContact(feedback, id ?? '', context.org);
  const said = { name: 'case', params, about: about(feedback.id) };
  return isLook ? { ...said, command: { type: 'look' } } : said;
}
