import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform';
import { DIALECTS } from '../databases';
import { World } from '../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
let repCard: MessageView;
let card: MessageView;
afterEach(() => world.stop());

describe.each(DIALECTS)('the department’s work, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
    const { repLin } = world.people;
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    repCard = repLin.card('空调漏水');
    card = world.cardIn('afterSales');
  });

  test('released, it is free to claim: the group is told by whom and why, and reminded again after two hours', async () => {
    const { serviceLi, serviceWang } = world.people;
    await serviceLi.taps(card, '接单');
    world.clock.advance(3 * 3_600_000);
    await serviceLi.taps(card, 'feedback.release', { reason: '临时出差' });
    expect(world.again(card).text).toMatch(/待接单[\s\S]*\[接单\]/);
    expect(world.cardIn('afterSales', '临时出差')).toMatchObject({ parentId: null });
    expect(world.cardIn('afterSales', '临时出差').text).toMatch(/李娜放回了这一单[\s\S]*\[接单\]/);
    expect(world.again(repCard).text).toContain('已送到售后部，接单后马上告诉您');
    await world.advances('2h');
    expect(world.cardIn('afterSales', '还没有人接，')).toBeTruthy();
    await serviceWang.taps(card, '接单');
    expect(world.again(repCard).text).toContain('王磊');
  });

  test('the newest reply is one tap from being the answer', async () => {
    const { repLin, serviceLi, serviceWang } = world.people;
    await serviceLi.taps(card, '接单');
    expect(world.again(card).text).not.toContain('就以这条作为处理意见');
    await serviceLi.replies(card, '已派单');
    world.clock.advance(60_000);
    await serviceWang.replies(card, '已更换排水管，试机正常');
    expect(world.again(card).text).toMatch(/王磊 09:01 回复\n已更换排水管，试机正常\n\[就以这条作为处理意见\]/);
    await serviceLi.taps(card, '就以这条作为处理意见');
    expect(repLin.caseCard('FB-1').text).toMatch(/待回复客户[\s\S]*已更换排水管，试机正常/);
    expect(world.again(card).text).toMatch(/待回复客户[\s\S]*处理意见（王磊 09:01）\n已更换排水管，试机正常/);
    await repLin.taps(repCard, 'feedback.show');
    expect(repLin.card('进展').text).toMatch(/处理意见（王磊 11-24 09:01）[\s\S]*已派单/);
  });

  test('the answer is the reply that the tapped card showed, even if newer ones came', async () => {
    const { repLin, serviceLi, serviceWang } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.replies(card, '已更换排水管');
    const seen = world.again(card);
    world.feishu.failNext('PATCH /im/v1/messages/:message_id', { httpStatus: 500, times: 1 });
    await serviceWang.replies(card, '好的收到');
    expect(world.again(card).text).toBe(seen.text);
    await serviceLi.taps(card, '就以这条作为处理意见');
    expect(world.again(card).text).toMatch(/处理意见（李娜[^）]*）\n已更换排水管/);
    expect(repLin.caseCard('FB-1').text).toMatch(/待回复客户[\s\S]*回复如下：已更换排水管/);
  });

  test('after a reopening, an old reply is no longer offered as the answer', async () => {
    const { repLin, serviceLi } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.replies(card, '已更换排水管');
    await serviceLi.taps(card, '就以这条作为处理意见');
    await repLin.taps(repCard, 'feedback.reopen', { reason: '又漏了' });
    const again = world.cardIn('afterSales', '又漏了');
    await serviceLi.taps(again, '接单');
    expect(world.again(again).text).not.toContain('就以这条作为处理意见');
    expect(world.again(again).text).toMatch(/上次的处理意见（李娜 09:00）\n已更换排水管/);
    await serviceLi.replies(again, '换了整根管');
    expect(world.again(again).text).toContain('[就以这条作为处理意见]');
  });

  test('an extension: manager and rep are told, the rep gives an interim reply in time, the card says so', async () => {
    const { repLin, serviceLi, manager } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.extend', { reason: '等配件', until: '2026-11-27 18:00' });
    expect(manager.card('延期到 11-27（周五）18:00').text).toContain('等配件');
    expect(repLin.card('延期到 11-27（周五）18:00').text).toMatch(/先给客户回个话/);
    const asked = world.liveCard(repCard);
    expect(asked.text).toMatch(/FB-1 · 11-25（周三）09:00 前先回个话[\s\S]*先给客户回个话，部门还要一些时间/);
    expect(JSON.stringify(asked.card)).toContain('预计 11月27日 18:00 前给您最终答复');
    world.clock.advance(3_600_000);
    await repLin.taps(repCard, 'feedback.interim', { told_customer: '配件周五到，到货即上门' });
    expect(world.again(repCard).text).toContain('11-24 10:00 客户经理已给客户阶段性答复：配件周五到，到货即上门');
    expect(world.again(repCard).text).not.toMatch(/先回个话|已经告诉客户/);
    expect(world.again(repCard).text).toContain('FB-1 · 11-27（周五）18:00 前');
    expect(world.again(card).text).toContain('已给客户阶段性答复：配件周五到');
    await serviceLi.taps(card, 'feedback.answer', { answer: '配件已换' });
    expect(repLin.caseCard('FB-1').text).toMatch(/待回复客户[\s\S]*\[满意\]/);
  });

  test('cause and prevention follow the answer; what is internal stays among colleagues', async () => {
    const { repLin, serviceLi } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.answer', { answer: '已更换' });
    await serviceLi.taps(card, 'feedback.cause', { cause: '内部：漏检', prevention: '加强巡检' });
    expect(world.again(card).text).not.toContain('[补原因和预防]');
    expect(repLin.caseCard('FB-1').text).toContain('加强巡检');
    expect(repLin.caseCard('FB-1').text).not.toContain('漏检');
    await repLin.forwards('#1');
    expect(repLin.card('时限说明').text).toContain('预防措施：加强巡检');
    await serviceLi.forwards('#1');
    expect(serviceLi.card('预防措施').text).toContain('漏检');
  });

  test('a note costs its mark, its own reply and one change of the department’s card', async () => {
    const { serviceLi } = world.people;
    await serviceLi.taps(card, '接单');
    const before = world.feishu.countedCalls();
    await serviceLi.replies(card, '已联系客户');
    expect(world.feishu.countedCalls() - before).toBe(3);
    expect(world.again(card).text).toContain('已联系客户');
  });

  test('while the rep is away after a question, any member of the group may still extend', async () => {
    const { serviceLi, serviceWang } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.request_info', { question: '型号是什么？' });
    await serviceWang.taps(card, 'feedback.extend', { reason: '等客户', until: '2026-11-27 18:00' });
    expect(world.again(card).text).toMatch(/待补充[\s\S]*已延期至 11-27 18:00/);
  });
});
