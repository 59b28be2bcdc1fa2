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

/** libsql in the shape that TypeORM's `better-sqlite3` driver expects. */
export class GuardedSqlite {
  private readonly db: Libsql.Database;

  constructor(file: string, options: { readonly?: boolean; timeout?: number } = {}) {
    this.db = new Libsql(file, {
      readonly: options.readonly ?? false,
      timeout: options.timeout ?? BUSY_MS,
    } as Libsql.Options);
  }

  prepare(sql: string) {
    const statement = this.db.prepare(sql === 'BEGIN TRANSACTION' ? BEGIN_WRITING : sql);
    return {
      reader: statement.reader,
      all: (...values: unknown[]) => statement.all(values.map(bind)),
      run: (...values: unknown[]) => statement.run(values.map(bind)),
    };
  }

  pragma(text: string) {
    return this.db.pragma(text);
  }

  close() {
    this.db.close();
  }
}
