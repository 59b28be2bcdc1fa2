import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ManualClock } from '../../../sandbox/clock';
import { InboxRow } from '../../../src/db/engine-rows';
import { GuardedSqlite } from '../../../src/db/guarded-sqlite';
import type { ReceivedEvent } from '../../../src/db/inbox-store';
import type { InTransaction } from '../../../src/db/transaction';
import { GroupCommit } from '../../../src/engine/inbox/group-commit';
import { DIALECTS } from '../../databases';
import { openStores, type Stores } from '../../db/stores';

const event = (eventId: string, messageId: string | null = null): ReceivedEvent => ({
  eventId,
  messageId,
  eventType: 'im.message.receive_v1',
  envelope: { eventId },
});

describe.each(DIALECTS)('events that arrive on %s', (dialect) => {
  let stores: Stores;
  let commits: number;
  let counted: InTransaction;
  let groupCommit: GroupCommit;

  beforeEach(async () => {
    stores = await openStores(dialect);
    commits = 0;
    counted = (work) => {
      commits += 1;
      return stores.inTransaction(work);
    };
    groupCommit = new GroupCommit(counted, new ManualClock(1000));
  });
  afterEach(() => stores.close());

  const stored = async () =>
    (await stores.inTransaction((tx) => tx.find(InboxRow, { order: { id: 'ASC' } }))).map(({ eventId }) => eventId);

  test('an event is committed when its sender gets the answer', async () => {
    expect(await groupCommit.add(event('e1'))).toBe(true);
    expect(await stored()).toEqual(['e1']);
    expect(await groupCommit.add(event('e1'))).toBe(false);
  });

  test('a burst shares a few commits and keeps its order', async () => {
    const ids = Array.from({ length: 150 }, (_, i) => `e${i}`);
    const all = await Promise.all(ids.map((id) => groupCommit.add(event(id, `om_${id}`))));
    expect(all).toEqual(ids.map(() => true));
    expect(await stored()).toEqual(ids);
    expect(commits).toBe(3);
  });

  test('so many wait for a commit and no more: Feishu pushes the others again', async () => {
    let release = () => {};
    groupCommit = new GroupCommit(() => new Promise((_, reject) => (release = () => reject(new Error('gone')))), {
      now: () => 1000,
    });
    const first = groupCommit.add(event('first'));
    await new Promise((resolve) => setImmediate(resolve));
    for (let i = 0; i < 5000; i += 1) void groupCommit.add(event(`e${i}`)).catch(() => undefined);
    expect(groupCommit.load).toEqual({ pool: 'arrivals', waiting: 5000, working: 1, limit: 5000 });
    await expect(groupCommit.add(event('one more'))).rejects.toMatchObject({ code: 'database_unreachable' });
    release();
    await expect(first).rejects.toThrow('gone');
  });

  test('each of many copies is told if it was the new one', async () => {
    await groupCommit.add(event('known', 'om_known'));
    const answers = await Promise.all([
      groupCommit.add(event('e1', 'om_1')),
      groupCommit.add(event('known', 'om_known')),
      groupCommit.add(event('e2', 'om_known')),
      groupCommit.add(event('e1', 'om_1')),
      groupCommit.add(event('e3', 'om_1')),
      groupCommit.add(event('e4')),
    ]);
    expect(answers).toEqual([true, false, false, false, false, true]);
    expect(await stored()).toEqual(['known', 'e1', 'e4']);
  });

  test('an event that cannot be stored fails alone', async () => {
    const bad = { ...event('bad'), eventType: null as unknown as string };
    const answers = await Promise.allSettled(
      ['e1', 'bad', 'e2'].map((id) => groupCommit.add(id === 'bad' ? bad : event(id))),
    );
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await stored()).sort()).toEqual(['e1', 'e2']);
    expect(await groupCommit.add(event('e3'))).toBe(true);
  });

  test('if the database is away, all senders are told, and later events are taken again', async () => {
    let isAway = true;
    let waiting = 0;
    let most = 0;
    groupCommit = new GroupCommit(async (work) => {
      if (!isAway) return stores.inTransaction(work);
      waiting += 1;
      most = Math.max(most, waiting);
      await new Promise((resolve) => setImmediate(resolve));
      waiting -= 1;
      throw new Error('away');
    }, new ManualClock(1000));
    const answers = await Promise.allSettled(['e1', 'e2', 'e3'].map((id) => groupCommit.add(event(id))));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(most).toBe(3);
    isAway = false;
    expect(await groupCommit.add(event('e1'))).toBe(true);
    expect(await stored()).toEqual(['e1']);
  });

  test('on a full disk events are refused, and what was acknowledged is there for whoever opens the file next', async () => {
    if (dialect !== 'sqlite') return;
    const limit = (pages: number) => stores.db.query(`PRAGMA max_page_count = ${pages}`);
    const large = (eventId: string) => ({ ...event(eventId), envelope: { eventId, text: 'x'.repeat(50_000) } });
    await groupCommit.add(event('before'));
    const [{ page_count: pages }] = await stores.db.query('PRAGMA page_count');
    await limit(Number(pages) + 20);
    const offered = Array.from({ length: 10 }, (_, i) => `e${i}`);
    const answers = await Promise.allSettled(offered.map((id) => groupCommit.add(large(id))));
    const acknowledged = offered.filter((_, i) => answers[i]?.status === 'fulfilled');
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.length).toBeLessThan(offered.length);
    await limit(1_000_000);
    for (const id of ['after 1', 'after 2']) {
      await expect(stores.inTransaction(() => Promise.reject(new Error('too early')))).rejects.toThrow('too early');
      await groupCommit.add(large(id));
    }
    const other = new GuardedSqlite((stores.config as { path: string }).path, { readonly: true });
    const rows = other.prepare('SELECT eventId FROM inbox').all() as { eventId: string }[];
    other.close();
    const kept = rows.map(({ eventId }) => eventId);
    expect(kept.sort()).toEqual(['before', ...acknowledged, 'after 1', 'after 2'].sort());
  });
});
