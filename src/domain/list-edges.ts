import type { Instant } from './time';

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

/** How many records of a list wait for its reader, and how many are of life and limb (特急). */
export interface ListCounts {
  /** The records before an edge. */
  position: number;
  total: number;
  waiting: number;
  urgent: number;
}

/** Greater than any deadline, in milliseconds. */
export const TIER = 10_000_000_000_000;

/** The priorities of all workflows, the most pressing first. */
const PRIORITIES = ['urgent', 'high', 'normal'] as const;

/** So many tiers hold what waits for the reader; behind them stand as many for all else. */
export const WAITING_TIERS = PRIORITIES.length;

/** What decides where a record stands in a list of several workflows. */
export interface Standing {
  /** The reader must act first. */
  waits: boolean;
  priority: (typeof PRIORITIES)[number];
  /** Until when; null for no deadline. */
  dueAt: Instant | null;
}

/**
 * The rank of a record in a list: what waits for the reader first, then by priority, then what is overdue longest, then
 * what is due soonest.
 */
export function rankOf({ waits, priority, dueAt }: Standing): number {
  const tier = (waits ? 0 : WAITING_TIERS) + PRIORITIES.indexOf(priority);
  return tier * TIER + (dueAt ?? TIER - 1);
}
