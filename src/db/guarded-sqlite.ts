import Libsql from 'libsql';

/** libsql aborts the process on a boolean and throws on a lone null, so every value is checked first. */
function bind(value: unknown): string | number | bigint | null {
  switch (typeof value) {
    case 'undefined':
      return null;
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'string':
      // SQLite's C strings end at NUL: the rest would be lost silently.
      return value.includes('\0') ? value.replaceAll('\0', '') : value;
    default:
      if (value === null) return null;
      throw new TypeError(`cannot bind ${Object.prototype.toString.call(value)} to SQLite`);
  }
}

/**
 * After a plain BEGIN, the first write fails at once if another process has written since the first read. libsql then
 * keeps the old snapshot, so every later write of this process fails, too. IMMEDIATE waits for its turn instead.
 */
const BEGIN_WRITING = 'BEGIN IMMEDIATE';

/** How long a statement waits for another process's write. */
export const BUSY_MS = 5000;

/** FULL: acknowledged events survive a power cut. */
const PRAGMAS = ['synchronous = FULL', 'foreign_keys = ON'];

const ENDED = 'SQLite has ended the transaction by itself';

/**
 * libsql in the shape that TypeORM's `better-sqlite3` driver expects, with transactions of its own: SQLite ends a
 * transaction by itself when the disk is full, and TypeORM would go on as if it were open.
 */
export class GuardedSqlite {
  private db: Libsql.Database | null = null;
  private isInTransaction = false;
  private isClosed = false;

  constructor(
    private readonly file: string,
    private readonly options: { readonly?: boolean; timeout?: number } = {},
  ) {
    this.opened();
  }

  prepare(sql: string) {
    const text = sql === 'BEGIN TRANSACTION' ? BEGIN_WRITING : sql;
    let db = this.opened();
    let statement = db.prepare(text);
    const current = () => {
      // Outside of the ended transaction, each statement would commit by itself.
      if (this.isInTransaction && !this.opened().inTransaction) throw new Error(ENDED);
      if (db !== this.opened()) {
        db = this.opened();
        statement = db.prepare(text);
      }
      return statement;
    };
    return {
      reader: statement.reader,
      all: (...values: unknown[]) => current().all(values.map(bind)),
      run: (...values: unknown[]) => current().run(values.map(bind)),
    };
  }

  pragma(text: string) {
    return this.opened().pragma(text);
  }

  /** Begins a transaction that writes; throws SQLITE_BUSY if another process writes for `BUSY_MS`. */
  begin(): void {
    if (this.isInTransaction) throw new Error('a transaction is open already');
    if (this.opened().inTransaction) this.reopen();
    this.opened().exec(BEGIN_WRITING);
    this.isInTransaction = true;
  }

  /** Commits what `begin` began; throws if anything of it may be missing. */
  commit(): void {
    this.isInTransaction = false;
    if (!this.opened().inTransaction) throw new Error(ENDED);
    try {
      this.opened().exec('COMMIT');
    } catch (error) {
      this.reopen();
      throw error;
    }
  }

  /** Undoes everything since `begin`. */
  rollback(): void {
    this.isInTransaction = false;
    if (!this.opened().inTransaction) return;
    try {
      this.opened().exec('ROLLBACK');
    } catch {
      this.reopen();
    }
  }

  close() {
    this.isClosed = true;
    this.db?.close();
    this.db = null;
  }

  /** A connection in an unknown state is given up: closing it undoes whatever was open. The next use opens it again. */
  private reopen(): void {
    if (this.file === ':memory:') throw new Error('a database in memory cannot be opened again');
    this.db?.close();
    this.db = null;
  }

  private opened(): Libsql.Database {
    if (this.db) return this.db;
    if (this.isClosed) throw new Error('the database is closed');
    const { readonly = false, timeout = BUSY_MS } = this.options;
    const db = new Libsql(this.file, { readonly, timeout } as Libsql.Options);
    for (const pragma of PRAGMAS) db.pragma(pragma);
    this.db = db;
    return db;
  }
}
