import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MutexRow, PersonRow } from '../../src/db/engine-rows';
import { GuardedSqlite } from '../../src/db/guarded-sqlite';
import { holdMutex } from '../../src/db/mutex';
import { isDuplicateKey, type Tx } from '../../src/db/transaction';
import { barrier } from '../barrier';
import { DIALECTS } from '../databases';
import { openStores, type Stores } from './stores';

const person = (openId: string) => ({ openId, name: null, fetchedAt: 1 });

describe.each(DIALECTS)('transactions on %s', (dialect) => {
  let stores: Stores;
  const names = async () =>
    (await stores.inTransaction((tx) => tx.find(PersonRow, { order: { openId: 'ASC' } }))).map(({ openId }) => openId);

  beforeEach(async () => {
    stores = await openStores(dialect);
  });
  afterEach(() => stores.close());

  test('a failed transaction leaves nothing behind and does not disturb the next one', async () => {
    const failing = stores.inTransaction(async (tx) => {
      await tx.insert(PersonRow, person('ou_1'));
      throw new Error('changed my mind');
    });
    const following = stores.inTransaction((tx) => tx.insert(PersonRow, person('ou_2')));
    await expect(failing).rejects.toThrow('changed my mind');
    await following;
    expect(await names()).toEqual(['ou_2']);
  });

  test('a nested transaction joins the outer one', async () => {
    const { inTransaction } = stores;
    const failing = inTransaction(async (tx) => {
      await inTransaction(async (inner) => {
        expect(inner).toBe(tx);
        await inner.insert(PersonRow, person('ou_1'));
      });
      expect(await tx.countBy(PersonRow, {})).toBe(1);
      throw new Error('outer failed');
    });
    await expect(failing).rejects.toThrow('outer failed');
    expect(await names()).toEqual([]);
  });

  test('work that outlives its transaction gets a transaction of its own', async () => {
    const { inTransaction } = stores;
    let go: () => void = () => {};
    const over = new Promise<void>((resolve) => {
      go = resolve;
    });
    let late: Promise<unknown> = Promise.resolve();
    await inTransaction(async (tx) => {
      await tx.insert(PersonRow, person('ou_1'));
      late = over.then(() => inTransaction((own) => own.insert(PersonRow, person('ou_2'))));
    });
    go();
    await late;
    expect(await names()).toEqual(['ou_1', 'ou_2']);
  });

  test('twenty transactions at once see only committed data, and all are kept', async () => {
    let inside = 0;
    let most = 0;
    const one = (i: number) =>
      stores.inTransaction(async (tx) => {
        inside += 1;
        most = Math.max(most, inside);
        await tx.insert(PersonRow, person(`ou_${String(i).padStart(2, '0')}`));
        await tx.query('SELECT 1');
        inside -= 1;
        if (i % 4 === 3) throw new Error('one of four fails');
      });
    const settled = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => one(i)));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(15);
    expect(await names()).toHaveLength(15);
    if (dialect === 'sqlite') expect(most).toBe(1);
    else expect(most).toBeGreaterThan(1);
  });

  test('a duplicate key is told from any other fault, and the transaction goes on', async () => {
    await stores.inTransaction(async (tx) => {
      await tx.insert(PersonRow, person('ou_1'));
      const again = await tx.insert(PersonRow, person('ou_1')).catch((error: unknown) => error);
      expect(isDuplicateKey(again)).toBe(true);
      const bad = await tx.insert(PersonRow, { openId: 'ou_2' } as never).catch((error: unknown) => error);
      expect(bad).toBeInstanceOf(Error);
      expect(isDuplicateKey(bad)).toBe(false);
    });
    expect(await names()).toEqual(['ou_1']);
  });

  if (dialect === 'sqlite') {
    // If another process wrote after our first read, our write would fail, and so would all later ones.
    test('no other process writes from the first read of a transaction to its end', async () => {
      const other = new GuardedSqlite((stores.config as { path: string }).path, { timeout: 0 });
      const write = other.prepare("INSERT INTO mutex (name, lockedAt) VALUES ('elsewhere', 1)");
      try {
        await stores.inTransaction(async (tx) => {
          await tx.find(PersonRow);
          expect(() => write.run()).toThrow('database is locked');
          await tx.insert(PersonRow, person('ou_1'));
        });
        write.run();
        expect(await names()).toEqual(['ou_1']);
      } finally {
        other.close();
      }
    });

    describe('while the disk is full', () => {
      const big = (openId: string) => ({ openId, name: 'x'.repeat(200_000), fetchedAt: 1 });
      const limit = async (pages: number) => {
        await stores.db.query(`PRAGMA max_page_count = ${pages}`);
      };
      /** What another process reads: only what is committed. */
      const kept = async () => {
        const other = new GuardedSqlite((stores.config as { path: string }).path, { readonly: true });
        try {
          return other
            .prepare('SELECT openId FROM person ORDER BY openId')
            .all()
            .map((row) => (row as { openId: string }).openId);
        } finally {
          other.close();
        }
      };
      const fill = () => expect(stores.inTransaction((tx) => tx.insert(PersonRow, big('ou_big')))).rejects.toThrow();

      beforeEach(async () => {
        await stores.inTransaction((tx) => tx.insert(PersonRow, person('ou_1')));
        const [{ page_count: pages }] = await stores.db.query('PRAGMA page_count');
        await limit(Number(pages) + 2);
      });

      test('a refused transaction is undone, and the next one is committed when there is space again', async () => {
        await fill();
        await expect(stores.inTransaction(() => Promise.reject(new Error('too early')))).rejects.toThrow('too early');
        await limit(1_000_000);
        await stores.inTransaction((tx) => tx.insert(PersonRow, person('ou_2')));
        await expect(stores.inTransaction(() => Promise.reject(new Error('too early')))).rejects.toThrow('too early');
        await stores.inTransaction((tx) => tx.insert(PersonRow, person('ou_3')));
        expect(await kept()).toEqual(['ou_1', 'ou_2', 'ou_3']);
      });

      test('work that goes on after the refusal commits nothing', async () => {
        const carriesOn = stores.inTransaction(async (tx) => {
          await tx.insert(PersonRow, person('ou_2'));
          await tx.insert(PersonRow, big('ou_big')).catch(() => undefined);
          await limit(1_000_000).catch(() => undefined);
          await tx.insert(PersonRow, person('ou_3')).catch(() => undefined);
        });
        await carriesOn.catch(() => undefined);
        const names = await kept();
        const isWhole = (await carriesOn.then(
          () => true,
          () => false,
        )) as boolean;
        expect(names).toEqual(isWhole ? ['ou_1', 'ou_2', 'ou_3'] : ['ou_1']);
      });
    });
    return;
  }

  test('the loser of a deadlock decides again from the start', async () => {
    const meeting = barrier(2);
    let runs = 0;
    const crosswise = (mine: string, theirs: string) => async (tx: Tx) => {
      runs += 1;
      await holdMutex(tx, mine, 1);
      await meeting();
      await holdMutex(tx, theirs, 1);
      await tx.insert(PersonRow, person(`ou_${mine}`));
    };
    await stores.inTransaction((tx) =>
      tx.insert(
        MutexRow,
        ['a', 'b'].map((name) => ({ name, lockedAt: 0 })),
      ),
    );
    await Promise.all([
      stores.inTransaction(crosswise('a', 'b')),
      (await stores.another()).inTransaction(crosswise('b', 'a')),
    ]);
    expect(runs).toBe(3);
    expect(await names()).toEqual(['ou_a', 'ou_b']);
  });

  test('work that waits too long for a lock begins again, and what it had written is not there twice', async () => {
    const { inTransaction } = await stores.another();
    const held = barrier(2);
    const given = barrier(2);
    const holder = stores.inTransaction(async (tx) => {
      await holdMutex(tx, 'a', 1);
      await held();
      await given();
    });
    await held();
    let runs = 0;
    await inTransaction(async (tx) => {
      runs += 1;
      await tx.query('SET SESSION innodb_lock_wait_timeout = 1');
      if (runs === 2) {
        await given();
        await holder;
      }
      await tx.insert(PersonRow, person('ou_1'));
      await holdMutex(tx, 'a', 2);
    });
    expect(runs).toBe(2);
    expect(await names()).toEqual(['ou_1']);
  });
});
