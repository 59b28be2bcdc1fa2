import { readKey } from '../../../domain/org/values';
import { written } from './written';

/** A moment as the file names it: whether `issue` is a stage or a date field, only the definition tells. */
export type WrittenMoment =
  | { kind: 'name'; name: string }
  | { kind: 'last'; field: string }
  | { kind: 'day'; day: number; months: -1 | 0 | 1 }
  | { kind: 'edge'; edge: 'first' | 'last'; of: string };

const MONTHS: Readonly<Record<string, -1 | 0 | 1>> = { previous: -1, this: 0, next: 1 };

/** What the `month` field of a record may begin with; a definition's own months are meant by it. */
export const FILLED_MONTHS = ['previous_month', 'this_month', 'next_month'] as const;

/** Null for a text that names no moment. */
export function readMoment(text: string): WrittenMoment | null {
  const [, day, month = ''] = /^([1-9]|[12]\d|3[01]) of (previous|this|next)_month$/.exec(text) ?? [];
  const months = MONTHS[month];
  if (day !== undefined && months !== undefined) return { kind: 'day', day: Number(day), months };
  const [, edge, of] = /^(first|last) day of ([a-z][a-z0-9_]*)$/.exec(text) ?? [];
  if ((edge === 'first' || edge === 'last') && of) return { kind: 'edge', edge, of };
  const field = text.startsWith('last.') ? readKey(text.slice('last.'.length)) : null;
  if (field) return { kind: 'last', field };
  const name = readKey(text);
  return name === null ? null : { kind: 'name', name };
}

export const moment = written(
  readMoment,
  'a moment: entered, opened, the name of a stage or <stage>_done, a date field, last.<date field>, ' +
    '"25 of previous_month", "first day of <month field>" or "last day of <month field>"',
);
