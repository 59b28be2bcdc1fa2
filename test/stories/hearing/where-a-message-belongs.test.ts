import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { World } from '../../world';
import { pushMessage } from './raw-message';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };
const TOLD = { told_customer: '已更换', satisfaction: 'satisfied' };

let world: World;
let source: MessageView;
let card: MessageView;
afterEach(() => world.stop());

const drafts = () => world.people.repLin.wall().filter(({ text }) => text.includes('<草稿>'));

describe.each(DIALECTS)('which case a message belongs to, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
    const { repLin } = world.people;
    [source] = (await repLin.forwards('水泵漏水，要求维修')) as [MessageView];
  });

  async function submitted() {
    const { repLin } = world.people;
    await repLin.taps(repLin.card(), '提交', FORM);
    card = world.cardIn('afterSales');
    world.clock.advance(120_000);
  }

  async function closed() {
    const { repLin, serviceLi } = world.people;
    await submitted();
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.answer', { answer: '已更换' });
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.close', TOLD);
    world.clock.advance(2000);
    await world.noticesTime();
  }

  test('a rep who quotes the forwarded message adds to its draft, however late, or to its case', async () => {
    const { repLin } = world.people;
    world.clock.advance(300_000);
    await repLin.replies(source, '补充：型号 KFR-35');
    expect(drafts()).toHaveLength(1);
    expect(repLin.card().text).toContain('型号 KFR-35');
    await submitted();
    await repLin.replies(source, '补充：订单号 20261101000077');
    expect(drafts()).toHaveLength(0);
    expect(world.cardIn('afterSales', '客户经理补充>').text).toContain('20261101000077');
  });

  test('a word under a closed case, or quoting its message, is asked about; reopening keeps the words', async () => {
    const { repLin } = world.people;
    await closed();
    for (const parent of [repLin.caseCard('FB-1'), source]) {
      const asked = await repLin.replies(parent, '客户又打来说还是漏').then(() => repLin.card());
      expect(asked.text).toMatch(/<又有消息> <已归档>[\s\S]*客户又打来说还是漏[\s\S]*\[重新打开\]\n\[新反馈\]/);
      expect(drafts()).toHaveLength(0);
    }
    await repLin.taps(repLin.card('收到\n客户又打来'), '重新打开');
    expect(world.cardIn('afterSales', '水泵').text).toContain('重新打开的原因：客户又打来说还是漏');
    expect(repLin.card('<又有消息>').text).not.toContain('[重新打开]');
  });

  test('or it becomes another feedback', async () => {
    const { repLin } = world.people;
    await closed();
    await repLin.replies(repLin.caseCard('FB-1'), '另一个客户说窗帘褪色');
    await repLin.taps(repLin.card('收到\n另一个'), '新反馈');
    expect(drafts()).toHaveLength(1);
    expect(repLin.card('草稿').text).toContain('窗帘褪色');
  });

  test('a reply that names only the topic is on the record of the topic’s card', async () => {
    const { repLin, serviceLi } = world.people;
    await submitted();
    const first = await serviceLi.replies(card, '收到，安排上门', { inThread: true });
    const threadId = world.again(first).threadId ?? '';
    expect(threadId).not.toBe('');
    world.clock.advance(2000);
    await pushMessage(world, { chatId: card.chatId, senderId: serviceLi.id, threadId, text: '已到现场，正在拆机' });
    expect(repLin.card('已到现场').text).toContain('有新进展');
    const heard = repLin.wall().length;
    await pushMessage(world, {
      chatId: card.chatId,
      senderId: serviceLi.id,
      threadId: 'omt_other',
      text: '中午吃什么',
    });
    expect(repLin.wall()).toHaveLength(heard);
  });

  test('an answer may begin with a mention', async () => {
    const { repLin, serviceLi } = world.people;
    await submitted();
    await serviceLi.taps(card, '接单');
    await serviceLi.replies(card, '处理结果：已换新机', { mentions: [repLin.id] });
    expect(repLin.caseCard('FB-1').text).toMatch(/有结果了[\s\S]*：已换新机。/);
  });
});
