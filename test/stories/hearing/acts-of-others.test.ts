import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { noticesIn } from '../../notices';
import { type Player, World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };
const TOLD = { told_customer: '已更换', satisfaction: 'satisfied' };

let world: World;
let source: MessageView;
let card: MessageView;
let repCard: MessageView;
afterEach(() => world.stop());

const news = (player: Player) => noticesIn(player.wall());
const groupNews = () => noticesIn(world.group('afterSales'));

describe.each(DIALECTS)('what others do is heard, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
    const { repLin } = world.people;
    [source] = (await repLin.forwards('空调漏水')) as [MessageView];
    await repLin.taps(repLin.card(), '提交', FORM);
    repCard = repLin.card('空调漏水');
    card = world.cardIn('afterSales');
  });

  test('the rep hears of a closing, a reopening and a transfer by others, and of none of the rep’s own', async () => {
    const { repLin, serviceLi, clerk, manager } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.answer', { answer: '已更换' });
    await clerk.forwards('#1');
    await clerk.taps(clerk.card('空调漏水'), 'feedback.close', TOLD);
    expect(repLin.card('刘芳已告诉客户并归档').text).toMatch(/告诉客户的话\n已更换/);
    await manager.forwards('#1');
    await manager.taps(manager.card('空调漏水'), 'feedback.reopen', { reason: '客户来电说又漏了' });
    expect(repLin.card('张伟重新打开了').text).toMatch(/FB-1 · 明天 09:00 前[\s\S]*客户来电说又漏了/);
    await serviceLi.taps(world.cardIn('afterSales', '空调漏水'), 'feedback.transfer', {
      department: 'quality',
      reason: '属质量问题',
    });
    await world.advances('2s');
    expect(repLin.card('转给了品质部').text).toContain('属质量问题');
    await world.people.qualitySun.taps(world.cardIn('quality'), '接单');
    await world.people.qualitySun.taps(world.cardIn('quality'), 'feedback.answer', { answer: '换新' });
    expect(repLin.caseCard('FB-1').text).toMatch(/<待回复客户>[\s\S]*：换新。/);
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.reopen', { reason: '不对' });
    expect(repLin.caseCard('FB-1').text).toContain('<待接单>');
    // Beside the card only the wording for the customer.
    const said = news(repLin);
    expect(said.slice(said.indexOf('FB-1 已转部门') + 1)).toEqual([expect.stringMatching(/^您好，.*回复如下：换新。/)]);
  });

  test('the holder hears of a colleague’s answer, question, transfer and release, and of none of the holder’s own', async () => {
    const { serviceLi, serviceWang, repLin } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceWang.taps(card, 'feedback.request_info', { question: '哪个型号' });
    await repLin.taps(repCard, 'feedback.provide_info', { info: 'KFR-35' });
    await serviceWang.taps(card, 'feedback.release', { reason: '他出差了' });
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.release', { reason: '没空' });
    await serviceLi.taps(card, '接单');
    await serviceWang.replies(card, '处理结果：已换新机');
    expect(news(serviceLi)).toEqual(['FB-1 等客户经理补充', 'FB-1 放回待接单', 'FB-1 已有处理意见']);
    expect(serviceLi.card('他出差了').text).toContain('王磊');
    expect(serviceLi.card('已换新机').text).toContain('王磊');
    expect(news(serviceWang)).toEqual([]);
  });

  test('the group hears of an edit while the case is worked on, and only then', async () => {
    const { repLin, serviceLi } = world.people;
    await world.feishu.edit(repLin.id, source.id, '空调漏水，型号 KFR-35，电话 13812345678');
    await world.settle();
    expect(groupNews()).toEqual(['FB-1 内容有修改']);
    expect(world.cardIn('afterSales', '内容有修改').text).toMatch(/林晓[\s\S]*KFR-35，电话 138\*\*\*\*5678/);
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.answer', { answer: '已更换' });
    await world.feishu.edit(repLin.id, source.id, '空调漏水，型号 KFR-36');
    await world.settle();
    expect(groupNews()).toHaveLength(1);
  });

  test.each(['处理结果：', '处理结果：\u200b \u2060', '处理意见'])(
    'the writer of “%s” hears that nothing was said',
    async (text) => {
      const { repLin, serviceLi } = world.people;
      await serviceLi.taps(card, '接单');
      const heard = repLin.wall().length;
      await serviceLi.replies(card, text);
      expect(world.group('afterSales').at(-1)?.text).toContain('后面没有内容');
      expect(repLin.wall()).toHaveLength(heard);
      expect(world.again(card).text).toContain('处理中');
    },
  );

  test('a reply that its writer took back is hidden from the rep', async () => {
    const { serviceLi, repLin } = world.people;
    const reply = await serviceLi.replies(card, '写错了的进展');
    expect(repLin.card('写错了').text).toContain('写错了');
    await world.feishu.recall(serviceLi.id, reply.id);
    await world.settle();
    await repLin.forwards('#1');
    expect(repLin.card('接下来').text).toContain('（有一条消息已撤回）');
    for (const { text } of repLin.wall()) expect(text).not.toContain('写错了');
  });
});
