import { isDate, shiftDate } from '../time';

// Dates as people write them in a line about a holiday: `2027-02-05`, `2月5日至11日`, `2.5~2.11`, `Feb 5 - 11`.

/** A day or a range of days, as typed. A month or year that is not typed is null. */
export interface TypedSpan {
  /** The place of the span in the text. */
  start: number;
  end: number;
  first: TypedDay;
  /** Null for a single day. */
  last: TypedDay | null;
}

export interface TypedDay {
  year: number | null;
  month: number | null;
  day: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s*(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s*(20\\d\\d)(?!\\d))?`, 'gi');
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}(?![a-z])(?:,?\\s*(20\\d\\d)(?!\\d))?`,
  'gi',
);

const monthNumber = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const inDigits = (year: string | undefined, month: string, day: string) =>
  `${year ? `${year}/` : ''}${monthNumber(month)}/${day}`;

const DATE = [
  '(?<year>20\\d\\d)\\s*[-./年]\\s*(?<month>\\d{1,2})\\s*[-./月]\\s*(?<day>\\d{1,2})(?!\\d)(?:\\s*[日号])?',
  '(?<!\\d)(?<compact>20\\d{6})(?!\\d)',
  '(?<!\\d)(?<month2>\\d{1,2})\\s*月\\s*(?<day2>\\d{1,2})(?!\\d)(?:\\s*[日号])?',
  // `1-3日` is not January 3.
  '(?<!\\d)(?<month3>\\d{1,2})[-./](?<day3>\\d{1,2})(?!\\d|\\s*[日号])',
].join('|');
const LONE_DAY = '(?<!\\d)(?<lone>\\d{1,2})\\s*[日号]';
const FIRST = new RegExp(`${DATE}|${LONE_DAY}`, 'g');
const UNTIL = new RegExp(
  `\\s{0,4}起?\\s{0,4}(?:至|到|-+|to\\b|until\\b|through\\b)\\s*(?:${DATE}|(?<lone>\\d{1,2})(?!\\d|\\s*[月年./])(?:\\s*[日号])?)`,
  'iy',
);

/** The text with plain digits, dashes and numbers of months (`２月` is `2月`, `Feb 5` is `2/5`), and without weekdays. */
export function plainDates(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐-―−~〜～∼]/g, '-')
    .replace(/號/g, '号')
    .replace(/(?:星期|礼拜|周)[一二三四五六日天]/g, ' ')
    .replace(/\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?/gi, ' ')
    .replace(MONTH_FIRST, (_all, month: string, day: string, year?: string) => inDigits(year, month, day))
    .replace(DAY_FIRST, (_all, day: string, month: string, year?: string) => inDigits(year, month, day));
}

/** The dates and ranges of dates in a text that `plainDates` returned. */
export function spansIn(text: string): TypedSpan[] {
  const spans: TypedSpan[] = [];
  for (const match of text.matchAll(FIRST)) {
    if (match.index < (spans.at(-1)?.end ?? 0)) continue;
    UNTIL.lastIndex = match.index + match[0].length;
    const until = UNTIL.exec(text);
    const end = match.index + match[0].length + (until?.[0].length ?? 0);
    spans.push({ start: match.index, end, first: dayOf(match), last: until && dayOf(until) });
  }
  return spans;
}

function dayOf({ groups = {} }: RegExpMatchArray): TypedDay {
  const { year, month, day, compact, month2, day2, month3, day3, lone } = groups;
  if (compact) {
    return { year: Number(compact.slice(0, 4)), month: Number(compact.slice(4, 6)), day: Number(compact.slice(6)) };
  }
  const typedMonth = month ?? month2 ?? month3;
  return {
    year: year ? Number(year) : null,
    month: typedMonth ? Number(typedMonth) : null,
    day: Number(day ?? day2 ?? day3 ?? lone),
  };
}

/** `2027-02-05`; null for a day that does not exist, such as February 30. */
export function dateFrom(year: number, month: number, day: number): string | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

/** The days from one date to another, both included; none if the second is the earlier one. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let date = from; date <= to; date = shiftDate(date, 1)) days.push(date);
  return days;
}
