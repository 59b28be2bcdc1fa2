import { type EntityTarget, In, IsNull } from 'typeorm';
import type { Instant } from '../domain/time';
import type { Due } from './engine-rows';
import type { Tx } from './transaction';

/** How rows are claimed: by whom, and for how many ms if the holder shows no sign of life. */
export interface Claim {
  token: string;
  leaseMs: number;
}

/** A row as its holder knows it. */
export type Held = Pick<Due, 'id' | 'claim'>;

/** After so many attempts that ended without any result, a row is set aside: it makes the process hang or die. */
const MOST_UNFINISHED = 3;

/** The claim as a condition: a row that nobody holds may be written by anybody. */
export const claimOf = (claim: string | null) => claim ?? IsNull();

const heldAs = (rows: Held[]) => rows.map(({ id, claim }) => ({ id, claim: claimOf(claim) }));

/** Columns of a row that nobody works on, after a result of whatever kind. */
export const FREE = { claim: null, claimedUntil: null, unfinished: 0 };

/**
 * The database's clock, in epoch ms. Leases are judged by it alone: the clocks of several hosts differ, and each of
 * them can be set.
 */
function clockOf(tx: Tx): string {
  return tx.connection.options.type === 'mysql'
    ? 'ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000)'
    : "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
}

/** Nobody holds the row. A lease that ends later than a lease can was given while the clock was wrong. */
function freeAt(clock: string, leaseMs: number): string {
  return `(row.claimedUntil IS NULL OR row.claimedUntil <= ${clock} OR row.claimedUntil > ${clock} + ${leaseMs})`;
}

/**
 * Takes up to `limit` due rows, oldest first, for the time of a lease. No other process takes these rows meanwhile.
 * Returns the rows with this attempt counted. A row whose last attempt ended without a result is taken alone: if it
 * makes the process die, it takes no other row along.
 */
export async function claimDue<Row extends Due>(
  tx: Tx,
  target: EntityTarget<Row>,
  now: Instant,
  { limit, token, leaseMs }: Claim & { limit: number },
): Promise<Row[]> {
  const clock = clockOf(tx);
  const query = tx
    .createQueryBuilder(target, 'row')
    .where('row.dueAt <= :now', { now })
    .andWhere(freeAt(clock, leaseMs))
    .andWhere(`row.unfinished < ${MOST_UNFINISHED}`)
    .orderBy('row.dueAt')
    .addOrderBy('row.id')
    .take(limit);
  if (tx.connection.options.type === 'mysql') query.setLock('pessimistic_write').setOnLocked('skip_locked');
  const found = await query.getMany();
  const suspect = found.find(({ unfinished }) => unfinished > 0);
  const rows = suspect ? [suspect] : found;
  if (rows.length === 0) return [];
  const claimed = {
    claim: token,
    claimedUntil: () => `${clock} + ${leaseMs}`,
    attempts: () => 'attempts + 1',
    unfinished: () => 'unfinished + 1',
  };
  await tx
    .createQueryBuilder()
    .update(target)
    .set(claimed as never)
    .where({ id: In(rows.map(({ id }) => id)) })
    .execute();
  return rows
    .map((row) => Object.assign(row, { claim: token, attempts: row.attempts + 1, unfinished: row.unfinished + 1 }))
    .sort((a, b) => a.id - b.id);
}

/** Makes the lease of held rows last again; leaves rows alone that others hold by now. */
export async function extendLease<Row extends Due>(
  tx: Tx,
  target: EntityTarget<Row>,
  rows: Held[],
  leaseMs: number,
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .createQueryBuilder()
    .update(target)
    .set({ claimedUntil: () => `${clockOf(tx)} + ${leaseMs}` } as never)
    .where(heldAs(rows))
    .execute();
}

/**
 * True if the row is still its holder's, whose lease then lasts again: asked directly before anything that others can
 * see. A process that slept for longer than its lease has lost its rows.
 */
export async function confirmClaim<Row extends Due>(
  tx: Tx,
  target: EntityTarget<Row>,
  row: Held,
  leaseMs: number,
): Promise<boolean> {
  const clock = clockOf(tx);
  const { affected } = await tx
    .createQueryBuilder()
    .update(target)
    .set({ claimedUntil: () => `${clock} + ${leaseMs}` } as never)
    .where({ id: row.id, claim: row.claim })
    .execute();
  return affected === 1;
}

/** Gives rows back as if they had not been claimed, due at `dueAt`. */
export async function giveBack<Row extends Due>(
  tx: Tx,
  target: EntityTarget<Row>,
  rows: Held[],
  dueAt: Instant,
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .createQueryBuilder()
    .update(target)
    .set({ ...FREE, dueAt, attempts: () => 'attempts - 1' } as never)
    .where(heldAs(rows))
    .andWhere('dueAt IS NOT NULL')
    .execute();
}

/** The rows that nobody works on and that made the process hang or die each time. */
export function poisonous<Row extends Due>(tx: Tx, target: EntityTarget<Row>, leaseMs: number): Promise<Row[]> {
  return tx
    .createQueryBuilder(target, 'row')
    .where('row.dueAt > 0')
    .andWhere(freeAt(clockOf(tx), leaseMs))
    .andWhere(`row.unfinished >= ${MOST_UNFINISHED}`)
    .getMany();
}

/** The earliest moment at which a row that nobody holds is due; null if no such row waits. */
export async function nextDueAt<Row extends Due>(
  tx: Tx,
  target: EntityTarget<Row>,
  leaseMs: number,
): Promise<Instant | null> {
  const row = await tx
    .createQueryBuilder(target, 'row')
    .select('row.dueAt', 'at')
    .where('row.dueAt > 0')
    .andWhere(freeAt(clockOf(tx), leaseMs))
    .andWhere(`row.unfinished < ${MOST_UNFINISHED}`)
    .orderBy('row.dueAt')
    .limit(1)
    .getRawOne<{ at: string | number }>();
  return row ? Number(row.at) : null;
}

/** The rows of a queue that wait. */
export interface Backlog {
  waiting: number;
  /** The earliest moment in the column asked for; null if nothing waits. */
  oldestAt: Instant | null;
  /** The earliest moment at which a row may be taken; null if nothing waits. */
  dueAt: Instant | null;
}

/** Counts the rows that wait; `column` says how old a row is. */
export async function backlogOf<Row extends Due>(
  tx: Tx,
  target: EntityTarget<Row>,
  column: keyof Row & string,
): Promise<Backlog> {
  const row = await tx
    .createQueryBuilder(target, 'row')
    .select('COUNT(*)', 'waiting')
    .addSelect(`MIN(row.${column})`, 'oldestAt')
    .addSelect('MIN(row.dueAt)', 'dueAt')
    // SQLite uses no index for IS NOT NULL.
    .where('row.dueAt > 0')
    .getRawOne<{ waiting: string | number; oldestAt: string | number | null; dueAt: string | number | null }>();
  const momentOf = (value: string | number | null | undefined) => (value == null ? null : Number(value));
  return { waiting: Number(row?.waiting ?? 0), oldestAt: momentOf(row?.oldestAt), dueAt: momentOf(row?.dueAt) };
}

/** Makes all waiting rows due that would fall due later: their moments were computed by a clock that was set since. */
export async function makeDue(tx: Tx, target: EntityTarget<Due>, now: Instant): Promise<void> {
  await tx
    .createQueryBuilder()
    .update(target)
    .set({ dueAt: now } as never)
    .where('dueAt > :now', { now })
    .execute();
}
