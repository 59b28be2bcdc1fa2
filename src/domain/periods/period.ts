import { isDate, shiftDate, weekdayOf } from '../time';

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** A stretch of whole days of the office, both ends included: `2026-11-01` to `2026-11-30`. */
export interface Period {
  unit: Unit;
  first: string;
  last: string;
}

/** A period as people name it. */
export type SaidPeriod =
  /** So many units before the current one: 0 is this week, 1 is last week. */
  | { unit: Unit; back: number }
  /**
   * The nth month, quarter or half of a year (1 is the first), or the year itself; `year` is null if it was not named, and
   * counts back from this year if it is at most 9.
   */
  | { unit: 'month' | 'quarter' | 'half' | 'year'; nth: number; year: number | null }
  | { unit: 'day'; month: number; day: number; year: number | null };

const MONTHS_OF = { month: 1, quarter: 3, half: 6, year: 12 };

const pad = (number: number, length = 2) => String(number).padStart(length, '0');

/** Whole months: `index` counts months since the year 0, in steps of `unit`. */
function months(unit: keyof typeof MONTHS_OF, index: number): Period {
  const startOf = (month: number) => `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1)}-01`;
  const length = MONTHS_OF[unit];
  return { unit, first: startOf(index * length), last: shiftDate(startOf((index + 1) * length), -1) };
}

/** The current period of the unit, or one so many units earlier. Weeks begin on Monday. */
function relative(unit: Unit, back: number, today: string): Period {
  if (unit === 'day') {
    const day = shiftDate(today, -back);
    return { unit, first: day, last: day };
  }
  if (unit === 'week') {
    const monday = shiftDate(today, -((weekdayOf(today) + 6) % 7) - 7 * back);
    return { unit, first: monday, last: shiftDate(monday, 6) };
  }
  const [year, month] = today.split('-').map(Number) as [number, number];
  return months(unit, Math.floor((year * 12 + month - 1) / MONTHS_OF[unit]) - back);
}

function inYear(said: Exclude<SaidPeriod, { back: number }>, year: number): Period | null {
  if (said.unit !== 'day') return months(said.unit, (year * 12) / MONTHS_OF[said.unit] + said.nth - 1);
  const day = `${pad(year, 4)}-${pad(said.month)}-${pad(said.day)}`;
  return isDate(day) ? { unit: 'day', first: day, last: day } : null;
}

/**
 * The days of a named period, seen from `today` (`2026-11-27`). Without a year it is the most recent one that has begun:
 * 12月 is last year's in November. Null for a day that does not exist, such as 2月30日.
 */
export function periodOf(said: SaidPeriod, today: string): Period | null {
  if ('back' in said) return relative(said.unit, said.back, today);
  const thisYear = Number(today.slice(0, 4));
  if (said.year !== null) return inYear(said, said.year <= 9 ? thisYear - said.year : said.year);
  const period = inYear(said, thisYear);
  return period !== null && period.first <= today ? period : inYear(said, thisYear - 1);
}
