import type { DataSource } from 'typeorm';
import { openDatabase } from '../src/db/data-source';
import { createInTransaction, type InTransaction } from '../src/db/transaction';
import { createTestDatabase, type Dialect } from '../test/databases';
import { perSecond } from './measure';

export interface BenchDatabase {
  dialect: Dialect;
  db: DataSource;
  inTransaction: InTransaction;
  close(): Promise<void>;
}

/** What is sent to the database side by side: as many as the platform has connections to a bot under load. */
export const SIDE_BY_SIDE = 32;

export async function openBenchDatabase(dialect: Dialect): Promise<BenchDatabase> {
  const database = await createTestDatabase(dialect);
  const db = await openDatabase(database.config);
  const close = async () => {
    await db.destroy();
    await database.drop();
  };
  return { dialect, db, inTransaction: createInTransaction(db), close };
}

const RAW_COMMITS = 1500;

/** How many single INSERTs a second, each its own commit, this database takes: the limit of all that commits. */
function rawCommitsPerSecond({ db }: BenchDatabase, run: string, payload: string): Promise<number> {
  const sql =
    'INSERT INTO inbox (eventId, messageId, eventType, envelope, receivedAt, dueAt, attempts, state)' +
    " VALUES (?, ?, 't', ?, 1, NULL, 0, 'done')";
  return perSecond(RAW_COMMITS, SIDE_BY_SIDE, (i) => db.query(sql, [`${run}-${i}`, `${run}-${i}`, payload]));
}

/** Measures that limit now, and again when asked for it, so that both sides of what lies between count. */
export async function rawCommitsAround(database: BenchDatabase, payload: string): Promise<() => Promise<number>> {
  const before = await rawCommitsPerSecond(database, 'before', payload);
  return async () => (before + (await rawCommitsPerSecond(database, 'after', payload))) / 2;
}
