import { accept, type Decision, type Entry, refuse } from '../../decision';
import type { JsonObject } from '../../messaging';
import type { Office } from '../../office';
import { type Instant, MINUTE } from '../../time';
import { type Feedback, isAtRest } from '../model';
import { deadlineOf } from './deadline';
import { holidayWarnings } from './holiday-warning';
import { type Rung, rungsOf } from './ladder';
import { chasing, freedNotices, oneEach } from './reminder-notices';
import { askAt, freeAt } from './silence';

/** The next moment the clock has something to say about the case; null when nobody holds the ball. */
export function nextReminderAt(feedback: Feedback, office: Office, now: Instant): Instant | null {
  if (isAtRest(feedback)) return null;
  const rungs = rungsOf(feedback, office, now).map(({ sendAt }) => sendAt);
  const moments = [...rungs, askAt(feedback, office), freeAt(feedback, office)].filter((at) => at !== null);
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** The latest rung that is due of each duty: what was missed before it is not said any more. */
function dueRungs(feedback: Feedback, office: Office, now: Instant): Rung[] {
  const due = rungsOf(feedback, office, now).filter(({ sendAt }) => sendAt <= now);
  return (['interim', 'answer', 'submit'] as const).flatMap((duty) => due.findLast((rung) => rung.duty === duty) ?? []);
}

/** With a warning that is said anyway, the question comes in the same breath rather than minutes later. */
const QUESTION_SOON_MS = 20 * MINUTE;
/** People were told to the minute when they lose the case. */
const FREED_SOON_MS = MINUTE;

const hasCome = (at: Instant | null, now: Instant): boolean => at !== null && at <= now;

/** Back to the group, as it was before somebody claimed it and fell silent. */
function freed(feedback: Feedback, now: Instant): Feedback {
  return {
    ...feedback,
    status: 'assigned',
    assignedAt: now,
    claimedBy: null,
    claimedAt: null,
    stillAskedAt: null,
    heldSince: now,
    lastMove: { what: 'release', by: null, at: now },
  };
}

function entryOf(feedback: Feedback, isFreed: boolean, said: string[], now: Instant): Entry {
  const [first] = said;
  const rung: JsonObject = first === undefined ? {} : { rung: first };
  if (!isFreed) return { at: now, actorId: null, what: 'remind', detail: rung };
  const { department, claimedBy } = feedback;
  const detail = { from: 'handling', to: 'assigned', department, claimedBy, why: 'silent', ...rung };
  return { at: now, actorId: null, what: 'release', detail };
}

/**
 * The clock's decision: says the one latest rung that applies, however many were missed, asks a silent holder, frees
 * what nobody answers for, and names the next moment. Refuses `not_due` where another process was faster or the case
 * has moved.
 */
export function remind(feedback: Feedback, office: Office, now: Instant): Decision<Feedback> {
  if (feedback.nextReminderAt === null || feedback.nextReminderAt > now) return refuse('not_due');
  const rungs = dueRungs(feedback, office, now);
  const isWarned = rungs.some(({ duty }) => duty === 'answer');
  const isFreed = hasCome(freeAt(feedback, office), now + (isWarned ? FREED_SOON_MS : 0));
  const asks = hasCome(askAt(feedback, office), now + (isWarned ? QUESTION_SOON_MS : 0));
  const deadline = deadlineOf(feedback);
  const reminded: Feedback = {
    ...(isFreed ? freed(feedback, now) : feedback),
    version: feedback.version + 1,
    remindedAt: rungs.length > 0 ? now : feedback.remindedAt,
    overdue: deadline !== null && deadline <= now,
    ...(asks ? { stillAskedAt: now } : {}),
  };
  const next = { ...reminded, nextReminderAt: nextReminderAt(reminded, office, now) };
  const said = [
    ...rungs.map(({ name, duty }) => (duty === 'interim' ? `interim_${name}` : name)).reverse(),
    ...(asks ? ['silent'] : []),
  ];
  return accept(next, entryOf(feedback, isFreed, said, now), [
    ...holidayWarnings(now, next.nextReminderAt, office),
    ...oneEach([
      ...(isFreed ? freedNotices(feedback, next, office.org) : []),
      ...chasing(rungs, asks ? freeAt(next, office) : null, next, office.org),
    ]),
  ]);
}
