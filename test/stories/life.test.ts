import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform';
import { DIALECTS } from '../databases';
import { World } from '../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

/** A case that has reached the after-sales group; returns the rep's card. */
async function submitted(words = '空调漏水'): Promise<MessageView> {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', FORM);
  return repLin.card(words);
}

describe.each(DIALECTS)('the life of a case, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('if two tap 接单 at once, one has it, and the other is told who', async () => {
    const { serviceLi, serviceWang } = world.people;
    await submitted();
    const card = world.cardIn('afterSales');
    const results = await Promise.all([serviceLi.taps(card, '接单'), serviceWang.taps(card, '接单')]);
    const toasts = results.map(({ toast }) => toast?.type).sort();
    expect(toasts).toEqual(['success', 'warning']);
    const refused = results.find(({ toast }) => toast?.type === 'warning');
    expect(refused?.toast?.content).toMatch(/(李娜|王磊).*11-24 09:00.*接单/);
    expect(JSON.stringify(refused?.card)).toContain('feedback.answer');
  });

  test('a transfer: the second group gets the card with the reason, the first card goes quiet', async () => {
    const { serviceLi, qualitySun } = world.people;
    const repCard = await submitted();
    const first = world.cardIn('afterSales');
    await serviceLi.taps(first, '接单');
    await serviceLi.replies(first, '拆机看过，是焊点问题');
    await serviceLi.taps(first, 'feedback.transfer', { department: 'quality', reason: '属于来料质量' });
    const second = world.cardIn('quality', '空调漏水');
    expect(second.text).toMatch(/售后部[\s\S]*属于来料质量/);
    expect(second.text).toContain('焊点问题');
    expect(world.again(first).text).toContain('已转派');
    expect(world.again(first).text).not.toContain('[');
    await qualitySun.taps(second, '接单');
    expect(world.again(repCard).text).toContain('孙悦');
  });

  test('a question goes to the rep, and the information comes back, by form or by reply', async () => {
    const { repLin, serviceLi } = world.people;
    const repCard = await submitted();
    const card = world.cardIn('afterSales');
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.request_info', { question: '购买日期是哪天？' });
    expect(repLin.card('购买日期').id).not.toBe(repCard.id);
    expect(world.again(card).text).toContain('待补充');
    await repLin.taps(repCard, 'feedback.provide_info', { info: '今年三月' });
    expect(world.cardIn('afterSales', '今年三月').text).toContain('FB-1');
    expect(world.again(card).text).toContain('处理中');

    await serviceLi.taps(card, 'feedback.request_info', { question: '发票还在吗？' });
    await repLin.replies(repLin.card('发票还在吗'), '发票在');
    expect(world.again(card).text).toMatch(/处理中[\s\S]*发票在/);
  });

  test('处理结果 in the thread is the answer', async () => {
    const { repLin, serviceLi } = world.people;
    await submitted();
    const card = world.cardIn('afterSales');
    await serviceLi.taps(card, '接单');
    await serviceLi.replies(card, '处理结果：已更换排水管', { inThread: true });
    expect(repLin.card('已更换排水管')).toBeTruthy();
    expect(world.again(card).text).toContain('待回复客户');
  });

  test('a withdrawn case tells the group and takes no more taps', async () => {
    const { repLin } = world.people;
    const repCard = await submitted();
    const card = world.cardIn('afterSales');
    await repLin.taps(repCard, 'feedback.withdraw', { reason: '客户自己解决了' });
    expect(world.cardIn('afterSales', '客户自己解决了')).toBeTruthy();
    expect(world.again(card).text).toContain('已撤回');
    expect(world.again(card).text).not.toContain('[接单]');
    const said = world.group('afterSales').length;
    await world.people.serviceLi.replies(card, '好的，收到');
    expect(world.group('afterSales')).toHaveLength(said);
  });

  test('an unsatisfied customer leads to reopening: a new 24 hours, a new card in the group', async () => {
    const { repLin, serviceLi } = world.people;
    const repCard = await submitted();
    const card = world.cardIn('afterSales');
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.answer', { answer: '寄出配件' });
    const told = { told_customer: '配件已寄出', satisfaction: 'unsatisfied', customer_words: '还要我自己装？' };
    await repLin.taps(repCard, 'feedback.close', told);
    expect(world.liveCard(repCard).text).toContain('客户又有意见');
    await world.advances('30h');
    await repLin.taps(repCard, 'feedback.reopen', { reason: '客户要求上门' });
    const again = world.cardIn('afterSales', '客户要求上门');
    expect(again.id).not.toBe(card.id);
    expect(again.text).toContain('FB-1 · 11-26（周四）15:00 前');
    expect(world.again(card).text).toContain('不再更新');
    expect(world.again(card).text).not.toContain('[接单]');
  });

  test('a person without the right is told who has it', async () => {
    const { qualitySun, repLin } = world.people;
    await submitted();
    const card = world.cardIn('afterSales');
    expect((await qualitySun.taps(card, '接单')).error?.code).toBe('not_in_chat');
    await repLin.says('@客户反馈 hi');
    expect(world.again(card).text).toContain('待接单');
  });

  test('a case that nobody could route goes to the clerk, who routes it', async () => {
    const { repLin, clerk } = world.people;
    await repLin.forwards('想了解一下贵司');
    await repLin.taps(repLin.card(), '提交', { ...FORM, category: 'other', department: 'unsure' });
    const triage = clerk.card('想了解');
    expect(triage.text).toContain('待分派');
    await clerk.taps(triage, 'feedback.route', { department: 'logistics' });
    expect(world.cardIn('logistics', '想了解').text).toContain('待接单');
    expect(world.again(triage).text).not.toContain('[分派]');
  });

  test.each([
    ['alone', [], 7],
    ['with one note of progress', ['已联系客户'], 10],
  ])('one plain case %s costs few counted calls', async (_what, notes, most) => {
    const { repLin, serviceLi } = world.people;
    const before = world.feishu.countedCalls();
    const repCard = await submitted();
    const card = world.cardIn('afterSales');
    await serviceLi.taps(card, '接单');
    for (const note of notes) await serviceLi.replies(card, note);
    await serviceLi.taps(card, 'feedback.answer', { answer: '已更换' });
    await repLin.taps(repCard, 'feedback.close', { told_customer: '已更换', satisfaction: 'satisfied' });
    expect(world.again(card).text).toContain('已归档');
    expect(world.feishu.countedCalls() - before).toBeLessThanOrEqual(most);
  });
});
