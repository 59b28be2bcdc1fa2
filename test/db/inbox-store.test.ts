import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { InboxRow } from '../../src/db/engine-rows';
import { InboxStore, type ReceivedEvent } from '../../src/db/inbox-store';
import { MINUTE, SECOND } from '../../src/domain/time';
import { DIALECTS } from '../databases';
import { at } from '../domain/feedback/fixtures';
import { openStores, type Stores } from './stores';

const NOW = at('09:00');

const event = (eventId: string, messageId: string | null = null): ReceivedEvent => ({
  eventId,
  messageId,
  eventType: 'im.message.receive_v1',
  envelope: { header: { event_id: eventId }, event: { text: '漏水 😀 \u0000 "\\', list: [1, null, true, {}] } },
});

describe.each(DIALECTS)('the inbox on %s', (dialect) => {
  let stores: Stores;
  const within = <T>(work: (store: InboxStore) => Promise<T>): Promise<T> =>
    stores.inTransaction((tx) => work(new InboxStore(tx)));
  const rows = () => stores.inTransaction((tx) => tx.find(InboxRow, { order: { id: 'ASC' } }));
  const claim = (now: number, limit = 10) =>
    within((store) => store.claim(now, limit, { token: 'here', leaseMs: MINUTE }));

  beforeAll(async () => {
    stores = await openStores(dialect);
  });
  beforeEach(() => stores.inTransaction((tx) => tx.createQueryBuilder().delete().from(InboxRow).execute()));
  afterAll(() => stores.close());

  test('an event is kept once: by its event id, and a message by its message id, too', async () => {
    const add = (one: ReceivedEvent) => within((store) => store.add(one, NOW));
    expect(await add(event('e1', 'om_1'))).toBe(true);
    expect(await add(event('e1', 'om_1'))).toBe(false);
    expect(await add(event('e1', 'om_2'))).toBe(false);
    expect(await add(event('e2', 'om_1'))).toBe(false);
    expect(await add(event('E1', 'OM_1'))).toBe(true);
    expect(await add(event('e3'))).toBe(true);
    expect(await add(event('e4'))).toBe(true);
    expect((await rows()).map(({ eventId }) => eventId)).toEqual(['e1', 'E1', 'e3', 'e4']);
    expect((await rows())[0]).toMatchObject({ ...event('e1', 'om_1'), receivedAt: NOW, dueAt: NOW, state: 'waiting' });
  });

  test('a duplicate does not spoil its transaction', async () => {
    await within((store) => store.add(event('e1'), NOW));
    await within(async (store) => {
      expect(await store.add(event('e1'), NOW)).toBe(false);
      expect(await store.add(event('e2'), NOW)).toBe(true);
    });
    expect(await rows()).toHaveLength(2);
  });

  test('of many copies of one event, or of one message under several event ids, exactly one is new', async () => {
    const same = Array.from({ length: 12 }, () => within((store) => store.add(event('e1', 'om_1'), NOW)));
    expect((await Promise.all(same)).filter(Boolean)).toHaveLength(1);
    const other = Array.from({ length: 12 }, (_, i) => within((store) => store.add(event(`f${i}`, 'om_2'), NOW)));
    expect((await Promise.all(other)).filter(Boolean)).toHaveLength(1);
    expect(await rows()).toHaveLength(2);
  });

  test('a claim takes due events, oldest first, and leases them', async () => {
    await within((store) => store.add(event('later'), NOW + 2));
    await within((store) => store.add(event('sooner'), NOW + 1));
    await within((store) => store.add(event('future'), NOW + 3));
    await within((store) => store.add(event('done'), NOW, 'done'));
    expect((await claim(NOW + 2, 1)).map(({ eventId }) => eventId)).toEqual(['sooner']);
    expect((await claim(NOW + 2)).map(({ eventId, attempts }) => ({ eventId, attempts }))).toEqual([
      { eventId: 'later', attempts: 1 },
    ]);
    expect(await claim(NOW + 2)).toEqual([]);
    expect(await within((store) => store.nextDueAt(MINUTE))).toBe(NOW + 3);

    // Nobody finished the events: when their lease ends they are free again, one by one, with one attempt counted.
    await stores.endLeases();
    const again = [...(await claim(NOW + 3)), ...(await claim(NOW + 3)), ...(await claim(NOW + 3))];
    expect(again.map(({ eventId, attempts }) => [eventId, attempts])).toEqual([
      ['sooner', 2],
      ['later', 2],
      ['future', 1],
    ]);
  });

  test('a finished event is not due again, and names its record', async () => {
    await within((store) => store.add(event('e1', 'om_1'), NOW));
    await within((store) => store.add(event('e2', 'om_2'), NOW));
    const [first, second] = await claim(NOW);
    await within((store) => store.finish(first?.id as number, 'done', { workflow: 'feedback', recordId: 7 }));
    await within((store) => store.postpone(second as InboxRow, NOW + SECOND, 1));
    expect(await within((store) => store.byMessage('om_1'))).toMatchObject({
      state: 'done',
      dueAt: null,
      workflow: 'feedback',
      recordId: 7,
    });
    expect(await within((store) => store.byMessage('om_9'))).toBeNull();
    expect(await claim(NOW + SECOND - 1)).toEqual([]);
    expect(await claim(NOW + SECOND)).toMatchObject([{ eventId: 'e2', attempts: 2 }]);
    await within((store) => store.finish(second?.id as number, 'failed', null));
    expect(await within((store) => store.nextDueAt(MINUTE))).toBeNull();
  });

  test('one transaction works an event off, and a worked-off event cannot be put back', async () => {
    await within((store) => store.add(event('e1'), NOW));
    const [row] = await claim(NOW);
    const id = row?.id as number;
    const taken = await Promise.all([within((store) => store.take(id)), within((store) => store.take(id))]);
    expect(taken.sort()).toEqual([false, true]);
    await within((store) => store.postpone(row as InboxRow, NOW, 1));
    expect(await claim(NOW + MINUTE)).toEqual([]);
  });

  test('a lease can be extended by its holder, and by nobody else', async () => {
    await within((store) => store.add(event('e1'), NOW));
    await within((store) => store.add(event('e2'), NOW));
    const [first, second] = (await claim(NOW)) as [InboxRow, InboxRow];
    await stores.endLeases();
    await within((store) => store.extendLease([first, { id: second.id, claim: 'elsewhere' }], MINUTE));
    expect(await claim(NOW)).toMatchObject([{ eventId: 'e2' }]);
  });

  test('a row that ends each attempt without a result is taken alone, and after three times not at all', async () => {
    for (const id of ['good', 'poison', 'other']) await within((store) => store.add(event(id), NOW));
    const names = async () => (await claim(NOW)).map(({ eventId }) => eventId);
    expect(await names()).toEqual(['good', 'poison', 'other']);
    // The process died with all three in hand.
    await stores.endLeases();
    const alone: InboxRow[] = await claim(NOW);
    expect(alone.map(({ eventId }) => eventId)).toEqual(['good']);
    await within((store) => store.finish(alone[0]?.id as number, 'done', null));
    for (const expected of [['poison'], ['other'], []]) {
      const [row] = await claim(NOW);
      expect(row ? [row.eventId] : []).toEqual(expected);
      if (row?.eventId === 'other') await within((store) => store.finish(row.id, 'done', null));
    }
    await stores.endLeases();
    expect(await names()).toEqual(['poison']);
    await stores.endLeases();
    expect(await names()).toEqual([]);
    expect(await within((store) => store.nextDueAt(MINUTE))).toBeNull();
    // Put aside, it is left alone for a while; then it is taken alone again, once.
    const poisonous = await within((store) => store.poisonous(MINUTE));
    expect(poisonous).toMatchObject([{ eventId: 'poison', attempts: 3 }]);
    await within((store) => store.putAside(poisonous, NOW + MINUTE));
    expect(await names()).toEqual([]);
    expect(await within((store) => store.nextDueAt(MINUTE))).toBe(NOW + MINUTE);
    expect((await claim(NOW + MINUTE)).map(({ eventId }) => eventId)).toEqual(['poison']);
    await stores.endLeases();
    expect(await within((store) => store.poisonous(MINUTE))).toMatchObject([{ eventId: 'poison', attempts: 4 }]);
  });
});
