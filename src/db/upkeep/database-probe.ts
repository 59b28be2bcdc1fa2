import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { type DatabaseConfig, describeDatabase } from '../data-source';
import { GuardedSqlite } from '../guarded-sqlite';
import type { Tx } from '../transaction';

/** Work without an answer for so long is given up, with its connections. */
const GIVEN_UP_AFTER_MS = 30_000;
const CONNECTS_WITHIN_MS = 1000;
const RETRY_EVERY_MS = 25;

const TOUCH = "INSERT INTO mutex (name, lockedAt) VALUES ('readiness', 1)";
const TOUCH_SQLITE = `${TOUCH} ON CONFLICT (name) DO UPDATE SET lockedAt = 1 - lockedAt`;
const TOUCH_MYSQL = `${TOUCH} ON DUPLICATE KEY UPDATE lockedAt = 1 - lockedAt`;

/**
 * Looks at the database beside the program's own connections, so that looking neither waits for their work nor holds it
 * up. A database in memory has only the program's connection.
 */
export class DatabaseProbe {
  private reader: Promise<DataSource> | null = null;

  constructor(
    private readonly config: DatabaseConfig,
    private readonly db: DataSource,
  ) {}

  private get isInMemory(): boolean {
    return this.config.type === 'sqlite' && this.config.path === ':memory:';
  }

  /** Runs queries that only read. Rejects if the database cannot be asked, or has not answered after 30 s. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.orGiveUp(async () => work((await this.opened()).manager));
  }

  /** True if the database took a write, of a row of the probe's own, within `withinMs` milliseconds. */
  async probeWrite(withinMs: number): Promise<boolean> {
    try {
      if (this.isInMemory) await this.db.query(TOUCH_SQLITE);
      else if (this.config.type === 'sqlite') await touchSqlite(this.config.path, withinMs);
      else await this.orGiveUp(async () => (await this.opened()).query(TOUCH_MYSQL));
      return true;
    } catch {
      return false;
    }
  }

  /** Closes the connections; does not wait for a database that hangs. */
  async close(): Promise<void> {
    const reader = this.reader;
    this.reader = null;
    const closed = reader?.then((db) => db.destroy()).catch(() => undefined);
    if (this.config.type === 'sqlite') await closed;
  }

  private async opened(): Promise<DataSource> {
    if (this.isInMemory) return this.db;
    const opening = this.reader ?? openReader(this.config);
    this.reader = opening;
    opening.catch(() => {
      if (this.reader === opening) this.reader = null;
    });
    return opening;
  }

  private async orGiveUp<T>(work: () => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        void this.close();
        reject(new Error('the database has not answered'));
      }, GIVEN_UP_AFTER_MS);
      timer.unref();
    });
    return Promise.race([work(), tooLong]).finally(() => clearTimeout(timer));
  }
}

function openReader(config: DatabaseConfig): Promise<DataSource> {
  const only =
    config.type === 'sqlite'
      ? { readonly: true, enableWAL: false, timeout: 0 }
      : { poolSize: 2, connectTimeout: CONNECTS_WITHIN_MS };
  return describeDatabase(config, only).initialize();
}

/** Without a wait inside the driver, which would stop this process; another process's write may be just ending. */
async function touchSqlite(path: string, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs;
  const db = new GuardedSqlite(path, { timeout: 0 });
  try {
    for (;;) {
      try {
        db.prepare(TOUCH_SQLITE).run();
        return;
      } catch (error) {
        if (performance.now() + RETRY_EVERY_MS > until) throw error;
      }
      await sleep(RETRY_EVERY_MS);
    }
  } finally {
    db.close();
  }
}
