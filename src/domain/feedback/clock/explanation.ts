import type { Entry } from '../../decision';
import type { JsonObject, Recipient } from '../../messaging';
import { type Office, workClockOf } from '../../office';
import type { Sla } from '../../org/org';
import { isReminder } from '../../reminder-notices';
import type { Instant } from '../../time';
import { guessedYears, timeBetween } from '../../work-clock';
import { type Feedback, isAtRest } from '../model';
import { type Charge, chargesOf, startOf } from './charges';
import { deadlineOf } from './deadline';
import { remind } from './remind';
import { type Span, spansOf } from './spans';

/** The next reminder, if nothing changes before: when, why, and to whom. */
export interface NextWord {
  at: Instant;
  /** The rungs of the ladder, or `silent`: the holder is asked 还在处理吗？ */
  rungs: string[];
  /** Who must act (`holders`), and who only hears of it (`superiors`). */
  holders: Recipient[];
  superiors: Recipient[];
}

/** Where a case's time went, and what comes next: the facts behind the sentences of 时限说明. */
export interface Explanation {
  asOf: Instant;
  /** The start of the customer's clock: the submission, or the reopening of a closed case. */
  startedAt: Instant | null;
  withinMs: number;
  mode: Sla['calendar'];
  dueAt: Instant | null;
  /** Until when the customer must hear from us, an extension included. */
  deadline: Instant | null;
  /** The case is at rest, and no clock runs. */
  isOver: boolean;
  /** The counted time since `startedAt`, and the counted time until the deadline; negative if it has passed. */
  usedMs: number;
  leftMs: number;
  /** Years in that time whose working days are a guess. */
  guessedYears: number[];
  spans: Span[];
  charges: Charge[];
  next: NextWord | null;
}

/** The next reminder, found by a rehearsal of the clock's next decision. */
function nextWord(feedback: Feedback, office: Office): NextWord | null {
  const at = feedback.nextReminderAt;
  const decision = at === null ? null : remind(feedback, office, at);
  if (at === null || !decision?.ok) return null;
  const messages = decision.notices.filter(isReminder);
  const rungs = messages.map(({ params }) => String(params?.rung));
  const superiors = messages.filter(({ name }) => name === 'escalation').map(({ to }) => to);
  const holders = messages.filter(({ name }) => name !== 'escalation').map(({ to }) => to);
  return messages.length === 0 ? null : { at, rungs: [...new Set(rungs)], holders, superiors };
}

/** Explains a case's clock; the timeline's oldest entry comes first. */
export function explain(feedback: Feedback, timeline: Entry[], office: Office, now: Instant): Explanation {
  const { org } = office;
  const clock = workClockOf(office);
  const counting = (from: Instant, to: Instant) => timeBetween(from, to, clock);
  const spans = spansOf(timeline, { repId: feedback.repId, now, counting });
  const startedAt = startOf(feedback, timeline);
  const isOver = isAtRest(feedback);
  const end = isOver ? (feedback.closedAt ?? feedback.lastMove.at) : now;
  const deadline = deadlineOf(feedback);
  return {
    asOf: now,
    startedAt,
    withinMs: org.sla.replyWithinMs,
    mode: clock.mode,
    dueAt: feedback.dueAt,
    deadline,
    isOver,
    usedMs: startedAt === null ? 0 : counting(startedAt, end),
    leftMs: deadline === null ? 0 : counting(end, deadline) - counting(deadline, end),
    guessedYears: startedAt === null ? [] : guessedYears(startedAt, Math.max(end, deadline ?? end), clock),
    spans,
    charges: chargesOf(spans),
    next: nextWord(feedback, office),
  };
}

/** The explanation as a parameter of a notice. */
export const explanationJson = (explanation: Explanation): JsonObject => explanation as unknown as JsonObject;
