import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../src/db/data-source';
import { createInTransaction, type InTransaction } from '../src/db/transaction';
import { createEmptyDatabase, type Dialect } from '../test/databases';
import { perSecond } from './measure';

export interface BenchDatabase {
  dialect: Dialect;
  db: DataSource;
  inTransaction: InTransaction;
  close(): Promise<void>;
}

/** Concurrent calls to the database: as many as a busy platform has connections to a bot. */
export const SIDE_BY_SIDE = 32;

/** A commit must reach a disk, as it does in a company: memory would make the limit meaningless. */
const onDisk = (prefix: string): string => mkdtempSync(path.join(tmpdir(), prefix));

export async function openBenchDatabase(dialect: Dialect): Promise<BenchDatabase> {
  const database = await createEmptyDatabase(dialect, onDisk);
  const db = await openDatabase(database.config);
  const close = async () => {
    await db.destroy();
    await database.drop();
  };
  return { dialect, db, inTransaction: createInTransaction(db), close };
}

const RAW_COMMITS = 1500;

/** Single INSERTs per second, each committed alone: the limit of everything that commits. */
function rawCommitsPerSecond({ db }: BenchDatabase, run: string, payload: string): Promise<number> {
  const sql =
    'INSERT INTO inbox (eventId, messageId, eventType, envelope, receivedAt, dueAt, attempts, state)' +
    " VALUES (?, ?, 't', ?, 1, NULL, 0, 'done')";
  return perSecond(RAW_COMMITS, SIDE_BY_SIDE, (i) => db.query(sql, [`${run}-${i}`, `${run}-${i}`, payload]));
}

/** Measures that limit now and again when the returned function is called, and averages the two. */
export async function rawCommitsAround(database: BenchDatabase, payload: string): Promise<() => Promise<number>> {
  const before = await rawCommitsPerSecond(database, 'before', payload);
  return async () => (before + (await rawCommitsPerSecond(database, 'after', payload))) / 2;
}
