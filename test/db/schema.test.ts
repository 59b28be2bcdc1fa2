import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner';
import { InboxKept1764000000010 } from '../../migrations/1764000000010-inbox-kept';
import { openDatabase } from '../../src/db/data-source';
import { TimelineRow } from '../../src/db/engine-rows';
import { GuardedSqlite } from '../../src/db/guarded-sqlite';
import { createEmptyDatabase, createTestDatabase, DIALECTS, runStatement, type TestDatabase } from '../databases';

const BINDING = "INSERT INTO binding (department, chatId, boundBy, boundAt) VALUES ('quality', 'oc_1', 'ou_1', 1)";

const EVENT_OF_A_CASE = { workflow: 'feedback', recordId: 1, version: 1, at: 1, actorId: null, what: 'x', detail: {} };

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

  test('a start that is killed between any two changes is taken up by the next one', async () => {
    // SQLite makes all changes in one transaction, and the test above undoes it.
    if (dialect === 'sqlite') return;
    const empty = await createEmptyDatabase(dialect);
    const prototype = MysqlQueryRunner.prototype as unknown as { query(...args: unknown[]): Promise<unknown> };
    const query = prototype.query;
    let left = 0;
    const dying = jest.spyOn(prototype, 'query').mockImplementation(function (this: unknown, ...args) {
      const isChange = /^(CREATE|ALTER|DROP|INSERT|UPDATE|REPLACE)/.test(String(args[0]));
      if (!isChange) return query.apply(this, args);
      left -= 1;
      return left < 0 ? Promise.reject(new Error('killed')) : query.apply(this, args);
    });
    const isUp = async (changes: number) => {
      left = changes;
      const db = await openDatabase(empty.config).catch((error: Error) => expect(error.message).toBe('killed'));
      await db?.destroy();
      return db !== undefined;
    };
    let starts = 1;
    // One change at least; up to four, because a change of rows and the note that it was made commit together.
    while (!(await isUp(1 + (starts % 4)))) {
      starts += 1;
      await runStatement(empty.config, BINDING).catch(() => undefined);
    }
    dying.mockRestore();
    expect(starts).toBeGreaterThan(20);
    const db = await openDatabase(empty.config);
    expect(await driftOf(db)).toEqual([]);
    const [{ part }] = await db.query('SELECT part FROM organisation');
    expect(part).toBe('settings');
    await db.destroy();
    await empty.drop();
  });

  test('a database of a newer program is refused in one line', async () => {
    const own = await createTestDatabase(dialect);
    await runStatement(own.config, "INSERT INTO migrations (timestamp, name) VALUES (9999, 'FromTheFuture9999')");
    await expect(openDatabase(own.config)).rejects.toMatchObject({
      code: 'database_too_new',
      message: expect.stringMatching(/^数据库来自更新版本的程序（FromTheFuture9999）.+newer version/),
    });
    await own.drop();
  });

  test('the id of a row that is gone is not given out again, by a later start either', async () => {
    const own = await createTestDatabase(dialect);
    const added = async () => {
      const db = await openDatabase(own.config);
      const { identifiers } = await db.manager.insert(TimelineRow, { ...EVENT_OF_A_CASE } as never);
      await db.manager.delete(TimelineRow, identifiers[0] as { id: number });
      await db.destroy();
      return identifiers[0]?.id as number;
    };
    const first = await added();
    expect(await added()).toBe(first + 1);
    if (dialect === 'sqlite') {
      const db = await openDatabase(own.config);
      const tables: { name: string; sql: string }[] = await db.query(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table'",
      );
      await db.destroy();
      const numbered = tables.filter(({ sql }) => /^CREATE TABLE \S+ \("id" integer/.test(sql));
      expect(numbered.map(({ name }) => name)).toEqual(expect.arrayContaining(['feedback', 'inbox', 'outbox', 'card']));
      for (const { sql } of numbered) expect(sql).toContain('AUTOINCREMENT');
    }
    await own.drop();
  });

  test('a missing database stops the start with one line', async () => {
    const nowhere =
      dialect === 'sqlite'
        ? ({ type: 'sqlite', path: '/dev/null/feedback.db' } as const)
        : ({ type: 'mysql', url: 'mysql://root:secret@127.0.0.1:1/none' } as const);
    const refused = expect(openDatabase(nowhere)).rejects;
    await refused.toMatchObject({ code: 'database_unreachable', message: expect.not.stringContaining('secret') });
    await refused.toMatchObject({ message: expect.stringMatching(/^cannot open the database \([^)\n]+\)$/) });
  });

  test('a folder in place of the database file is refused with a reason', async () => {
    if (dialect === 'mysql') return;
    await expect(openDatabase({ type: 'sqlite', path: tmpdir() })).rejects.toMatchObject({
      message: expect.stringMatching(/^cannot open the database \(.*[a-z].*\)$/),
    });
  });
});
