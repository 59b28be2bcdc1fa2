import { existsSync } from 'node:fs';
import type { DatabaseConfig } from './data-source';
import { GuardedSqlite } from './guarded-sqlite';

const QUESTION = 'SELECT appId FROM platform';
const CONNECTS_WITHIN_MS = 5000;

/**
 * The app to which a database's messages belong (see `PlatformStore`), read without TypeORM. Null for a database that
 * is new or does not exist. Throws if the database cannot be asked.
 */
export async function knownApp(config: DatabaseConfig): Promise<string | null> {
  try {
    const [row] = config.type === 'sqlite' ? askSqlite(config.path) : await askMysql(config.url);
    return row?.appId ?? null;
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    if (code === 'ER_NO_SUCH_TABLE' || /^no such table/.test(String(message))) return null;
    throw error;
  }
}

type Rows = { appId: string }[];

function askSqlite(path: string): Rows {
  // Opening would make one.
  if (!existsSync(path)) return [];
  const db = new GuardedSqlite(path);
  try {
    return db.prepare(QUESTION).all() as Rows;
  } finally {
    db.close();
  }
}

async function askMysql(uri: string): Promise<Rows> {
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection({ uri, connectTimeout: CONNECTS_WITHIN_MS });
  try {
    const [rows] = await connection.query(QUESTION);
    return rows as Rows;
  } finally {
    await connection.end();
  }
}
