import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CardStore } from '../../src/db/card-store';
import { InboxStore } from '../../src/db/inbox-store';
import { mysqlTransactions } from '../../src/db/mysql-transactions';
import { OutboxStore } from '../../src/db/outbox-store';
import { createInTransaction, type InTransaction, type Tx } from '../../src/db/transaction';
import { MINUTE } from '../../src/domain/time';
import { barrier } from '../barrier';
import { at } from '../domain/feedback/fixtures';
import { describeOnMysql } from '../on-mysql';
import { openStores, type Stores } from './stores';

const NOW = at('09:00');
const ROWS = 240;
const BATCH = 20;

interface Table {
  add(tx: Tx, i: number): Promise<unknown>;
  claim(tx: Tx): Promise<{ id: number }[]>;
  finish(tx: Tx, id: number): Promise<void>;
}

const TABLES: Record<string, Table> = {
  inbox: {
    add: (tx, i) =>
      new InboxStore(tx).add({ eventId: `e${i}`, messageId: `om_${i}`, eventType: 't', envelope: {} }, NOW),
    claim: (tx) => new InboxStore(tx).claim(NOW, BATCH, { token: 'here', leaseMs: MINUTE }),
    finish: (tx, id) => new InboxStore(tx).finish(id, 'done', null),
  },
  outbox: {
    add: (tx, i) => {
      const notice = { kind: 'message' as const, name: 'note', to: { type: 'chat' as const, id: 'oc_1' } };
      return new OutboxStore(tx).enqueue({ workflow: 'feedback', recordId: i, notice, uuid: `u${i}` }, NOW);
    },
    claim: (tx) => new OutboxStore(tx).claim(NOW, BATCH, { token: 'here', leaseMs: MINUTE }),
    finish: (tx, id) => new OutboxStore(tx).sent(id, `om_${id}`, NOW),
  },
  card: {
    add: (tx, i) => {
      const where = { workflow: 'feedback', recordId: i, wall: 'rep', recipientId: 'ou_rep', chatId: 'oc_1' };
      return new CardStore(tx).post({ ...where, messageId: `om_${i}`, version: 1, hash: 'h' }, NOW, true);
    },
    claim: (tx) => new CardStore(tx).claim(NOW, BATCH, { token: 'here', leaseMs: MINUTE }),
    finish: (tx, id) => new CardStore(tx).bury(id),
  },
};

// Only MySQL is run with two processes on one database.
describeOnMysql('two processes on one MySQL', () => {
  let stores: Stores;
  let processes: InTransaction[];
  beforeAll(async () => {
    stores = await openStores('mysql');
    processes = [stores.inTransaction, (await stores.another()).inTransaction];
  });
  afterAll(() => stores.close());

  test.each(Object.entries(TABLES))(
    'never take the same row of the %s while new rows come in',
    async (_name, table) => {
      const [here, there] = processes as [InTransaction, InTransaction];
      const taken: number[] = [];
      let isComing = true;
      const feed = async (inTransaction: InTransaction, from: number) => {
        for (let i = from; i < ROWS; i += 4) await inTransaction((tx) => table.add(tx, i));
      };
      const drain = async (inTransaction: InTransaction) => {
        for (;;) {
          const wasComing = isComing;
          const rows = await inTransaction((tx) => table.claim(tx));
          taken.push(...rows.map(({ id }) => id));
          await Promise.all(rows.map(({ id }) => inTransaction((tx) => table.finish(tx, id))));
          if (rows.length === 0 && !wasComing) return;
        }
      };
      const feeding = Promise.all([feed(here, 0), feed(here, 1), feed(there, 2), feed(there, 3)]).finally(() => {
        isComing = false;
      });
      await Promise.all([feeding, drain(here), drain(there), drain(there)]);
      expect(new Set(taken).size).toBe(ROWS);
      expect(taken).toHaveLength(ROWS);
    },
  );

  test('skip a row that the other process is just taking', async () => {
    const [here, there] = processes as [InTransaction, InTransaction];
    await here((tx) => TABLES.outbox?.add(tx, ROWS + 1) as Promise<unknown>);
    await here(async (tx) => {
      const mine = await new OutboxStore(tx).claim(NOW, BATCH, { token: 'here', leaseMs: MINUTE });
      expect(mine).toHaveLength(1);
      expect(
        await there((other) => new OutboxStore(other).claim(NOW, BATCH, { token: 'here', leaseMs: MINUTE })),
      ).toEqual([]);
    });
  });

  test('a process that falls asleep in the middle of a transaction locks its rows for no longer than a lease', async () => {
    const { db } = await stores.another();
    const sleeper = createInTransaction(db, mysqlTransactions(db, 1));
    const there = stores.inTransaction;
    const claim = (tx: Tx) => new OutboxStore(tx).claim(NOW, BATCH, { token: 'there', leaseMs: MINUTE });
    await there((tx) => TABLES.outbox?.add(tx, ROWS + 2) as Promise<unknown>);
    const nap = barrier(2);
    const claimed = barrier(2);
    const asleep = sleeper(async (tx) => {
      expect(await claim(tx)).toHaveLength(1);
      await claimed();
      await nap();
    });
    const ends = expect(asleep).rejects.toThrow();
    await claimed();
    // Waits for the lock.
    await there((tx) => tx.query('SELECT id FROM outbox WHERE recordId = ? FOR UPDATE', [ROWS + 2]));
    expect(await there(claim)).toHaveLength(1);
    await nap();
    await ends;
  });
});
