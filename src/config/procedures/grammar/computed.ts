import { readKey } from '../../../domain/org/values';
import type { Computed } from '../../../domain/procedure/definition';
import { written } from './written';

/** What the program works out itself, by name. */
export const NAMED_FUNCTIONS = ['recurrences', 'summary'] as const;

/** Null for a text that is no such formula. */
export function readComputed(text: string): Computed | null {
  const [, rows, column] = /^sum\(\s?([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)\s?\)$/.exec(text) ?? [];
  if (rows && column) return { kind: 'sum', rows, column };
  const [left = '', sign, right = '', ...more] = text.split(' ').filter((word) => word !== '');
  const areNames = readKey(left) !== null && readKey(right) !== null && more.length === 0;
  if (areNames && sign === '-') return { kind: 'minus', left, right };
  if (areNames && sign === '>') return { kind: 'over', left, right };
  const name = NAMED_FUNCTIONS.find((one) => one === text);
  return name ? { kind: 'named', name } : null;
}

export const computed = written(
  readComputed,
  `sum(rows.column), a - b, a > b, or a function of the program: ${NAMED_FUNCTIONS.join(', ')}`,
);
