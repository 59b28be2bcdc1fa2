import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DefinitionStore } from '../../../src/db/procedure/definition-store';
import { ProcedureValueRow } from '../../../src/db/procedure/procedure-row';
import { ProcedureStore } from '../../../src/db/procedure/procedure-store';
import type { Definition } from '../../../src/domain/procedure/definition';
import { definitionsFrom } from '../../../src/domain/procedure/definitions';
import type { ProcedureRecord, Values } from '../../../src/domain/procedure/record';
import { isSame } from '../../../src/domain/procedure/values/form-values';
import { DIALECTS } from '../../databases';
import { Play, shipped, written, ZONE } from '../../domain/procedure/play';
import { statementsOf } from '../query-plans';
import { openStores, outcomesOf, type Stores } from '../stores';

const CAPA = shipped('capa');
const TASK = shipped('task');
const PLAN = shipped('ad-plan');
/** A gate, and no month. */
const PROMOTION = written(`
procedure: promotion
version: 1
name: 推广活动 | Promotion
number: TG-{seq:3}
title: "{customer}"
start: [{ by: [manager] }]
fields:
  customer: { label: 客户, type: customer }
stages:
  - key: draft
    name: 申请
    who: starter
    form: [customer*]
    gate: { unless: { previous: closed }, says: 上一次活动尚未总结 }
ends: { closed: 已归档 }
`);
const DEFINITIONS = definitionsFrom([CAPA, TASK, PLAN, PROMOTION]);

/** A new record; `isDone`: its first stage is done, so it gets its number. */
function recordOf(definition: Definition, values: Values, isDone = true): ProcedureRecord {
  const play = new Play('2026-12-02 10:00');
  const record = play.get(play.begin(definition, 'ou_manager', values));
  const first = definition.stages[0]?.key ?? '';
  const moments = isDone ? { ...record.moments, [`${first}.done`]: play.now } : record.moments;
  return { ...record, id: 0, moments };
}

const HOSTILE = '"\'; DROP TABLE procedure_record; -- <at id=all></at> 👨‍👩‍👧';

describe.each(DIALECTS)('records of procedures, on %s', (dialect) => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await openStores(dialect);
  });
  afterAll(() => stores.close());

  const inStore = <T>(work: (store: ProcedureStore) => Promise<T>): Promise<T> =>
    stores.inTransaction((tx) => work(new ProcedureStore(tx, DEFINITIONS, ZONE)));

  test('come back as they were stored', async () => {
    const values: Values = {
      problem: HOSTILE,
      product: 'T8',
      cases: [{ workflow: 'feedback', id: 1, number: 'FB-1', title: HOSTILE, repId: 'ou_rep', customer: '悦家' }],
      evidence: [{ key: 'img_1', messageId: 'om_1', name: HOSTILE, isPicture: true, keptKey: null, isLost: false }],
      docs_changed: 'x'.repeat(5000),
    };
    const before = recordOf(CAPA, values);
    const stored = await inStore((store) => store.insert(before));
    const after = await inStore((store) => store.get(stored.id));
    expect(stored.number).toMatch(/^CAPA-2026-\d{3}$/);
    expect(stored.title.startsWith('T8 ')).toBe(true);
    expect(after).toEqual(stored);
    for (const [key, value] of Object.entries(values)) expect(isSame(after?.values[key], value)).toBe(true);
    expect(await inStore((store) => store.byNumber(stored.number.toLowerCase()))).toEqual(stored);
  });

  test('get their number when the first stage is done, gap-free under twenty at once', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 20 }, () => inStore((store) => store.insert(recordOf(TASK, { what: '加护角' }, false)))),
    );
    expect(drafts.every(({ number }) => number === '')).toBe(true);
    const saved = await Promise.all(
      drafts.map((draft) =>
        inStore((store) =>
          store.save({ ...draft, version: 2, moments: { ...draft.moments, 'give.done': draft.createdAt } }),
        ),
      ),
    );
    const counts = saved.map(({ number }) => Number(/^RW-2026-(\d{4})$/.exec(number)?.[1])).sort((a, b) => a - b);
    expect(counts).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  test('leave no gap where a number was undone', async () => {
    await expect(
      inStore(async (store) => {
        await store.insert(recordOf(TASK, { what: '撤销' }));
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    const { number } = await inStore((store) => store.insert(recordOf(TASK, { what: '下一件' })));
    expect(number).toBe('RW-2026-0021');
  });

  test('of a pattern without a count are told apart', async () => {
    const plan = () => inStore((store) => store.insert(recordOf(PLAN, { project: '城南', period: '2026-12' })));
    expect([(await plan()).number, (await plan()).number]).toEqual(['AD-2026-12-城南', 'AD-2026-12-城南-2']);
  });

  test('never share a number: one that another record has is passed over', async () => {
    const plan = (project: string) =>
      inStore(async (store) => (await store.insert(recordOf(PLAN, { project, period: '2026-05' }))).number);
    const numbers = [await plan('城东-2'), await plan('城东'), await plan('城东'), await plan('城东-2')];
    expect(numbers).toEqual(['AD-2026-05-城东-2', 'AD-2026-05-城东', 'AD-2026-05-城东-3', 'AD-2026-05-城东-2-2']);
  });

  test('get no number before the parent whose number it begins with', async () => {
    const parent = await inStore((store) => store.insert(recordOf(CAPA, { problem: '破损' }, false)));
    const measure = CAPA.subprocedures.capa_measure as Definition;
    const of = { parentId: parent.id, parentField: 'measures', parent };
    const child = await inStore((store) => store.insert({ ...recordOf(measure, { what: '加护角' }), ...of }));
    expect(child.number).toBe('');
    const moments = { ...parent.moments, 'issue.done': parent.createdAt };
    const { number } = await inStore((store) => store.save({ ...parent, moments, version: parent.version + 1 }));
    const later = await inStore(async (store) => {
      const again = (await store.get(child.id)) as ProcedureRecord;
      return store.save({ ...again, version: again.version + 1 });
    });
    expect(later.number).toBe(`${number}-01`);
  });

  test('of long and many values keep what is looked up, and rewrite none of it', async () => {
    const project = `${'很'.repeat(127)}𠮷𠮷`;
    const stored = await inStore((store) => store.insert(recordOf(PLAN, { project, period: '2026-06' })));
    const rows = () =>
      stores.inTransaction((tx) => tx.findBy(ProcedureValueRow, { recordId: stored.id, field: 'project' }));
    expect(await rows()).toMatchObject([{ text: `${'很'.repeat(127)}𠮷` }]);
    const statements = await statementsOf(stores, () => inStore((store) => store.save({ ...stored, version: 2 })));
    expect(statements.filter(([sql]) => /^DELETE/.test(sql))).toEqual([]);
  });

  test('are written once each version', async () => {
    const stored = await inStore((store) => store.insert(recordOf(TASK, { what: '一' })));
    const next = { ...stored, version: 2 };
    const outcomes = await outcomesOf([inStore((store) => store.save(next)), inStore((store) => store.save(next))]);
    expect(outcomes).toEqual({ done: 1, codes: ['stale_record'] });
  });

  test('know their parent, their children and the record before them', async () => {
    const parent = await inStore((store) => store.insert(recordOf(CAPA, { problem: '破损', product: 'T8' })));
    const measure = CAPA.subprocedures.capa_measure as Definition;
    const of = { parentId: parent.id, parentField: 'measures', parent };
    const child = await inStore((store) =>
      store.insert({ ...recordOf(measure, { what: '加护角', owner: 'ou_li' }), ...of }),
    );
    expect(child.number).toBe(`${parent.number}-01`);
    const [seen, seenChild] = await inStore(async (store) => [await store.get(parent.id), await store.get(child.id)]);
    expect(seen?.children).toMatchObject([
      { id: child.id, procedure: 'capa_measure', field: 'measures', isOpen: true },
    ]);
    expect(seenChild?.parent).toMatchObject({ id: parent.id, number: parent.number, children: [] });

    const plan = (period: string, changes = {}) => ({ ...recordOf(PLAN, { project: '城北', period }), ...changes });
    await inStore((store) => store.insert(plan('2026-10', { isOpen: false, stage: 'settled' })));
    const november = await inStore((store) => store.insert(plan('2026-11')));
    const december = await inStore((store) =>
      store.insert({ ...recordOf(PLAN, { project: '城北', period: '2026-12' }, false) }),
    );
    const previousOf = async (id: number) => (await inStore((store) => store.get(id)))?.previous;
    expect(await previousOf(december.id)).toEqual({ number: november.number, end: null });
    const unnamed = await inStore((store) => store.insert(recordOf(PLAN, { project: '城北' }, false)));
    expect(await previousOf(unnamed.id)).toBeNull();
  });

  test('without a month: the record before is one that began earlier', async () => {
    const [first, second] = await inStore(async (store) => [
      await store.insert(recordOf(PROMOTION, { customer: '悦家' })),
      await store.insert(recordOf(PROMOTION, { customer: '悦家' })),
    ]);
    const waiting = { moments: {} };
    const previousOf = async (record: ProcedureRecord | undefined) =>
      inStore(async (store) => {
        const { id, version } = record as ProcedureRecord;
        const saved = { ...(record as ProcedureRecord), ...waiting, version: version + 1 };
        await store.save(saved);
        return (await store.get(id))?.previous;
      });
    expect(await previousOf(first)).toBeNull();
    expect(await previousOf(second)).toEqual({ number: first?.number, end: null });
  });

  test('tell which versions are in use', async () => {
    const used = await stores.inTransaction((tx) => new DefinitionStore(tx).usedVersions());
    expect(used).toContainEqual({ name: 'capa', version: 1, records: expect.any(Number), open: expect.any(Number) });
    const kept = { name: 'capa', version: 1, text: '版本一', hash: 'abc' };
    await stores.inTransaction((tx) => new DefinitionStore(tx).keep(kept, 1));
    await stores.inTransaction((tx) => new DefinitionStore(tx).keep({ ...kept, text: '版本一改' }, 2));
    const stored = await stores.inTransaction((tx) => new DefinitionStore(tx).stored());
    expect(stored).toMatchObject([{ ...kept, text: '版本一改' }]);
  });
});
