import { DAY, HOUR, MINUTE, parseDuration, parseTimeOfDay, SECOND, type TimeOfDay } from '../time';
import type { Sla } from './org';

// How the organisation's values are written, in org.yaml and in the forms alike. Readers answer null for what is wrong.

export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export const ROUTINGS = ['direct', 'clerk', 'clerk+manager'] as const;
export const CALENDARS = ['wall-clock', 'workdays'] as const;
export const MAX_NAME_LENGTH = 50;

/** What a select offers for "none", since an empty choice is not sent. */
export const NONE = 'none';

export function readKey(text: string): string | null {
  return /^[a-z][a-z0-9_]*$/.test(text) && text.length <= MAX_NAME_LENGTH ? text : null;
}

export function readName(text: string): string | null {
  return text !== '' && [...text].length <= MAX_NAME_LENGTH ? text : null;
}

/** Ids of the platform: `oc_…`, `ou_…`, `od-…`. */
export function readId(text: string, prefix: 'oc_' | 'ou_' | 'od-'): string | null {
  return text.startsWith(prefix) && /^[A-Za-z0-9_]+$/.test(text.slice(prefix.length)) ? text : null;
}

const UNITS: [pattern: RegExp, unit: string][] = [
  [/\s*(?:天|日|days?)$/i, 'd'],
  [/\s*(?:个?小时|hours?|hrs?)$/i, 'h'],
  [/\s*(?:分钟|分|minutes?|mins?)$/i, 'm'],
  [/\s*(?:秒钟?|seconds?|secs?)$/i, 's'],
];

/** `45s`, `30m`, `12h`, `7d`, more than nothing. */
export function readDuration(text: string): number | null {
  return parseDuration(text) || null;
}

/** Likewise, and as people write it: `24小时`, `30 分钟`, `2 days`. */
export function readTypedDuration(text: string): number | null {
  const [pattern, unit] = UNITS.find(([one]) => one.test(text)) ?? [/$/, ''];
  return readDuration(text.replace(pattern, unit).replace(/\s+/g, '').toLowerCase());
}

/** `12h`, in the largest unit that leaves no rest. */
export function writeDuration(ms: number): string {
  const units: [number, string][] = [
    [DAY, 'd'],
    [HOUR, 'h'],
    [MINUTE, 'm'],
  ];
  // 24h is what people say of a day's deadline.
  const [size, unit] = units.find(([one]) => ms % one === 0 && (one !== DAY || ms > DAY)) ?? [SECOND, 's'];
  return `${Math.round(ms / size)}${unit}`;
}

/** `22:00-08:00`; `{ hours: null }` for `off`. */
export function readQuietHours(text: string): { hours: Sla['quietHours'] } | null {
  if (['off', 'false', '无', '关', 'none'].includes(text.toLowerCase())) return { hours: null };
  const ends = text.split(/\s*[-–—~～至到]\s*/).map((end) => parseTimeOfDay(end.replace('：', ':')));
  const [from, to] = ends;
  if (ends.length !== 2 || from == null || to == null || from === to) return null;
  return { hours: { from, to } };
}

export function writeTimeOfDay(time: TimeOfDay): string {
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}

/** `off` where there are none. */
export function writeQuietHours(hours: Sla['quietHours']): string {
  return hours === null ? 'off' : `${writeTimeOfDay(hours.from)}-${writeTimeOfDay(hours.to)}`;
}

/** A day that every month has. */
export function readDayOfMonth(text: string): number | null {
  return /^([1-9]|1\d|2[0-8])$/.test(text) ? Number(text) : null;
}

/** Longest first, each once. */
export function rungsOf(durations: number[]): number[] {
  return distinct(durations).sort((a, b) => b - a);
}

export function distinct<T>(values: (T | null)[]): T[] {
  return [...new Set(values.filter((value) => value !== null))];
}
