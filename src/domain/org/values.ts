import { isBlank } from '../fields';
import { wellFormed } from '../text/well-formed';
import { DAY, HOUR, MINUTE, parseDuration, parseTimeOfDay, SECOND, type TimeOfDay } from '../time';
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

/** Reminders before a deadline: the longest first, each once. */
export function rungsOf(durations: number[]): number[] {
  return distinct(durations).sort((a, b) => b - a);
}

/** Each value once, without nulls. */
export function distinct<T>(values: (T | null)[]): T[] {
  return [...new Set(values.filter((value) => value !== null))];
}
