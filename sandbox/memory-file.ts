import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import type { Kept, Kind, Memory, Recalled } from './platform/memory';

/** Version of the file's content. A file of another version is not read. */
const VERSION = 1;
/** Real milliseconds for which an ending sandbox may still hold the file. */
const FREE_WITHIN_MS = 5000;
/**
 * Suffixes of a database's files. The database itself is deleted last, else the next one could take the rest for its
 * changes.
 */
export const PARTS = ['-wal', '-shm', ''];

const TABLE = `CREATE TABLE kept (
  kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, bytes BLOB, PRIMARY KEY (kind, id))`;
const PUT = `INSERT INTO kept (kind, id, value, bytes) VALUES (?, ?, ?, ?)
  ON CONFLICT (kind, id) DO UPDATE SET value = excluded.value, bytes = excluded.bytes`;
const NO_BYTES = Buffer.alloc(0);
const DROP = 'DELETE FROM kept WHERE kind = ? AND id = ?';

interface Row {
  kind: string;
  id: string;
  value: string;
  bytes: ArrayBuffer | null;
}

interface OpenFile {
  db: Libsql.Database;
  put: Libsql.Statement;
  drop: Libsql.Statement;
}

type Rows = Map<string, Recalled<unknown>[]>;

interface Change {
  kind: string;
  id: string;
  /** Null if nothing is kept any more. */
  read: (() => unknown) | null;
  bytes: Buffer | null;
}

/** Another sandbox holds the file. */
export class MemoryInUse extends Error {}

/** Tells one line to the person who started the sandbox. */
type Say = (line: string) => void;

/**
 * Opens or creates the memory in this file. An unreadable file is set aside; if no file can be created, nothing is
 * kept. One line tells either, and the sandbox starts all the same. Throws `MemoryInUse`.
 */
export function openMemory(file: string, say: Say, freeWithinMs = FREE_WITHIN_MS): MemoryFile {
  try {
    return openOrSetAside(file, say, freeWithinMs);
  } catch (error) {
    if (error instanceof MemoryInUse) throw error;
    say(`${CANNOT_KEEP} (${reasonOf(error)})`);
    return new MemoryFile(null, new Map(), say);
  }
}

function openOrSetAside(file: string, say: Say, freeWithinMs: number): MemoryFile {
  try {
    const opened = connect(file, freeWithinMs);
    return new MemoryFile(opened, readAll(opened), say);
  } catch (error) {
    if (reasonOf(error).startsWith('SQLITE_BUSY')) throw new MemoryInUse(file);
    if (!existsSync(file)) throw error;
    for (const part of PARTS) {
      rmSync(`${file}.unreadable${part}`, { recursive: true, force: true });
      if (existsSync(file + part)) renameSync(file + part, `${file}.unreadable${part}`);
    }
    say(`${CANNOT_READ} (${reasonOf(error)}): ${file}.unreadable`);
    return new MemoryFile(connect(file, freeWithinMs), new Map(), say);
  }
}

const CANNOT_READ =
  '本地飞书的记录无法读取，已改名保留，会话从头开始 / The local Feishu starts afresh: its memory cannot be read';
const CANNOT_KEEP =
  '本地飞书停止后不会保留会话 / The local Feishu will forget its chats when it stops: it cannot write';

const reasonOf = (error: unknown) => {
  const { code, message } = error as { code?: string; message?: string };
  return code ?? message ?? String(error);
};

/** Throws the driver's errors, and an error if the file has another version. */
function connect(file: string, timeout: number): OpenFile {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const db = new Libsql(file, { timeout } as Libsql.Options);
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  const [{ tables }] = db.prepare('SELECT COUNT(*) AS tables FROM sqlite_master').all() as [{ tables: number }];
  if (tables === 0) db.exec(`BEGIN; ${TABLE}; PRAGMA user_version = ${VERSION}; COMMIT`);
  const [{ user_version: version }] = db.pragma('user_version') as [{ user_version: number }];
  if (version !== VERSION) throw new Error(`version ${version}`);
  return { db, put: db.prepare(PUT), drop: db.prepare(DROP) };
}

/** Rows in the order in which they were first kept. Throws if a value is no JSON. */
function readAll({ db }: OpenFile): Rows {
  const rows: Rows = new Map();
  const found = db.prepare('SELECT kind, id, value, bytes FROM kept ORDER BY rowid').all();
  for (const { kind, id, value, bytes } of found as Row[]) {
    const ofKind = rows.get(kind) ?? [];
    ofKind.push({ id, value: JSON.parse(value), bytes: bytes ? Buffer.from(bytes) : NO_BYTES });
    rows.set(kind, ofKind);
  }
  return rows;
}

/**
 * A memory in a SQLite file for one process at a time. The values of one turn of the event loop are written at the end
 * of the turn, so a killed process loses nothing that anybody has heard of.
 */
export class MemoryFile implements Memory {
  /** Id of the app of this memory. A bot's database that knows another app knows none of these messages. */
  readonly appId: string;
  private readonly changes = new Map<string, Change>();

  constructor(
    /** Null if nothing is kept. */
    private file: OpenFile | null,
    private readonly rows: Rows,
    private readonly say: Say,
  ) {
    const [app] = rows.get('app') ?? [];
    this.appId = app ? String(app.value) : this.begin();
  }

  static none(): MemoryFile {
    return new MemoryFile(null, new Map(), () => {});
  }

  /** Empties the file and returns its memory for a new app. This memory keeps nothing any more. */
  emptied(): MemoryFile {
    this.attempt(({ db }) => db.exec('DELETE FROM kept; VACUUM'));
    const { file } = this;
    this.file = null;
    return new MemoryFile(file, new Map(), this.say);
  }

  keep<K extends Kind>(kind: K, id: string, read: () => Kept[K], bytes: Buffer | null = null): void {
    this.change({ kind, id, read, bytes });
  }

  forget(kind: Kind, id: string): void {
    this.change({ kind, id, read: null, bytes: null });
  }

  recall<K extends Kind>(kind: K): Recalled<Kept[K]>[] {
    return (this.rows.get(kind) ?? []) as Recalled<Kept[K]>[];
  }

  private begin(): string {
    const appId = `cli_${randomBytes(8).toString('hex')}`;
    this.change({ kind: 'app', id: '', read: () => appId, bytes: null });
    return appId;
  }

  private change(change: Change): void {
    if (!this.file) return;
    if (this.changes.size === 0) queueMicrotask(() => this.write());
    this.changes.set(`${change.kind} ${change.id}`, change);
  }

  private write(): void {
    const changes = [...this.changes.values()];
    this.changes.clear();
    this.attempt(({ db, put, drop }) => {
      db.exec('BEGIN');
      for (const { kind, id, read, bytes } of changes) {
        if (read) put.run([kind, id, JSON.stringify(read()), bytes]);
        else drop.run([kind, id]);
      }
      db.exec('COMMIT');
    });
  }

  /** A full disk ends the memory, but not the sandbox. */
  private attempt(work: (file: OpenFile) => void): void {
    if (!this.file) return;
    try {
      work(this.file);
    } catch (error) {
      this.file = null;
      this.say(`${CANNOT_KEEP} (${reasonOf(error)})`);
    }
  }
}
