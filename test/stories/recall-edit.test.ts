import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../databases';
import { timelineOf } from '../timeline';
import { World } from '../world';
import { refuse } from './platform/refuse';

const FORM = { customer: '海风', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

/** Delays pushes of messages until after other events: Feishu promises no order. */
async function overtaken(
  type: string,
  act: () => Promise<unknown>,
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const late: string[] = [];
  const url = '/feishu/events';
  const { port } = world;
  const nowhere = { mode: 'webhook' as const, url: `http://127.0.0.1:${port}/nowhere`, ...KEYS };
  world.feishu.subscribe(nowhere);
  await act();
  late.push(
    ...world.feishu.pushes().flatMap(({ eventId, attempts }) => (attempts.at(-1)?.outcome.ok ? [] : [eventId])),
  );
  world.feishu.subscribe({ ...nowhere, url: `http://127.0.0.1:${port}${url}` });
  const typeOf = (id: string) => world.feishu.pushes().find(({ eventId }) => eventId === id)?.eventType;
  const first = late.filter((id) => typeOf(id) === type);
  const rest = late.filter((id) => typeOf(id) !== type);
  for (const eventIds of [first, rest]) {
    for (const eventId of eventIds) {
      await world.feishu.repeatPush(eventId);
      await world.settle();
    }
    if (eventIds === first) await meanwhile();
  }
}
/** A minute in which Feishu pushes nothing. */
async function theBotWaits(): Promise<void> {
  for (let seconds = 0; seconds < 60; seconds += 5) {
    world.clock.advance(5000);
    await world.app.tick();
    await world.settle();
  }
}
const KEYS = { encryptKey: 'test-encrypt-key', verificationToken: 'test-token' };

describe.each(DIALECTS)('a recalled message, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('of a burst leaves the draft, and the form is filled in anew', async () => {
    const { repLin } = world.people;
    const [wrong] = await repLin.forwards('客户：旧名公司。要退货', '空调漏水');
    expect(repLin.card().text).toContain('客户　旧名公司');
    await world.feishu.recall(repLin.id, wrong?.id ?? '');
    await world.settle();
    expect(repLin.card().text).toContain('空调漏水');
    expect(repLin.card().text).not.toContain('旧名公司');
  });

  test('of a submitted case is struck out, and every card says so', async () => {
    const { repLin } = world.people;
    const [first] = await repLin.forwards('客户骂人的话', '空调漏水');
    const draft = repLin.card();
    await repLin.taps(draft, '提交', FORM);
    await world.feishu.recall(repLin.id, first?.id ?? '');
    await world.settle();
    expect(world.cardIn('afterSales').text).toContain('（有一条消息已撤回）');
    expect(JSON.stringify(world.cardIn('afterSales').card)).not.toContain('骂人');
    expect(JSON.stringify(world.again(draft).card)).not.toContain('骂人');
    await repLin.taps(draft, 'feedback.show');
    expect(repLin.card('客户原话').text).toContain('客户骂人的话（已撤回）');
  });

  test('that gave the case its title leaves the title', async () => {
    const { repLin } = world.people;
    const [first] = await repLin.forwards('客户骂人的话，说话很难听', '空调要移机');
    await repLin.taps(repLin.card(), '提交', FORM);
    expect(world.cardIn('afterSales').text).toMatch(/^海风 · 骂人的话/);
    await world.feishu.recall(repLin.id, first?.id ?? '');
    await world.settle();
    expect(world.cardIn('afterSales').text).toMatch(/^海风 · 空调要移机\n/);
  });

  test('in a thread is struck out where the rep reads all of the case, too', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('空调漏水');
    const repCard = repLin.card();
    await repLin.taps(repCard, '提交', FORM);
    const reply = await serviceLi.replies(world.cardIn('afterSales'), '写错了的进展');
    await world.feishu.recall(serviceLi.id, reply.id);
    await world.settle();
    await repLin.taps(repCard, 'feedback.show');
    expect(repLin.card('客户原话').text).toContain('（有一条消息已撤回）');
  });

  test('in a thread is taken back from the message that brought it to the other side, and stays on the record', async () => {
    const { repLin, serviceLi, manager } = world.people;
    await repLin.forwards('空调漏水');
    const repCard = repLin.card();
    await repLin.taps(repCard, '提交', FORM);
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    const reply = await serviceLi.replies(world.cardIn('afterSales'), '客户自己弄坏的');
    const told = repLin.card('客户自己弄坏的');
    await world.feishu.recall(serviceLi.id, reply.id);
    await world.settle();
    expect(world.again(told).text).toContain('（有一条消息已撤回）');
    for (const { text } of repLin.wall()) expect(text).not.toContain('客户自己弄坏的');
    // The rep's own words, in the department's group.
    const note = await repLin.replies(repCard, '这个客户很难缠');
    const passed = world.cardIn('afterSales', '这个客户很难缠');
    await world.feishu.recall(repLin.id, note.id);
    await world.settle();
    expect(world.again(passed).text).toContain('（有一条消息已撤回）');
    await manager.forwards('#1');
    expect(manager.card('FB-1').text).toContain('林晓：这个客户很难缠（已撤回）');
    expect(JSON.stringify(await timelineOf(world, 1))).toContain('客户自己弄坏的');
  });

  test('is honoured even if the recall comes before its message, or while the message waits', async () => {
    const { repLin } = world.people;
    await overtaken('im.message.recalled_v1', async () => {
      const sent = await repLin.says('发错群了');
      await world.feishu.recall(repLin.id, sent.id);
    });
    expect(repLin.wall()).toHaveLength(0);

    world.feishu.failNext('GET /im/v1/messages/:message_id', { httpStatus: 500 });
    const [bundle] = await repLin.forwards({ type: 'merge_forward', children: [] });
    expect(repLin.card().text).toContain('可能要多等一会儿');
    await world.feishu.recall(repLin.id, bundle?.id ?? '');
    await world.settle();
    await world.advances('1h');
    expect(repLin.wall()).toHaveLength(1);
  });

  test('is found after weeks, when its event has long been deleted', async () => {
    const { repLin } = world.people;
    const [first] = await repLin.forwards('客户骂人的话', '空调漏水');
    await repLin.taps(repLin.card(), '提交', { ...FORM, kind: 'market' });
    for (let day = 0; day < 9; day += 1) await world.advances('1d');
    await world.feishu.recall(repLin.id, first?.id ?? '');
    await world.settle();
    await repLin.says('#1');
    await world.settle();
    expect(repLin.card().text).toContain('客户骂人的话（已撤回）');
  });
});

describe.each(DIALECTS)('an edited message, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('of a draft replaces the old text, and the form is filled in anew', async () => {
    const { repLin } = world.people;
    const [sent] = await repLin.forwards('客户：海丰公司。空调漏水');
    await world.feishu.edit(repLin.id, sent?.id ?? '', '客户：海风公司。空调漏油');
    await world.settle();
    expect(repLin.card().text).toMatch(/客户　海风公司[\s\S]*空调漏油/);
    expect(repLin.card().text).not.toMatch(/漏水|海丰|修改过/);
  });

  test('of a submitted case shows the new text, and keeps the old one with the time', async () => {
    const { repLin } = world.people;
    const [sent] = await repLin.forwards('电话 13812345678，空调漏水');
    const draft = repLin.card();
    await repLin.taps(draft, '提交', FORM);
    world.clock.advance(5 * 60_000);
    await world.feishu.edit(repLin.id, sent?.id ?? '', '电话 13987654321，空调漏油');
    await world.settle();
    const inGroup = world.caseCard(world.group('afterSales'), 'FB-1').text;
    expect(inGroup).toContain('139****4321，空调漏油');
    expect(inGroup).toContain('（11-24 09:05 修改过，原文：电话 138****5678，空调漏水）');
    await repLin.taps(draft, 'feedback.show');
    expect(repLin.card('客户原话').text).toContain('原文：电话 13812345678，空调漏水');
  });

  test('in a thread shows its new text', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('空调漏水');
    const repCard = repLin.card();
    await repLin.taps(repCard, '提交', FORM);
    const reply = await serviceLi.replies(world.cardIn('afterSales'), '下午三点上门');
    await world.feishu.edit(serviceLi.id, reply.id, '下午四点上门');
    await world.settle();
    expect(repLin.wall().at(-1)?.text).toMatch(/<有新进展>[\s\S]*李娜\n下午四点上门/);
    await repLin.taps(repCard, 'feedback.show');
    expect(repLin.card('客户原话').text).toMatch(/下午四点上门（.*修改过，原文：下午三点上门）/);
  });

  test('is honoured even if the edit comes before its message; an edit by a stranger changes nothing', async () => {
    const { repLin } = world.people;
    await overtaken('im.message.updated_v1', async () => {
      const sent = await repLin.says('空调漏水');
      await world.feishu.edit(repLin.id, sent.id, '空调漏油');
    });
    await world.advances('10s');
    expect(repLin.card().text).toContain('空调漏油');
  });

  test('is honoured even if its message comes minutes later, on Feishu’s next push', async () => {
    const { repLin } = world.people;
    await overtaken(
      'im.message.updated_v1',
      async () => {
        const sent = await repLin.says('空调漏水');
        await world.feishu.edit(repLin.id, sent.id, '空调漏油');
        await world.feishu.edit(repLin.id, sent.id, '空调漏氟');
      },
      theBotWaits,
    );
    expect(repLin.card().text).toContain('空调漏氟');
    expect(repLin.card().text).not.toMatch(/漏水|漏油/);
  });
});

describe.each(DIALECTS)('an edit of which Feishu sends no event, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  /** Does something of which the bot hears nothing. */
  async function unheard(act: () => Promise<unknown>): Promise<void> {
    const { port } = world;
    world.feishu.subscribe({ mode: 'webhook', url: `http://127.0.0.1:${port}/nowhere`, ...KEYS });
    await act();
    world.feishu.subscribe({ mode: 'webhook', url: `http://127.0.0.1:${port}/feishu/events`, ...KEYS });
  }

  test('is found when the draft is submitted: the case is there first, then its words are put right', async () => {
    const { repLin } = world.people;
    const [first] = await repLin.forwards('空调漏水，型号 KFR-35', '客户很急');
    world.clock.advance(120_000);
    await unheard(() => world.feishu.edit(repLin.id, first?.id ?? '', '空调漏水，型号 KFR-72'));
    await repLin.taps(repLin.card(), '提交', FORM);
    expect(world.caseCard(world.group('afterSales'), 'FB-1').text).toMatch(
      /KFR-72[\s\S]*修改过，原文：空调漏水，型号 KFR-35/,
    );
    const reads = world.feishu
      .calls()
      .filter(({ method, path }) => method === 'GET' && /messages\/om_[^/]+$/.test(path));
    expect(reads).toHaveLength(2);
  });

  test('Feishu’s refusal to read a message keeps nobody from submitting', async () => {
    const { repLin } = world.people;
    const [first] = await repLin.forwards('空调漏水');
    world.clock.advance(120_000);
    await unheard(() => world.feishu.edit(repLin.id, first?.id ?? '', '空调漏油'));
    const heal = refuse(world.feishu, ({ method, path }) => method === 'GET' && path.includes('/messages/'), {
      code: 230027,
      msg: 'Lack of necessary permissions',
    });
    await repLin.taps(repLin.card(), '提交', FORM);
    expect(world.cardIn('afterSales').text).toContain('空调漏水');
    heal();
    await world.passes('1h', '10m');
    expect(world.caseCard(world.group('afterSales'), 'FB-1').text).toContain('空调漏水');
  });
});
