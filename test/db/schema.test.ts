import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { InboxKept1764000000010 } from '../../migrations/1764000000010-inbox-kept';
import { openDatabase } from '../../src/db/data-source';
import { GuardedSqlite } from '../../src/db/guarded-sqlite';
import { createEmptyDatabase, DIALECTS, type TestDatabase } from '../databases';

/**
 * The changes that TypeORM would make; MariaDB is read as MariaDB, because it reports defaults and JSON differently.
 */
async function driftOf(db: DataSource): Promise<string[]> {
  const [{ version }] =
    db.options.type === 'mysql' ? await db.query('SELECT VERSION() AS version') : [{ version: 'sqlite' }];
  const isMaria = version.includes('MariaDB');
  const reader = isMaria ? await new DataSource({ ...(db.options as object), type: 'mariadb' }).initialize() : db;
  const { upQueries } = await reader.driver.createSchemaBuilder().log();
  if (reader !== db) await reader.destroy();
  return upQueries.map(({ query }) => query);
}

describe.each(DIALECTS)('the schema on %s', (dialect) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createEmptyDatabase(dialect);
  });
  afterAll(() => database.drop());

  test('if several processes start together, the migrations run once, and the entities match the tables', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase(database.config)));
    for (const db of opened) expect(await db.showMigrations()).toBe(false);
    expect(await driftOf(opened[0] as DataSource)).toEqual([]);
    await Promise.all(opened.map((db) => db.destroy()));
  });

  test('no other process writes while the migrations run', async () => {
    if (dialect === 'mysql') return;
    const empty = await createEmptyDatabase('sqlite');
    const other = new GuardedSqlite((empty.config as { path: string }).path, { timeout: 0 });
    const begun = jest.spyOn(InboxKept1764000000010.prototype, 'up').mockImplementation(async () => {
      expect(() => other.prepare('BEGIN IMMEDIATE').run()).toThrow('database is locked');
      throw new Error('power cut');
    });
    await expect(openDatabase(empty.config)).rejects.toThrow('power cut');
    expect(begun).toHaveBeenCalledTimes(1);
    begun.mockRestore();
    const tables = other.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    expect(tables).toEqual([]);
    other.close();
    await (await openDatabase(empty.config)).destroy();
    await empty.drop();
  });

  test('a missing database stops the start with one line', async () => {
    const nowhere =
      dialect === 'sqlite'
        ? ({ type: 'sqlite', path: '/dev/null/feedback.db' } as const)
        : ({ type: 'mysql', url: 'mysql://root:secret@127.0.0.1:1/none' } as const);
    await expect(openDatabase(nowhere)).rejects.toMatchObject({
      code: 'database_unreachable',
      message: expect.not.stringContaining('secret'),
    });
  });
});
