import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../src/db/data-source';
import { TEMPLATES_FILE, type Templates } from './databases';
import { makeFastFolder } from './fast-folder';
import { runSql } from './run-sql';

const TEMPLATE = `feedback_template_${process.pid}`;

/** Migrates one database of each dialect, once a run; returns the folder that TEST_TEMPLATES names. */
export async function makeTemplates(mysqlUrl: string | null): Promise<string> {
  const folder = makeFastFolder('feedback-templates-');
  const sqlite = path.join(folder, 'template.db');
  await (await openDatabase({ type: 'sqlite', path: sqlite })).destroy();
  const mysql = mysqlUrl === null ? null : await migratedTables(mysqlUrl);
  writeFileSync(path.join(folder, TEMPLATES_FILE), JSON.stringify({ sqlite, mysql } satisfies Templates));
  return folder;
}

/** Removes the templates: a server that the run did not start outlives the run. */
export async function removeTemplates(folder: string, mysqlUrl: string | null): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  if (mysqlUrl !== null) await runSql(mysqlUrl, `DROP DATABASE IF EXISTS ${TEMPLATE}`);
}

async function migratedTables(url: string): Promise<string> {
  await runSql(url, `CREATE DATABASE ${TEMPLATE}`);
  const db = await openDatabase({ type: 'mysql', url: `${url}/${TEMPLATE}` });
  const statements = await copyStatements(db);
  await db.destroy();
  return statements;
}

/** Rows are copied too: the migrations that have run are rows. */
async function copyStatements(db: DataSource): Promise<string> {
  const tables: { name: string }[] = await db.query(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  const copies = tables.map(({ name }) => {
    const from = `\`${TEMPLATE}\`.\`${name}\``;
    return `CREATE TABLE \`${name}\` LIKE ${from}; INSERT INTO \`${name}\` SELECT * FROM ${from}`;
  });
  return copies.join('; ');
}
