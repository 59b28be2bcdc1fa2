import type { Notice } from '../../decision';
import { person } from '../../messaging';
import type { Context } from '../../office';
import type { Instant } from '../../time';
import { departmentSideOf } from '../holders';
import type { Feedback } from '../model';
import { assignedTo, departmentFault, handOver, notice, type Of, type Outcome, tooLate, toTriage } from './shared';

// What the program decides when people, groups or departments are no longer there.

/** Whoever had claimed it cannot be reached: it is free to be claimed again, and the department is told. */
export function unassign(feedback: Feedback, _command: Of<'unassign'>, { now, org }: Context): Outcome {
  return {
    changes: { claimedBy: null, claimedAt: null, assignedAt: now },
    notices: (next) =>
      departmentSideOf(next, org).map((to) => notice('holder_left', to, { by: feedback.claimedBy ?? '' })),
    detail: { claimedBy: feedback.claimedBy },
  };
}

/** Whoever was at work on it need not go on. */
const toFormerHolder = ({ claimedBy }: Feedback): Notice[] =>
  claimedBy === null ? [] : [notice('moved_holder', person(claimedBy))];

/** The department is no more, or has nobody left who could act: its case goes to the one that took over, or to triage. */
export function moveDepartment(
  feedback: Feedback,
  { department, why }: Of<'move_department'>,
  { now, org }: Context,
): Outcome {
  const { status } = feedback;
  const detail = { why, transferredFrom: feedback.department };
  if (status === 'triage' || status === 'review') return { changes: { department }, detail };
  if (status === 'answered') return { changes: { department: department ?? feedback.department }, detail };
  const from: Partial<Feedback> = { transferReason: '', transferredFrom: feedback.department };
  if (department === null) {
    const outcome = toTriage({ ...from, department: null }, org);
    if ('refusal' in outcome) return outcome;
    const notices = (next: Feedback) => [...(outcome.notices?.(next) ?? []), ...toFormerHolder(feedback)];
    return { ...outcome, notices, detail };
  }
  return {
    // What the rep was asked stays asked: whoever claims the case next reads the answer on its card.
    changes: { ...from, ...assignedTo(department, now), status: status === 'waiting' ? 'waiting' : 'assigned' },
    notices: (next) => [...handOver(next, org), ...toFormerHolder(feedback)],
    detail,
  };
}

/** Nobody has heard of the draft yet: its patience begins anew, and it is no part of a burst of the heir's. */
const inherited = (now: Instant): Partial<Feedback> => ({ heldSince: now, lastSourceAt: null, remindedAt: null });

/** The rep cannot be reached: somebody of the office answers the customer, or submits the draft, from now on. */
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

/** A rep leaves a draft lying: somebody of the office submits or discards it in their place. */
export function adopt(feedback: Feedback, { rep }: Of<'adopt'>, { now, actor }: Context): Outcome {
  // Said of another rep's draft: somebody else was faster.
  if (actor.id === null || rep !== feedback.repId) return tooLate(feedback);
  const to = person(actor.id);
  const lastMove = { what: 'adopt', by: actor.id, at: now };
  return {
    changes: { repId: actor.id, lastMove, ...inherited(now) },
    notices: () => [{ kind: 'card', wall: 'rep', to, instead: rep }, notice('adopted', person(rep), { by: actor.id })],
    detail: { rep },
  };
}

/** There is no manager left who could instruct. */
export function skipReview(feedback: Feedback, _command: Of<'skip_review'>, { now, org }: Context): Outcome {
  const { department } = feedback;
  if (department === null || departmentFault(department, org)) return toTriage({}, org);
  return {
    changes: { ...assignedTo(department, now), status: 'assigned' },
    notices: (next) => handOver(next, org),
  };
}
