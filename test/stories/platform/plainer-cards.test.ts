import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { World } from '../../world';
import { refuse } from './refuse';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submitted(...words: string[]) {
  const { repLin } = world.people;
  await repLin.forwards(...(words.length > 0 ? words : ['空调漏水']));
  await repLin.taps(repLin.card('<草稿>'), '提交', FORM);
}

const holds = (message: MessageView, tag: string) =>
  JSON.stringify(world.again(message).card).includes(`"tag":"${tag}"`);
const refusals = () => world.feishu.calls().filter(({ code }) => code === 230099).length;

describe.each(DIALECTS)('a Feishu that refuses kinds of elements, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('menus: the same card comes with buttons instead, works to the end, and the refusal is met once', async () => {
    world.feishu.settings.refusedElements = ['overflow'];
    const { serviceLi, repLin } = world.people;
    await repLin.forwards('空调漏水', '滴了一地');
    const draft = repLin.card();
    expect(draft).toMatchObject({ type: 'interactive', text: expect.stringContaining('[拆开成多件]') });
    expect(refusals()).toBe(1);
    await repLin.taps(draft, '提交', FORM);
    const card = world.cardIn('afterSales');
    const claimed = await serviceLi.taps(card, '接单');
    expect(claimed.toast).toMatchObject({ type: 'success' });
    expect(claimed.error).toBeUndefined();
    expect((await serviceLi.taps(card, '登记延期')).toast?.content).toContain('已私聊发给您');
    expect(serviceLi.card('登记延期').text).toContain('新的答复时间');
    await serviceLi.taps(card, 'feedback.request_info', { question: '型号？' });
    await repLin.taps(repLin.card('型号？'), 'feedback.provide_info', { info: 'KF-35' });
    await serviceLi.taps(card, 'feedback.answer', { answer: '今天上门' });
    const closed = await repLin.taps(repLin.caseCard('FB-1'), '满意');
    expect(closed.toast).toMatchObject({ type: 'success' });
    expect(refusals()).toBe(1);
    // Later processes know.
    await world.restartBot();
    await submitted();
    expect((await serviceLi.taps(world.caseCard(world.group('afterSales'), 'FB-2'), '接单')).error).toBeUndefined();
    expect(refusals()).toBe(1);
    expect(holds(world.caseCard(world.group('afterSales'), 'FB-2'), 'overflow')).toBe(false);
  });

  test('folded panels: the case comes with what was inside, and the refusal is met once', async () => {
    const { repLin } = world.people;
    await submitted();
    await repLin.forwards('#1');
    const folded = repLin.card('接下来');
    expect(holds(folded, 'collapsible_panel')).toBe(true);
    world.feishu.settings.refusedElements = ['collapsible_panel'];
    for (let times = 0; times < 2; times += 1) {
      await repLin.forwards('#1');
      const unfolded = repLin.card('接下来');
      expect([unfolded.text, holds(unfolded, 'collapsible_panel')]).toEqual([folded.text, false]);
    }
    expect(refusals()).toBe(1);
  });

  test('what was refused is tried again after a week: once while it is refused, for good once it is taken', async () => {
    world.feishu.settings.refusedElements = ['overflow'];
    const { serviceLi } = world.people;
    const claims = (number: string) => serviceLi.taps(world.caseCard(world.group('afterSales'), number), '接单');
    await submitted('空调漏水', '滴了一地');
    await world.advances('6d');
    expect(refusals()).toBe(1);
    await world.advances('25h');
    await submitted('灯不亮', '换过灯泡');
    await claims('FB-2');
    // Cards of the same moment may try beside each other.
    const refused = refusals();
    expect(refused).toBeGreaterThan(1);
    expect(refused).toBeLessThan(4);
    await world.advances('6d');
    expect(refusals()).toBe(refused);
    expect(holds(world.caseCard(world.group('afterSales'), 'FB-2'), 'overflow')).toBe(false);
    world.feishu.settings.refusedElements = [];
    await world.advances('8d');
    await submitted('门坏了', '关不上');
    await world.restartBot();
    await submitted('异味', '很大');
    for (const number of ['FB-3', 'FB-4']) {
      expect((await claims(number)).error).toBeUndefined();
      expect(holds(world.caseCard(world.group('afterSales'), number), 'overflow')).toBe(true);
    }
    expect(refusals()).toBe(refused);
  });

  test('charts: the digest comes without its chart, and folds stay', async () => {
    world.feishu.settings.refusedElements = ['chart'];
    const { manager } = world.people;
    await submitted();
    await world.advances('25h');
    await manager.forwards('日报');
    const digest = manager.card('日报');
    expect(digest.type).toBe('interactive');
    expect([holds(digest, 'chart'), holds(digest, 'collapsible_panel')]).toEqual([false, true]);
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
