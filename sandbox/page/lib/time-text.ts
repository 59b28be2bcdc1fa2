import type { Language } from '../labels';

/** Time zone of the sample company, which the page shows wherever the browser is. */
const ZONE = 'Asia/Shanghai';
/** Offset of the time zone from UTC, the same all year. */
const ZONE_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(at: number, language: Language, options: Intl.DateTimeFormatOptions): string {
  // British English, for `Wed 25 Nov`.
  const locale = language === 'zh-CN' ? 'zh-CN' : 'en-GB';
  const key = `${locale} ${Object.entries(options).join(' ')}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: ZONE, hourCycle: 'h23', ...options });
  formats.set(key, format);
  return format.format(at);
}

/** `09:05` of epoch milliseconds. */
export const timeText = (at: number, language: Language) =>
  formatted(at, language, { hour: '2-digit', minute: '2-digit' });

/** `09:05:07`. */
export const secondsText = (at: number, language: Language) =>
  formatted(at, language, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** `2026-11-25`, a key for the day. */
export const dayKey = (at: number) =>
  formatted(at, 'en-US', { year: 'numeric', month: '2-digit', day: '2-digit' }).split('/').reverse().join('-');

/** `11月25日 周三` or `Wed 25 Nov`; with the year if it is not the year of `now`. */
export function dateText(at: number, now: number, language: Language): string {
  const year = dayKey(at).slice(0, 4) === dayKey(now).slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  const zh = language === 'zh-CN';
  const date = formatted(at, language, { ...year, month: zh ? 'long' : 'short', day: 'numeric' });
  const weekday = formatted(at, language, { weekday: 'short' });
  return zh ? `${date} ${weekday}` : `${weekday} ${date}`;
}

/** 09:00 on the day after `at`, when the managers get the digest of the day. */
export function nineTomorrow(at: number): number {
  return (Math.floor((at + ZONE_MS) / DAY_MS) + 1) * DAY_MS - ZONE_MS + 9 * 3_600_000;
}

interface DayLabels {
  today: string;
  yesterday: string;
}

/** Heading of a day in a conversation: `今天`, `昨天`, or the date. */
export function dayText(at: number, now: number, language: Language, labels: DayLabels): string {
  if (dayKey(at) === dayKey(now)) return labels.today;
  if (dayKey(at) === dayKey(now - DAY_MS)) return labels.yesterday;
  return dateText(at, now, language);
}

/** Short time for the list of chats: the time of today, `昨天`, or `11月25日`. */
export function shortText(at: number, now: number, language: Language, labels: DayLabels): string {
  if (dayKey(at) === dayKey(now)) return timeText(at, language);
  if (dayKey(at) === dayKey(now - DAY_MS)) return labels.yesterday;
  return monthDayText(at, language);
}

/** `11月25日` or `25 Nov`. */
const monthDayText = (at: number, language: Language) =>
  formatted(at, language, { month: language === 'zh-CN' ? 'long' : 'short', day: 'numeric' });

/** Day and time: `11月26日 周四 15:30`; with the year if it is not the year of `now`. */
export const fullText = (at: number, language: Language, now = at) =>
  `${dateText(at, now, language)} ${timeText(at, language)}`;

/** A moment: `15:30` if it is today, else `11月26日 周四 15:30`. */
export function momentText(at: number, now: number, language: Language): string {
  return dayKey(at) === dayKey(now) ? timeText(at, language) : fullText(at, language, now);
}

/** A moment in little space: `15:30` if it is today, else `11月26日 15:30`. */
export function compactText(at: number, now: number, language: Language): string {
  const time = timeText(at, language);
  return dayKey(at) === dayKey(now) ? time : `${monthDayText(at, language)} ${time}`;
}

/** A span: `11月25日 周三 09:00–13:00`, or both dates if it ends on another day. */
export function spanText({ from, to }: { from: number; to: number }, now: number, language: Language): string {
  const until = dayKey(from) === dayKey(to) ? timeText(to, language) : fullText(to, language, now);
  return `${fullText(from, language, now)} – ${until}`;
}
