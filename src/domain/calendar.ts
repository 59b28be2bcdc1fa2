import { shiftDate, weekdayOf } from './time';

/**
 * A holiday of the State Council's notice: days off `from`–`to`, both included, and weekend days worked for it (调休).
 */
export interface Holiday {
  name: string;
  from: string;
  to: string;
  makeUpDays: string[];
}

export interface HolidayYear {
  year: number;
  /** False if only the statutory days are known: the notice with bridging and make-up days is still to come. */
  published: boolean;
  holidays: Holiday[];
}

/** Which days the company works. Dates are written `2026-11-23`. */
export interface Calendar {
  /** Monday to Friday if no holiday of the date is known. */
  isWorkday(date: string): boolean;
  /** False: `isWorkday` only guesses for that year, and callers should say so. */
  isPublished(year: number): boolean;
}

/** Builds a calendar; the later entry for a year wins, so a company's own notice goes after the built-in years. */
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
 * The built-in years, replaced by the years that the company's own notices name. `own` is asked on each call, because
 * the company may enter holidays while the program runs.
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

/** The year whose notice announces the holiday; New Year's Day (元旦) may begin in the last days of the year before. */
export function yearOf({ to }: Holiday): number {
  return Number(to.slice(0, 4));
}

/** Groups holidays by year; a year counts as published as soon as the company has entered a holiday of it. */
export function yearsOf(holidays: Holiday[]): HolidayYear[] {
  const years = [...new Set(holidays.map(yearOf))];
  return years.map((year) => ({ year, published: true, holidays: holidays.filter((one) => yearOf(one) === year) }));
}

function isMondayToFriday(date: string): boolean {
  const weekday = weekdayOf(date);
  return weekday >= 1 && weekday <= 5;
}
