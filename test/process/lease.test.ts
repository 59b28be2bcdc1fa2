import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ManualClock } from '../../sandbox/clock';
import { openDatabase } from '../../src/db/data-source';
import { InboxStore } from '../../src/db/inbox-store';
import { createInTransaction, type Tx } from '../../src/db/transaction';
import { SECOND } from '../../src/domain/time';
import { onLease } from '../../src/engine/queue/queue';
import { createTestDatabase, DIALECTS } from '../databases';
import { query } from './process-world';

const EVENT = { eventId: 'e1', messageId: 'om_1', eventType: 'im.message.receive_v1', envelope: {} };
const storeOf = (tx: Tx) => new InboxStore(tx);

beforeEach(() => {
  // Only `setInterval`, which extends leases, is faked: the databases need the other timers.
  jest.useFakeTimers({
    doNotFake: ['Date', 'setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask'],
  });
});
afterEach(() => {
  jest.useRealTimers();
});

describe.each(DIALECTS)('a row in work, on %s', (dialect) => {
  test('stays with its worker while that lives, is free 15 s after it stopped, and is finished once', async () => {
    const database = await createTestDatabase(dialect);
    const db = await openDatabase(database.config);
    const inTransaction = createInTransaction(db);
    const clock = new ManualClock(1_000_000);
    const dueAt = async () => Number((await query(database.config, 'SELECT dueAt FROM inbox'))[0]?.dueAt);
    const others = () => inTransaction((tx) => storeOf(tx).claim(clock.now(), 10, 15 * SECOND));
    await inTransaction((tx) => storeOf(tx).add(EVENT, clock.now()));

    await onLease({ inTransaction, clock, storeOf, limit: 10 }, async (rows) => {
      expect(rows).toMatchObject([{ eventId: 'e1', attempts: 1 }]);
      for (let seconds = 5; seconds <= 60; seconds += 5) {
        clock.advance(5 * SECOND);
        jest.advanceTimersByTime(5 * SECOND);
        while ((await dueAt()) !== clock.now() + 15 * SECOND) await new Promise((resolve) => setImmediate(resolve));
        expect(await others()).toEqual([]);
      }
    });

    clock.advance(15 * SECOND);
    const [row] = await others();
    expect(row).toMatchObject({ attempts: 2 });
    const id = row?.id as number;
    const taken = await Promise.all([1, 2].map(() => inTransaction((tx) => storeOf(tx).take(id))));
    expect(taken.sort()).toEqual([false, true]);
    await inTransaction((tx) => storeOf(tx).postpone(id, clock.now()));
    expect(await others()).toEqual([]);
    await db.destroy();
    await database.drop();
  });
});
