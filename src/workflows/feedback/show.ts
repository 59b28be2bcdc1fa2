import { FeedbackStore } from '../../db/feedback-store';
import type { Tx } from '../../db/transaction';
import type { Feedback } from '../../domain/feedback/model';
import { hangsIn, maySee, seesContact } from '../../domain/feedback/visibility';
import type { Context } from '../../domain/office';
import { departmentsOf } from '../../domain/org/membership';
import type { Said } from '../../engine/desk';
import { clockOf } from './clock-explanation';
import { actsFor } from './lists';

const about = (recordId: number) => ({ workflow: 'feedback', recordId });

/**
 * Answers `#12`: the case with its clock in full, or without contact details for people who know the case from the
 * department's group.
 */
export async function show(tx: Tx, id: number, context: Context): Promise<Said> {
  const { org, now, actor } = context;
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
  if (isTheirs) return shown(tx, feedback, context);
  const ofGroups = departmentsOf(personId, org, context.groupMembers ?? new Map());
  const isOfGroup =
    feedback.assignedAt !== null &&
    [...ofGroups, ...(await actsFor(tx, personId, now))].includes(feedback.department ?? '');
  return isOfGroup ? shown(tx, feedback, context) : { name: 'not_for_you', params: {} };
}

/** A look at contact details of another rep's customer goes on the timeline. */
async function shown(tx: Tx, feedback: Feedback, context: Context): Promise<Said> {
  const { id, chatId } = context.actor;
  const params = await clockOf(tx, feedback, context);
  const isLook = chatId === null && id !== feedback.repId && seesContact(feedback, id ?? '', context.org);
  const said = { name: 'case', params, about: about(feedback.id) };
  return isLook ? { ...said, command: { type: 'look' } } : said;
}
