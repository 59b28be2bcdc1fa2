import { dateOf } from '../time';
import { momentOf, type ProcedureRecord, type Value } from './record';

/** What goes into a number of a value: letters, digits and hyphens. */
const NO_PART_OF_A_NUMBER = /[^\p{L}\p{N}-]+/gu;

const MAX_PART = 20;

/** The number of a record up to its count: `CAPA-2026-` with three digits to come, or a number without a count. */
export interface NumberParts {
  before: string;
  /** How many digits the count has at least; null if the pattern has no count. */
  digits: number | null;
  after: string;
}

/** Whether the record is to get its number: its first stage is done, and it has none yet. */
export function needsNumber(record: ProcedureRecord): boolean {
  const [first] = record.definition.stages;
  return record.number === '' && first !== undefined && momentOf(record, first.key, 'done') !== null;
}

const partOf = (value: Value | undefined): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).normalize('NFKC').replace(NO_PART_OF_A_NUMBER, '').slice(0, MAX_PART)
    : '';

/** Fills in the definition's pattern, all but the count; the year is that in which the record began. */
export function numberParts(record: ProcedureRecord, zone: string): NumberParts {
  const { definition, values, parent, createdAt } = record;
  const filled = definition.number.replace(/\{([a-z_]+)\}/g, (_whole, name: string) => {
    if (name === 'year') return dateOf(createdAt, zone).slice(0, 4);
    return name === 'parent' ? (parent?.number ?? '') : partOf(values[name]);
  });
  const [, before = filled, digits, after = ''] = /^(.*?)\{seq:(\d)\}(.*)$/.exec(filled) ?? [];
  return { before, digits: digits === undefined ? null : Number(digits), after };
}

/** The number with this count; a number whose pattern has no count gets `-2` from the second one on. */
export function numberWith({ before, digits, after }: NumberParts, count: number): string {
  if (digits !== null) return `${before}${String(count).padStart(digits, '0')}${after}`;
  return count === 1 ? before : `${before}-${count}`;
}

/** A number in the form in which numbers are compared: `capa-2026-001` and `ＣＡＰＡ-2026-001` are the same. */
export const foldedNumber = (number: string): string => number.normalize('NFKC').trim().toUpperCase();
