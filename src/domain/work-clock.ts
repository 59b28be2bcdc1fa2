import type { Calendar } from './calendar';
import { atTimeOfDay, dateOf, type Instant, shiftDate } from './time';

/** How time is counted: every hour (`wall-clock`), or only the 24 hours of each working day (`workdays`). */
export interface WorkClock {
  mode: 'wall-clock' | 'workdays';
  calendar: Calendar;
  /** IANA name, such as `Asia/Shanghai`. */
  zone: string;
}

/**
 * The moment `ms` (≥ 0) after `at`. With `workdays`, a start on a day off counts from 00:00 of the next working day,
 * and the result always lies on a working day: 24 hours after Friday 15:00 is Monday 15:00.
 */
export function addTime(at: Instant, ms: number, { mode, calendar, zone }: WorkClock): Instant {
  if (mode === 'wall-clock') return at + ms;
  let left = ms;
  let from = at;
  for (let date = dateOf(at, zone); ; date = shiftDate(date, 1)) {
    const midnight = atTimeOfDay(shiftDate(date, 1), 0, zone);
    if (calendar.isWorkday(date)) {
      if (left < midnight - from) return from + left;
      left -= midnight - from;
    }
    from = midnight;
  }
}

/** The moment `ms` (≥ 0) before `at`; with `workdays`, the time of days off is skipped. */
export function subtractTime(at: Instant, ms: number, { mode, calendar, zone }: WorkClock): Instant {
  if (mode === 'wall-clock') return at - ms;
  let left = ms;
  let until = at;
  // Midnight ends the day before.
  for (let date = dateOf(at - 1, zone); ; date = shiftDate(date, -1)) {
    const midnight = atTimeOfDay(date, 0, zone);
    if (calendar.isWorkday(date)) {
      if (left <= until - midnight) return until - left;
      left -= until - midnight;
    }
    until = midnight;
  }
}

/** How much time counts between two moments, in ms; 0 if `to` is not later than `from`. */
export function timeBetween(from: Instant, to: Instant, { mode, calendar, zone }: WorkClock): number {
  if (to <= from) return 0;
  if (mode === 'wall-clock') return to - from;
  let passed = 0;
  for (let date = dateOf(from, zone), start = from; start < to; date = shiftDate(date, 1)) {
    const midnight = atTimeOfDay(shiftDate(date, 1), 0, zone);
    if (calendar.isWorkday(date)) passed += Math.min(midnight, to) - start;
    start = midnight;
  }
  return passed;
}

/**
 * The years between two moments, both included, whose working days are a guess, because nobody has published their days
 * off. None on the wall clock.
 */
export function guessedYears(from: Instant, to: Instant, { mode, calendar, zone }: WorkClock): number[] {
  if (mode === 'wall-clock') return [];
  const yearOf = (at: Instant) => Number(dateOf(at, zone).slice(0, 4));
  const first = yearOf(from);
  const years = Array.from({ length: Math.max(0, yearOf(to) - first + 1) }, (_, i) => first + i);
  return years.filter((year) => !calendar.isPublished(year));
}
