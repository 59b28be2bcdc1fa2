import type { Notice } from '../../decision';
import { person } from '../../messaging';
import { type Office, workClockOf } from '../../office';
import type { Instant } from '../../time';
import { guessedYears } from '../../work-clock';

/**
 * A deadline that falls into a year whose days off nobody has published is a guess: those who can act on it are told,
 * once a year and for good.
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
