import type { Sla } from './org/org';
import { atTimeOfDay, dateOf, type Instant, shiftDate, type TimeOfDay, timeOfDayOf, weekdayOf } from './time';

/** A holiday as the notice announces it: days off from–to, both included, and the weekend days worked for it (调休). */
export interface Holiday {
  name: string;
  from: string;
  to: string;
  makeUpDays: string[];
}

export interface HolidayYear {
  year: number;
  /** False while only the statutory days are known: bridging and make-up days are still to come. */
  published: boolean;
  holidays: Holiday[];
}

/** Which office days are worked. Dates are `2026-11-23`. */
export interface Calendar {
  /** Monday to Friday where nothing is known of the date. */
  isWorkday(date: string): boolean;
  /** False: `isWorkday` of that year is a guess that callers should warn of. */
  isPublished(year: number): boolean;
}

/** A year given twice is taken as its later entry says, so that a company's own notice goes after the built-in ones. */
export function workdayCalendar(years: HolidayYear[]): Calendar {
  const known = new Map(years.map((year) => [year.year, year]));
  const daysOff = new Set<string>();
  const makeUpDays = new Set<string>();
  for (const { holidays } of known.values()) {
    for (const holiday of holidays) {
      for (let date = holiday.from; date <= holiday.to; date = shiftDate(date, 1)) daysOff.add(date);
      for (const date of holiday.makeUpDays) makeUpDays.add(date);
    }
  }
  return {
    isWorkday: (date) => !daysOff.has(date) && (makeUpDays.has(date) || isMondayToFriday(date)),
    isPublished: (year) => known.get(year)?.published ?? false,
  };
}

/**
 * The years that are built in, and in the place of those that the company's own notices name, these. `own` is asked each
 * time: it may change while the program runs.
 */
export function companyCalendar(builtIn: HolidayYear[], own: () => Holiday[] | undefined): Calendar {
  let known: { holidays: Holiday[] | undefined; calendar: Calendar } | null = null;
  const now = (): Calendar => {
    const holidays = own();
    if (!known || known.holidays !== holidays)
      known = { holidays, calendar: workdayCalendar([...builtIn, ...yearsOf(holidays ?? [])]) };
    return known.calendar;
  };
  return { isWorkday: (date) => now().isWorkday(date), isPublished: (year) => now().isPublished(year) };
}

/** The year whose notice announces it: New Year's Day (元旦) may begin in the last days of the year before. */
export function yearOf({ to }: Holiday): number {
  return Number(to.slice(0, 4));
}

/** By year; one counts as published once the company has named its holidays. */
export function yearsOf(holidays: Holiday[]): HolidayYear[] {
  const years = [...new Set(holidays.map(yearOf))];
  return years.map((year) => ({ year, published: true, holidays: holidays.filter((one) => yearOf(one) === year) }));
}

function isMondayToFriday(date: string): boolean {
  const weekday = weekdayOf(date);
  return weekday >= 1 && weekday <= 5;
}

/** Whether reminders rest at that moment; `to` itself is no longer quiet. Equal ends are no hours at all. */
export function isQuiet(at: Instant, quietHours: Sla['quietHours'], zone: string): boolean {
  if (quietHours === null) return false;
  const { from, to } = quietHours;
  const now = timeOfDayOf(at, zone);
  return from <= to ? now >= from && now < to : now >= from || now < to;
}

/** The moment the quiet hours around `at` end; `at` itself where it is not quiet. */
export function endOfQuiet(at: Instant, quietHours: Sla['quietHours'], zone: string): Instant {
  if (quietHours === null || !isQuiet(at, quietHours, zone)) return at;
  const today = dateOf(at, zone);
  const endsTomorrow = timeOfDayOf(at, zone) >= quietHours.to;
  return atTimeOfDay(endsTomorrow ? shiftDate(today, 1) : today, quietHours.to, zone);
}

/**
 * `ms` (≥ 0) after `at`. With `workdays` only the 24 hours of working days pass: a start on a day off counts from 00:00
 * of the next working day, and the result is always on a working day.
 */
export function addTime(at: Instant, ms: number, mode: Sla['calendar'], calendar: Calendar, zone: string): Instant {
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

/** `ms` (≥ 0) before `at`, counted as `addTime` counts: with `workdays` the time of days off is skipped. */
export function subtractTime(
  at: Instant,
  ms: number,
  mode: Sla['calendar'],
  calendar: Calendar,
  zone: string,
): Instant {
  if (mode === 'wall-clock') return at - ms;
  let left = ms;
  let until = at;
  // The day that ends at midnight is the one before.
  for (let date = dateOf(at - 1, zone); ; date = shiftDate(date, -1)) {
    const midnight = atTimeOfDay(date, 0, zone);
    if (calendar.isWorkday(date)) {
      if (left <= until - midnight) return until - left;
      left -= until - midnight;
    }
    until = midnight;
  }
}

/** How much time passes from `from` to `to` by that calendar, in ms; 0 where `to` is not later. */
export function timeBetween(
  from: Instant,
  to: Instant,
  mode: Sla['calendar'],
  calendar: Calendar,
  zone: string,
): number {
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

/** When nobody is to be disturbed: in quiet hours and, where only working days count, on days off. */
export interface Rest {
  quietHours: Sla['quietHours'];
  mode: Sla['calendar'];
  calendar: Calendar;
  zone: string;
}

/** The first moment from `at` on at which people may be disturbed; `at` itself where they may be. */
export function endOfRest(at: Instant, { quietHours, mode, calendar, zone }: Rest): Instant {
  let awake = at;
  for (;;) {
    const woken = endOfQuiet(awake, quietHours, zone);
    const date = dateOf(woken, zone);
    if (mode === 'wall-clock' || calendar.isWorkday(date)) return woken;
    awake = atTimeOfDay(shiftDate(date, 1), 0, zone);
  }
}

/** When the quiet hours end, or else `morning`, on the next day after `at` on which people may be disturbed. */
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

/** `ms` (≥ 0) after `at`, of which only time counts in which people may be disturbed. */
export function addAwakeTime(at: Instant, ms: number, rest: Rest): Instant {
  let left = ms;
  for (let from = endOfRest(at, rest); ; ) {
    const until = nextBreak(from, rest);
    if (left <= until - from) return from + left;
    left -= until - from;
    from = endOfRest(until, rest);
  }
}

/** The years between two moments, both included, whose days off are not published: what counts there is a guess. */
export function unpublishedYears(from: Instant, to: Instant, calendar: Calendar, zone: string): number[] {
  const yearOf = (at: Instant) => Number(dateOf(at, zone).slice(0, 4));
  const first = yearOf(from);
  const years = Array.from({ length: Math.max(0, yearOf(to) - first + 1) }, (_, i) => first + i);
  return years.filter((year) => !calendar.isPublished(year));
}
