import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../../databases';
import { timelineOf } from '../../timeline';
import { World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

describe.each(DIALECTS)('thanks, nods and lone marks, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('are never a draft: the first gets help, a question mark too, others nothing', async () => {
    const { repZhao } = world.people;
    for (const text of ['谢谢', '好的', '👌', '收到，谢谢']) await repZhao.forwards(text);
    expect(repZhao.wall().map(({ text }) => text.split('\n')[0])).toEqual(['把客户的话转给我就行']);
    await repZhao.forwards({ type: 'sticker' });
    expect(repZhao.wall()).toHaveLength(1);
    await repZhao.forwards('？');
    expect(repZhao.wall()).toHaveLength(2);
    world.clock.advance(120_000);
    await repZhao.forwards('空调漏水');
    await repZhao.forwards('好的');
    expect(repZhao.wall()).toHaveLength(3);
    expect(repZhao.card('草稿').text).not.toContain('好的');
    await world.passes('26h', '1h');
    expect(repZhao.wall().filter(({ text }) => text.includes('FB-2'))).toEqual([]);
  });

  test('of a holder whom a reminder asks it is a sign of life', async () => {
    const { repLin, serviceLi } = world.people;
    world.clock.advance(6 * 3_600_000);
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    await world.passes('18h', '30m');
    expect(serviceLi.card('还在处理吗')).toBeTruthy();
    await serviceLi.forwards('在处理，收到');
    expect(serviceLi.card('记下了，您还在处理').text).toContain('FB-1');
    expect((await timelineOf(world, 1)).at(-1)).toMatchObject({ what: 'still_working', actorId: serviceLi.id });
    await world.passes('3h', '30m');
    expect(world.cardIn('afterSales', '空调漏水').text).toContain('处理中');
  });

  test('a text that could be anything is asked about; not answered, nothing is recorded', async () => {
    const { repZhao, serviceLead } = world.people;
    await repZhao.forwards('红色');
    expect(repZhao.card().text).toMatch(/“红色”[\s\S]*\[是，帮我登记\]\n\[不是\]/);
    await repZhao.taps(repZhao.card(), '不是');
    expect(repZhao.card().text).toContain('没有记录');
    await serviceLead.forwards('明天下午三点开会，大家准时到');
    await serviceLead.taps(serviceLead.card(), '是，帮我登记');
    expect(serviceLead.card('草稿').text).toContain('准时到');
    world.clock.advance(120_000);
    await repZhao.forwards('退货');
    expect(repZhao.card('草稿').text).toContain('退货');
  });

  test('帮助 offers what the person may use, and a number that cannot exist is unknown', async () => {
    const { repZhao, manager, admin } = world.people;
    for (const player of [repZhao, manager, admin]) await player.forwards('帮助');
    expect(repZhao.card().text).not.toMatch(/日报|设置/);
    expect(manager.card().text).toContain('日报');
    expect(admin.card().text).toContain('设置');
    await repZhao.forwards('#12345678901');
    expect(repZhao.card().text).toContain('没有找到');
    await admin.forwards('设制');
    expect(admin.card().text).toContain('您是想发送“设置”吗');
  });
});
