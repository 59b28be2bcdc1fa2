import { accept, type Decision, refuse } from '../../decision';
import type { Office } from '../../office';
import type { Instant } from '../../time';
import type { Feedback } from '../model';
import { isOverdue } from './deadline';
import { nextReminderAt } from './remind';

/**
 * The wall clock was set back. What people were told in the time that was none counts as told now: it is not said again,
 * and the reminders of the real time still come. Refuses `nothing_changes` for a record that the false time has not
 * touched.
 */
export function setBack(feedback: Feedback, office: Office, now: Instant): Decision<Feedback> {
  const come = <T extends Instant | null>(at: T): T => (at !== null && at > now ? (now as T) : at);
  const { refillAt, heldSince, remindedAt, lastUrgedAt, stillAskedAt, stillAt } = feedback;
  const righted: Feedback = {
    ...feedback,
    refillAt: come(refillAt),
    heldSince: come(heldSince),
    remindedAt: come(remindedAt),
    lastUrgedAt: come(lastUrgedAt),
    stillAskedAt: come(stillAskedAt),
    stillAt: come(stillAt),
    overdue: isOverdue(feedback, now),
  };
  const next = { ...righted, nextReminderAt: nextReminderAt(righted, office, now) };
  if (JSON.stringify(next) === JSON.stringify(feedback)) return refuse('nothing_changes');
  const entry = { at: now, actorId: null, what: 'postpone', detail: {} };
  return accept({ ...next, version: feedback.version + 1 }, entry, []);
}
