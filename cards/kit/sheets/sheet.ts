import type { Instant } from '../../../src/domain/time';

/** A cell of a table: a text as people typed it, a number, a moment, or nothing. */
export type SheetCell = string | number | { at: Instant } | null;

/** A table for a spreadsheet. */
export interface Sheet {
  /** The name on the sheet's tab. */
  name: string;
  heads: string[];
  rows: SheetCell[][];
}
