import { type Office, restOf } from '../../office';
import { addAwakeTime, endOfRest, isAwake, type Rest, workingHours } from '../../quiet-hours';
import { HOUR, type Instant, MINUTE } from '../../time';
import { addTime, timeBetween } from '../../work-clock';
import type { Feedback } from '../model';
import { departmentDeadlineOf } from './deadline';

// A holder is asked, and a case is taken away, in working hours only (`workingHours`).

/** The shortest time from a sign of life to the question. */
const SHORTEST_WAIT_MS = 30 * MINUTE;
/** How long a question waits for its answer, counted in working hours. */
const GRACE_MS = 2 * HOUR;
/** So near the deadline nobody is asked and nothing is taken away: the lead is told instead. */
const TOO_LATE_MS = 2 * HOUR;

const workOf = (office: Office): Rest => workingHours(restOf(office));

/** Whether the holder may be asked at this moment, and the case be taken away. */
export const isWorkingTime = (at: Instant, office: Office): boolean => isAwake(at, workOf(office));

/** The holder's last sign of life: the claim, a note or an extension of the department, or the answer 还在处理. */
function lastSignOfLife({ heldSince, stillAt, extension, askedExtension, notes }: Feedback): Instant {
  const written = notes.filter(({ from }) => from === 'department').map(({ at }) => at);
  return Math.max(heldSince, stillAt ?? 0, extension?.at ?? 0, askedExtension?.at ?? 0, ...written);
}

/** When the holder was asked 还在处理吗？; null if no question waits for an answer. */
export function openQuestionAt(feedback: Feedback): Instant | null {
  const { status, stillAskedAt } = feedback;
  if (status !== 'handling' || stillAskedAt === null) return null;
  return stillAskedAt > lastSignOfLife(feedback) ? stillAskedAt : null;
}

/** Whether it is too late, at this moment, to ask the holder or to take the case away. */
export function isTooLate(feedback: Feedback, at: Instant): boolean {
  const deadline = departmentDeadlineOf(feedback);
  return deadline !== null && at > deadline - TOO_LATE_MS;
}

/** What comes next with a silent holder, and when: the question, the release, or a word to the lead instead. */
export interface SilentStep {
  what: 'ask' | 'free' | 'lead';
  at: Instant;
}

/** Null if the case is not claimed, if nothing is left to do about the silence, or if the deadline comes first. */
export function silentStep(feedback: Feedback, office: Office, now: Instant): SilentStep | null {
  const deadline = departmentDeadlineOf(feedback);
  if (feedback.status !== 'handling' || deadline === null) return null;
  const asked = openQuestionAt(feedback);
  return asked === null
    ? beforeQuestion(feedback, office, { deadline, now })
    : afterQuestion(feedback, office, { deadline, now, asked });
}

/** The question half-way from the last sign of life to the deadline. */
function beforeQuestion(
  feedback: Feedback,
  office: Office,
  { deadline, now }: { deadline: Instant; now: Instant },
): SilentStep | null {
  const work = workOf(office);
  const since = lastSignOfLife(feedback);
  if (since >= deadline) return null;
  const clock = restOf(office);
  const wait = Math.max(SHORTEST_WAIT_MS, Math.floor(timeBetween(since, deadline, clock) / 2));
  const planned = endOfRest(addTime(since, wait, clock), work);
  const at = endOfRest(Math.max(planned, now), work);
  return isTooLate(feedback, at) ? toLead(Math.max(planned, now), deadline, office) : { what: 'ask', at };
}

/** The release, if the holder has not answered the question of `asked`. */
function afterQuestion(
  feedback: Feedback,
  office: Office,
  { deadline, now, asked }: { deadline: Instant; now: Instant; asked: Instant },
): SilentStep | null {
  // A question that was noted so late was a word to the lead.
  if (isTooLate(feedback, asked)) return null;
  const work = workOf(office);
  const planned = endOfRest(addAwakeTime(asked, GRACE_MS, work), work);
  const at = endOfRest(Math.max(planned, now), work);
  if (!isTooLate(feedback, at)) return { what: 'free', at };
  return toLead(Math.max(deadline - TOO_LATE_MS + 1, now), deadline, office);
}

/** From the deadline on, the lead hears by the ladder. */
function toLead(from: Instant, deadline: Instant, office: Office): SilentStep | null {
  const at = endOfRest(from, restOf(office));
  return at < deadline ? { what: 'lead', at } : null;
}
