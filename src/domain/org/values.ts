import { isBlank } from '../fields';
import { wellFormed } from '../text/well-formed';
import { DAY, HOUR, MINUTE, parseDuration, parseTimeOfDay, SECOND, type TimeOfDay } from '../time';
import type { OfficeRung, RungReader } from './ladders';
import type { Sla } from './org';

// How the organisation's values are written, in org.yaml, in the forms of the setup and in the export. A reader answers
// null for a text that it does not understand.

export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export const ROUTINGS = ['direct', 'clerk', 'clerk+manager'] as const;
export const CALENDARS = ['wall-clock', 'workdays'] as const;
export const MAX_NAME_LENGTH = 50;

/** The option of a select that means "none": the platform does not send an empty choice. */
export const NONE = 'none';

/** `after_sales`: lower-case letters, digits and `_`, a letter first. */
export function readKey(text: string): string | null {
  return /^[a-z][a-z0-9_]*$/.test(text) && text.length <= MAX_NAME_LENGTH ? text : null;
}

/** A text of 1 to `MAX_NAME_LENGTH` whole characters, of which a reader sees at least one. */
export function readName(text: string): string | null {
  return !isBlank(text) && wellFormed(text) === text && [...text].length <= MAX_NAME_LENGTH ? text : null;
}

/** An id of the platform, by its prefix: `oc_…` a group, `ou_…` a person, `od-…` a department. */
export function readId(text: string, prefix: 'oc_' | 'ou_' | 'od-'): string | null {
  return text.startsWith(prefix) && /^[A-Za-z0-9_]+$/.test(text.slice(prefix.length)) ? text : null;
}

const UNITS: [pattern: RegExp, unit: string][] = [
  [/(?:天|日|days?)$/i, 'd'],
  [/(?:个?小时|hours?|hrs?)$/i, 'h'],
  [/(?:分钟|分|minutes?|mins?)$/i, 'm'],
  [/(?:秒钟?|seconds?|secs?)$/i, 's'],
];

/** A duration of more than nothing: `45s`, `30m`, `12h`, `7d`, or as people write it: `24小时`, `30 分钟`, `2 days`. */
export function readDuration(text: string): number | null {
  const [pattern, unit] = UNITS.find(([one]) => one.test(text)) ?? [/$/, ''];
  return parseDuration(text.replace(pattern, unit).replace(/\s+/g, '').toLowerCase()) || null;
}

/** `12h`, in the largest unit that leaves no rest. */
export function writeDuration(ms: number): string {
  const units: [number, string][] = [
    [DAY, 'd'],
    [HOUR, 'h'],
    [MINUTE, 'm'],
  ];
  // People say 24h of a deadline, not 1d.
  const [size, unit] = units.find(([one]) => ms % one === 0 && (one !== DAY || ms > DAY)) ?? [SECOND, 's'];
  return `${Math.round(ms / size)}${unit}`;
}

/** `22:00-08:00`; `{ hours: null }` for `off`. */
export function readQuietHours(text: string): { hours: Sla['quietHours'] } | null {
  if (['off', 'false', '无', '关', 'none'].includes(text.toLowerCase())) return { hours: null };
  const ends = text.split(/[-–—~～至到]/).map(readTimeOfDay);
  const [from, to] = ends;
  if (ends.length !== 2 || from == null || to == null || from === to) return null;
  return { hours: { from, to } };
}

/** `9:00` or `09：00`, in minutes after midnight. */
export function readTimeOfDay(text: string): TimeOfDay | null {
  return parseTimeOfDay(text.replace('：', ':'));
}

/** `09:00`. */
export function writeTimeOfDay(time: TimeOfDay): string {
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}

/** `22:00-08:00`, or `off`. */
export function writeQuietHours(hours: Sla['quietHours']): string {
  return hours === null ? 'off' : `${writeTimeOfDay(hours.from)}-${writeTimeOfDay(hours.to)}`;
}

/** A day that every month has: 1 to 28. */
export function readDayOfMonth(text: string): number | null {
  return /^([1-9]|1\d|2[0-8])$/.test(text) ? Number(text) : null;
}

/** A number of days, of the calendar or workdays. */
type Days = Pick<OfficeRung, 'days' | 'unit'>;

const DAYS = /^([+-]?)(\d{1,3}) ?(?:(个?工作日|workdays?)|天|日|days?)$/i;
const MOST_DAYS = 366;

/** `-1 workday`, `+3 days`, `2 天`, at most a year. */
function readDays(text: string): Days | null {
  const [, sign, digits, workday] = DAYS.exec(text) ?? [];
  const days = Number(digits);
  if (digits === undefined || days > MOST_DAYS) return null;
  return { days: sign === '-' && days > 0 ? -days : days, unit: workday === undefined ? 'day' : 'workday' };
}

/** The day of a rung: `due`, or days before (`-1 workday`) or after (`+3 days`) the due day. */
export function readRungDay(text: string): Days | null {
  if (/^(?:due|到期|到期日|当天)$/i.test(text)) return { days: 0, unit: 'day' };
  return readDays(text);
}

/** How often a ladder goes on: `5 workdays`. */
export function readEveryDays(text: string): Days | null {
  const every = readDays(text);
  return every && every.days > 0 && /^\d/.test(text) ? every : null;
}

/** `5 workdays`, `1 day`. */
export function writeDays({ days, unit }: Days): string {
  return `${days} ${unit}${Math.abs(days) === 1 ? '' : 's'}`;
}

/** `due`, `-1 workday`, `+3 days`. */
export function writeRungDay(on: Days): string {
  return on.days === 0 ? 'due' : `${on.days > 0 ? '+' : ''}${writeDays(on)}`;
}

const RUNG_READERS = ['holder', 'lead', 'manager', 'giver'] as const;

/** Who hears of a rung: `holder`, `lead`, `manager`, `giver`, or `position:gm`. */
export function readRungReader(text: string): RungReader | null {
  const [, position = ''] = /^position: ?(.*)$/.exec(text) ?? [];
  if (readKey(position) !== null) return `position:${position}`;
  return RUNG_READERS.find((reader) => reader === text) ?? null;
}

/** Reminders before a deadline: the longest first, each once. */
export function rungsOf(durations: number[]): number[] {
  return distinct(durations).sort((a, b) => b - a);
}

/** Each value once, without nulls. */
export function distinct<T>(values: (T | null)[]): T[] {
  return [...new Set(values.filter((value) => value !== null))];
}
