import { type Office, restOf } from '../../office';
import { endOfRest, nextMorning } from '../../quiet-hours';
import { HOUR, type Instant, MINUTE } from '../../time';
import { addTime, subtractTime, timeBetween } from '../../work-clock';
import { type Feedback, isAtRest } from '../model';
import { type Duty, owesInterim, targetOf } from './deadline';

export type RungName = 'unclaimed' | 'before' | 'due' | 'overdue' | 'draft' | 'draft_left';

/** How long a draft may lie before its rep hears of it. */
const DRAFT_RESTS_MS = 2 * HOUR;

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
function overdueSteps(deadline: Instant, now: Instant, office: Office): Instant[] {
  const every = office.org.sla.escalateEveryMs;
  const passed = Math.floor(timeBetween(deadline, now, restOf(office)) / every);
  return [passed, passed + 1]
    .filter((steps) => steps > 0)
    .map((steps) => addTime(deadline, steps * every, restOf(office)));
}

/** The rungs towards one deadline near `now`: all that may be due, and the next one of each sort. */
function towards(deadline: Instant, duty: Duty, feedback: Feedback, office: Office, now: Instant): Rung[] {
  const { sla } = office.org;
  const rung = (name: RungName, at: Instant, buzz = false): Rung => {
    const sendAt = mayDisturb(feedback, name, buzz) ? at : endOfRest(at, restOf(office));
    return { name, duty, at, sendAt, buzz };
  };
  const last = sla.remindBeforeMs.at(-1);
  const before = sla.remindBeforeMs.map((ms) =>
    rung('before', subtractTime(deadline, ms, restOf(office)), ms === last),
  );
  const overdue = overdueSteps(deadline, now, office).map((at) => rung('overdue', at));
  const unclaimed: Rung[] = [];
  if (feedback.status === 'assigned' && duty === 'answer') {
    const { nudgeUnclaimedAfterMs } = sla;
    unclaimed.push(rung('unclaimed', addTime(feedback.heldSince, nudgeUnclaimedAfterMs, restOf(office))));
  }
  return [...before, ...unclaimed, rung('due', deadline), ...overdue];
}

/**
 * The next word about a draft: two hours after its last message, then each morning until it is submitted or discarded;
 * from the second morning on its rep is not the only one to hear.
 */
function draftRung({ heldSince, lastSourceAt, remindedAt }: Feedback, office: Office): Rung {
  const { digest } = office.org;
  const rest = restOf(office);
  const morningAfter = (at: Instant) => nextMorning(at, digest.at, rest);
  const since = Math.max(heldSince, lastSourceAt ?? 0);
  const first = endOfRest(addTime(since, DRAFT_RESTS_MS, restOf(office)), rest);
  const isReminded = remindedAt !== null && remindedAt > since;
  const at = isReminded ? morningAfter(remindedAt) : first;
  const name = isReminded && at > morningAfter(first) ? 'draft_left' : 'draft';
  return { name, duty: 'submit', at, sendAt: at, buzz: false };
}

/** Two warnings within so little time say the same twice. */
const SOON_MS = 30 * MINUTE;

/**
 * Whether a rung that was held up comes no earlier than a later one, which says more; of warnings before the deadline
 * the next one is worth waiting a little for.
 */
function isOvertaken(rung: Rung, rungs: Rung[]): boolean {
  const isWarning = rung.name === 'before' && rung.sendAt > rung.at;
  return rungs.some(({ name, duty, at, sendAt }) => {
    const patience = isWarning && name === 'before' ? SOON_MS : 0;
    return duty === rung.duty && at > rung.at && sendAt <= rung.sendAt + patience;
  });
}

/**
 * The rungs near `now` that have not been said, earliest first. An extended case has two deadlines until its interim
 * reply is given: the rep's for that reply, and the department's own.
 */
export function rungsOf(feedback: Feedback, office: Office, now: Instant): Rung[] {
  if (feedback.status === 'draft') return [draftRung(feedback, office)];
  const deadline = targetOf(feedback, 'answer');
  if (deadline === null || isAtRest(feedback)) return [];
  const rungs = towards(deadline, 'answer', feedback, office, now);
  if (owesInterim(feedback)) rungs.push(...towards(feedback.dueAt as Instant, 'interim', feedback, office, now));
  // What lies before the holder got the ball is not the holder's to hear; what was said need not be said again.
  const since = Math.max(feedback.heldSince, feedback.remindedAt ?? 0);
  return rungs
    .filter((rung) => rung.at > feedback.heldSince && rung.sendAt > since && !isOvertaken(rung, rungs))
    .sort((a, b) => a.at - b.at);
}
