import { dateOf } from '../time';
import { momentOf, type ProcedureRecord, type Value } from './record';

/** What does not go into a number from a value: all but letters, digits and hyphens. */
const NO_PART_OF_A_NUMBER = /[^\p{L}\p{N}-]+/gu;

const MAX_PART = 20;
/** The longest number, in characters. */
const MAX_NUMBER = 64;
/** Kept free for the count, so that a number with a long beginning still holds the whole of it. */
const ROOM_FOR_COUNT = 9;

const COUNT = /\{seq(?::([1-9]))?\}/;
const PLACE = /\{([a-z][a-z0-9_]*)\}/g;

/** The number of a record up to its count: `CAPA-2026-` with three digits to come, or a number without a count. */
export interface NumberParts {
  before: string;
  /** How many digits the count has at least; null if the pattern has no count. */
  digits: number | null;
  after: string;
}

/** Whether the record is to get its number: its first stage is done, it has none yet, and its parent has its own. */
export function needsNumber({ number, definition, moments, parent }: ProcedureRecord): boolean {
  const [first] = definition.stages;
  const isDone = first !== undefined && momentOf({ moments }, first.key, 'done') !== null;
  return number === '' && isDone && (!definition.number.includes('{parent}') || (parent?.number ?? '') !== '');
}

/** The first `length` characters, none of them cut in half. */
const cut = (text: string, length: number): string => [...text].slice(0, length).join('');

const partOf = (value: Value | undefined): string =>
  typeof value === 'string' || typeof value === 'number'
    ? cut(String(value).normalize('NFKC').replace(NO_PART_OF_A_NUMBER, ''), MAX_PART)
    : '';

/** What a place of a pattern stands for that names no field, `year` or `parent`; null for any other place. */
export function placeText(
  name: string,
  { parent, createdAt }: Pick<ProcedureRecord, 'parent' | 'createdAt'>,
  zone: string,
): string | null {
  if (name === 'year') return dateOf(createdAt, zone).slice(0, 4);
  return name === 'parent' ? (parent?.number ?? '') : null;
}

/** A pattern with `textOf` each of its places in their stead. */
export const filledIn = (pattern: string, textOf: (name: string) => string): string =>
  pattern.replace(PLACE, (_whole, name: string) => textOf(name));

/** Fills in the definition's pattern, all but the count; the year is that of the office, whose IANA zone this is. */
export function numberParts(record: ProcedureRecord, zone: string): NumberParts {
  const { definition, values } = record;
  // The pattern is parted before it is filled in, so that no value can bring a count of its own.
  const count = COUNT.exec(definition.number);
  const at = count?.index ?? definition.number.length;
  const room = MAX_NUMBER - ROOM_FOR_COUNT;
  const filled = (pattern: string, length: number): string => {
    const text = filledIn(pattern, (name) => placeText(name, record, zone) ?? partOf(values[name]));
    return cut(text.normalize('NFKC').toUpperCase(), length);
  };
  const before = filled(definition.number.slice(0, at), room);
  const after = filled(definition.number.slice(at + (count?.[0].length ?? 0)), room - [...before].length);
  return { before, digits: count ? Number(count[1] ?? 1) : null, after };
}

/** The number with this count; a number whose pattern has no count gets `-2` from the second one on. */
export function numberWith({ before, digits, after }: NumberParts, count: number): string {
  if (digits !== null) return `${before}${String(count).padStart(digits, '0')}${after}`;
  return count === 1 ? before : `${before}-${count}`;
}

/** A number in the form in which numbers are compared: `capa-2026-001` and `ＣＡＰＡ-2026-001` are the same. */
export const foldedNumber = (number: string): string => number.normalize('NFKC').trim().toUpperCase();
