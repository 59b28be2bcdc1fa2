/**
 * The edge of a page of a sorted list: beside a record and not at a count, so that new records do not shift the next
 * page.
 */
export interface Edge {
  rank: number;
  /** `first`: before every record of this rank; `last`: behind them. */
  id: number | 'first' | 'last';
}

/** The page behind an edge or before it; null: the beginning of the list. */
export type From = { after: Edge } | { before: Edge } | null;
