import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

/** A moment: milliseconds since the epoch. */
export type Instant = number;

export interface Clock {
  now(): Instant;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A time of the office's day, in minutes after midnight: `09:30` is 570. */
export type TimeOfDay = number;

const UNIT_MS: Record<string, number> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY };

/** `45s`, `30m`, `12h`, `7d` → ms; null for anything else. */
export function parseDuration(text: string): number | null {
  const match = /^(\d{1,6})([smhd])$/.exec(text.trim());
  const unit = match ? UNIT_MS[match[2] as string] : undefined;
  return match && unit !== undefined ? Number(match[1]) * unit : null;
}

/** `09:30` → 570; null for anything else. `24:00` is not a time of day. */
export function parseTimeOfDay(text: string): TimeOfDay | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

const QUARTER_HOUR = 15 * MINUTE;
const OFFSETS_KEPT = 5000;
const offsets = new Map<string, Map<number, number>>();

/**
 * How far the office's clock is ahead of UTC. Remembered by quarter hour, in which no zone changes: computing is
 * slow.
 */
function offsetAt(at: Instant, zone: string): number {
  const known = offsets.get(zone) ?? new Map<number, number>();
  const quarter = Math.floor(at / QUARTER_HOUR);
  const remembered = known.get(quarter);
  if (remembered !== undefined) return remembered;
  if (known.size >= OFFSETS_KEPT) known.clear();
  const offset = dayjs(at).tz(zone).utcOffset() * MINUTE;
  offsets.set(zone, known.set(quarter, offset));
  return offset;
}

/** The office's wall clock, read as if it were UTC. Cards tell many times: the language's own dates are fast. */
const officeTime = (at: Instant, zone: string) => new Date(officeClock(at, zone));

/** The moment at which a clock of UTC shows what the office's clock shows at `at`. */
export function officeClock(at: Instant, zone: string): Instant {
  return at + offsetAt(at, zone);
}

const padded = (number: number, length: number) => String(number).padStart(length, '0');

/** `11-23`. */
const monthAndDay = (local: Date) => `${padded(local.getUTCMonth() + 1, 2)}-${padded(local.getUTCDate(), 2)}`;

/** `2026-11-23`. */
const fullDate = (local: Date) => `${padded(local.getUTCFullYear(), 4)}-${monthAndDay(local)}`;

/** `09:30`. */
const hoursAndMinutes = (local: Date) => `${padded(local.getUTCHours(), 2)}:${padded(local.getUTCMinutes(), 2)}`;

/** `2026-11-23` in the office's time zone. */
export function dateOf(at: Instant, zone: string): string {
  return fullDate(officeTime(at, zone));
}

/** `11-23 09:30`, as cards show a moment. */
export function shortTime(at: Instant, zone: string): string {
  const local = officeTime(at, zone);
  return `${monthAndDay(local)} ${hoursAndMinutes(local)}`;
}

/** `09:30`. */
export function clockTime(at: Instant, zone: string): string {
  return hoursAndMinutes(officeTime(at, zone));
}

/** `2026-11-23 09:30`. */
export function longTime(at: Instant, zone: string): string {
  const local = officeTime(at, zone);
  return `${fullDate(local)} ${hoursAndMinutes(local)}`;
}

/** Minutes after midnight in the office. */
export function timeOfDayOf(at: Instant, zone: string): TimeOfDay {
  const local = officeTime(at, zone);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/**
 * The moment at which the office's clock shows this time on this date: the first one in an hour that comes twice, and
 * the one that takes its place in an hour that is left out.
 */
export function atTimeOfDay(date: string, time: TimeOfDay, zone: string): Instant {
  const shown = Date.parse(`${date}T00:00:00Z`) + time * MINUTE;
  const before = shown - offsetAt(shown - DAY, zone);
  const after = shown - offsetAt(shown + DAY, zone);
  const real = [before, after].filter((at) => at + offsetAt(at, zone) === shown);
  return real.length === 0 ? before : Math.min(...real);
}

/** The beginning of the day `days` after this date, in UTC. The 31st of a month with 30 days is the 1st of the next. */
function dayFrom(date: string, days: number): Date {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days));
}

/** The date `days` after another one; before it if `days` is negative. */
export function shiftDate(date: string, days: number): string {
  return fullDate(dayFrom(date, days));
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: string): number {
  return dayFrom(date, 0).getUTCDay();
}

const PICKED = /^(\d{4}[-/]\d{2}[-/]\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,6})?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * Reads the value of Feishu's date-time picker, `2026-11-24 18:00 +0800`, and its other shapes: ISO 8601, with slashes, with
 * seconds, without an offset (then the time is meant in `zone`), seconds or milliseconds since 1970. Null if it is no
 * moment.
 */
export function parsePickedTime(text: string, zone: string | null = null): Instant | null {
  const [, sinceEpoch] = /^(\d{10}|\d{13})$/.exec(text.trim()) ?? [];
  if (sinceEpoch !== undefined) return Number(sinceEpoch) * (sinceEpoch.length === 10 ? SECOND : 1);
  const [, picked, time, offset] = PICKED.exec(text.trim()) ?? [];
  const date = picked?.replaceAll('/', '-');
  if (date === undefined || time === undefined || !isDate(date)) return null;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (hours > 23 || minutes > 59) return null;
  if (offset === undefined) return zone === null ? null : atTimeOfDay(date, hours * 60 + minutes, zone);
  const digits = offset.replace(':', '').toUpperCase();
  const inFull = digits === 'Z' ? 'Z' : `${digits.slice(0, 3)}:${digits.slice(3) || '00'}`;
  const at = Date.parse(`${date}T${time}:00${inFull}`);
  return Number.isNaN(at) ? null : at;
}

/** Whether the text is a real date such as `2027-02-05`. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && shiftDate(text, 0) === text;
}

/** Whether the runtime knows this name as a time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
