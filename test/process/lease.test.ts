import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { systemClock } from '../../src/clock';
import type { InboxRow } from '../../src/db/engine-rows';
import { InboxStore } from '../../src/db/inbox-store';
import type { Tx } from '../../src/db/transaction';
import { Lanes } from '../../src/engine/queue/lanes';
import { barrier } from '../barrier';
import { DIALECTS } from '../databases';
import { openStores, type Stores } from '../db/stores';

const storeOf = (tx: Tx) => new InboxStore(tx);
const eventOf = (chat: string, i: number) => ({
  eventId: `${chat}${i}`,
  messageId: null,
  eventType: 't',
  envelope: { chat },
});

/** Work that ends when the test says so. */
class Workshop {
  readonly begun: string[] = [];
  private readonly ends = new Map<string, () => void>();
  private readonly waiting: { names: string[]; resolve: () => void }[] = [];

  readonly work = async ({ eventId }: InboxRow): Promise<null> => {
    this.begun.push(eventId);
    for (const one of this.waiting) if (one.names.every((name) => this.begun.includes(name))) one.resolve();
    await new Promise<void>((resolve) => this.ends.set(eventId, resolve));
    return null;
  };

  has(...names: string[]): Promise<void> {
    if (names.every((name) => this.begun.includes(name))) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push({ names, resolve }));
  }

  end(...names: string[]): void {
    for (const name of names) this.ends.get(name)?.();
  }
}

describe.each(DIALECTS)('lanes on %s', (dialect) => {
  let stores: Stores;
  let shop: Workshop;
  let lanes: Lanes<InboxRow>;
  const lanesOf = (work: (row: InboxRow) => Promise<number | null>, places = 20) =>
    new Lanes<InboxRow>({
      pools: { inbox: () => true },
      inTransaction: stores.inTransaction,
      clock: systemClock,
      newClaim: randomUUID,
      log: pino({ level: 'silent' }),
      storeOf,
      laneOf: ({ envelope }) => String(envelope.chat),
      work,
      places,
      wake: () => {},
    });
  const add = (...names: [string, number][]) =>
    stores.inTransaction(async (tx) => {
      for (const [chat, i] of names) await storeOf(tx).add(eventOf(chat, i), 1);
    });
  const finish = (row: InboxRow) => stores.inTransaction((tx) => storeOf(tx).finish(row.id, 'done', null));

  beforeEach(async () => {
    stores = await openStores(dialect);
    shop = new Workshop();
    lanes = lanesOf(shop.work);
  });
  afterEach(() => stores.close());

  test('a slow lane holds up itself and no other, also not rows that come later', async () => {
    await add(['slow', 1], ['slow', 2], ['quick', 1]);
    expect(await lanes.run()).toBe(true);
    await shop.has('slow1', 'quick1');
    shop.end('quick1');
    await add(['quick', 2], ['late', 1]);
    await lanes.run();
    await shop.has('quick2', 'late1');
    expect(shop.begun).not.toContain('slow2');
    shop.end('slow1');
    await shop.has('slow2');
    shop.end('slow2', 'quick2', 'late1');
    await lanes.idle();
  });

  test('no more lanes are at work than there are places', async () => {
    const few = lanesOf(shop.work, 2);
    await add(['a', 1], ['b', 1], ['c', 1]);
    await few.run();
    await shop.has('a1', 'b1');
    expect(few.load).toEqual([{ pool: 'inbox', waiting: 1, working: 2, limit: 200 }]);
    shop.end('a1');
    await shop.has('c1');
    shop.end('b1', 'c1');
    await few.idle();
  });

  test('what a slow lane cannot take in waits in the database, in order', async () => {
    const done: string[] = [];
    const meeting = barrier(2);
    let isFirst = true;
    const slow = lanesOf(async (row) => {
      if (isFirst) {
        isFirst = false;
        await meeting();
      }
      done.push(row.eventId);
      await finish(row);
      return null;
    });
    await add(...Array.from({ length: 60 }, (_, i): [string, number] => ['slow', i]));
    await slow.run();
    expect(slow.load[0]?.waiting).toBeLessThan(30);
    await meeting();
    await slow.idle();
    const last = done.at(-1) as string;
    expect(done).toEqual(Array.from({ length: done.length }, (_, i) => `slow${i}`));
    expect(last).toBe(`slow${done.length - 1}`);
  });

  test('stopping gives back what has not begun; another process takes it at once', async () => {
    await add(['a', 1], ['a', 2]);
    await lanes.run();
    await shop.has('a1');
    const stopping = lanes.stop();
    const others = () =>
      stores.inTransaction((tx) => storeOf(tx).claim(Date.now(), 10, { token: 'other', leaseMs: 15_000 }));
    let taken = await others();
    while (taken.length === 0) taken = await others();
    expect(taken).toMatchObject([{ eventId: 'a2', attempts: 1 }]);
    shop.end('a1');
    await stopping;
  });
});
