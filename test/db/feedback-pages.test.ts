import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FeedbackPages, type Order } from '../../src/db/feedback-pages';
import type { FeedbackQuery } from '../../src/db/feedback-query';
import { FeedbackStore } from '../../src/db/feedback-store';
import { TimelineStore } from '../../src/db/timeline-store';
import type { Section } from '../../src/desk/catalogue';
import { type PageFrom, pageOf } from '../../src/desk/pages';
import type { Feedback, Status } from '../../src/domain/feedback/model';
import { rankOf } from '../../src/domain/list-edges';
import { HOUR } from '../../src/domain/time';
import { DIALECTS } from '../databases';
import { at, feedback } from '../domain/feedback/fixtures';
import { openStores, type Stores } from './stores';

const ALL: FeedbackQuery[] = [{}];
/** What waits for the reader. */
const FIRST: FeedbackQuery[] = [{ ids: [4, 6] }];

describe.each(DIALECTS)('records page by page, on %s', (dialect) => {
  let stores: Stores;
  const insert = (status: Status, overrides: Partial<Feedback> = {}) =>
    stores.inTransaction((tx) => new FeedbackStore(tx).insert({ ...feedback(status), id: 0, ...overrides }));
  const page = async (order: Order, from: PageFrom, { queries = ALL, length = 3, first = FIRST } = {}) =>
    stores.inTransaction(async (tx) => {
      const pages = new FeedbackPages(tx, { queries, order, first });
      const section: Section = {
        counts: (before) => pages.counts(before),
        items: async (edge, limit) =>
          (await pages.items(edge, limit)).map(({ feedback: { id }, rank }) => ({ rank, id, item: { id, rank } })),
      };
      const { items, ...others } = await pageOf([{ workflow: 'feedback', section }], from, length);
      for (const { item } of items) ranks.set(Number(item.id), Number(item.rank));
      return { items: items.map(({ item }) => Number(item.id)), ...others };
    });
  const ranks = new Map<number, number>();
  const edge = (id: number) => ({ rank: ranks.get(id) as number, id, workflow: 'feedback' });
  const afterLast = (items: number[]): PageFrom => ({ after: edge(items.at(-1) as number) });
  const beforeFirst = (items: number[]): PageFrom => ({ before: edge(items[0] as number) });

  beforeAll(async () => {
    stores = await openStores(dialect);
    // 1 … 7: due at 16, 15, never, 15, 14, 13, 12 o'clock; 4 and 6 wait for the reader; 1 is urgent, 5 is high.
    const dues = [16, 15, null, 15, 14, 13, 12];
    for (const [i, hour] of dues.entries()) {
      const dueAt = hour === null ? null : at(`${hour}:00`);
      const priority = i === 0 ? 'urgent' : i === 4 ? 'high' : 'normal';
      await insert(i === 1 || i === 5 ? 'closed' : 'handling', { dueAt, priority, customer: `客户${i + 1}` });
    }
  });
  afterAll(() => stores.close());

  test.each<[Order, number[]]>([
    ['pressing', [6, 4, 1, 5, 7, 2, 3]],
    ['newest', [7, 6, 5, 4, 3, 2, 1]],
  ])('%s: pages forth and back show every record exactly once', async (order, all) => {
    const first = await page(order, null);
    const second = await page(order, afterLast(first.items));
    const third = await page(order, afterLast(second.items));
    expect([first, second, third].map(({ items }) => items)).toEqual([all.slice(0, 3), all.slice(3, 6), all.slice(6)]);
    expect([first, second, third].map(({ position, total }) => [position, total])).toEqual([
      [0, 7],
      [3, 7],
      [6, 7],
    ]);
    expect([first.waiting, first.urgent]).toEqual([order === 'newest' ? 0 : 2, 1]);
    expect((await page(order, beforeFirst(third.items))).items).toEqual(all.slice(3, 6));
    expect((await page(order, beforeFirst(second.items))).items).toEqual(all.slice(0, 3));
  });

  test('the rank of a row is the one that all workflows use', async () => {
    await page('pressing', null, { length: 10 });
    const rank = (priority: 'urgent' | 'high' | 'normal', hour: string | null, waits = false) =>
      rankOf({ waits, priority, dueAt: hour === null ? null : at(hour) });
    expect([...ranks].sort(([a], [b]) => a - b).map(([, each]) => each)).toEqual([
      rank('urgent', '16:00'),
      rank('normal', '15:00'),
      rank('normal', null),
      rank('normal', '15:00', true),
      rank('high', '14:00'),
      rank('normal', '13:00', true),
      rank('normal', '12:00'),
    ]);
  });

  test('a person with several roles finds each case once; no queries find nothing', async () => {
    const queries: FeedbackQuery[] = [{ repId: 'ou_rep' }, { claimedBy: 'ou_member' }, { status: ['closed'] }];
    const found = await page('newest', null, { queries, length: 10 });
    expect([found.items, found.total]).toEqual([[7, 6, 5, 4, 3, 2, 1], 7]);
    expect(await page('newest', null, { queries: [] })).toMatchObject({ items: [], position: 0, total: 0 });
  });

  test('words count in every query', async () => {
    const asked = { words: '客户5' };
    const queries: FeedbackQuery[] = [{ repId: 'ou_nobody' }, { repId: 'ou_rep' }].map((query) => ({
      ...query,
      ...asked,
    }));
    expect((await page('newest', null, { queries })).items).toEqual([5]);
  });

  test('new cases shift no page that was read, and deleted cases leave no empty page', async () => {
    const first = await page('newest', null);
    const { id } = await insert('handling', { dueAt: at('09:00') });
    const second = await page('newest', afterLast(first.items));
    expect([second.items, second.position, second.total]).toEqual([[4, 3, 2], 4, 8]);
    const back = await page('newest', beforeFirst(second.items));
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
