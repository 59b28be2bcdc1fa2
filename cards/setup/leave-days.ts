import type { Absence } from '../../src/domain/org/org';
import { dateOf } from '../../src/domain/time';
import type { CardContext } from '../kit/context';

/** `12-01 至 12-05`; with the year where it is another one than now. */
export function leaveDaysText({ from, until }: Pick<Absence, 'from' | 'until'>, ctx: CardContext): string {
  const thisYear = `${dateOf(ctx.now, ctx.timeZone).slice(0, 4)}-`;
  const isNear = [from, until].every((date) => date.startsWith(thisYear));
  const dayText = (date: string) => (isNear ? date.slice(thisYear.length) : date);
  return ctx.texts.setup.leave.days(dayText(from), dayText(until));
}
