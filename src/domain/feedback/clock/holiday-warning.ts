import { unpublishedYears } from '../../calendar';
import type { Notice } from '../../decision';
import { person } from '../../messaging';
import type { Office } from '../../office';
import type { Instant } from '../../time';

/**
 * A deadline that falls into a year whose days off nobody has published is a guess: those who can act on it are told,
 * once a year and for good.
 */
export function holidayWarnings(from: Instant | null, to: Instant | null, policy: Office): Notice[] {
  const { org, calendar, timeZone } = policy;
  if (org.sla.calendar !== 'workdays' || from === null || to === null) return [];
  const told = org.admins.length > 0 ? org.admins : org.managers;
  return unpublishedYears(from, to, calendar, timeZone).flatMap((year) =>
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
