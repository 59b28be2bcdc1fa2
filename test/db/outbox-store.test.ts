import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { OutboxRow } from '../../src/db/engine-rows';
import { type Enqueued, OutboxStore } from '../../src/db/outbox-store';
import { MINUTE } from '../../src/domain/time';
import { DIALECTS } from '../databases';
import { at } from '../domain/feedback/fixtures';
import { openStores, type Stores } from './stores';

const NOW = at('09:00');

const message = (uuid: string, overrides: Partial<Enqueued> = {}): Enqueued => ({
  workflow: 'feedback',
  recordId: 1,
  notice: { kind: 'message', name: 'reminder', to: { type: 'chat', id: 'oc_1' }, params: { words: '漏水 😀\u0000' } },
  uuid,
  ...overrides,
});

const UNAVAILABLE = { lastError: 'feishu_unavailable', puzzled: 0, unreachableSince: null };

describe.each(DIALECTS)('the outbox on %s', (dialect) => {
  let stores: Stores;
  const within = <T>(work: (store: OutboxStore) => Promise<T>): Promise<T> =>
    stores.inTransaction((tx) => work(new OutboxStore(tx)));
  const enqueue = (one: Enqueued, dueAt?: number) => within((store) => store.enqueue(one, NOW, dueAt));
  const claim = (now: number, limit = 10) =>
    within((store) => store.claim(now, limit, { token: 'here', leaseMs: MINUTE }));
  const uuids = (claimed: OutboxRow[]) => claimed.map(({ uuid }) => uuid);
  const rows = () => stores.inTransaction((tx) => tx.find(OutboxRow, { order: { id: 'ASC' } }));

  beforeAll(async () => {
    stores = await openStores(dialect);
  });
  beforeEach(() => stores.inTransaction((tx) => tx.createQueryBuilder().delete().from(OutboxRow).execute()));
  afterAll(() => stores.close());

  test('a dedupe key sends once, even if enqueued twice at once; rows without a key are all sent', async () => {
    const dedupeKey = 'undeliverable:oc_1:ou_admin';
    const both = await Promise.all([enqueue(message('a', { dedupeKey })), enqueue(message('b', { dedupeKey }))]);
    expect(both.sort()).toEqual([false, true]);
    expect(await enqueue(message('c', { dedupeKey }))).toBe(false);
    expect(await enqueue(message('d'))).toBe(true);
    expect(await enqueue(message('d'))).toBe(true);
    expect(await rows()).toHaveLength(3);
    expect((await rows())[1]).toMatchObject({
      ...message('d'),
      createdAt: NOW,
      dueAt: NOW,
      attempts: 0,
      state: 'waiting',
    });
  });

  test('claims follow the order of enqueueing, not of due times', async () => {
    await enqueue(message('first'), NOW + 2);
    await enqueue(message('second'), NOW + 1);
    await enqueue(message('third'), NOW + 3);
    expect(uuids(await claim(NOW + 2))).toEqual(['first', 'second']);
    expect(uuids(await claim(NOW + 2))).toEqual([]);
    expect(uuids(await claim(NOW + 3))).toEqual(['third']);
  });

  test('a skipped try is not counted, a failed one is', async () => {
    await enqueue(message('a'));
    const [first] = await claim(NOW);
    await within((store) => store.giveBack([first as OutboxRow], NOW + 1));
    const [second] = await claim(NOW + 1);
    expect(second?.attempts).toBe(1);
    await within((store) => store.failed(second as OutboxRow, NOW + 2, UNAVAILABLE));
    expect(await claim(NOW + 2)).toMatchObject([{ attempts: 2, lastError: 'feishu_unavailable' }]);
  });

  test('depth counts waiting rows, and tells the age of the oldest', async () => {
    expect(await within((store) => store.backlog())).toMatchObject({ waiting: 0, oldestAt: null });
    await within((store) => store.enqueue(message('old'), NOW - 5));
    await enqueue(message('sent'));
    await enqueue(message('new'), NOW + MINUTE);
    const [old, sent] = await claim(NOW);
    expect(await within((store) => store.backlog())).toMatchObject({ waiting: 3, oldestAt: NOW - 5 });
    await within((store) => store.sent(sent?.id as number, 'om_1', NOW));
    await within((store) => store.settle(old as OutboxRow, 'refused', 'feishu_target_gone'));
    expect(await within((store) => store.backlog())).toMatchObject({ waiting: 1, oldestAt: NOW });
    expect(await within((store) => store.nextDueAt(MINUTE))).toBe(NOW + MINUTE);
  });

  test('who has lost a row confirms nothing, settles nothing and puts nothing back; what was sent is sent', async () => {
    await enqueue(message('a'));
    const [slept] = (await claim(NOW)) as [OutboxRow];
    expect(await within((store) => store.confirm(slept, MINUTE, NOW))).toBe(true);
    await stores.endLeases();
    const [taken] = (await within((store) => store.claim(NOW, 10, { token: 'elsewhere', leaseMs: MINUTE }))) as [
      OutboxRow,
    ];
    expect(taken.firstTriedAt).toBe(NOW);
    expect(await within((store) => store.confirm(slept, MINUTE, NOW))).toBe(false);
    expect(await within((store) => store.settle(slept, 'moot'))).toBe(false);
    await within((store) => store.failed(slept, NOW - 1, UNAVAILABLE));
    await within((store) => store.giveBack([slept], NOW - 1));
    expect(await rows()).toMatchObject([{ state: 'waiting', dueAt: NOW, claim: 'elsewhere' }]);
    await within((store) => store.sent(slept.id, 'om_1', NOW));
    expect(await rows()).toMatchObject([{ state: 'sent', claim: null }]);
  });

  test('a sent message is found by its id, even before its buzz', async () => {
    await enqueue(message('a', { recordId: 7 }));
    const [row] = await claim(NOW);
    await within((store) => store.partlySent(row?.id as number, 'om_1'));
    expect(await within((store) => store.byMessage('om_1'))).toMatchObject({ recordId: 7, state: 'waiting' });
    await within((store) => store.sent(row?.id as number, 'om_1', NOW + 1));
    expect(await within((store) => store.byMessage('om_1'))).toMatchObject({
      state: 'sent',
      dueAt: null,
      sentAt: NOW + 1,
    });
    expect(await within((store) => store.byMessage('om_2'))).toBeNull();
  });
});
