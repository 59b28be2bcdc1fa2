import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MoreThan } from 'typeorm';
import { openDatabase } from '../../../src/db/data-source';
import { InboxRow, OutboxRow } from '../../../src/db/engine-rows';
import { DIALECTS } from '../../databases';
import { World } from '../../world';
import { refuse } from './refuse';

const OPEN = 'GET /im/v1/messages/:message_id';

let world: World;
afterEach(() => world.stop());

const textsOf = (messages: { text: string }[]) => messages.map(({ text }) => text);

/** Forwards a merged forward of one message. */
async function forwardsHistory() {
  const { repLin } = world.people;
  const children = [{ senderId: repLin.id, content: { type: 'text' as const, text: '水泵噪音大' } }];
  await repLin.forwards({ type: 'merge_forward', children });
}

async function inDatabase<T>(work: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const db = await openDatabase(world.config.database);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

describe.each(DIALECTS)('an event while Feishu is away, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('a merged forward waits for hours until Feishu opens it; the rep is told at once, and once', async () => {
    const { repLin } = world.people;
    const end = refuse(world.feishu, OPEN, { httpStatus: 503 });
    await forwardsHistory();
    expect(textsOf(repLin.wall())).toEqual([expect.stringContaining('可能要多等一会儿')]);
    await world.passes('20h', '10m');
    expect(repLin.wall()).toHaveLength(1);
    end();
    await world.passes('11m', '1m');
    expect(repLin.card('水泵噪音大').text).toContain('草稿');
    expect(repLin.wall()).toHaveLength(2);
  });

  test('after a day it is given up, and an admin’s word takes it up again', async () => {
    const { repLin, admin } = world.people;
    const end = refuse(world.feishu, OPEN, { httpStatus: 503 });
    await forwardsHistory();
    await world.passes('25h', '10m');
    expect(repLin.wall().at(-1)?.text).toContain('请稍后再转发');
    end();
    await admin.forwards('重新发送');
    expect(admin.card('重新处理').text).toContain('1 条');
    expect(repLin.card('水泵噪音大').text).toContain('草稿');
    await admin.forwards('retry');
    expect(admin.wall().at(-1)?.text).toContain('没有积压');
  });

  test('the word is an admin’s in the direct chat; from anybody else it is a customer’s message', async () => {
    const { repLin } = world.people;
    await repLin.forwards('重新发送');
    expect(repLin.card('草稿').text).toContain('重新发送');
  });

  test('messages that Feishu refused for good, and rows set aside, go out after the word', async () => {
    const { repLin, admin } = world.people;
    await repLin.forwards('空调漏水');
    await inDatabase(async (db) => {
      await db.manager.update(OutboxRow, { id: MoreThan(0) }, { state: 'refused', dueAt: null, messageId: null });
      await db.manager.update(
        InboxRow,
        { id: MoreThan(0) },
        { state: 'set_aside', dueAt: null, workflow: null, recordId: null },
      );
    });
    await admin.forwards('重新处理');
    const said = admin.card('重新处理').text;
    expect(said).toMatch(/收到后没能处理的消息：1 条[\s\S]*没能送达的消息和卡片：1 条/);
  });

  test.each([
    [99991672, true],
    [230027, false],
    [230110, false],
  ])(
    'a merged forward that Feishu refuses to open (%i): the draft says so, and it is tried again',
    async (code, isScope) => {
      const { repLin, admin } = world.people;
      world.feishu.failNext(OPEN, { httpStatus: 400, code, times: 2 });
      await forwardsHistory();
      expect(repLin.card().text).toMatch(/草稿[\s\S]*逐条转发/);
      const told = textsOf(admin.wall());
      expect(told).toEqual(isScope ? [expect.stringContaining('im:message:readonly')] : []);
      await world.passes('2m', '1m');
      expect(repLin.card().text).toContain('逐条转发');
      await world.passes('10m', '1m');
      expect(repLin.card().text).toContain('水泵噪音大');
      expect(repLin.card().text).not.toContain('逐条转发');
      expect(repLin.wall()).toHaveLength(1);
    },
  );

  test('if it stays closed, nothing more is tried after the third time', async () => {
    refuse(world.feishu, OPEN, { code: 230027 });
    await forwardsHistory();
    await world.passes('3h', '10m');
    const asked = world.feishu.calls().filter(({ api, method }) => `${method} ${api}` === OPEN);
    expect(asked).toHaveLength(4);
  });
});
