import { type Office, restOf } from '../../office';
import { addAwakeTime, endOfRest } from '../../quiet-hours';
import { HOUR, type Instant, MINUTE } from '../../time';
import { addTime, timeBetween } from '../../work-clock';
import type { Feedback } from '../model';
import { departmentDeadlineOf } from './deadline';

/** Asked sooner than this after a sign of life, or freed sooner after the question, nobody could keep up. */
const PATIENCE_MS = 30 * MINUTE;
/** The longest wait for an answer to the question; only time counts in which people may be disturbed. */
const LONGEST_WAIT_MS = HOUR;

/** When the holder last showed a sign of life: the claim, a note or an extension of the department's, 还在处理. */
export function lastSignOfLife({ heldSince, stillAt, extension, notes }: Feedback): Instant {
  const written = notes.filter(({ from }) => from === 'department').map(({ at }) => at);
  return Math.max(heldSince, stillAt ?? 0, extension?.at ?? 0, ...written);
}

/** The question (还在处理吗？) that waits for the holder's answer: when it was asked; null where there is none. */
export function openQuestionAt(feedback: Feedback): Instant | null {
  const { status, stillAskedAt } = feedback;
  if (status !== 'handling' || stillAskedAt === null) return null;
  return stillAskedAt > lastSignOfLife(feedback) ? stillAskedAt : null;
}

/**
 * When a claimed and silent case asks its holder: half-way from the last sign of life to the deadline, not in quiet
 * hours. Null where the case is not claimed, was asked about already, or has no time left to ask about.
 */
export function askAt(feedback: Feedback, office: Office): Instant | null {
  const deadline = departmentDeadlineOf(feedback);
  if (feedback.status !== 'handling' || deadline === null || openQuestionAt(feedback) !== null) return null;
  const rest = restOf(office);
  const since = lastSignOfLife(feedback);
  if (since >= deadline) return null;
  const half = timeBetween(since, deadline, rest) / 2;
  const wait = Math.max(PATIENCE_MS, Math.floor(half));
  const at = endOfRest(addTime(since, wait, rest), rest);
  return at < deadline ? at : null;
}

/**
 * When a case whose holder does not answer the question becomes free to claim: after an hour, or a quarter of the time
 * left where that is less, half an hour at least, quiet hours not counted. Null while nothing was asked.
 */
export function freeAt(feedback: Feedback, office: Office): Instant | null {
  const asked = openQuestionAt(feedback);
  const deadline = departmentDeadlineOf(feedback);
  if (asked === null || deadline === null) return null;
  const quarter = Math.floor((deadline - asked) / 4);
  return addAwakeTime(asked, Math.max(PATIENCE_MS, Math.min(LONGEST_WAIT_MS, quarter)), restOf(office));
}
