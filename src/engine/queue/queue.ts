import type { InTransaction, Tx } from '../../db/transaction';
import { type Clock, type Instant, SECOND } from '../../domain/time';

/** A process that shows no sign of life for so long loses its rows; a crash delays a message by no more. */
const LEASE_MS = 15 * SECOND;
const EXTEND_EVERY_MS = 5 * SECOND;

/** Groups items by lane and keeps their order: lanes may run side by side, the items of one lane may not. */
export function inLanes<T>(items: T[], laneOf: (item: T) => string): T[][] {
  const lanes = new Map<string, T[]>();
  for (const item of items) {
    const lane = lanes.get(laneOf(item));
    if (lane) lane.push(item);
    else lanes.set(laneOf(item), [item]);
  }
  return [...lanes.values()];
}

/** A table in which work waits: rows are claimed for the time of a lease, and a lease can be extended. */
interface LeasedStore<Row> {
  claim(now: Instant, limit: number, leaseMs: number): Promise<Row[]>;
  extendLease(ids: number[], from: Instant, to: Instant): Promise<void>;
}

export interface LeaseParts<Row> {
  inTransaction: InTransaction;
  clock: Clock;
  storeOf: (tx: Tx) => LeasedStore<Row>;
  /** The largest number of rows claimed at once. */
  limit: number;
}

/**
 * Claims due rows and works on them; extends the lease while the work lasts. If a process hangs for longer than its
 * lease, two processes may work on one row: the second must do no harm.
 */
export async function onLease<Row extends { id: number }, T>(
  { inTransaction, clock, storeOf, limit }: LeaseParts<Row>,
  work: (rows: Row[]) => Promise<T>,
): Promise<T> {
  const now = clock.now();
  let until = now + LEASE_MS;
  const rows = await inTransaction((tx) => storeOf(tx).claim(now, limit, LEASE_MS));
  if (rows.length === 0) return work(rows);
  const ids = rows.map(({ id }) => id);
  const extend = async () => {
    const next = clock.now() + LEASE_MS;
    await inTransaction((tx) => storeOf(tx).extendLease(ids, until, next));
    until = next;
  };
  let extending = Promise.resolve();
  const timer = setInterval(() => {
    // If the database is away, no other process can claim the rows either; the next interval tries again.
    extending = extending.then(extend).catch(() => undefined);
  }, EXTEND_EVERY_MS);
  try {
    return await work(rows);
  } finally {
    clearInterval(timer);
    await extending;
  }
}
