import { DAY, shiftDate } from '../time';
import { dateFrom } from './holiday-dates';

// The days of an absence as people type them: `2026-12-01`, `12-01`, `12月1日至5日`, `明天`, `tomorrow`.

/** A day as typed; a year or month that is not typed is null. */
export type TypedDay =
  | { kind: 'date'; year: number | null; month: number | null; day: number }
  | { kind: 'from_today'; days: number };

export type LeaveDays =
  | { ok: true; from: string; until: string }
  /** `unlikely`: longer than a year, or too far ahead. */
  | { ok: false; fault: 'no_such_day' | 'ends_before_it_begins' | 'past' | 'unlikely' };

const FROM_TODAY: Record<string, number> = {
  今天: 0,
  今日: 0,
  today: 0,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
  後天: 2,
  大后天: 3,
  大後天: 3,
};

const RELATIVE = new RegExp(`(?:${Object.keys(FROM_TODAY).join('|')})(?![a-z])`, 'iy');
const FULL = /(20\d\d) ?[-./年] ?(\d{1,2}) ?[-./月] ?(\d{1,2})(?!\d)(?: ?[日号])?/y;
const MONTH_AND_DAY = /(\d{1,2})(?:[-./]| ?月 ?)(\d{1,2})(?!\d)(?: ?[日号])?/y;
const LONE_DAY = /(\d{1,2}) ?[日号]/y;

/** The day that is typed at a place of the text, and where it ends; null if there is none. */
export function dayAt(text: string, start: number): { day: TypedDay; end: number } | null {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = start;
    return pattern.exec(text);
  };
  const relative = match(RELATIVE);
  if (relative) {
    const days = FROM_TODAY[relative[0].toLowerCase()] ?? 0;
    return { day: { kind: 'from_today', days }, end: start + relative[0].length };
  }
  const found = match(FULL) ?? match(MONTH_AND_DAY) ?? match(LONE_DAY);
  if (!found) return null;
  const [day, month, year] = found.slice(1).map(Number).reverse();
  const typed = { kind: 'date' as const, year: year ?? null, month: month ?? null, day: day ?? 0 };
  return { day: typed, end: start + found[0].length };
}

const LONGEST_DAYS = 366;
/** Nobody says it so early: in December, December 1 is past. */
const AHEAD_DAYS = 300;
/** Two days without a year that lie further apart were meant the other way round. */
const HALF_A_YEAR = 183;

const hasNoYear = (typed: TypedDay | null): boolean => typed?.kind === 'date' && typed.year === null;

/**
 * The dates of an absence; `last` is null for a single day. Where no year is typed, the span that ends next is meant, seen
 * from `today`.
 */
export function leaveDays(first: TypedDay, last: TypedDay | null, today: string): LeaveDays {
  const spans = datesOf(first, today, today).flatMap((from) =>
    (last === null ? [from] : datesOf(last, today, from)).map((until) => ({ from, until })),
  );
  if (spans.length === 0) return { ok: false, fault: 'no_such_day' };
  const longest = hasNoYear(first) && hasNoYear(last) ? HALF_A_YEAR : Number.POSITIVE_INFINITY;
  const forward = spans.filter(({ from, until }) => from <= until && daysAfter(from, until) <= longest);
  if (forward.length === 0) return { ok: false, fault: 'ends_before_it_begins' };
  const [next] = forward
    .filter(({ until }) => until >= today)
    .sort((a, b) => (a.until === b.until ? compare(b.from, a.from) : compare(a.until, b.until)));
  if (!next) return { ok: false, fault: 'past' };
  if (daysAfter(today, next.from) > AHEAD_DAYS) return { ok: false, fault: hasNoYear(first) ? 'past' : 'unlikely' };
  return daysAfter(next.from, next.until) > LONGEST_DAYS ? { ok: false, fault: 'unlikely' } : { ok: true, ...next };
}

const daysAfter = (date: string, later: string) => (Date.parse(later) - Date.parse(date)) / DAY;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The dates that a typed day may mean: in the years around today, or around `from` if no month is typed. */
function datesOf(typed: TypedDay, today: string, from: string): string[] {
  if (typed.kind === 'from_today') return [shiftDate(today, typed.days)];
  const { year, month, day } = typed;
  return (month === null ? monthsFrom(from) : yearsAround(year, today).map((one) => ({ year: one, month }))).flatMap(
    (one) => dateFrom(one.year, one.month, day) ?? [],
  );
}

const yearsAround = (year: number | null, today: string): number[] =>
  year === null ? [-1, 0, 1, 2].map((more) => Number(today.slice(0, 4)) + more) : [year];

/** The month of a date, and the month after it. */
function monthsFrom(date: string): { year: number; month: number }[] {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const after = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  return [{ year, month }, after];
}
