import type { Punctuality } from '../../../src/domain/digest/figures';
import { HOUR, weekdayOf } from '../../../src/domain/time';
import { button } from '../../kit/button';
import type { Colour, Tag } from '../../kit/card';
import type { CardContext } from '../../kit/context';
import type { Element } from '../../kit/elements';
import { type ListRow, listRow } from '../../kit/list-row';
import { TURN_LIST } from '../commands';

/** A digest with its rows drawn, and the person who reads it. */
export interface Drawable<D> {
  digest: D;
  rows: ListRow[];
  readerId: string;
}

/** `11-27 周五`. */
export const dayText = (date: string, { texts }: CardContext): string =>
  texts.digest.day(date.slice(5), weekdayOf(date));

/** The rows, one below the other. */
export const rowsOf = (rows: ListRow[]): Element[] => rows.map(listRow);

/** How much what is due presses. */
interface Pressure {
  due: number;
  overdue: number;
  urgent: number;
  unclaimed: number;
}

/** Title and colour: what is late comes before what nobody has taken, that before what is urgent. */
export function headline({ due, overdue, urgent, unclaimed }: Pressure, { texts }: CardContext): [string, Colour] {
  const { titles } = texts.digest;
  if (overdue > 0) return [titles.overdue(due, overdue), 'red'];
  if (unclaimed > 0) return [titles.unclaimed(due, unclaimed), 'orange'];
  return urgent > 0 ? [titles.urgent(due, urgent), 'orange'] : [titles.quiet, 'green'];
}

/** The tag that counts what is urgent. */
export const urgentTags = (urgent: number, { texts }: CardContext): Tag[] =>
  urgent === 0 ? [] : [{ text: texts.digest.urgentTag(urgent), colour: 'red' }];

/** Brings one of the reader's lists. */
export function listButton(list: 'due_today' | 'mine' | 'todo', word: string, readerId: string): Element {
  return button({ cmd: TURN_LIST, id: 0, word, values: { list, words: '', by: readerId, in: 'direct' } });
}

/** The share in per cent; null without any record. */
export const percentOf = ({ timed, onTime }: Punctuality): number | null =>
  timed === 0 ? null : Math.round((100 * onTime) / timed);

/** Whole hours a record, at least one; null without any record. */
export const hoursOf = ({ heldMs, held }: { heldMs: number; held: number }): number | null =>
  held === 0 ? null : Math.max(1, Math.round(heldMs / held / HOUR));

const coloured = (text: string, isGood: boolean): string => `<font color='${isGood ? 'green' : 'red'}'>${text}</font>`;

/** How a figure changed: `↑3` in red or green; empty if it did not, or if nothing is known of before. */
export function change(now: number | null, before: number | null, isMoreGood: boolean): string {
  const difference = now === null || before === null ? 0 : now - before;
  if (difference === 0) return '';
  return coloured(`${difference > 0 ? '↑' : '↓'}${Math.abs(difference)}`, difference > 0 === isMoreGood);
}
