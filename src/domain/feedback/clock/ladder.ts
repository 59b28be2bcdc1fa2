import { type Climb, dueRung, nextMoment, type Rung } from '../../ladder';
import { person, type Recipient } from '../../messaging';
import { type Office, restOf } from '../../office';
import type { Org } from '../../org/org';
import { HOUR, type Instant } from '../../time';
import { holdersOf } from '../holders';
import { type Feedback, isAtRest } from '../model';
import { type Duty, owesInterim, targetOf } from './deadline';

/** A climb of a feedback, and the duty that its reminders are about. */
export type DutyClimb = Climb & { duty: Duty };
export type DutyRung = Rung & { duty: Duty };

/** How long a draft may rest before its rep is reminded of it. */
const DRAFT_RESTS_MS = 2 * HOUR;

/**
 * What people are reminded of: a draft of being submitted, an open case of its answer. An extended case climbs twice
 * until its interim reply is given: the rep towards that reply, the department towards its own deadline.
 */
export function climbsOf(feedback: Feedback, { org }: Office): DutyClimb[] {
  const { status, heldSince, lastSourceAt, remindedAt, dueAt } = feedback;
  if (status === 'draft') {
    const since = Math.max(heldSince, lastSourceAt ?? 0);
    const rungs = { afterMs: DRAFT_RESTS_MS, morning: org.digest.at };
    return [{ duty: 'submit', since, remindedAt, holders: holdersOf(feedback, org), dueAt: null, rungs }];
  }
  const towards = (duty: Duty, deadline: Instant, holders: Recipient[]): DutyClimb => ({
    duty,
    since: heldSince,
    remindedAt,
    holders,
    dueAt: deadline,
    rungs: deadlineRungs(feedback, duty, org),
  });
  const deadline = targetOf(feedback, 'answer');
  if (deadline === null || isAtRest(feedback)) return [];
  return [
    ...(dueAt !== null && owesInterim(feedback) ? [towards('interim', dueAt, [person(feedback.repId)])] : []),
    towards('answer', deadline, holdersOf(feedback, org)),
  ];
}

function deadlineRungs({ status, priority }: Feedback, duty: Duty, { sla }: Org) {
  return {
    beforeMs: sla.remindBeforeMs,
    overdueEveryMs: sla.escalateEveryMs,
    unclaimedAfterMs: status === 'assigned' && duty === 'answer' ? sla.nudgeUnclaimedAfterMs : null,
    isUrgent: priority === 'urgent',
  };
}

/** The latest due rung of each duty; the rungs missed before it are not said any more. */
export function dueRungs(feedback: Feedback, office: Office, now: Instant): DutyRung[] {
  return climbsOf(feedback, office).flatMap((climb) => {
    const rung = dueRung(climb, now, restOf(office));
    return rung ? [{ ...rung, duty: climb.duty }] : [];
  });
}

/** The moments at which the ladders of the case have something to say next. */
export function nextMoments(feedback: Feedback, office: Office, now: Instant): Instant[] {
  return climbsOf(feedback, office)
    .map((climb) => nextMoment(climb, now, restOf(office)))
    .filter((at) => at !== null);
}
