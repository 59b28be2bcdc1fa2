import { atTimeOfDay, dateOf, type Instant, shiftDate, type TimeOfDay, timeOfDayOf } from './time';
import type { WorkClock } from './work-clock';

/** Hours of the day in which nobody is disturbed; `from` may be later than `to`: the hours cross midnight. */
export interface QuietHours {
  from: TimeOfDay;
  to: TimeOfDay;
}

/** When nobody is disturbed: in quiet hours (null: none) and, if only working days count, on days off. */
export interface Rest extends WorkClock {
  quietHours: QuietHours | null;
}

/** Whether `at` is in quiet hours. Their end is no longer quiet; equal ends mean no quiet hours. */
export function isQuiet(at: Instant, quietHours: QuietHours | null, zone: string): boolean {
  return isQuietTime(timeOfDayOf(at, zone), quietHours);
}

/** Whether this time of day is in quiet hours. */
export function isQuietTime(time: TimeOfDay, quietHours: QuietHours | null): boolean {
  if (quietHours === null) return false;
  const { from, to } = quietHours;
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

/** The end of the quiet hours around `at`; `at` itself if it is not quiet. */
export function endOfQuiet(at: Instant, quietHours: QuietHours | null, zone: string): Instant {
  if (quietHours === null || !isQuiet(at, quietHours, zone)) return at;
  const today = dateOf(at, zone);
  const endsTomorrow = timeOfDayOf(at, zone) >= quietHours.to;
  return atTimeOfDay(endsTomorrow ? shiftDate(today, 1) : today, quietHours.to, zone);
}

/** The first moment from `at` on at which people may be disturbed. */
export function endOfRest(at: Instant, { quietHours, mode, calendar, zone }: Rest): Instant {
  let awake = at;
  for (;;) {
    const woken = endOfQuiet(awake, quietHours, zone);
    const date = dateOf(woken, zone);
    if (mode === 'wall-clock' || calendar.isWorkday(date)) return woken;
    awake = atTimeOfDay(shiftDate(date, 1), 0, zone);
  }
}

/** The end of the quiet hours, or `morning` without quiet hours, on the next day on which people may be disturbed. */
export function nextMorning(at: Instant, morning: TimeOfDay, { quietHours, mode, calendar, zone }: Rest): Instant {
  let date = shiftDate(dateOf(at, zone), 1);
  while (mode === 'workdays' && !calendar.isWorkday(date)) date = shiftDate(date, 1);
  return atTimeOfDay(date, quietHours?.to ?? morning, zone);
}

/** The next moment after `at` at which quiet hours or a day begin. */
function nextBreak(at: Instant, { quietHours, zone }: Rest): Instant {
  const today = dateOf(at, zone);
  const midnight = atTimeOfDay(shiftDate(today, 1), 0, zone);
  if (quietHours === null) return midnight;
  const quiet = atTimeOfDay(today, quietHours.from, zone);
  return quiet > at ? Math.min(quiet, midnight) : midnight;
}

const FIRST_MINUTES = 60;
const MINUTES_A_DAY = 24 * 60;

/**
 * The working hours, as the rest around them: working days in any mode, outside quiet hours and without the first hour
 * after them, in which people only arrive.
 */
export function workingHours(rest: Rest): Rest {
  const { quietHours } = rest;
  if (quietHours === null) return { ...rest, mode: 'workdays' };
  const { from, to } = quietHours;
  const awakeFor = (from - to + MINUTES_A_DAY) % MINUTES_A_DAY;
  // Equal ends mean no quiet hours.
  const isShort = from === to || awakeFor <= FIRST_MINUTES;
  const begins = isShort ? to : (to + FIRST_MINUTES) % MINUTES_A_DAY;
  return { ...rest, mode: 'workdays', quietHours: { from, to: begins } };
}

/** Whether people may be disturbed at this moment. */
export const isAwake = (at: Instant, rest: Rest): boolean => endOfRest(at, rest) === at;

/** The moment `ms` (≥ 0) after `at`, if only time counts in which people may be disturbed. */
export function addAwakeTime(at: Instant, ms: number, rest: Rest): Instant {
  let left = ms;
  for (let from = endOfRest(at, rest); ; ) {
    const until = nextBreak(from, rest);
    if (left <= until - from) return from + left;
    left -= until - from;
    from = endOfRest(until, rest);
  }
}
