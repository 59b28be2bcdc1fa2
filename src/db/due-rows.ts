import { type EntityTarget, In } from 'typeorm';
import type { Instant } from '../domain/time';
import type { Due } from './engine-rows';
import type { Tx } from './transaction';

/**
 * Takes up to `limit` due rows, oldest first, and moves `dueAt` a lease ahead. No other process takes these rows
 * meanwhile; after a crash they are due again. Returns the rows with this attempt counted.
 */
export async function claimDue<Row extends Due>(
  tx: Tx,
  target: EntityTarget<Row>,
  now: Instant,
  { limit, leaseMs }: { limit: number; leaseMs: number },
): Promise<Row[]> {
  const query = tx
    .createQueryBuilder(target, 'row')
    .where('row.dueAt <= :now', { now })
    .orderBy('row.dueAt')
    .addOrderBy('row.id')
    .take(limit);
  if (tx.connection.options.type === 'mysql') query.setLock('pessimistic_write').setOnLocked('skip_locked');
  const rows = await query.getMany();
  if (rows.length === 0) return [];
  const claimed = { dueAt: now + leaseMs, attempts: () => 'attempts + 1' };
  await tx
    .createQueryBuilder()
    .update(target)
    .set(claimed as never)
    .where({ id: In(rows.map(({ id }) => id)) })
    .execute();
  return rows.map((row) => Object.assign(row, { attempts: row.attempts + 1 })).sort((a, b) => a.id - b.id);
}

/** Moves the end of a lease; leaves rows alone that were settled, postponed or made due in the meantime. */
export async function extendLease<Row extends Due>(
  tx: Tx,
  target: EntityTarget<Row>,
  ids: number[],
  { from, to }: { from: Instant; to: Instant },
): Promise<void> {
  await tx
    .createQueryBuilder()
    .update(target)
    .set({ dueAt: to } as never)
    .where({ id: In(ids), dueAt: from })
    .execute();
}

/** The earliest moment at which a row of the table is due; null if no row waits. */
export async function nextDueAt<Row extends Due>(tx: Tx, target: EntityTarget<Row>): Promise<Instant | null> {
  const row = await tx
    .createQueryBuilder(target, 'row')
    .select('MIN(row.dueAt)', 'at')
    .where('row.dueAt IS NOT NULL')
    .getRawOne<{ at: string | number | null }>();
  return row?.at === null || row?.at === undefined ? null : Number(row.at);
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
