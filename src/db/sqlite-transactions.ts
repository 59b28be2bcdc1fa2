import type { DataSource } from 'typeorm';
import type { GuardedSqlite } from './guarded-sqlite';
import type { Transactions } from './transaction';
import { TRICKLE_MS, Turns } from './turns';

/** SQLite's transactions take turns on the one connection; whatever goes wrong, nothing half-done is committed. */
export function sqliteTransactions(db: DataSource): Transactions {
  const { databaseConnection: sqlite } = db.driver as unknown as { databaseConnection: GuardedSqlite };
  const { manager } = db.createQueryRunner();
  const turns = new Turns({ places: 1, reserved: 0, trickleMs: TRICKLE_MS });

  async function one<T>(work: (tx: typeof manager) => Promise<T>): Promise<T> {
    sqlite.begin();
    let result: T;
    try {
      result = await work(manager);
    } catch (error) {
      sqlite.rollback();
      throw error;
    }
    sqlite.commit();
    return result;
  }

  return { run: (work, urgency) => turns.take(() => one(work), urgency), waiting: () => turns.waiting };
}
