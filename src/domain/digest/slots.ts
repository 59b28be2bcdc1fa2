import { chiefsOf, type Org } from '../org/org';
import { isQuietTime } from '../quiet-hours';
import { atTimeOfDay, dateOf, type Instant, shiftDate, type TimeOfDay } from '../time';

/** The digest of the whole company, or a person's own: of the departments that they lead, or of what waits for them. */
export type DigestMoment = 'office' | 'own';

/** Leads and reps read theirs so many minutes before the managers read about the same cases. */
const OWN_EARLIER_MINUTES = 30;

/** When the digests of this moment come, as the office's time of day. */
export function digestTime(moment: DigestMoment, { digest, sla }: Org): TimeOfDay {
  const earlier = Math.max(0, digest.at - OWN_EARLIER_MINUTES);
  return moment === 'office' || isQuietTime(earlier, sla.quietHours) ? digest.at : earlier;
}

/** The latest moment at or before `now` at which the office's clock shows `time`. */
export function digestSlot(now: Instant, time: TimeOfDay, zone: string): Instant {
  const today = dateOf(now, zone);
  const at = atTimeOfDay(today, time, zone);
  return at <= now ? at : atTimeOfDay(shiftDate(today, -1), time, zone);
}

/** The first moment after `now` at which the office's clock shows `time`. */
export function nextDigestSlot(now: Instant, time: TimeOfDay, zone: string): Instant {
  const latest = dateOf(digestSlot(now, time, zone), zone);
  return atTimeOfDay(shiftDate(latest, 1), time, zone);
}

/** The digest that tells this person of other people's cases; null if none does. Each person gets one at most. */
export function digestFor(personId: string, org: Org): DigestMoment | null {
  if (chiefsOf(org).includes(personId)) return 'office';
  return org.departments.some(({ lead }) => lead === personId) ? 'own' : null;
}

/** The office days before the digest's, as [start, end): the latest `count` whole days. */
export function daysBefore(date: string, count: number, zone: string): { start: Instant; end: Instant } {
  return { start: atTimeOfDay(shiftDate(date, -count), 0, zone), end: atTimeOfDay(date, 0, zone) };
}
