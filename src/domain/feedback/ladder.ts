import { addTime, endOfRest, subtractTime, timeBetween } from '../calendar';
import type { Instant } from '../time';
import { owesInterim, targetOf } from './deadline';
import { type LadderPolicy, restOf } from './ladder-policy';
import { type Feedback, isAtRest } from './model';

export type RungName = 'unclaimed' | 'before' | 'due' | 'overdue';

/** Whose duty a rung is about: to answer the customer, or to give the interim reply that an extension asks for. */
export type Duty = 'answer' | 'interim';

/** One step of the ladder (催办阶梯). */
export interface Rung {
  name: RungName;
  duty: Duty;
  /** When the ladder asks for it, and when quiet hours and days off let it. */
  at: Instant;
  sendAt: Instant;
  /** The last one before the deadline: 加急. */
  buzz: boolean;
}

/** Quiet hours spare nobody in the last hour of an urgent case, nor once it is overdue (design §2). */
function mayDisturb({ priority }: Feedback, name: RungName, isLast: boolean): boolean {
  return priority === 'urgent' && (isLast || name === 'due' || name === 'overdue');
}

/** The two overdue steps around `now`: the last one that has come, and the next. */
function overdueSteps(deadline: Instant, now: Instant, { org, calendar, timeZone }: LadderPolicy): Instant[] {
  const { escalateEveryMs: every, calendar: mode } = org.sla;
  const passed = Math.floor(timeBetween(deadline, now, mode, calendar, timeZone) / every);
  return [passed, passed + 1]
    .filter((steps) => steps > 0)
    .map((steps) => addTime(deadline, steps * every, mode, calendar, timeZone));
}

/** The rungs towards one deadline near `now`: all that may be due, and the next one of each sort. */
function towards(deadline: Instant, duty: Duty, feedback: Feedback, policy: LadderPolicy, now: Instant): Rung[] {
  const { org, calendar, timeZone } = policy;
  const { sla } = org;
  const rung = (name: RungName, at: Instant, buzz = false): Rung => {
    const sendAt = mayDisturb(feedback, name, buzz) ? at : endOfRest(at, restOf(policy));
    return { name, duty, at, sendAt, buzz };
  };
  const last = sla.remindBeforeMs.at(-1);
  const before = sla.remindBeforeMs.map((ms) =>
    rung('before', subtractTime(deadline, ms, sla.calendar, calendar, timeZone), ms === last),
  );
  const overdue = overdueSteps(deadline, now, policy).map((at) => rung('overdue', at));
  const unclaimed: Rung[] = [];
  if (feedback.status === 'assigned' && duty === 'answer') {
    const { nudgeUnclaimedAfterMs } = sla;
    unclaimed.push(
      rung('unclaimed', addTime(feedback.heldSince, nudgeUnclaimedAfterMs, sla.calendar, calendar, timeZone)),
    );
  }
  return [...before, ...unclaimed, rung('due', deadline), ...overdue];
}

/** Whether a rung that was held up comes no earlier than a later one, which says more. */
function isOvertaken(rung: Rung, rungs: Rung[]): boolean {
  return rungs.some(({ duty, at, sendAt }) => duty === rung.duty && at > rung.at && sendAt <= rung.sendAt);
}

/**
 * The rungs near `now` that have not been said, earliest first. An extended case has two deadlines until its interim
 * reply is given: the rep's for that reply, and the department's own.
 */
export function rungsOf(feedback: Feedback, policy: LadderPolicy, now: Instant): Rung[] {
  const deadline = targetOf(feedback, 'answer');
  if (deadline === null || isAtRest(feedback) || feedback.status === 'draft') return [];
  const rungs = towards(deadline, 'answer', feedback, policy, now);
  if (owesInterim(feedback)) rungs.push(...towards(feedback.dueAt as Instant, 'interim', feedback, policy, now));
  // What lies before the holder got the ball is not the holder's to hear; what was said need not be said again.
  const since = Math.max(feedback.heldSince, feedback.remindedAt ?? 0);
  return rungs
    .filter((rung) => rung.at > feedback.heldSince && rung.sendAt > since && !isOvertaken(rung, rungs))
    .sort((a, b) => a.at - b.at);
}
