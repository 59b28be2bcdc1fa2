import { endOfQuiet } from '../calendar';
import { accept, type Decision, type Notice, refuse } from '../decision';
import { type JsonObject, person, type Recipient } from '../messaging';
import { chiefsOf, departmentOf, type Org, type Sla } from '../org';
import type { Instant } from '../time';
import { holdersOf } from './holders';
import { type Feedback, isAtRest } from './model';

export type RungName = 'unclaimed' | 'before' | 'due' | 'overdue';

interface Rung {
  name: RungName;
  /** When the ladder asks for it, and when quiet hours let it. */
  at: Instant;
  sendAt: Instant;
  buzz: boolean;
}

export interface ReminderPolicy {
  org: Org;
  timeZone: string;
}

/** The first moment of `start, start + every, …` strictly after `now`. */
function nextStep(start: Instant, every: number, now: Instant): Instant {
  return now < start ? start : start + (Math.floor((now - start) / every) + 1) * every;
}

function stepsAround(start: Instant, every: number, now: Instant): Instant[] {
  const next = nextStep(start, every, now);
  return next > start ? [next - every, next] : [next];
}

/** Quiet hours spare nobody in the last hour of an urgent case, nor once it is overdue (design §2). */
function mayDisturb(feedback: Feedback, name: RungName, isLast: boolean): boolean {
  return feedback.priority === 'urgent' && (isLast || name === 'due' || name === 'overdue');
}

/** The rungs (催办阶梯) near `now`: all that may be due, and the next one of each sort. */
function rungsOf(feedback: Feedback, { org, timeZone }: ReminderPolicy, now: Instant): Rung[] {
  const { dueAt, assignedAt } = feedback;
  if (dueAt === null || isAtRest(feedback) || feedback.status === 'draft') return [];
  const sla: Sla = org.sla;
  const rung = (name: RungName, at: Instant, buzz = false): Rung => {
    const quiet = sla.quietHours && !mayDisturb(feedback, name, buzz) ? sla.quietHours : null;
    return { name, at, sendAt: quiet ? endOfQuiet(at, quiet, timeZone) : at, buzz };
  };
  const last = sla.remindBeforeMs.at(-1);
  const rungs = sla.remindBeforeMs.map((ms) => rung('before', dueAt - ms, ms === last));
  if (feedback.status === 'assigned' && assignedAt !== null) {
    rungs.push(rung('unclaimed', assignedAt + sla.nudgeUnclaimedAfterMs));
  }
  rungs.push(rung('due', dueAt));
  for (const at of stepsAround(dueAt + sla.escalateEveryMs, sla.escalateEveryMs, now)) rungs.push(rung('overdue', at));
  // What lies before the holder got the ball is not the holder's to hear; what was said need not be said again.
  const since = Math.max(feedback.heldSince, feedback.remindedAt ?? 0);
  return rungs.filter(({ at, sendAt }) => at > feedback.heldSince && sendAt > since).sort((a, b) => a.at - b.at);
}

/** The next moment the ladder has something to say strictly after `now`; null when nobody holds the ball. */
export function nextReminderAt(feedback: Feedback, policy: ReminderPolicy, now: Instant): Instant | null {
  const coming = rungsOf(feedback, policy, now).filter(({ sendAt }) => sendAt > now);
  return coming.length > 0 ? Math.min(...coming.map(({ sendAt }) => sendAt)) : null;
}

/**
 * The clock's decision: sends the one latest rung that applies, however many were missed, and names the next moment.
 * Refuses `not_due` where another process was faster or the case has moved.
 */
export function remind(feedback: Feedback, policy: ReminderPolicy, now: Instant): Decision<Feedback> {
  if (feedback.nextReminderAt === null || feedback.nextReminderAt > now) return refuse('not_due');
  const rung = rungsOf(feedback, policy, now)
    .filter(({ sendAt }) => sendAt <= now)
    .at(-1);
  const reminded: Feedback = {
    ...feedback,
    version: feedback.version + 1,
    remindedAt: rung ? now : feedback.remindedAt,
    overdue: feedback.dueAt !== null && feedback.dueAt <= now,
  };
  const next = { ...reminded, nextReminderAt: nextReminderAt(reminded, policy, now) };
  const detail: JsonObject = rung ? { rung: rung.name } : {};
  return accept(
    next,
    { at: now, actorId: null, what: 'remind', detail },
    rung ? noticesOf(rung, next, policy.org) : [],
  );
}

function noticesOf(rung: Rung, feedback: Feedback, org: Org): Notice[] {
  const holders = holdersOf(feedback, org);
  const params = { rung: rung.name, status: feedback.status, claimedBy: feedback.claimedBy };
  const notices = holders.map(
    (to): Notice => ({
      kind: 'message',
      name: 'reminder',
      to,
      params,
      ...(rung.buzz ? { buzz: buzzedBy(to, feedback, org) } : {}),
    }),
  );
  if (rung.name !== 'due' && rung.name !== 'overdue') return notices;
  for (const id of superiorsOf(feedback, org)) {
    if (holders.some((holder) => holder.id === id)) continue;
    notices.push({ kind: 'message', name: 'escalation', to: person(id), params });
  }
  return notices;
}

/** A group cannot be buzzed as such: its lead is. */
function buzzedBy(holder: Recipient, feedback: Feedback, org: Org): string[] {
  if (holder.type === 'person') return [holder.id];
  const lead = departmentOf(org, feedback.department)?.lead;
  return lead ? [lead] : [];
}

/** Told from the due moment on: the managers (the admins where there are none), and the lead where the department holds the ball. */
function superiorsOf(feedback: Feedback, org: Org): string[] {
  const withDepartment = feedback.status === 'assigned' || feedback.status === 'handling';
  const lead = withDepartment ? departmentOf(org, feedback.department)?.lead : null;
  return [...new Set([...(lead ? [lead] : []), ...chiefsOf(org)])];
}
