import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import { mysqlTransactions } from './mysql-transactions';
import { sqliteTransactions } from './sqlite-transactions';

export type Tx = EntityManager;

export type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Transactions of one database, each of its own; `waiting` are those that wait for their turn. */
export interface Transactions {
  run<T>(work: (tx: Tx) => Promise<T>, urgency: number): Promise<T>;
  waiting(): { urgent: number; background: number };
}

interface Scope {
  /** The transaction around the running code; null if there is none. */
  open: { transactions: Transactions; tx: Tx } | null;
  /** For how many people the work is urgent; 0 for work that can wait. */
  urgency: number;
}

/** What the running code is part of. One for all databases: each storage makes every promise slower. */
const current = new AsyncLocalStorage<Scope>();

/**
 * The transactions of `work` go before all others that wait: for what Feishu waits for, acknowledgements and taps, of so
 * many `people`.
 */
export function urgently<T>(work: () => T, people = 1): T {
  return current.run({ open: current.getStore()?.open ?? null, urgency: people }, work);
}

/**
 * The transactions of a database. They are begun and ended by our own statements: TypeORM's idea of an open transaction
 * goes wrong when the database ends one by itself.
 */
export function transactionsOf(db: DataSource): Transactions {
  return db.options.type === 'mysql' ? mysqlTransactions(db) : sqliteTransactions(db);
}

/**
 * The one way to write. SQLite transactions take turns, because its driver has one connection. MySQL runs them side by
 * side and repeats all of `work` after a deadlock. A nested call joins the transaction around it.
 */
export function createInTransaction(db: DataSource, transactions = transactionsOf(db)): InTransaction {
  async function inside<T>(tx: Tx, urgency: number, work: (tx: Tx) => Promise<T>): Promise<T> {
    const scope: Scope = { open: { transactions, tx }, urgency };
    try {
      return await current.run(scope, () => work(tx));
    } finally {
      scope.open = null;
    }
  }

  return (work) => {
    const { open = null, urgency = 0 } = current.getStore() ?? {};
    if (open?.transactions === transactions) return work(open.tx);
    return transactions.run((tx) => inside(tx, urgency, work), urgency);
  };
}

/** True if an insert met a unique key, because another process was first. */
export function isDuplicateKey(error: unknown): boolean {
  const { code, errno } = (error as { driverError?: { code?: unknown; errno?: unknown } }).driverError ?? {};
  return errno === 1062 || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}
