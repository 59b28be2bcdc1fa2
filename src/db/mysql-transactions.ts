import type { DataSource, QueryRunner } from 'typeorm';
import type { Transactions, Tx } from './transaction';
import { TRICKLE_MS, Turns } from './turns';

/** The connections of a process, and those of them that wait for acknowledgements and taps. */
export const CONNECTIONS = 16;
const RESERVED = 3;

const TRIES = 3;

/** A deadlock (1213) and a lock that did not come in time (1205): the same work succeeds when it is done again. */
const AGAIN = new Set<unknown>([1213, 1205]);

/** A transaction without a sign of life for so long is undone: as long as a lease. */
const IDLE_SECONDS = 15;
/** MySQL has no limit for transactions alone, so that a connection that rests in the pool is closed as well. */
const REST_SECONDS = 60;
const UNKNOWN_VARIABLE = 1193;

const isWorthAnotherTry = (error: unknown): boolean => AGAIN.has((error as { errno?: unknown }).errno);

/** A connection of the pool: `destroy` closes it, so that the pool makes a new one. */
interface Connection {
  destroy(): void;
}

/** Connections that are known to read what others have committed. */
const prepared = new WeakSet<Connection>();

/**
 * MySQL's transactions run side by side, each on a connection of its own. Urgent work has connections that other work
 * cannot take. A connection whose transaction did not end as asked is closed: MySQL then undoes what it held. MySQL also
 * undoes a transaction after `idleSeconds` without a statement: the locks of a process that sleeps, or whose host lost
 * its power, would otherwise last for hours, and no other process could take its rows.
 */
export function mysqlTransactions(db: DataSource, idleSeconds = IDLE_SECONDS): Transactions {
  const turns = new Turns({ places: CONNECTIONS, reserved: RESERVED, trickleMs: TRICKLE_MS });

  async function begin(runner: QueryRunner): Promise<Connection> {
    const connection: Connection = await runner.connect();
    if (!prepared.has(connection)) {
      // The default also locks gaps, and two cards posted side by side would block each other.
      await runner.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
      await limitIdleness(runner);
      prepared.add(connection);
    }
    await runner.query('START TRANSACTION');
    // TypeORM locks rows only in what it holds for a transaction.
    (runner as { isTransactionActive: boolean }).isTransactionActive = true;
    return connection;
  }

  async function limitIdleness(runner: QueryRunner): Promise<void> {
    try {
      await runner.query(`SET SESSION idle_transaction_timeout = ${idleSeconds}`);
    } catch (error) {
      if ((error as { errno?: unknown }).errno !== UNKNOWN_VARIABLE) throw error;
      await runner.query(`SET SESSION wait_timeout = ${REST_SECONDS}`);
    }
  }

  async function once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = db.createQueryRunner();
    let connection: Connection | null = null;
    try {
      connection = await begin(runner);
      const result = await work(runner.manager);
      await committed(runner, connection);
      return result;
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => connection?.destroy());
      throw error;
    } finally {
      (runner as { isTransactionActive: boolean }).isTransactionActive = false;
      await runner.release();
    }
  }

  async function committed(runner: QueryRunner, connection: Connection): Promise<void> {
    try {
      await runner.query('COMMIT');
    } catch (error) {
      connection.destroy();
      throw error;
    }
  }

  async function repeated<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await once(work);
      } catch (error) {
        if (!isWorthAnotherTry(error) || tries === TRIES) throw error;
      }
    }
  }

  return { run: (work, urgency) => turns.take(() => repeated(work), urgency), waiting: () => turns.waiting };
}
