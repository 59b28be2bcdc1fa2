import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { DatabaseConfig } from '../src/db/data-source';
import { GuardedSqlite } from '../src/db/guarded-sqlite';

export type Dialect = 'sqlite' | 'mysql';

/** The dialects of this run: MySQL only if the global setup found or started a server. */
export const DIALECTS: Dialect[] = process.env.TEST_MYSQL_URL ? ['sqlite', 'mysql'] : ['sqlite'];

export interface TestDatabase {
  config: DatabaseConfig;
  drop(): Promise<void>;
}

/** A new, empty database for one test or one file. */
export async function createTestDatabase(dialect: Dialect): Promise<TestDatabase> {
  if (dialect === 'sqlite') {
    const folder = mkdtempSync(path.join(tmpdir(), 'feedback-'));
    return {
      config: { type: 'sqlite', path: path.join(folder, 'feedback.db') },
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const url = process.env.TEST_MYSQL_URL as string;
  const name = `feedback_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const run = async (sql: string) => {
    const connection = await createConnection(url);
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name}`);
  return { config: { type: 'mysql', url: `${url}/${name}` }, drop: () => run(`DROP DATABASE ${name}`) };
}

/** Runs one statement on a database that no program uses yet. */
export async function runStatement(config: DatabaseConfig, statement: string): Promise<void> {
  if (config.type === 'sqlite') {
    const db = new GuardedSqlite(config.path);
    db.prepare(statement).run();
    db.close();
    return;
  }
  const connection = await createConnection(config.url);
  await connection.query(statement);
  await connection.end();
}
