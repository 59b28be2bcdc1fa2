import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { edgeOf, FeedbackPages, type Order } from '../../src/db/feedback-pages';
import type { FeedbackQuery } from '../../src/db/feedback-query';
import { FeedbackStore } from '../../src/db/feedback-store';
import { TimelineStore } from '../../src/db/timeline-store';
import type { Section } from '../../src/desk/catalogue';
import { type PageFrom, pageOf } from '../../src/desk/pages';
import type { Feedback, Status } from '../../src/domain/feedback/model';
import { HOUR } from '../../src/domain/time';
import { DIALECTS } from '../databases';
import { at, feedback } from '../domain/feedback/fixtures';
import { openStores, type Stores } from './stores';

const ALL: FeedbackQuery[] = [{}];

describe.each(DIALECTS)('records page by page, on %s', (dialect) => {
  let stores: Stores;
  const insert = (status: Status, overrides: Partial<Feedback> = {}) =>
    stores.inTransaction((tx) => new FeedbackStore(tx).insert({ ...feedback(status), id: 0, ...overrides }));
  const page = async (order: Order, from: PageFrom, queries = ALL, length = 3) =>
    stores.inTransaction(async (tx) => {
      const pages = new FeedbackPages(tx, queries, order);
      const section: Section = {
        counts: (before) => pages.counts(before),
        items: async (edge, limit) =>
          (await pages.items(edge, limit)).map((found) => ({ ...edgeOf(found, order), item: { id: found.id } })),
      };
      const { items, position, total } = await pageOf([{ workflow: 'feedback', section }], from, length);
      const found = items.map(({ item }) => Number(item.id));
      return { items: found, position, total };
    });
  const edge = async (id: number, order: Order) => {
    const found = (await stores.inTransaction((tx) => new FeedbackStore(tx).get(id))) as Feedback;
    return { ...edgeOf(found, order), workflow: 'feedback' };
  };
  const afterLast = async (items: number[], order: Order): Promise<PageFrom> => ({
    after: await edge(items.at(-1) as number, order),
  });
  const beforeFirst = async (items: number[], order: Order): Promise<PageFrom> => ({
    before: await edge(items[0] as number, order),
  });

  beforeAll(async () => {
    stores = await openStores(dialect);
    // 1 … 7: due at 16, 15, never, 15, 14, 13, 12 o'clock; 2 and 6 are at rest.
    const dues = [16, 15, null, 15, 14, 13, 12];
    for (const [i, hour] of dues.entries()) {
      const dueAt = hour === null ? null : at(`${hour}:00`);
      await insert(i === 1 || i === 5 ? 'closed' : 'handling', { dueAt, customer: `客户${i + 1}` });
    }
  });
  afterAll(() => stores.close());

  test.each<[Order, number[]]>([
    ['due', [7, 6, 5, 2, 4, 1, 3]],
    ['open_first', [7, 5, 4, 3, 1, 6, 2]],
    ['newest', [7, 6, 5, 4, 3, 2, 1]],
  ])('%s: pages forth and back show every record exactly once', async (order, all) => {
    const first = await page(order, null);
    const second = await page(order, await afterLast(first.items, order));
    const third = await page(order, await afterLast(second.items, order));
    expect([first, second, third].map(({ items }) => items)).toEqual([all.slice(0, 3), all.slice(3, 6), all.slice(6)]);
    expect([first, second, third].map(({ position, total }) => [position, total])).toEqual([
      [0, 7],
      [3, 7],
      [6, 7],
    ]);
    expect((await page(order, await beforeFirst(third.items, order))).items).toEqual(all.slice(3, 6));
    expect((await page(order, await beforeFirst(second.items, order))).items).toEqual(all.slice(0, 3));
  });

  test('a person with several roles finds each case once; no queries find nothing', async () => {
    const queries: FeedbackQuery[] = [{ repId: 'ou_rep' }, { claimedBy: 'ou_member' }, { status: ['closed'] }];
    const found = await page('newest', null, queries, 10);
    expect([found.items, found.total]).toEqual([[7, 6, 5, 4, 3, 2, 1], 7]);
    expect(await page('newest', null, [])).toEqual({ items: [], position: 0, total: 0 });
  });

  test('words count in every query', async () => {
    const asked = { words: '客户5' };
    const queries: FeedbackQuery[] = [{ repId: 'ou_nobody' }, { repId: 'ou_rep' }].map((query) => ({
      ...query,
      ...asked,
    }));
    expect((await page('newest', null, queries)).items).toEqual([5]);
  });

  test('new cases shift no page that was read, and deleted cases leave no empty page', async () => {
    const first = await page('newest', null);
    const { id } = await insert('handling', { dueAt: at('09:00') });
    const second = await page('newest', await afterLast(first.items, 'newest'));
    expect([second.items, second.position, second.total]).toEqual([[4, 3, 2], 4, 8]);
    const back = await page('newest', await beforeFirst(second.items, 'newest'));
    expect([back.items, back.position]).toEqual([[7, 6, 5], 1]);
    // Less than a page lies before the edge: the first page is shown, with the new case.
    const start = await page('newest', { before: { rank: 0, id: 6, workflow: 'feedback' } });
    expect([start.items, start.position]).toEqual([[id, 7, 6], 0]);
    const beyond = await page('newest', { after: { rank: 0, id: 1, workflow: 'feedback' } });
    expect(beyond.items).toEqual([4, 3, 2]);
  });

  test('a person acts for departments whose cases they lately claimed, answered, asked about or extended', async () => {
    const act = (version: number, what: string, department: string | null, hour: string, actorId = 'ou_a') =>
      stores.inTransaction((tx) =>
        new TimelineStore(tx).add('feedback', 1, version, { at: at(hour), actorId, what, detail: { department } }),
      );
    await act(1, 'claim', 'quality', '10:00');
    await act(2, 'answer', 'quality', '10:01');
    await act(3, 'transfer', 'elsewhere', '10:02');
    await act(4, 'note', 'noted', '10:03');
    await act(5, 'claim', 'logistics', '10:04');
    await act(6, 'claim', 'of_another', '10:05', 'ou_b');
    const actedFor = (since: number) =>
      stores.inTransaction((tx) => new TimelineStore(tx).departmentsActedFor('feedback', 'ou_a', since));
    expect(await actedFor(at('09:00'))).toEqual(['logistics', 'quality']);
    expect(await actedFor(at('10:02'))).toEqual(['logistics']);
    expect(await actedFor(at('10:00') + HOUR)).toEqual([]);
  });
});
