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
    await serviceLi.taps(card, '退回待接单', { reason__release: '临时出差' });
    expect(world.again(card).text).toMatch(/待接单[\s\S]*\[接单\]/);
    expect(world.cardIn('afterSales', '退回待接单')).toMatchObject({ parentId: null });
    expect(world.cardIn('afterSales', '退回待接单').text).toMatch(/李娜已退回[\s\S]*临时出差/);
    expect(world.again(repCard).text).toContain('等待接单');
    await world.advances('2h');
    expect(world.cardIn('afterSales', '还没有人接单')).toBeTruthy();
    await serviceWang.taps(card, '接单');
    expect(world.again(repCard).text).toContain('王磊');
  });

  test('the newest reply is one tap from being the answer', async () => {
    const { repLin, serviceLi, serviceWang } = world.people;
    await serviceLi.taps(card, '接单');
    expect(world.again(card).text).not.toContain('以此回复作为处理意见');
    await serviceLi.replies(card, '已派单');
    world.clock.advance(60_000);
    await serviceWang.replies(card, '已更换排水管，试机正常');
    expect(world.again(card).text).toMatch(
      /最新回复（王磊 11-24 09:01）\n已更换排水管，试机正常\n\[以此回复作为处理意见\]/,
    );
    await serviceLi.taps(card, '以此回复作为处理意见');
    expect(repLin.card('已有处理意见').text).toContain('已更换排水管，试机正常');
    expect(world.again(card).text).toMatch(/待回复客户[\s\S]*处理意见（王磊 11-24 09:01）\n已更换排水管，试机正常/);
    expect(world.again(repCard).text).toContain('已派单');
  });

  test('the answer is the reply that the tapped card showed, even if newer ones came', async () => {
    const { serviceLi, serviceWang } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.replies(card, '已更换排水管');
    const seen = world.again(card);
    world.feishu.failNext('PATCH /im/v1/messages/:message_id', { httpStatus: 500, times: 1 });
    await serviceWang.replies(card, '好的收到');
    expect(world.again(card).text).toBe(seen.text);
    await serviceLi.taps(card, '以此回复作为处理意见');
    expect(world.again(repCard).text).toMatch(/处理意见（李娜[^）]*）\n已更换排水管/);
  });

  test('after a reopening, an old reply is no longer offered as the answer', async () => {
    const { repLin, serviceLi } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.replies(card, '已更换排水管');
    await serviceLi.taps(card, '以此回复作为处理意见');
    await repLin.taps(repCard, '重新打开', { reason: '又漏了' });
    const again = world.cardIn('afterSales', '又漏了');
    await serviceLi.taps(again, '接单');
    expect(world.again(again).text).not.toContain('以此回复作为处理意见');
    expect(world.again(again).text).toMatch(/上次的处理意见\n已更换排水管/);
    await serviceLi.replies(again, '换了整根管');
    expect(world.again(again).text).toContain('[以此回复作为处理意见]');
  });

  test('an extension: manager and rep are told, the rep gives an interim reply in time, the card says so', async () => {
    const { repLin, serviceLi, manager } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, '申请延期', { reason__extend: '等配件', until: '2026-11-27 18:00' });
    expect(manager.card('延期至 11-27 18:00').text).toContain('等配件');
    expect(repLin.card('延期至 11-27 18:00').text).toContain('仍须先给客户一个阶段性答复，时限 11-25 09:00');
    const asked = world.again(repCard);
    expect(asked.text).toMatch(/请先给客户一个阶段性答复，时限 11-25 09:00/);
    expect(JSON.stringify(asked.card)).toContain('预计 11月27日 18:00 前给您最终答复');
    world.clock.advance(3_600_000);
    await repLin.taps(repCard, '已告知客户', { told_customer: '配件周五到，到货即上门' });
    expect(world.again(repCard).text).toContain('11-24 10:00 客户经理已给客户阶段性答复：配件周五到，到货即上门');
    expect(world.again(repCard).text).not.toMatch(/仍须|已告知客户/);
    expect(world.again(card).text).toContain('已给客户阶段性答复：配件周五到');
    await serviceLi.taps(card, 'feedback.answer', { answer: '配件已换' });
    expect(world.again(repCard).text).toContain('[归档]');
  });

  test('cause and prevention go with the answer; the rep sees them', async () => {
    const { serviceLi } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, '提交处理意见', { answer: '已更换', cause: '内部：漏检', prevention: '加强巡检' });
    expect(world.again(repCard).text).toMatch(/已更换\n原因分析：内部：漏检\n预防措施：加强巡检/);
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
    await serviceLi.taps(card, '退回补充', { question: '型号是什么？' });
    await serviceWang.taps(card, '申请延期', { reason: '等客户', until: '2026-11-27 18:00' });
    expect(world.again(card).text).toMatch(/待补充[\s\S]*已申请延期至 11-27 18:00/);
  });
});
