import { clockTime, DAY, dateOf, HOUR, type Instant, MINUTE, shiftDate, weekdayOf } from '../../src/domain/time';
import type { CardContext } from './context';
import { timeText } from './names';

/** From here on a deadline is near: what shows it stands out. */
const SOON_MS = 4 * HOUR;

/** A hanging card names only these bounds, at which reminders change it anyway: so the bound stays true between them. */
const BOUNDS_HOURS = [1, 4, 12];

/** `11-30（周一）18:00`, with the year if it is not this one. */
function dateAndTime(at: Instant, { now, timeZone, texts }: CardContext): string {
  const date = dateOf(at, timeZone);
  const isThisYear = date.slice(0, 4) === dateOf(now, timeZone).slice(0, 4);
  return texts.time.day(isThisYear ? date.slice(5) : date, weekdayOf(date), clockTime(at, timeZone));
}

const isToday = (at: Instant, { now, timeZone }: CardContext): boolean =>
  dateOf(at, timeZone) === dateOf(now, timeZone);

const isTomorrow = (at: Instant, { now, timeZone }: CardContext): boolean =>
  dateOf(at, timeZone) === shiftDate(dateOf(now, timeZone), 1);

/** `今天 18:20`, else the date: "tomorrow" would be wrong on a card that hangs over midnight. */
export function hangingTime(at: Instant, ctx: CardContext): string {
  return isToday(at, ctx) ? ctx.texts.time.today(clockTime(at, ctx.timeZone)) : dateAndTime(at, ctx);
}

/** `今天 18:20`, `明天 09:00` or the date, for a message that carries its own time. */
export function saidTime(at: Instant | null, ctx: CardContext): string {
  if (at === null) return '';
  const time = clockTime(at, ctx.timeZone);
  if (isToday(at, ctx)) return ctx.texts.time.today(time);
  return isTomorrow(at, ctx) ? ctx.texts.time.tomorrow(time) : dateAndTime(at, ctx);
}

/** Whether the deadline has come. */
export const isPast = (dueAt: Instant | null, { now }: Pick<CardContext, 'now'>): boolean =>
  dueAt !== null && dueAt <= now;

/** Whether less than 4 hours are left, or none. */
export const isSoon = (dueAt: Instant | null, { now }: Pick<CardContext, 'now'>): boolean =>
  dueAt !== null && dueAt - now <= SOON_MS;

/** `2 天`, `3 小时`, `40 分钟`: rounded down, in the largest unit. */
function amount(ms: number, { texts }: CardContext): string {
  if (ms >= DAY) return texts.time.days(Math.floor(ms / DAY));
  return ms >= HOUR
    ? texts.time.hours(Math.floor(ms / HOUR))
    : texts.time.minutes(Math.max(1, Math.floor(ms / MINUTE)));
}

/**
 * Until when, on a card that hangs for days: `今天 18:20 前，剩不到 4 小时`. It stays true until the next reminder changes the
 * card. Empty without a deadline.
 */
export function deadlineText(dueAt: Instant | null, ctx: CardContext): string {
  if (dueAt === null) return '';
  const { time } = ctx.texts;
  const left = dueAt - ctx.now;
  if (left <= 0) {
    const over = -left >= DAY ? time.days(Math.floor(-left / DAY)) : -left >= 12 * HOUR ? time.hours(12) : '';
    return time.passed(dateAndTime(dueAt, ctx), over === '' ? '' : time.atLeast(over));
  }
  const bound = BOUNDS_HOURS.find((hours) => left <= hours * HOUR);
  return time.until(hangingTime(dueAt, ctx), bound === undefined ? '' : time.under(time.hours(bound)));
}

/** A message goes out a little after its moment: four hours are still said to be four hours. */
const SLACK_MS = 2 * MINUTE;

/** How much time is left, or since when the deadline has passed: `4 小时`. Empty without a deadline. */
export function distance(dueAt: Instant | null, ctx: CardContext): string {
  if (dueAt === null) return '';
  const left = dueAt - ctx.now;
  return amount(left > HOUR - SLACK_MS ? left + SLACK_MS : Math.abs(left), ctx);
}

/** Until when, in a message: `今天 18:20（还剩 3 小时）`, `18:20 已到期，超 40 分钟`. Empty without a deadline. */
export function deadlineSaid(dueAt: Instant | null, ctx: CardContext): string {
  if (dueAt === null) return '';
  const { time } = ctx.texts;
  const left = dueAt - ctx.now;
  if (left <= 0) return time.passed(hangingTime(dueAt, ctx), time.over(distance(dueAt, ctx)));
  const at = saidTime(dueAt, ctx);
  return left < DAY - SLACK_MS ? time.withLeft(at, distance(dueAt, ctx)) : time.until(at, '');
}

/** Until when, in a row of a list: `今天 18:20`, `超 40 分钟`. Empty without a deadline. */
export function deadlineShort(dueAt: Instant | null, ctx: CardContext): string {
  if (dueAt === null) return '';
  return dueAt <= ctx.now ? ctx.texts.time.over(amount(ctx.now - dueAt, ctx)) : saidTime(dueAt, ctx);
}

/** `15:52` on the same day, else `11-24 15:52`: for what has happened. */
export function sinceText(at: Instant | null, ctx: CardContext): string {
  return at !== null && isToday(at, ctx) ? clockTime(at, ctx.timeZone) : timeText(at, ctx);
}
