import { afterEach, expect, test } from '@jest/globals';
import { InboxRow } from '../../../src/db/engine-rows';
import { failCommits, refusedCommit } from '../../failing-commit';
import { describeOnMysql } from '../../on-mysql';
import { World } from '../../world';

const DISK_FULL = 1021;

let world: World;
afterEach(() => world.stop());

/** What the bot answered to each delivery of the event of a person's message, in order. */
const answers = () =>
  world.feishu
    .pushes()
    .filter(({ eventType }) => eventType === 'im.message.receive_v1')
    .map(({ attempts }) => attempts.map(({ outcome }) => (outcome.ok ? 'taken' : outcome.status)));

const stored = () => world.db.manager.countBy(InboxRow, { eventType: 'im.message.receive_v1' });

test('while the disk is full, events get 503; once there is space, Feishu’s next push is taken', async () => {
  world = await World.start({ dialect: 'sqlite' });
  const { repLin } = world.people;
  const [{ page_count: pages }] = await world.db.query('PRAGMA page_count');
  await world.db.query(`PRAGMA max_page_count = ${pages}`);
  await repLin.says(`空调漏水${'，客户很着急'.repeat(8000)}`);
  await world.advances('15s');
  expect(answers()).toEqual([[503, 503]]);
  expect(await stored()).toBe(0);
  expect(repLin.wall()).toEqual([]);
  await world.db.query('PRAGMA max_page_count = 1000000');
  await world.advances('5m');
  expect(answers()).toEqual([[503, 503, 'taken']]);
  expect(repLin.card().text).toContain('空调漏水');
});

describeOnMysql('while COMMIT fails', () => {
  test('an event is not acknowledged, and is taken when Feishu pushes it again', async () => {
    world = await World.start({ dialect: 'mysql' });
    const { repLin } = world.people;
    failCommits(world.db, [() => Promise.reject(refusedCommit(DISK_FULL))]);
    await repLin.says('空调漏水');
    expect(answers()).toEqual([[503]]);
    expect(await stored()).toBe(0);
    await world.advances('15s');
    expect(answers()).toEqual([[503, 'taken']]);
    expect(repLin.wall()).toHaveLength(1);
  });

  test('an event whose COMMIT went through without an answer is pushed again, and is taken once', async () => {
    world = await World.start({ dialect: 'mysql' });
    const { repLin } = world.people;
    const answerLost = async (commit: () => Promise<unknown>) => {
      await commit();
      throw Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });
    };
    failCommits(world.db, [answerLost]);
    await repLin.says('空调漏水');
    expect(answers()).toEqual([[503]]);
    await world.advances('15s');
    expect(answers()).toEqual([[503, 'taken']]);
    expect(await stored()).toBe(1);
    expect(repLin.wall()).toHaveLength(1);
  });
});
