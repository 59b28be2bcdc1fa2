import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Organisation1764000000050 } from '../../migrations/1764000000050-organisation';
import { OrgStore } from '../../src/db/org-store';
import { DIALECTS } from '../databases';
import { openStores, outcomesOf, type Stores } from './stores';

const NOW = Date.parse('2026-11-24T01:00:00Z');

describe.each(DIALECTS)('the organisation on %s', (dialect) => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await openStores(dialect);
  });
  afterAll(() => stores.close());

  test('a part is written over the version that was read, by one process of many', async () => {
    // SQLite serves one process.
    const { inTransaction } = dialect === 'mysql' ? await stores.another() : stores;
    const put = (from: number, name: string, within = stores.inTransaction) =>
      within((tx) => new OrgStore(tx).put('settings', { name }, from, NOW));
    const first = await outcomesOf([put(0, 'a'), put(0, 'b', inTransaction)]);
    expect(first).toEqual({ done: 1, codes: ['stale_record'] });
    const second = await outcomesOf([put(1, 'c'), put(1, 'd', inTransaction)]);
    expect(second).toEqual({ done: 1, codes: ['stale_record'] });
    const { settings, gone } = await stores.inTransaction((tx) => new OrgStore(tx).all());
    expect(settings).toEqual({ value: { name: expect.stringMatching(/[cd]/) }, version: 2 });
    expect(gone).toEqual({ value: {}, version: 0 });
  });

  test('groups that were bound earlier are taken over', async () => {
    const migration = new Organisation1764000000050();
    const runner = stores.db.createQueryRunner();
    await migration.down(runner);
    await runner.manager
      .createQueryBuilder()
      .insert()
      .into('binding')
      .values([{ department: 'quality', chatId: 'oc_q', boundBy: 'ou_admin', boundAt: NOW }])
      .execute();
    await migration.up(runner);
    await runner.release();
    const { settings } = await stores.inTransaction((tx) => new OrgStore(tx).all());
    expect(settings).toEqual({ value: { departments: [{ key: 'quality', chat: 'oc_q' }] }, version: 1 });
  });
});
