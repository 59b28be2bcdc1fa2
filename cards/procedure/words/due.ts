import {
  clockTime,
  DAY,
  dateOf,
  type Instant,
  MINUTE,
  shiftDate,
  timeOfDayOf,
  weekdayOf,
} from '../../../src/domain/time';
import type { CardContext } from '../../kit/context';
import { deadlineSaid, deadlineShort, distance } from '../../kit/time-left';

// A procedure is chased by the day: its cards change in the morning, not by the hour. So a card that hangs names the day
// and never how long it is until then. What is due at 24:00 is named by the day that ends.

const FAR_MS = 7 * DAY;

const isMidnight = (at: Instant, { timeZone }: CardContext): boolean => timeOfDayOf(at, timeZone) === 0;

/** The last day on which something due at this moment is in time, as `2026-12-04`. */
export const lastDayOf = (dueAt: Instant, { timeZone }: CardContext): string => dateOf(dueAt - MINUTE, timeZone);

/** `12-04`, with the year if it is another one. */
function shownDate(date: string, { now, timeZone }: CardContext): string {
  const isThisYear = date.slice(0, 4) === dateOf(now, timeZone).slice(0, 4);
  return isThisYear ? date.slice(5) : date;
}

/** `12-04（周五）`, with the year if it is another one. */
export const dayText = (date: string, ctx: CardContext): string =>
  ctx.texts.procedure.values.day(shownDate(date, ctx), weekdayOf(date));

/** A day for a message that carries its own time: `今天`, `明天`, else the date. */
function dayName(date: string, ctx: CardContext): string {
  const { today, tomorrow } = ctx.texts.procedure.values;
  const now = dateOf(ctx.now, ctx.timeZone);
  if (date === now) return today;
  return date === shiftDate(now, 1) ? tomorrow : dayText(date, ctx);
}

const isDayOnly = (dueAt: Instant, ctx: CardContext): boolean => isMidnight(dueAt, ctx) || dueAt - ctx.now > FAR_MS;

/** A due date on a card that hangs: `12-04（周五）18:00`, or the day alone if it is far away or the whole day counts. */
export function dueDay(dueAt: Instant, ctx: CardContext): string {
  const day = dayText(lastDayOf(dueAt, ctx), ctx);
  if (isDayOnly(dueAt, ctx)) return day;
  return `${day}${ctx.texts.procedure.values.clock(clockTime(dueAt, ctx.timeZone))}`;
}

/** Until when, on a card that hangs: `12-04（周五）18:00 前`, `12-24（周四）前`, `11-26（周四）已到期`. Empty without a date. */
export function dueText(dueAt: Instant | null, ctx: CardContext): string {
  if (dueAt === null) return '';
  const { time, procedure } = ctx.texts;
  const { values } = procedure;
  const late = ctx.now - dueAt;
  if (late < 0) return isDayOnly(dueAt, ctx) ? values.dueBy(dueDay(dueAt, ctx)) : time.until(dueDay(dueAt, ctx), '');
  const days = Math.floor(late / DAY);
  return values.passedOn(dayText(lastDayOf(dueAt, ctx), ctx), days > 0 ? time.atLeast(time.days(days)) : '');
}

/** Until when, in a message: `今天 18:00（还剩 8 小时）`, `12-05（周六）前`. Empty without a date. */
export function dueSaid(dueAt: Instant | null, ctx: CardContext): string {
  if (dueAt === null) return '';
  if (!isMidnight(dueAt, ctx)) return deadlineSaid(dueAt, ctx);
  const { dueBy, dueWithin, passedOn } = ctx.texts.procedure.values;
  const date = lastDayOf(dueAt, ctx);
  const day = dayName(date, ctx);
  if (dueAt <= ctx.now) return passedOn(day, ctx.texts.time.over(distance(dueAt, ctx)));
  return day === dayText(date, ctx) ? dueBy(day) : dueWithin(day);
}

/** Until when, in a row of a list: `今天 18:00`, `12-05 周六`, `超 2 天`. Empty without a date. */
export function dueShort(dueAt: Instant | null, ctx: CardContext): string {
  if (dueAt === null || dueAt <= ctx.now) return deadlineShort(dueAt, ctx);
  const date = lastDayOf(dueAt, ctx);
  const name = dayName(date, ctx);
  if (name === dayText(date, ctx)) return ctx.texts.procedure.values.shortDay(shownDate(date, ctx), weekdayOf(date));
  return isMidnight(dueAt, ctx) ? name : deadlineShort(dueAt, ctx);
}

/** How much a due date presses: `late` once it has passed, `soon` on its day. */
export function pressingBy(dueAt: Instant | null, ctx: CardContext): 'late' | 'soon' | null {
  if (dueAt === null) return null;
  if (dueAt <= ctx.now) return 'late';
  return lastDayOf(dueAt, ctx) === dateOf(ctx.now, ctx.timeZone) ? 'soon' : null;
}
