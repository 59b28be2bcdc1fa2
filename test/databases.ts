import { randomUUID } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseConfig } from '../src/db/data-source';
import { GuardedSqlite } from '../src/db/guarded-sqlite';
import { makeFastFolder } from './fast-folder';
import { runSql } from './run-sql';

export type Dialect = 'sqlite' | 'mysql';

/** The dialects of this run; `mysql` is one of them if the global setup found or started a server. */
export const DIALECTS: Dialect[] = process.env.TEST_MYSQL_URL ? ['sqlite', 'mysql'] : ['sqlite'];

/** How a test gets a database that is migrated already. */
export interface Templates {
  /** The path of a database file to copy. */
  sqlite: string;
  /** Statements that make the tables in an empty database; null if there is no server. */
  mysql: string | null;
}

/** The file with the templates, in the folder that TEST_TEMPLATES names. */
export const TEMPLATES_FILE = 'templates.json';

export interface TestDatabase {
  config: DatabaseConfig;
  drop(): Promise<void>;
}

/** Makes a database without tables, for tests of the migrations. */
export async function createEmptyDatabase(dialect: Dialect, makeFolder = makeFastFolder): Promise<TestDatabase> {
  if (dialect === 'sqlite') {
    const folder = makeFolder('feedback-');
    return {
      config: { type: 'sqlite', path: path.join(folder, 'feedback.db') },
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const url = process.env.TEST_MYSQL_URL as string;
  const name = `feedback_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await runSql(url, `CREATE DATABASE ${name}`);
  return { config: { type: 'mysql', url: `${url}/${name}` }, drop: () => runSql(url, `DROP DATABASE ${name}`) };
}

/** Makes a database with all tables and no records: a copy of the run's template, which takes a tenth of migrating. */
export async function createTestDatabase(dialect: Dialect): Promise<TestDatabase> {
  const database = await createEmptyDatabase(dialect);
  const { sqlite, mysql } = readTemplates();
  if (database.config.type === 'sqlite') copyFileSync(sqlite, database.config.path);
  else if (mysql) await runSql(database.config.url, mysql);
  return database;
}

function readTemplates(): Templates {
  return JSON.parse(readFileSync(path.join(process.env.TEST_TEMPLATES as string, TEMPLATES_FILE), 'utf8'));
}

/** Runs one statement on a database that no program uses yet. */
export async function runStatement(config: DatabaseConfig, statement: string): Promise<void> {
  if (config.type === 'sqlite') {
    const db = new GuardedSqlite(config.path);
    db.prepare(statement).run();
    db.close();
    return;
  }
  await runSql(config.url, statement);
}
