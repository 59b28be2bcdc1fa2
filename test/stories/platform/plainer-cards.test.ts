import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { World } from '../../world';
import { refuse } from './refuse';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submitted() {
  const { repLin } = world.people;
  await repLin.forwards('空调漏水');
  await repLin.taps(repLin.card(), '提交', FORM);
}

const holds = (message: MessageView, tag: string) =>
  JSON.stringify(world.again(message).card).includes(`"tag":"${tag}"`);
const refusals = () => world.feishu.calls().filter(({ code }) => code === 230099).length;

describe.each(DIALECTS)('a Feishu that refuses kinds of elements, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('folded panels: the same card comes without folds, works to the end, and the refusal is met once', async () => {
    world.feishu.settings.refusedElements = ['collapsible_panel'];
    const { serviceLi, repLin } = world.people;
    await submitted();
    const card = world.cardIn('afterSales');
    expect(card.type).toBe('interactive');
    const claimed = await serviceLi.taps(card, '接单');
    expect(claimed.toast).toMatchObject({ type: 'success' });
    expect(claimed.error).toBeUndefined();
    expect(world.again(card).text).toContain('申请延期');
    await serviceLi.taps(card, 'feedback.request_info', { question: '型号？' });
    await repLin.taps(repLin.card('空调漏水'), 'feedback.provide_info', { info: 'KF-35' });
    await serviceLi.taps(card, 'feedback.answer', { answer: '今天上门' });
    await repLin.taps(repLin.card('今天上门'), 'feedback.close', {
      told_customer: '今天上门',
      satisfaction: 'satisfied',
    });
    expect(refusals()).toBe(1);
    // Later processes know.
    await world.restartBot();
    await submitted();
    expect(refusals()).toBe(1);
    expect(holds(world.cardIn('afterSales', 'FB-2'), 'collapsible_panel')).toBe(false);
  });

  test('what was refused is tried again after a week: once while it is refused, for good once it is taken', async () => {
    world.feishu.settings.refusedElements = ['collapsible_panel'];
    const { serviceLi } = world.people;
    await submitted();
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    await world.advances('6d');
    expect(refusals()).toBe(1);
    await world.advances('25h');
    await submitted();
    expect(refusals()).toBe(2);
    expect(holds(world.cardIn('afterSales', 'FB-2'), 'collapsible_panel')).toBe(false);
    world.feishu.settings.refusedElements = [];
    await world.advances('8d');
    await submitted();
    await world.restartBot();
    await submitted();
    for (const number of ['FB-3', 'FB-4']) {
      expect((await serviceLi.taps(world.cardIn('afterSales', number), '接单')).error).toBeUndefined();
      expect(holds(world.cardIn('afterSales', number), 'collapsible_panel')).toBe(true);
    }
    expect(refusals()).toBe(2);
  });

  test('tables: the digest comes as lines, and folds stay', async () => {
    world.feishu.settings.refusedElements = ['table'];
    const { manager, serviceLi } = world.people;
    await submitted();
    await manager.forwards('日报');
    expect(manager.wall().at(-1)).toMatchObject({ type: 'interactive' });
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    expect(holds(world.cardIn('afterSales'), 'collapsible_panel')).toBe(true);
  });

  test('if no card is taken at all, plain lines say which words do what the buttons did', async () => {
    await world.people.repLin.forwards('空调漏水');
    refuse(world.feishu, (call) => call.body.msg_type === 'interactive', { code: 230099, msg: 'ErrCode: 200621' });
    await world.people.repLin.taps(world.people.repLin.card(), '提交', FORM);
    const lines = world.cardIn('afterSales', '空调漏水');
    expect(lines.type).toBe('post');
    expect(lines.text).toContain('回复这条消息“接单”');
    await world.people.serviceLi.replies(lines, '接单', { mentionBot: true });
    expect(world.people.repLin.card('FB-1').text).toContain('李娜');
  });
});
