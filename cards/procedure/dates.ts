import { clockTime, dateOf, type Instant, weekdayOf } from '../../src/domain/time';
import type { CardContext } from '../kit/context';

/** `12-04（周四）`, with the year if it is not this one. */
export function shownDate(date: string, { now, timeZone, texts }: CardContext): string {
  const isThisYear = date.slice(0, 4) === dateOf(now, timeZone).slice(0, 4);
  return texts.procedure.day(isThisYear ? date.slice(5) : date, weekdayOf(date));
}

/** `12-04（周四）18:00`. */
export function shownMoment(at: Instant, ctx: CardContext): string {
  return `${shownDate(dateOf(at, ctx.timeZone), ctx)} ${clockTime(at, ctx.timeZone)}`;
}

/** Until when something is due: `12-04（周四）18:00`, or only the day if its end is meant. */
export function dueText(dueAt: Instant, ctx: CardContext): string {
  const isEndOfDay = clockTime(dueAt, ctx.timeZone) === '23:59';
  return isEndOfDay ? shownDate(dateOf(dueAt, ctx.timeZone), ctx) : shownMoment(dueAt, ctx);
}
