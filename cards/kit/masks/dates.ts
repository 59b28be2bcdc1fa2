import { joined, lengthsOf, type Part } from './number-parts';

const isYear = (digits: string) => /^(?:19|20)\d\d$/.test(digits);
const isUpTo = (most: number, digits: string, least = 1) => Number(digits) >= least && Number(digits) <= most;
const isDay = (year: string, month: string, day: string) => isYear(year) && isUpTo(12, month) && isUpTo(31, day);

/** `20261123`, `202611230930`, `20261123093015`. */
function isJoinedDate(digits: string): boolean {
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0'] =
    /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(digits) ?? [];
  return isDay(year, month, day) && isUpTo(23, hour, 0) && isUpTo(59, minute, 0) && isUpTo(59, second, 0);
}

/** True for a text that begins with a plausible date: `20261123`, `2026-11-23…`. */
export function beginsWithDate(text: string): boolean {
  const [, digits = '', year = '', month = '', day = ''] =
    /^(?:(\d{8,14})(?!\d)|(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})(?!\d))/.exec(text) ?? [];
  return isJoinedDate(digits) || isDay(year, month, day);
}

/** How many parts at the beginning are a plausible date; 0 if none is. */
export function partsOfDate(all: Part[]): number {
  const [first, second, third] = joined(all, (gap) => /^ ?[-./ ] ?$/.test(gap));
  if (!first) return 0;
  if (isJoinedDate(first.digits)) return 1;
  if (!second || !third) return 0;
  const lengths = lengthsOf([first, second, third]);
  if (/^4-[12]-[12]$/.test(lengths)) return isDay(first.digits, second.digits, third.digits) ? 3 : 0;
  if (!/^[12]-[12]-4$/.test(lengths)) return 0;
  // The day or the month first.
  const [one, other, year] = [first.digits, second.digits, third.digits];
  return isDay(year, other, one) || isDay(year, one, other) ? 3 : 0;
}
