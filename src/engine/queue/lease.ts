import type { InTransaction, Tx } from '../../db/transaction';
import { type Clock, type Instant, SECOND } from '../../domain/time';

/** A process that shows no sign of life for so long loses its rows: this late, at most, a crash makes anybody. */
const LEASE_MS = 15 * SECOND;
const EXTEND_EVERY_MS = 5 * SECOND;

/** Where work waits: rows are claimed for a while, and what is being worked on may be held for longer. */
interface LeasedStore<Row> {
  claim(now: Instant, limit: number, leaseMs: number): Promise<Row[]>;
  extendLease(ids: number[], from: Instant, to: Instant): Promise<void>;
}

/**
 * Takes up to `limit` rows that are due and works on them; they stay ours while the work lasts, however slow its calls
 * are. Where a process hangs for longer than its lease, two may work on one row: whoever comes second must do no harm.
 */
export async function onLease<Row extends { id: number }, T>(
  { inTransaction, clock }: { inTransaction: InTransaction; clock: Clock },
  storeOf: (tx: Tx) => LeasedStore<Row>,
  limit: number,
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
    // Where the database is away nobody else can take the rows either; the next turn tries again.
    extending = extending.then(extend).catch(() => undefined);
  }, EXTEND_EVERY_MS);
  try {
    return await work(rows);
  } finally {
    clearInterval(timer);
    await extending;
  }
}
