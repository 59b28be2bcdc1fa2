import type { Office } from '../../office';
import { atTimeOfDay, dateOf, type Instant, shiftDate, weekdayOf } from '../../time';
import type { Recurrence } from '../definition';
import { dayOfMonth, rolled, shiftMonth } from './dates';

/** A slot may roll over the end of its month, and a year has one slot: so many periods around now are looked at. */
const AROUND = [-2, -1, 0, 1, 2];

const slotOn = (date: string, { roll, at }: Recurrence, { calendar, timeZone }: Office): Instant =>
  atTimeOfDay(rolled(date, roll, calendar), at, timeZone);

/** The dates near today on which the recurrence falls, each counted from its own period; earliest first. */
function datesNear({ on }: Recurrence, today: string): string[] {
  const month = today.slice(0, 7);
  switch (on.unit) {
    case 'month':
      return AROUND.map((months) => dayOfMonth(shiftMonth(month, months), on.day));
    case 'year': {
      const inYear = `${today.slice(0, 4)}-${String(on.month).padStart(2, '0')}`;
      return AROUND.map((years) => dayOfMonth(shiftMonth(inYear, years * 12), on.day));
    }
    case 'week': {
      const monday = shiftDate(today, -((weekdayOf(today) + 6) % 7));
      return AROUND.map((weeks) => shiftDate(monday, weeks * 7 + on.day - 1));
    }
  }
}

function slotsNear(recurrence: Recurrence, now: Instant, office: Office): Instant[] {
  return datesNear(recurrence, dateOf(now, office.timeZone)).map((date) => slotOn(date, recurrence, office));
}

/** The latest moment of a recurrence at or before `now`. */
export function latestSlot(recurrence: Recurrence, now: Instant, office: Office): Instant | null {
  return slotsNear(recurrence, now, office).findLast((at) => at <= now) ?? null;
}

/** The first moment of a recurrence after `now`. */
export function nextSlot(recurrence: Recurrence, now: Instant, office: Office): Instant {
  const next = slotsNear(recurrence, now, office).find((at) => at > now);
  if (next === undefined) throw new Error('a recurrence has no next moment');
  return next;
}
