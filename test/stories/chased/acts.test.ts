import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../../databases';
import { noticesIn } from '../../notices';
import { World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

/** A case that has reached the after-sales group; returns its card there. */
async function submitted(words = '空调漏水') {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', FORM);
  return world.caseCard(world.group('afterSales'), 'FB-1');
}

describe.each(DIALECTS)('the acts of notices, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('the lead hands a late case to a colleague from the escalation, which then turns grey', async () => {
    const { serviceLead, serviceWang } = world.people;
    const card = await submitted();
    await world.passes('25h', '30m');
    const escalation = serviceLead.card('到时限了');
    expect(escalation.text).toContain('派给谁');
    await serviceLead.taps(escalation, 'feedback.assign', { assignee: serviceWang.id });
    expect(world.again(card).text).toContain('王磊');
    expect(noticesIn(serviceWang.wall())).toEqual(['FB-1 派给您了']);
    expect(world.again(escalation).text).not.toContain('[派给他]');
    expect(world.again(escalation).text).toContain('王磊正在处理');
  });

  test('派给同事 in the group brings the form to the lead alone; a member is told whose right it is', async () => {
    const { serviceLead, serviceLi, serviceWang } = world.people;
    const card = await submitted();
    await world.advances('2h');
    const reminder = world.cardIn('afterSales', '还没人接单');
    const refused = await serviceWang.taps(reminder, '派给同事');
    expect(refused.toast?.content).toContain('部门主管');
    expect(serviceWang.wall()).toEqual([]);
    await serviceLead.taps(reminder, 'feedback.assign', { assignee: serviceLi.id });
    expect(world.again(card).text).toContain('李娜');
  });

  test('a reminder turns grey when somebody claims on another card', async () => {
    const card = await submitted();
    await world.advances('2h');
    const reminder = world.cardIn('afterSales', '还没人接单');
    expect(reminder.text).toContain('[接单]');
    await world.people.serviceLi.taps(card, '接单');
    await world.advances('10s');
    expect(world.again(reminder).text).not.toContain('[接单]');
    expect(world.again(reminder).text).toContain('李娜正在处理');
  });

  test('holder and rep act on the reminder itself', async () => {
    const { repLin, serviceLi } = world.people;
    await serviceLi.taps(await submitted(), '接单');
    await world.advances('12h');
    const reminder = serviceLi.card('提醒');
    await serviceLi.taps(reminder, 'feedback.answer', { answer: '已更换排水管' });
    expect(world.again(reminder).text).not.toContain('[提交处理意见]');
    await world.passes('11h', '30m');
    const toRep = repLin.card('已经有结果了');
    await repLin.taps(toRep, '满意');
    expect(world.again(toRep).text).toContain('归档');
    expect(world.again(toRep).text).not.toContain('[满意]');
  });

  test('who lost the claim by silence takes it again with one tap in the direct chat', async () => {
    const { serviceLi } = world.people;
    world.clock.advance(6 * 3_600_000);
    const card = await submitted();
    await serviceLi.taps(card, '接单');
    await world.passes('21h', '30m');
    const word = serviceLi.card('已放回待接单');
    await serviceLi.taps(word, '接单');
    expect(world.again(card).text).toContain('李娜');
    expect(world.again(word).text).not.toContain('[接单]');
  });

  test('a department that passed a case on sees what became of it', async () => {
    const { serviceLi } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.transfer', { department: 'quality', reason: '来料问题' });
    await serviceLi.forwards('#1');
    expect(serviceLi.card('空调漏水').text).toContain('品质部');
  });
});
