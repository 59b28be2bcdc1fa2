import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { PersonRow } from '../../src/db/engine-rows';
import type { Tx } from '../../src/db/transaction';
import { type CommitFault, failCommits, refusedCommit } from '../failing-commit';
import { describeOnMysql } from '../on-mysql';
import { openStores, type Stores } from './stores';

const DEADLOCK = 1213;
const LOCK_TIMEOUT = 1205;
const DISK_FULL = 1021;

const refusedWith =
  (errno: number): CommitFault =>
  () =>
    Promise.reject(refusedCommit(errno));

describeOnMysql('a COMMIT that fails', () => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await openStores('mysql');
  });
  afterEach(() => stores.close());

  const person = (openId: string) => ({ openId, name: null, fetchedAt: 1 });
  /** What is committed, as another process reads it. */
  const kept = async () => (await (await stores.another()).db.manager.find(PersonRow)).map(({ openId }) => openId);

  /** Inserts a person with the next COMMITs failing so; tells how often the work was done, and on which connections. */
  async function insertWhile(faults: CommitFault[]) {
    const connections = failCommits(stores.db, faults);
    let runs = 0;
    const insert = async (tx: Tx) => {
      runs += 1;
      await tx.insert(PersonRow, person('ou_1'));
    };
    const error: unknown = await stores.inTransaction(insert).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return { error, runs, connections };
  }

  test.each([DEADLOCK, LOCK_TIMEOUT])('with %d is done again from the start, on another connection', async (errno) => {
    const { error, runs, connections } = await insertWhile([refusedWith(errno), refusedWith(errno)]);
    expect([error, runs]).toEqual([null, 3]);
    expect(new Set(connections).size).toBe(3);
    expect(await kept()).toEqual(['ou_1']);
  });

  test('with a deadlock each time is given up after three tries, and nothing is kept', async () => {
    const { error, runs } = await insertWhile(Array(3).fill(refusedWith(DEADLOCK)));
    expect(error).toMatchObject({ errno: DEADLOCK });
    expect(runs).toBe(3);
    expect(await kept()).toEqual([]);
  });

  test.each<[string, CommitFault]>([
    ['for a full disk', refusedWith(DISK_FULL)],
    [
      'because the server ends the connection',
      async (commit, runner) => {
        const [{ id }] = await runner.query('SELECT CONNECTION_ID() AS id');
        await (await stores.another()).db.query(`KILL ${id}`);
        return commit();
      },
    ],
  ])('%s fails the work, keeps nothing, and the next transaction has a connection of its own', async (_why, fault) => {
    const { error, runs, connections } = await insertWhile([fault]);
    expect(error).toBeInstanceOf(Error);
    expect(runs).toBe(1);
    expect(await kept()).toEqual([]);
    await stores.inTransaction((tx) => tx.insert(PersonRow, person('ou_2')));
    expect(connections[1]).not.toBe(connections[0]);
    expect(await kept()).toEqual(['ou_2']);
  });
});
