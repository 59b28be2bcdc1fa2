import type { DataSource } from 'typeorm';
import { type DatabaseConfig, openDatabase } from '../../src/db/data-source';
import { createInTransaction, type InTransaction } from '../../src/db/transaction';
import { createTestDatabase, type Dialect } from '../databases';

export interface Stores {
  dialect: Dialect;
  config: DatabaseConfig;
  db: DataSource;
  inTransaction: InTransaction;
  /** Opens the same database like another process. */
  another(): Promise<{ db: DataSource; inTransaction: InTransaction }>;
  /** Ends all leases, as the database's clock would in time. */
  endLeases(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a new, migrated database. */
export async function openStores(dialect: Dialect): Promise<Stores> {
  const database = await createTestDatabase(dialect);
  const opened: DataSource[] = [];
  const open = async () => {
    const db = await openDatabase(database.config);
    opened.push(db);
    return { db, inTransaction: createInTransaction(db) };
  };
  const first = await open();
  const endLeases = async () => {
    for (const queue of ['inbox', 'outbox', 'card']) {
      await first.db.query(`UPDATE ${queue} SET claimedUntil = 1 WHERE claimedUntil IS NOT NULL`);
    }
  };
  const close = async () => {
    await Promise.all(opened.map((db) => db.destroy()));
    await database.drop();
  };
  return { dialect, config: database.config, ...first, another: open, endLeases, close };
}

/** The outcome of several attempts: the number that succeeded, and the codes of the others. */
export async function outcomesOf(attempts: Promise<unknown>[]): Promise<{ done: number; codes: unknown[] }> {
  const settled = await Promise.allSettled(attempts);
  const failed = settled.filter((one) => one.status === 'rejected');
  return { done: settled.length - failed.length, codes: failed.map(({ reason }) => reason.code) };
}
