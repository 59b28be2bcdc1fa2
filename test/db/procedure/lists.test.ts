import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ProcedurePages, type ProcedurePagesAsked } from '../../../src/db/procedure/procedure-pages';
import type { ProcedureQuery } from '../../../src/db/procedure/procedure-query';
import { ProcedureStore } from '../../../src/db/procedure/procedure-store';
import type { ListName, Section } from '../../../src/desk/catalogue';
import { type PageFrom, pageOf } from '../../../src/desk/pages';
import type { Context } from '../../../src/domain/office';
import type { Definition } from '../../../src/domain/procedure/definition';
import { definitionsFrom } from '../../../src/domain/procedure/definitions';
import type { Line, ProcedureRecord, Values } from '../../../src/domain/procedure/record';
import { HOUR } from '../../../src/domain/time';
import { sectionOf } from '../../../src/workflows/procedure/lists';
import { DIALECTS } from '../../databases';
import { at, Play, shipped, written, ZONE } from '../../domain/procedure/play';
import { openStores, type Stores } from '../stores';

const TASK = shipped('task');
const CAPA = shipped('capa');
/** Only who has to do with an appraisal may see it. */
const APPRAISAL = written(`
procedure: appraisal
version: 1
name: 绩效考核 | Appraisal
number: KH-{seq:3}
title: "{period} 考核"
start: [{ by: [manager] }]
fields:
  period: { label: 期间, type: month }
  person: { label: 被考核人, type: person }
  verdict: { label: 评语, type: long, private: true }
stages:
  - { key: self, name: 自评, who: starter, form: [period*, person*, verdict] }
ends: { closed: 已归档 }
`);
const DEFINITIONS = definitionsFrom([TASK, CAPA, APPRAISAL]);
const NOW = at('2026-12-02 10:00');

const stranger = { step: '', who: { kind: 'starter' as const }, insteadOf: null, since: NOW, dueAt: null };
const askedPerson = (personId: string) => ({ ...stranger, personId, department: null });
const askedGroup = (department: string) => ({ ...stranger, personId: null, department });

const told = (customer_words: string): Line => ({
  link: { workflow: 'feedback', id: 1, number: 'FB-1', title: '' },
  ...{ personId: null, values: { customer_words }, state: 'done', by: 'ou_li', at: NOW, reason: '' },
});

describe.each(DIALECTS)('lists of records, on %s', (dialect) => {
  let stores: Stores;
  const ids = new Map<string, number>();
  const nameOf = (id: number) => [...ids].find(([, one]) => one === id)?.[0] ?? String(id);

  const insert = async (
    name: string,
    definition: Definition,
    values: Values,
    changes: Partial<ProcedureRecord> = {},
  ): Promise<void> => {
    const play = new Play('2026-12-02 10:00');
    const { asked: _asked, ...record } = play.get(play.begin(definition, 'ou_zhao'));
    const unlike = { parties: [], asked: [], dueAt: null, holderId: 'ou_zhao', starterId: 'ou_zhao' };
    const stored = await stores.inTransaction((tx) =>
      new ProcedureStore(tx, DEFINITIONS, ZONE).insert({ ...record, ...unlike, values, ...changes, id: 0 }),
    );
    ids.set(name, stored.id);
  };

  beforeAll(async () => {
    stores = await openStores(dialect);
    const first = { moments: { 'give.done': NOW } };
    await insert('late', TASK, { what: '加护角' }, { ...first, asked: [askedPerson('ou_li')], dueAt: NOW - HOUR });
    await insert('later', TASK, { what: '换包装' }, { asked: [askedPerson('ou_li')], dueAt: NOW + HOUR });
    await insert('group', TASK, { what: '查库存' }, { asked: [askedGroup('logistics')], dueAt: NOW + 2 * HOUR });
    await insert(
      'questioned',
      TASK,
      { what: '问过的' },
      {
        asked: [askedGroup('finance')],
        question: { text: '哪一批？', by: 'ou_wu', at: NOW, to: 'ou_li' },
      },
    );
    await insert(
      'extended',
      TASK,
      { what: '要延期的' },
      {
        asked: [askedGroup('finance')],
        extension: { until: NOW, reason: '等料', by: 'ou_wu', at: NOW, count: 0, waitsFor: 'ou_li' },
      },
    );
    await insert('begun', TASK, { what: '李四发起' }, { starterId: 'ou_li', asked: [askedGroup('finance')] });
    await insert('ended', TASK, { what: '已办完' }, { starterId: 'ou_li', isOpen: false, stage: 'confirmed' });
    await insert(
      'elsewhere',
      CAPA,
      { problem: '支架断裂', severity: 'critical' },
      {
        asked: [askedGroup('finance')],
        lines: [told('客户说可以接受')],
      },
    );
    await insert(
      'private',
      APPRAISAL,
      { period: '2026-11', person: 'ou_li', verdict: '绝密评语' },
      { dueAt: NOW - HOUR, asked: [askedPerson('ou_gm')] },
    );
  });
  afterAll(() => stores.close());

  const context = (id: string, chatId: string | null = null): Context => ({
    ...new Play('2026-12-02 10:00').context(id, chatId),
  });
  const listOf = async (list: ListName, reader: Context, words = ''): Promise<string[]> =>
    stores.inTransaction(async (tx) => {
      const section = await sectionOf(tx, DEFINITIONS, { list, words }, reader);
      const items = await section.items(null, 20);
      expect(await section.counts(null)).toMatchObject({ total: items.length });
      return items.map(({ id }) => nameOf(id));
    });

  test.each<[ListName, string, string[]]>([
    ['todo', 'ou_li', ['late', 'later', 'questioned', 'extended']],
    ['todo', 'ou_zhou', ['group']],
    ['todo', 'ou_manager', ['late']],
    ['todo', 'ou_gm', ['private']],
    ['mine', 'ou_li', ['late', 'later', 'questioned', 'extended', 'begun']],
    ['closed', 'ou_li', ['ended']],
    ['closed', 'ou_wu', []],
    ['overdue', 'ou_li', ['late']],
    ['overdue', 'ou_manager', ['late']],
    ['overdue', 'ou_gm', ['private']],
    ['unclaimed', 'ou_zhou', ['group']],
  ])('%s of %s', async (list, reader, expected) => {
    expect(await listOf(list, context(reader))).toEqual(expected);
  });

  test('a group reads the list of its department, whoever asks', async () => {
    expect(await listOf('todo', context('ou_manager', 'oc_logistics'))).toEqual(['group']);
    expect(await listOf('search', context('ou_manager', 'oc_logistics'), '断裂')).toEqual([]);
  });

  test.each<[words: string, reader: string, string[]]>([
    ['断裂', 'ou_manager', ['elsewhere']],
    ['严重 断裂', 'ou_manager', ['elsewhere']],
    ['可以接受', 'ou_manager', ['elsewhere']],
    ['断裂', 'ou_li', []],
    ['断裂', 'ou_zhao', ['elsewhere']],
    ['#RW-2026-0001', 'ou_li', ['late']],
    ['ｒｗ-2026', 'ou_manager', ['late']],
    ['考核', 'ou_manager', []],
    ['考核', 'ou_gm', ['private']],
    ['绝密', 'ou_gm', []],
    ['%', 'ou_manager', []],
    ["' OR 1=1 --", 'ou_manager', []],
  ])('a search for %s by %s', async (words, reader, expected) => {
    expect(await listOf('search', context(reader), words)).toEqual(expected);
  });

  test('records of many queries, page by page, forth and back', async () => {
    const page = (asked: ProcedurePagesAsked, from: PageFrom) =>
      stores.inTransaction(async (tx) => {
        const pages = new ProcedurePages(tx, DEFINITIONS, asked);
        const section: Section = {
          counts: (before) => pages.counts(before),
          items: async (edge, limit) =>
            (await pages.items(edge, limit)).map(({ record: { id }, rank }) => ({ rank, id, item: { id, rank } })),
        };
        return pageOf([{ workflow: 'record', section }], from, 3);
      });
    const queries: ProcedureQuery[] = [{ procedure: 'task' }, { party: ['person:ou_li'] }];
    for (const [order, all] of [
      ['newest', ['ended', 'begun', 'extended', 'questioned', 'group', 'later', 'late']],
      ['pressing', ['late', 'later', 'questioned', 'extended', 'group', 'begun', 'ended']],
    ] as const) {
      const asked = { queries, order, first: ['person:ou_li'] };
      const first = await page(asked, null);
      const second = await page(asked, first.after && { after: first.after });
      const third = await page(asked, second.after && { after: second.after });
      const shown = [first, second, third].map(({ items }) => items.map(({ item }) => nameOf(Number(item.id))));
      expect(shown).toEqual([all.slice(0, 3), all.slice(3, 6), all.slice(6)]);
      expect([third.position, third.total, third.after]).toEqual([6, 7, null]);
      const back = await page(asked, third.before && { before: third.before });
      expect(back.items).toEqual(second.items);
    }
  });

  test('what the API asks for: newest first, up to an id', async () => {
    const found = async (query: ProcedureQuery) =>
      stores.inTransaction(async (tx) => {
        const pages = new ProcedurePages(tx, DEFINITIONS, { queries: [query], order: 'newest', first: [] });
        return (await pages.items(null, 2)).map(({ record: { id } }) => nameOf(id));
      });
    expect(await found({ procedure: 'task', before: ids.get('ended') as number })).toEqual(['begun', 'extended']);
    expect(await found({ procedure: 'task', stage: 'confirmed' })).toEqual(['ended']);
    expect(await found({ holderId: 'ou_zhao', isPrivate: false })).toEqual(['elsewhere', 'ended']);
    expect(await found({ ids: [] })).toEqual([]);
  });

  test('who is no longer asked, and what has ended, leave their lists', async () => {
    await insert('moving', TASK, { what: '会动的' }, { asked: [askedPerson('ou_new')], starterId: 'ou_new' });
    const save = (changes: Partial<ProcedureRecord>) =>
      stores.inTransaction(async (tx) => {
        const store = new ProcedureStore(tx, DEFINITIONS, ZONE);
        const record = (await store.get(ids.get('moving') as number)) as ProcedureRecord;
        await store.save({ ...record, ...changes, version: record.version + 1 });
      });
    const lists = async () =>
      Promise.all((['todo', 'mine', 'closed'] as const).map((list) => listOf(list, context('ou_new'))));
    expect(await lists()).toEqual([['moving'], ['moving'], []]);
    await save({ asked: [] });
    expect(await lists()).toEqual([[], ['moving'], []]);
    await save({ isOpen: false, stage: 'confirmed', question: { text: '', by: 'ou_wu', at: NOW, to: 'ou_new' } });
    expect(await lists()).toEqual([[], [], ['moving']]);
  });
});
