import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ProposalStore } from '../../../src/db/registers/proposal-store';
import { RegisterStore } from '../../../src/db/registers/register-store';
import type { Tx } from '../../../src/db/transaction';
import { RegisterChanges } from '../../../src/desk/registers/register-changes';
import type { RegisterRow } from '../../../src/domain/registers/rows';
import { DIALECTS } from '../../databases';
import { statementsOf, walkedThrough } from '../query-plans';
import { openStores, outcomesOf, type Stores } from '../stores';

const NOW = 1_000;
const changes = (tx: Tx) => new RegisterChanges(tx, 'customers', NOW);
const store = (tx: Tx) => new RegisterStore(tx, 'customers');

const nameOf = (at: number) =>
  `${[...String(at)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}建材有限公司`;

const rowsFrom = (first: number, count: number): RegisterRow[] =>
  Array.from({ length: count }, (_, i) => ({
    key: `C${first + i}`,
    name: nameOf(first + i),
    aliases: [`A${first + i}`],
  }));

describe.each(DIALECTS)('ten thousand customers on %s', (dialect) => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await openStores(dialect);
    for (const first of [0, 5000]) {
      const { counts } = await stores.inTransaction((tx) => changes(tx).take(rowsFrom(first, 5000), 'replaces'));
      expect(counts).toEqual({ created: 5000, updated: 0, unchanged: 0 });
    }
    if (dialect === 'mysql')
      await stores.db.query('ANALYZE TABLE register_entry, register_alias, register_proposal, register_mention');
  });
  afterAll(() => stores.close());

  const CASE = { workflow: 'feedback', recordId: 7 };
  const LOOK_UPS: Record<string, (tx: Tx) => Promise<unknown>> = {
    'a name': (tx) => store(tx).find(nameOf(1234)),
    'an alias': (tx) => store(tx).find('a9876'),
    'a name with a person behind it': (tx) => store(tx).find(`${nameOf(1234)}王经理`),
    'a name that nobody has': (tx) => store(tx).find('新天地商场'),
    'a name that a case brings': (tx) =>
      new ProposalStore(tx).note(CASE, [{ register: 'customers', name: '新天地' }], NOW),
    'a page': (tx) => store(tx).page({ q: '', after: 4000 }, 101),
    'whether there is any': (tx) => store(tx).isUsed(),
  };

  test.each(Object.entries(LOOK_UPS))('%s is looked up by an index', async (_what, lookUp) => {
    const steps = await stores.inTransaction(async (tx) => {
      const statements = await statementsOf(stores, () => lookUp(tx));
      expect(statements.length).toBeGreaterThan(0);
      const walked: string[] = [];
      for (const [sql, parameters] of statements) walked.push(...(await walkedThrough(stores, tx, sql, parameters)));
      return walked;
    });
    expect(steps).toEqual([]);
  });

  test('a name finds its entry, and part of one similar ones', async () => {
    const found = await stores.inTransaction(async (tx) => ({
      exact: await store(tx).match(nameOf(77).replace('有限公司', '')),
      near: await store(tx).match(nameOf(77).slice(0, 2)),
      count: await store(tx).count(),
    }));
    expect(found.exact.entry?.key).toBe('C77');
    expect(found.near.near.map(({ key }) => key)).toContain('C77');
    expect(found.count).toBe(10_000);
  });

  test('the same five thousand rows change nothing, and one odd row among them keeps all from being written', async () => {
    const rows = rowsFrom(5000, 5000);
    const again = await stores.inTransaction((tx) => changes(tx).take(rows, 'replaces'));
    expect(again).toMatchObject({ changed: [], counts: { unchanged: 5000 } });
    const odd = rows.map((row, at) => ({ ...row, region: '华东', ...(at === 4999 ? { name: nameOf(3) } : {}) }));
    const { faults } = await stores.inTransaction((tx) => changes(tx).take(odd, 'replaces'));
    expect(faults).toEqual([{ row: 4999, column: 'name', fault: 'taken', other: nameOf(3) }]);
    const [first] = await stores.inTransaction((tx) => store(tx).page({ q: 'c5000', after: 0 }, 1));
    expect(first).toMatchObject({ key: 'C5000', region: '', version: 1 });
  });
});

describe.each(DIALECTS)('a register on %s', (dialect) => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await openStores(dialect);
  });
  afterEach(() => stores.close());

  const take = (...rows: RegisterRow[]) => stores.inTransaction((tx) => changes(tx).take(rows, 'replaces'));
  const brings = (recordId: number, ...names: string[]) =>
    stores.inTransaction((tx) => {
      const brought = names.map((name) => ({ register: 'customers' as const, name }));
      return new ProposalStore(tx).note({ workflow: 'feedback', recordId }, brought, NOW);
    });
  const waiting = () => stores.inTransaction((tx) => new ProposalStore(tx).waiting('customers', 10));

  test('every column comes back as it was stored, with the changes of a later row', async () => {
    const row: RegisterRow = {
      ...{ key: 'c-1', name: 'Ünal 恒泰 😀', aliases: ['HT'], rep: 'ou_1', region: '华东', class: 'A' },
      contacts: [{ name: '王工', phone: '138', post: '' }],
      ...{ active_from: '2019-01-01', active_until: null },
    };
    await take(row, { key: 'C-2', name: '甲方' });
    await take({ ...row, aliases: ['HT2'] });
    const entries = await stores.inTransaction((tx) => store(tx).page({ q: '', after: 0 }, 10));
    expect(entries).toMatchObject([
      {
        ...{ key: 'c-1', name: 'Ünal 恒泰 😀', aliases: ['HT2'], rep: 'ou_1', region: '华东', class: 'A', version: 2 },
        contacts: [{ name: '王工', phone: '138', post: '' }],
        ...{ activeFrom: '2019-01-01', activeUntil: null, learned: [], formerKeys: [] },
      },
      { key: 'C-2', name: '甲方', rep: null, version: 1 },
    ]);
    const find = (name: string) => stores.inTransaction((tx) => store(tx).find(name));
    expect([(await find('ht2'))?.key, await find('ht'), (await find('c-2'))?.name]).toEqual(['c-1', null, '甲方']);
  });

  test('registers do not mix', async () => {
    await take({ key: 'K', name: '恒泰' });
    const other = await stores.inTransaction((tx) =>
      new RegisterChanges(tx, 'projects', NOW).take([{ key: 'K', name: '恒泰' }], 'replaces'),
    );
    expect(other.counts.created).toBe(1);
  });

  test('ten bodies at once with the same rows make each entry once', async () => {
    const rows = rowsFrom(0, 20);
    const { done, codes } = await outcomesOf(Array.from({ length: 10 }, () => take(...rows)));
    expect([done, codes]).toEqual([10, []]);
    expect(await stores.inTransaction((tx) => store(tx).count())).toBe(20);
  });

  test('a name waits while a record brings it and no entry has it', async () => {
    await brings(1, '恒泰');
    await brings(2, '恒 泰', '新天地');
    await brings(2, '恒 泰');
    expect(await waiting()).toMatchObject([{ name: '恒泰', count: 2, workflow: 'feedback', recordId: 1 }]);
    await brings(1);
    expect(await waiting()).toMatchObject([{ name: '恒泰', count: 1 }]);
    await take({ key: 'C1', name: '恒泰有限公司' });
    expect(await waiting()).toEqual([]);
    await brings(3, '恒泰');
    expect(await waiting()).toEqual([]);
  });

  test('of ten taps that decide on one name, one does', async () => {
    await brings(1, '恒泰');
    const [proposal] = await waiting();
    const id = proposal?.id ?? 0;
    const decide = (at: number) =>
      stores.inTransaction((tx) => (at % 2 ? changes(tx).add(id) : changes(tx).decline(id)));
    const decided = await Promise.all(Array.from({ length: 10 }, (_, at) => decide(at)));
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('a name that another entry got meanwhile is not given twice', async () => {
    await take({ key: 'C1', name: '甲方' }, { key: 'C2', name: '乙方' });
    await brings(1, '丙方');
    const [proposal] = await waiting();
    const alias = (entryKey: string) =>
      stores.inTransaction(async (tx) =>
        changes(tx).alias(proposal?.id ?? 0, (await store(tx).find(entryKey))?.id ?? 0),
      );
    expect(await alias('C1')).toMatchObject({ ok: true, entry: { name: '甲方', learned: ['丙方'] } });
    expect(await alias('C2')).toEqual({ ok: false, reason: 'alreadyDone' });
    const merged = await stores.inTransaction(async (tx) => {
      const [one, other] = [await store(tx).find('C1'), await store(tx).find('C2')];
      return changes(tx).merge(one?.id ?? 0, other?.id ?? 0);
    });
    expect(merged).toMatchObject({ ok: true, entry: { key: 'C2', learned: ['甲方', '丙方'], formerKeys: ['C1'] } });
    expect(await stores.inTransaction((tx) => store(tx).find('丙方'))).toMatchObject({ key: 'C2' });
  });
});
