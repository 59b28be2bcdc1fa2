import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/db/data-source';
import { DIALECTS } from '../databases';
import { noticesIn } from '../notices';
import { GROUPS, PEOPLE, World } from '../world';
import { refuse } from './platform/refuse';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };
const SEND = 'POST /im/v1/messages';
const PATCH = 'PATCH /im/v1/messages/:message_id';

let world: World;
afterEach(() => world.stop());

async function submitted(words = '空调漏水') {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card('提交'), '提交', FORM);
}

async function metrics(): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${world.port}/metrics`);
  return answer.text();
}

describe.each(DIALECTS)('when Feishu is in trouble, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test.each([
    ['answers 500', { httpStatus: 500 }],
    ['cuts the connection', { drop: true }],
    ['answers a proxy’s page', { httpStatus: 200, rawBody: '<html>' }],
    ['does it but does not say so', { drop: true, afterEffect: true }],
    ['is throttled', { httpStatus: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '3' } }],
    ['finds the chat too busy', { httpStatus: 400, code: 230020 }],
  ])('it %s: everything arrives, once', async (_what, failure) => {
    world.feishu.failNext(SEND, { ...failure, times: 2 });
    await world.people.repLin.forwards('空调漏水');
    await world.passes('30s', '5s');
    await world.people.repLin.taps(world.people.repLin.card(), '提交', FORM);
    world.feishu.failNext(PATCH, { ...failure, times: 2 });
    await world.people.serviceLi.taps(world.cardIn('afterSales'), '接单');
    await world.passes('30s', '5s');
    expect(world.people.repLin.wall()).toHaveLength(1);
    expect(world.people.repLin.card().text).toContain('李娜');
    expect(world.group('afterSales')).toHaveLength(1);
  });

  test('a revoked token is fetched anew', async () => {
    await submitted();
    world.feishu.revokeTokens();
    await world.people.serviceLi.taps(world.cardIn('afterSales'), '接单');
    expect(world.people.repLin.card().text).toContain('李娜');
  });

  test('a card that Feishu refuses goes out as plain lines with the same facts, logged and counted', async () => {
    const fault = { code: 230099, msg: 'ErrCode: 200621; ErrMsg: parse card json err' };
    await world.people.repLin.forwards('空调漏水');
    refuse(world.feishu, ({ body }) => body.msg_type === 'interactive', fault);
    await world.people.repLin.taps(world.people.repLin.card(), '提交', FORM);
    await world.passes('10s', '5s');
    const [plain] = world.group('afterSales');
    expect(plain).toMatchObject({ type: 'post' });
    expect(plain?.text).toMatch(/FB-1[\s\S]*海风公司[\s\S]*空调漏水/);
    expect(await metrics()).toMatch(/feedback_rejected_cards_total 1/);
  });

  test('a group that is gone: the lead gets its cases, and the admin is told once', async () => {
    await world.feishu.removeBot(GROUPS.afterSales.id, PEOPLE.admin.id);
    await submitted();
    await submitted('二号灯不亮');
    await world.settle();
    const toLead = world.people.serviceLead.wall().map(({ text }) => text);
    expect(toLead).toEqual([
      expect.stringContaining('售后部的群已不可用'),
      expect.stringContaining('FB-1'),
      expect.stringContaining('FB-2'),
    ]);
    expect(world.people.admin.wall()).toHaveLength(1);
    expect(world.people.admin.card().text).toContain('售后部的群已不可用');
  });

  test('a broken record holds up no other', async () => {
    const { repLin, serviceLi } = world.people;
    await submitted('一号灯不亮');
    await submitted('二号灯不亮');
    for (const words of ['一号灯不亮', '二号灯不亮']) await serviceLi.taps(world.cardIn('afterSales', words), '接单');
    const db = await openDatabase(world.config.database);
    await db.query("UPDATE feedback SET notes = 'null' WHERE id = 1");
    await db.query('UPDATE card SET dueAt = 0 WHERE recordId = 1');
    await db.destroy();
    await serviceLi.taps(world.cardIn('afterSales', '二号灯不亮'), '提交处理意见', { answer: '换新' });
    expect(repLin.card('二号灯不亮').text).toContain('换新');
    await world.passes('24h', '1h');
    const said = noticesIn(repLin.wall());
    expect(said).toEqual(expect.arrayContaining(['FB-2 提醒', 'FB-2 到时限了']));
    expect(said.filter((title) => title?.startsWith('FB-1'))).toEqual([]);
  });

  test('a deleted card is posted anew, and the case goes on there', async () => {
    await submitted();
    const gone = { httpStatus: 400, code: 230110, times: 1 };
    world.feishu.failNext(PATCH, gone);
    await world.people.serviceLi.taps(world.cardIn('afterSales'), '接单');
    await world.settle();
    expect(world.people.repLin.wall()).toHaveLength(2);
    expect(world.people.repLin.card().text).toContain('李娜');
  });

  test('a merged forward that Feishu will not open still becomes a draft', async () => {
    const closed = { httpStatus: 400, code: 230027 };
    world.feishu.failNext('GET /im/v1/messages/:message_id', closed);
    const { repLin } = world.people;
    const children = [{ senderId: repLin.id, content: { type: 'text' as const, text: '噪音大' } }];
    await repLin.forwards({ type: 'merge_forward', children });
    expect(repLin.card().text).toContain('【聊天记录】');
  });

  test('contact details that Feishu’s data-loss rules refuse go out masked, and nothing is lost', async () => {
    world.feishu.settings.dataLossRules = true;
    const { repLin } = world.people;
    await repLin.forwards('空调漏水，电话 13812345678，邮箱 wang@example.com');
    expect(repLin.card().text).toMatch(/草稿[\s\S]*138\*\*\*\*5678/);
    expect(repLin.card().text).not.toContain('wang@example.com');
    await repLin.taps(repLin.card(), '提交', FORM);
    expect(world.cardIn('afterSales').text).toMatch(/138\*\*\*\*5678/);
  });

  test('many messages at once stay under the limits, and all arrive', async () => {
    const feedback = { ...FORM, text: '网站留言', rep: PEOPLE.repLin.id, kind: 'complaint', priority: 'normal' };
    for (let n = 1; n <= 12; n += 1) {
      const headers = {
        authorization: 'Bearer api-token',
        'content-type': 'application/json',
        'idempotency-key': `k${n}`,
      };
      const body = JSON.stringify(feedback);
      await fetch(`http://127.0.0.1:${world.port}/api/feedback`, { method: 'POST', headers, body });
    }
    await world.settle();
    await world.passes('10s', '1s');
    expect(world.people.repLin.wall()).toHaveLength(12);
    expect(world.group('afterSales')).toHaveLength(12);
    const refused = world.feishu.calls().filter(({ code }) => code === 230020 || code === 99991400);
    expect(refused).toEqual([]);
  });
});
