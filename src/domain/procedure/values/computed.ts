import type { Computed } from '../definition';
import type { FileRef, ProcedureRecord, Row, Value, Values } from '../record';

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** The rows of a value; none for a value of another type. */
export const rowsIn = (value: Value | undefined): Row[] =>
  Array.isArray(value)
    ? value.filter((one): one is Row => typeof one === 'object' && !isFile(one) && !isLink(one))
    : [];

const isFile = (one: object): boolean => 'isPicture' in one;
const isLink = (one: object): boolean => 'workflow' in one;

/** The files of a value; none for a value of another type. */
export const filesIn = (value: Value | undefined): FileRef[] =>
  Array.isArray(value) ? value.filter((one): one is FileRef => typeof one === 'object' && isFile(one)) : [];

/** Sums of money must not show what binary fractions leave over. */
const rounded = (amount: number): number => Math.round(amount * 100) / 100;

/** A value worked out from others; undefined while one of them is missing. */
function workOut(computed: Computed, values: Values): Value | undefined {
  switch (computed.kind) {
    case 'sum':
      return rounded(rowsIn(values[computed.rows]).reduce((sum, row) => sum + numberIn(row[computed.column]), 0));
    case 'minus':
    case 'over': {
      const [left, right] = [values[computed.left], values[computed.right]];
      if (typeof left !== 'number' || typeof right !== 'number') return undefined;
      return computed.kind === 'minus' ? rounded(left - right) : left > right;
    }
    case 'named':
      return undefined;
  }
}

/** The record's values with those that are worked out; what a function of the program worked out is as the store has it. */
export function allValues({
  definition,
  values,
  worked = {},
}: Pick<ProcedureRecord, 'definition' | 'values' | 'worked'>): Values {
  const known: Record<string, Value> = { ...values, ...worked };
  // In the file's order, sums before what compares them; a second pass serves a file in another order.
  for (let pass = 0; pass < 2; pass += 1) {
    for (const { key, computed } of Object.values(definition.fields)) {
      const value = computed && workOut(computed, known);
      if (value !== null && value !== undefined) known[key] = value;
    }
  }
  return known;
}
