import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { timelineOf } from '../../timeline';
import { type Player, World } from '../../world';
import { receiveTap } from '../rights/raw-tap';

const FORM = { customer: '海风公司', channel: 'wechat', kind: 'complaint', category: 'after_sales' };

let world: World;
afterEach(() => world.stop());

const last = (player: Player): string => player.wall().at(-1)?.text ?? '';
const draftsOf = (player: Player) => player.wall().filter(({ text }) => text.includes('<草稿>'));

/** Everything that the bot says to anybody in two days of silence. */
async function chasedFor(days: string): Promise<string> {
  const before = new Set(everything().map(({ id }) => id));
  await world.passes(days, '1h');
  return everything()
    .filter(({ id }) => !before.has(id))
    .map(({ text }) => text)
    .join('\n');
}

const everything = (): MessageView[] => [
  ...Object.values(world.people).flatMap((player) => player.wall()),
  ...world.group('afterSales'),
];

/** A case of the rep that the engineer works on. */
async function caseInHand(): Promise<MessageView> {
  const { repLin, serviceLi } = world.people;
  await repLin.forwards('空调漏水');
  await repLin.taps(repLin.card(), '提交', { ...FORM, department: 'after_sales', priority: 'normal' });
  const card = world.cardIn('afterSales');
  await serviceLi.taps(card, '接单');
  world.clock.advance(300_000);
  return card;
}

describe.each(DIALECTS)('what is said in the direct chat is read with common sense, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test.each(['空调漏水', '收到货发现外壳开裂，客户要求换货', '客户说上周买的灯管坏了三支'])(
    'a text that reads like a customer’s matter is a draft: %s',
    async (text) => {
      const { repLin } = world.people;
      await repLin.forwards(text);
      expect(draftsOf(repLin)).toHaveLength(1);
    },
  );

  test('pictures and files are drafts, whoever sends them', async () => {
    const { repZhao, serviceLead } = world.people;
    await repZhao.forwards({ type: 'image' });
    expect(draftsOf(repZhao)).toHaveLength(1);
    await serviceLead.forwards({ type: 'file', name: '客户来函.pdf' });
    expect(draftsOf(serviceLead)).toHaveLength(1);
  });

  test.each(['谢谢', '收到', '好的', '在吗', '你好', '？', '👌'])(
    '“%s” is never a draft: help once, then nothing',
    async (text) => {
      const { repLin } = world.people;
      await repLin.forwards(text);
      expect(last(repLin)).toMatch(/^把客户的话转给我就行[\s\S]*\[我的\]\n\[待办\]\n\[微信怎么转\]/);
      expect(draftsOf(repLin)).toEqual([]);
      await repLin.forwards('好的，谢谢');
      expect(repLin.wall()).toHaveLength(1);
      expect(await chasedFor('2d')).not.toMatch(/FB-1|草稿/);
    },
  );

  test('“收到，马上处理” of the one whom a reminder asks is a sign of life', async () => {
    const { serviceLi } = world.people;
    await caseInHand();
    await world.passes('20h', '30m');
    await serviceLi.forwards('收到，马上处理');
    expect((await timelineOf(world, 1)).at(-1)).toMatchObject({ what: 'still_working', actorId: serviceLi.id });
    expect(draftsOf(serviceLi)).toEqual([]);
  });

  test.each(['#1 客户又打电话来催了', 'FB-1 客户又打电话来催了', '1 客户又打电话来催了'])(
    '“%s” of the rep is asked about, and can be taken back',
    async (text) => {
      const { repLin, serviceLi } = world.people;
      await caseInHand();
      await repLin.forwards(text);
      const asked = repLin.card();
      expect(asked.text).toMatch(
        /^记到 FB-1 上吗？\n“[^”]*催了”[\s\S]*海风公司 · 空调漏水[\s\S]*\[记上，并催一下\]\n\[只记上\]/,
      );
      expect(draftsOf(repLin)).toEqual([]);
      await repLin.taps(asked, '记上，并催一下');
      expect(world.again(asked).text).toMatch(/^已记到 FB-1，也催过了\n\[看 FB-1\]\n\[撤销\]/);
      expect(world.liveCard(world.cardIn('afterSales', '空调漏水')).text).toContain('又打电话来催了');
      expect(serviceLi.card('催').text).toContain('林晓');
      await repLin.taps(asked, '撤销');
      expect(world.again(asked).text).toContain('已撤销');
      expect(
        everything()
          .map((one) => world.again(one).text)
          .join(),
      ).not.toMatch(/林晓[^“]*客户又打电话来催了/);
      expect((await timelineOf(world, 1)).at(-1)).toMatchObject({ what: 'undo', actorId: repLin.id });
    },
  );

  test('a note can be taken back for ten minutes', async () => {
    const { repLin } = world.people;
    await caseInHand();
    await repLin.forwards('#1 客户说型号是 KFR-35');
    const asked = repLin.card();
    await repLin.taps(asked, '只记上');
    world.clock.advance(11 * 60_000);
    const { toast } = await repLin.taps(asked, '撤销');
    expect(toast).toMatchObject({ type: 'warning' });
    expect(world.again(asked).text).toContain('已记到 FB-1');
    await repLin.taps(asked, '看 FB-1');
    expect(last(repLin)).toContain('海风公司 · 空调漏水');
  });

  test('“FB-1 怎么还没人处理？” of the manager is no complaint: urge, look, or another matter', async () => {
    const { manager, serviceLi } = world.people;
    await caseInHand();
    await manager.forwards('FB-1 怎么还没人处理？');
    expect(last(manager)).toMatch(/^说的是 FB-1 吗？[\s\S]*\[催一下\][\s\S]*\[是另一件事\]\n\[看 FB-1\]/);
    await manager.taps(manager.card(), '催一下');
    expect(serviceLi.card('催').text).toContain('张伟');
    expect(draftsOf(manager)).toEqual([]);
  });

  test('a text under a message of a case joins the case', async () => {
    const { repLin } = world.people;
    await caseInHand();
    await repLin.replies(repLin.caseCard('FB-1'), '客户说今天下午三点后在家');
    expect(draftsOf(repLin)).toEqual([]);
    expect(world.liveCard(world.cardIn('afterSales', '空调漏水')).text).toContain('下午三点后在家');
  });

  test('a word under a closed case’s card: open again, or another matter', async () => {
    const { repLin, serviceLi } = world.people;
    const card = await caseInHand();
    await serviceLi.taps(world.again(card), 'feedback.answer', { answer: '已更换' });
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.close', {
      told_customer: '已更换',
      satisfaction: 'satisfied',
    });
    world.clock.advance(300_000);
    await repLin.replies(repLin.caseCard('FB-1'), '客户说又漏了');
    expect(last(repLin)).toMatch(/\[重新打开\]\n\[新反馈\]/);
  });

  test.each(['我的单子', '催一下', '统计', '红色'])(
    '“%s” of a rep is asked about; unanswered, nothing happens',
    async (text) => {
      const { repLin } = world.people;
      await repLin.forwards(text);
      expect(last(repLin)).toMatch(/^这是客户反馈吗？\n“[^”]+”\n\[是，帮我登记\]\n\[不是\]\n不点也没关系/);
      expect(await chasedFor('2d')).not.toMatch(/FB-1|草稿/);
      await repLin.taps(repLin.card('这是客户反馈吗'), '不是');
      expect(repLin.card('没有记录')).toBeTruthy();
    },
  );

  test('any text of somebody who is no rep is asked about, until they bring in a case', async () => {
    const { serviceLead, manager, serviceLi } = world.people;
    await caseInHand();
    for (const [player, text] of [
      [serviceLead, '明天下午三点开会，大家准时到'],
      [manager, '客户家空调漏水要尽快处理'],
      [serviceLi, '空调漏水那家配件到了，下午上门'],
    ] as const) {
      await player.forwards(text);
      expect(last(player)).toContain('这是客户反馈吗');
      expect(draftsOf(player)).toEqual([]);
    }
    await manager.taps(manager.card('这是客户反馈吗'), '是，帮我登记');
    expect(draftsOf(manager)).toHaveLength(1);
    world.clock.advance(300_000);
    await manager.forwards('又一家客户反映冰箱异响');
    expect(draftsOf(manager)).toHaveLength(2);
  });
});

describe.each(DIALECTS)('buttons of earlier messages, on %s', (dialect) => {
  test('feedback.take and feedback.dismiss do what their successors do', async () => {
    world = await World.start({ dialect });
    const { repLin } = world.people;
    const [said] = (await repLin.forwards('红色')) as [MessageView];
    const asked = repLin.card();
    const tap = (cmd: string) =>
      receiveTap(world, `old-${cmd}`, {
        operator: { open_id: repLin.id, tenant_key: world.feishu.company.tenantKey },
        action: { tag: 'button', value: { cmd, id: 0, message: said.id } },
        context: { open_message_id: asked.id, open_chat_id: asked.chatId },
      });
    expect(JSON.stringify(await tap('feedback.dismiss'))).toContain('没有记录');
    await tap('feedback.take');
    expect(draftsOf(repLin)).toHaveLength(1);
  });
});
