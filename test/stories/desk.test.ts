import { afterEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform';
import { DIALECTS } from '../databases';
import { noticesIn } from '../notices';
import { World, type WorldOptions } from '../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

/** Submitted by the rep, whose card is returned. */
async function submitted(words: string, form: Record<string, string> = FORM): Promise<MessageView> {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', form);
  return repLin.caseCard('FB-1');
}

describe.each(DIALECTS)('the office, on %s', (dialect) => {
  const begin = async (org: WorldOptions['org'] = {}) => {
    world = await World.start({ dialect, org });
    return world.people;
  };

  test('direct: the department gets the case at once, the clerks are not asked', async () => {
    const { clerk, manager } = await begin();
    await submitted('空调漏水');
    expect(world.cardIn('afterSales').text).toContain('待接单');
    expect([...clerk.wall(), ...manager.wall()]).toEqual([]);
  });

  test('clerk: every case goes to the clerk first, and the card explains the guesses of the rules', async () => {
    const { clerk, manager } = await begin({ routing: 'clerk' });
    await submitted('空调坏了要维修，请尽快', { ...FORM, category: 'service' });
    const card = clerk.card('待分派');
    expect(card.text).toMatch(/看着像售后部的（提到.*维修.*）[\s\S]*\[交给售后部\][\s\S]*投诉 · 服务 · 微信/);
    expect(world.group('afterSales')).toEqual([]);
    await clerk.taps(card, 'feedback.route', { department: 'quality', priority: 'high', note: '客户很急' });
    expect(world.cardIn('quality').text).toMatch(/待接单[\s\S]*客户很急/);
    expect(manager.wall()).toEqual([]);
  });

  test('unsure goes to the clerk, with the department that the rules would choose', async () => {
    const { clerk } = await begin();
    await submitted('空调坏了要维修', { ...FORM, department: 'unsure' });
    const card = clerk.card('待分派');
    expect(card.text).toContain('看着像售后部的');
    await clerk.taps(card, '交给售后部');
    expect(world.cardIn('afterSales').text).toContain('待接单');
  });

  test('clerk+manager: the manager may send it elsewhere; the instruction stands on the card with name and time', async () => {
    const { clerk, manager, repLin } = await begin({ routing: 'clerk+manager' });
    const repCard = await submitted('空调漏水');
    await clerk.taps(clerk.card('待分派'), 'feedback.route', { department: 'after_sales' });
    expect(world.again(repCard).text).toContain('已送到经理批示');
    expect(world.group('afterSales')).toEqual([]);
    world.clock.advance(30 * 60_000);
    expect(manager.card('待批示').text).toMatch(/责任部门 \*\n.*: after_sales\n/);
    await manager.taps(manager.card('待批示'), 'feedback.instruct', {
      department: 'quality',
      instruction: '今天内给出结论',
    });
    expect(world.group('afterSales')).toEqual([]);
    expect(world.cardIn('quality').text).toMatch(/批示（张伟 11-24 09:30）\n今天内给出结论/);
    await repLin.taps(repCard, 'feedback.show');
    expect(repLin.card('批示').text).toContain('今天内给出结论');
  });

  test('a clerk corrects an open case from #1: the group hears that it has become urgent', async () => {
    const { clerk, serviceLi } = await begin();
    await submitted('空调漏水');
    const card = world.cardIn('afterSales');
    await serviceLi.taps(card, '接单');
    await clerk.forwards('#1');
    const asked = clerk.card('FB-1');
    const corrected = await clerk.taps(asked, 'feedback.correct', { category: 'quality', priority: 'urgent' });
    expect(corrected.toast).toMatchObject({ type: 'success', content: 'FB-1 已更正' });
    expect(world.again(asked).text).toMatch(/\[改派\][\s\S]*产品质量/);
    expect(world.again(asked).text).not.toContain('催办');
    expect(world.again(card).text).toMatch(/特急[\s\S]*李娜[\s\S]*产品质量/);
    expect(world.cardIn('afterSales', '改成特急了').text).toContain('刘芳');
    const again = await clerk.taps(asked, 'feedback.correct', { category: 'quality' });
    expect(again.toast).toMatchObject({ type: 'warning', content: expect.stringContaining('没有需要更正') });
  });

  test('a clerk moves a case: the new group gets it with the reason, the old one and the rep are told', async () => {
    const { clerk, repLin, serviceLi, qualitySun } = await begin();
    const repCard = await submitted('空调漏水');
    const first = world.cardIn('afterSales');
    await serviceLi.taps(first, '接单');
    await serviceLi.replies(first, '拆机看过，是焊点问题');
    await serviceLi.taps(first, 'feedback.answer', { answer: '已补焊' });
    await clerk.forwards('#1');
    const asked = clerk.card('补焊');
    const bare = await clerk.taps(asked, 'feedback.correct', { department: 'quality' });
    expect(bare.toast?.content).toContain('更正原因');
    await clerk.taps(asked, 'feedback.correct', { department: 'quality', reason: '要查来料' });
    expect(world.again(first).text).toMatch(/已转派给品质部[\s\S]*要查来料/);
    expect(world.again(first).text).not.toContain('[');
    expect(world.cardIn('afterSales', '这边不用再处理了').parentId).toBeNull();
    const second = world.cardIn('quality');
    expect(second.text).toMatch(/待接单[\s\S]*上次的处理意见[\s\S]*已补焊[\s\S]*由售后部转来，原因：要查来料/);
    expect(noticesIn(repLin.wall()).at(-1)).toBe('FB-1 已转部门');
    expect(world.liveCard(repCard).text).toContain('待接单');
    expect(world.liveCard(repCard).text).not.toContain('[满意]');
    await qualitySun.taps(second, '接单');
    expect(world.liveCard(repCard).text).toContain('孙悦');
    await qualitySun.taps(second, 'feedback.show');
    expect(qualitySun.card('FB-1').text).toMatch(/已补焊[\s\S]*焊点问题/);
  });

  test('people outside the office may correct nothing, and nobody may in a group', async () => {
    const { clerk, serviceLi, serviceLead } = await begin();
    await submitted('空调漏水');
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    await serviceLi.forwards('#1');
    expect(serviceLi.card('FB-1').text).not.toContain('改派');
    await serviceLead.says('#1', 'afterSales', { mentionBot: true });
    await world.settle();
    expect(world.cardIn('afterSales').text).not.toContain('改派');
    await clerk.forwards('#1');
    expect(clerk.card('FB-1').text).toContain('[改派]');
  });

  test('a clerk closes for the rep, and reopens', async () => {
    const { clerk, repLin, serviceLi } = await begin();
    const repCard = await submitted('空调漏水');
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    await serviceLi.taps(world.cardIn('afterSales'), '提交处理意见', { answer: '已更换' });
    await clerk.forwards('#1');
    const asked = clerk.card('已更换');
    await clerk.taps(asked, '归档');
    expect(JSON.stringify(world.again(asked).card)).toContain('回复如下：已更换');
    await clerk.taps(asked, 'feedback.close', { told_customer: '已更换', satisfaction: 'neutral' });
    expect(world.liveCard(repCard).text).toMatch(/归档，客户一般[\s\S]*已归档/);
    await clerk.taps(asked, 'feedback.reopen', { reason: '客户来电说没好' });
    expect(world.liveCard(repCard).text).toContain('待接单');
    expect(world.cardIn('afterSales', '客户来电说没好').text).toContain('[接单]');
    const retired = repLin.wall().filter(({ text }) => text.includes('不再更新'));
    expect(retired).toHaveLength(1);
  });
});
