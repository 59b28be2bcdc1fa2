import type { Holiday } from '../../src/domain/calendar';
import { STATUTORY, type Statutory } from '../../src/domain/org/holidays';
import { MAX_NAME_LENGTH } from '../../src/domain/org/values';
import type { CardContext } from '../kit/context';
import { oneLine } from '../kit/plain-text';

const isStatutory = (name: string): name is Statutory => (STATUTORY as readonly string[]).includes(name);

/** A holiday's name in the card's language if the program knows it; “国庆节、中秋节” are two names. */
export function holidayName(name: string, { texts }: CardContext): string {
  const parts = name.split('、');
  if (!parts.every(isStatutory)) return oneLine(name, MAX_NAME_LENGTH);
  return texts.card.list(parts.map((part) => texts.setup.holidays.names[part]));
}

/** `2027-02-05` in the card's language, in a line about `year`. */
export function dayText(date: string, year: number, { texts }: CardContext): string {
  const [inYear = 0, month = 0, day = 0] = date.split('-').map(Number);
  return texts.setup.holidays.date(inYear, month, day, inYear !== year);
}

/** One line about a holiday of `year`; `readHolidayLines` reads the line back. */
export function holidayLine(holiday: Holiday, year: number, ctx: CardContext): string {
  const { holidays: words } = ctx.texts.setup;
  const day = (date: string) => dayText(date, year, ctx);
  const [from, to] = [day(holiday.from), day(holiday.to)];
  const days = from === to ? from : words.span(from, to);
  return words.line(holidayName(holiday.name, ctx), days, ctx.texts.card.list(holiday.makeUpDays.map(day)));
}
