import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';

export type Tx = EntityManager;
export type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

const DEADLOCK_TRIES = 3;

function isDeadlock(error: unknown): boolean {
  return (error as { errno?: unknown }).errno === 1213;
}

/** The transaction around the running code. One for all databases: each storage makes every promise slower. */
const current = new AsyncLocalStorage<{ db: DataSource; tx: Tx; isOpen: boolean }>();

/**
 * The one way to write. SQLite transactions take turns, because its driver has one connection. MySQL runs them side by
 * side and repeats all of `work` after a deadlock. A nested call joins the transaction around it.
 */
export function createInTransaction(db: DataSource): InTransaction {
  let tail: Promise<unknown> = Promise.resolve();

  async function inside<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
    const scope = { db, tx, isOpen: true };
    try {
      return await current.run(scope, () => work(tx));
    } finally {
      scope.isOpen = false;
    }
  }

  async function start<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await db.transaction((tx) => inside(tx, work));
      } catch (error) {
        if (!isDeadlock(error) || tries === DEADLOCK_TRIES) throw error;
      }
    }
  }

  return (work) => {
    const outer = current.getStore();
    if (outer?.isOpen && outer.db === db) return work(outer.tx);
    if (db.options.type === 'mysql') return start(work);
    const run = tail.then(() => start(work));
    tail = run.catch(() => undefined);
    return run;
  };
}

/** True if an insert met a unique key, because another process was first. */
export function isDuplicateKey(error: unknown): boolean {
  const { code, errno } = (error as { driverError?: { code?: unknown; errno?: unknown } }).driverError ?? {};
  return errno === 1062 || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}
