import type { Notice } from '../../decision';
import { person } from '../../messaging';
import type { Context } from '../../office';
import { departmentOf } from '../../org/org';
import type { Instant } from '../../time';
import { departmentSideOf } from '../holders';
import type { Feedback } from '../model';
import { departmentFault, toDepartment, toTriage } from './hand-over';
import { notice, type Of, type Outcome, toHolder, tooLate } from './outcome';

// What becomes of a case if its people, group or department are gone.

/** The holder cannot be reached: the case is free to be claimed again, and the department is told. */
export function unassign(feedback: Feedback, _command: Of<'unassign'>, { now, org }: Context): Outcome {
  return {
    changes: { claimedBy: null, claimedAt: null, assignedAt: now },
    notices: (next) =>
      departmentSideOf(next, org).map((to) => notice('holder_left', to, { by: feedback.claimedBy ?? '' })),
    detail: { claimedBy: feedback.claimedBy },
  };
}

/** The department is gone, or nobody in it can act: the case goes to the department that took over, or to triage. */
export function moveDepartment(feedback: Feedback, command: Of<'move_department'>, context: Context): Outcome {
  const { department, why } = command;
  const { status, department: transferredFrom } = feedback;
  const detail = { why, transferredFrom };
  if (status === 'triage' || status === 'review') return { changes: { department }, detail };
  if (status === 'answered') return { changes: { department: department ?? transferredFrom }, detail };
  const from: Partial<Feedback> = { transferReason: '', transferredFrom };
  const moved =
    department === null
      ? toTriage({ ...from, department }, context.org, detail)
      : // A question to the rep stays open: the next holder reads the rep's information on the card.
        toDepartment(department, { ...from, status: status === 'waiting' ? status : 'assigned' }, context, detail);
  if ('refusal' in moved) return moved;
  return { ...moved, notices: (next) => [...(moved.notices?.(next) ?? []), ...toFormerHolder(feedback)] };
}

/** Tells the holder that the case is no longer theirs. */
const toFormerHolder = ({ claimedBy }: Feedback): Notice[] =>
  claimedBy === null ? [] : [notice('moved_holder', person(claimedBy))];

/**
 * The new rep has not heard of the draft yet: its ladder begins anew, and new messages of the new rep do not join it.
 */
const inherited = (now: Instant): Partial<Feedback> => ({ heldSince: now, lastSourceAt: null, remindedAt: null });

/** The rep cannot be reached: from now on a clerk answers the customer, or submits the draft. */
export function takeOver(feedback: Feedback, { rep }: Of<'take_over'>, { now }: Context): Outcome {
  return {
    changes: { repId: rep, ...(feedback.status === 'draft' ? inherited(now) : {}) },
    notices: () => [
      { kind: 'card', wall: 'rep', to: person(rep) },
      notice('rep_left', person(rep), { by: feedback.repId }),
    ],
    detail: { from: feedback.repId, rep },
  };
}

/** The rep has abandoned a draft: a clerk or an admin submits or discards it instead. */
export function adopt(feedback: Feedback, { rep }: Of<'adopt'>, { now, actor }: Context): Outcome {
  // The draft is no longer the one that the tapped card showed: somebody else was faster.
  if (actor.id === null || rep !== feedback.repId) return tooLate(feedback);
  const to = person(actor.id);
  const lastMove = { what: 'adopt', by: actor.id, at: now };
  return {
    changes: { repId: actor.id, lastMove, ...inherited(now) },
    notices: () => [{ kind: 'card', wall: 'rep', to, instead: rep }, notice('adopted', person(rep), { by: actor.id })],
    detail: { rep },
  };
}

/** The lead or a manager names who takes the case; somebody who has it already hears so. */
export function assign(
  feedback: Feedback,
  { assignee }: Of<'assign'>,
  { now, actor, org, ...office }: Context,
): Outcome {
  const group = departmentOf(org, feedback.department)?.chat;
  const members = group ? office.groupMembers?.get(group) : undefined;
  if (!assignee.startsWith('ou_') || (members && !members.has(assignee))) return { refusal: 'unknown_assignee' };
  if (assignee === feedback.claimedBy) return { refusal: 'nothing_changed' };
  const params = { by: actor.id, to: assignee };
  return {
    changes: { claimedBy: assignee, claimedAt: now, heldSince: now, stillAskedAt: null, stillAt: null },
    notices: () => [
      notice('assigned_holder', person(assignee), params),
      ...toHolder(feedback, 'taken_over_holder', params),
    ],
    detail: { assignee },
  };
}

/** No manager is left who could instruct the department. */
export function skipReview(feedback: Feedback, _command: Of<'skip_review'>, context: Context): Outcome {
  const { department } = feedback;
  if (department === null || departmentFault(department, context.org)) return toTriage({}, context.org);
  return toDepartment(department, {}, context);
}
