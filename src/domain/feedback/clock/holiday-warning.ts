import type { Notice } from '../../decision';
import { person } from '../../messaging';
import { type Office, workClockOf } from '../../office';
import type { Instant } from '../../time';
import { guessedYears } from '../../work-clock';

/**
 * Tells the admins (the managers if there are no admins) that working days between two moments are a guess, because
 * nobody has published a year's days off. Each person is told once about a year.
 */
export function holidayWarnings(from: Instant | null, to: Instant | null, office: Office): Notice[] {
  if (from === null || to === null) return [];
  const { org } = office;
  const told = org.admins.length > 0 ? org.admins : org.managers;
  return guessedYears(from, to, workClockOf(office)).flatMap((year) =>
    told.map(
      (id): Notice => ({
        kind: 'message',
        name: 'holidays_unpublished',
        to: person(id),
        params: { year },
        once: `holidays-${year}`,
      }),
    ),
  );
}
