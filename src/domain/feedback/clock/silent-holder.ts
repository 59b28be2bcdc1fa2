import { type Office, restOf } from '../../office';
import { addAwakeTime, endOfRest } from '../../quiet-hours';
import { HOUR, type Instant, MINUTE } from '../../time';
import { addTime, timeBetween } from '../../work-clock';
import type { Feedback } from '../model';
import { departmentDeadlineOf } from './deadline';

/** The shortest time from a sign of life to the question, and from the question to the release. */
const SHORTEST_WAIT_MS = 30 * MINUTE;
/** The longest wait for an answer to the question, outside quiet hours and days off. */
const LONGEST_WAIT_MS = HOUR;

/** The holder's last sign of life: the claim, a note or an extension of the department, or the answer 还在处理. */
function lastSignOfLife({ heldSince, stillAt, extension, notes }: Feedback): Instant {
  const written = notes.filter(({ from }) => from === 'department').map(({ at }) => at);
  return Math.max(heldSince, stillAt ?? 0, extension?.at ?? 0, ...written);
}

/** When the holder was asked 还在处理吗？; null if no question waits for an answer. */
export function openQuestionAt(feedback: Feedback): Instant | null {
  const { status, stillAskedAt } = feedback;
  if (status !== 'handling' || stillAskedAt === null) return null;
  return stillAskedAt > lastSignOfLife(feedback) ? stillAskedAt : null;
}

/**
 * When a silent holder is asked: half-way from the last sign of life to the deadline, outside quiet hours. Null if the
 * case is not claimed, if the holder was asked already, or if the deadline comes first.
 */
export function askAt(feedback: Feedback, office: Office): Instant | null {
  const deadline = departmentDeadlineOf(feedback);
  if (feedback.status !== 'handling' || deadline === null || openQuestionAt(feedback) !== null) return null;
  const rest = restOf(office);
  const since = lastSignOfLife(feedback);
  if (since >= deadline) return null;
  const half = timeBetween(since, deadline, rest) / 2;
  const wait = Math.max(SHORTEST_WAIT_MS, Math.floor(half));
  const at = endOfRest(addTime(since, wait, rest), rest);
  return at < deadline ? at : null;
}

/**
 * When the case becomes free to claim because its holder does not answer the question: after a quarter of the time
 * left, but after half an hour at least and one hour at most, quiet hours not counted. Null if no question waits.
 */
export function freeAt(feedback: Feedback, office: Office): Instant | null {
  const asked = openQuestionAt(feedback);
  const deadline = departmentDeadlineOf(feedback);
  if (asked === null || deadline === null) return null;
  const quarter = Math.floor((deadline - asked) / 4);
  return addAwakeTime(asked, Math.max(SHORTEST_WAIT_MS, Math.min(LONGEST_WAIT_MS, quarter)), restOf(office));
}
