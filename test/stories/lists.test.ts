import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform';
import { DIALECTS } from '../databases';
import { PEOPLE, type Player, World } from '../world';

let world: World;
afterEach(() => world.stop());

const form = (customer: string, department = 'after_sales') => ({
  ...{ customer, channel: 'wechat', category: department === 'quality' ? 'quality' : 'after_sales', department },
});

async function submits(rep: Player, words: string, customer: string, department?: string) {
  await rep.forwards(words);
  await rep.taps(rep.card(words), '提交', form(customer, department));
  world.clock.advance(61_000);
}

const numbersOn = ({ text }: MessageView) => text.match(/FB-\d+/g) ?? [];

describe.each(DIALECTS)('lists, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('a list turns its pages on the same card; new cases do not shift pages', async () => {
    const { repLin, repZhao } = world.people;
    for (let i = 1; i <= 10; i += 1) await submits(repLin, `第${i}位客户的空调漏水`, `客户${i}`);
    await submits(repZhao, '别人的客户漏水', '别人');
    await repLin.forwards('我的');
    const list = repLin.card('我的反馈');
    const cards = repLin.wall().length;
    expect(list.text).toContain('共 10 条，第 1–8 条');
    expect(numbersOn(list)).toEqual([10, 9, 8, 7, 6, 5, 4, 3].map((n) => `FB-${n}`));
    expect(list.text).not.toContain('上一页');

    await submits(repLin, '新来的客户漏水', '新客户');
    const turned = await repLin.taps(list, '下一页');
    expect(turned.error).toBeUndefined();
    expect(numbersOn(world.again(list))).toEqual(['FB-2', 'FB-1']);
    expect(world.again(list).text).toContain('共 11 条，第 10–11 条');
    expect(world.again(list).text).not.toContain('下一页');

    await repLin.taps(list, '上一页');
    expect(numbersOn(world.again(list))).toEqual([10, 9, 8, 7, 6, 5, 4, 3].map((n) => `FB-${n}`));
    await repLin.taps(list, '上一页');
    expect(numbersOn(world.again(list))[0]).toBe('FB-12');
    expect(repLin.wall()).toHaveLength(cards + 1);
  });

  test('待办 and 逾期 go by deadline and show late cases; 查看 brings the case', async () => {
    const { repLin, serviceLi, manager } = world.people;
    await submits(repLin, '空调漏水', '海风公司');
    await world.advances('2h');
    await submits(repLin, '不制冷', '星河酒店');
    for (const words of ['空调漏水', '不制冷']) await serviceLi.taps(world.cardIn('afterSales', words), '接单');
    await serviceLi.forwards('待办');
    const todo = serviceLi.card('等我处理');
    expect(numbersOn(todo)).toEqual(['FB-1', 'FB-2']);
    expect(todo.text).toContain('处理中｜售后部李娜｜时限 11-25 09:00');
    await manager.forwards('逾期');
    expect(manager.card('已超时的反馈').text).toContain('目前没有超时的反馈');
    await world.advances('23h');
    await manager.forwards('逾期');
    const overdue = manager.card('已超时的反馈');
    expect(numbersOn(overdue)).toEqual(['FB-1']);
    expect(overdue.text).toContain('已超时，时限 11-25 09:00');
    await manager.taps(overdue, '查看');
    expect(manager.card('客户反馈 FB-1').text).toContain('空调漏水');
  });

  test('an owed interim reply is in its rep’s 待办 until it is given', async () => {
    const { repLin, serviceLi } = world.people;
    await submits(repLin, '空调漏水', '海风公司');
    const posted = world.cardIn('afterSales', '空调漏水');
    await serviceLi.taps(posted, '接单');
    const extended = await serviceLi.taps(posted, 'feedback.extend', {
      reason__extend: '等配件',
      until: '2026-11-26 18:00',
    });
    expect(extended.toast).toMatchObject({ type: 'success' });
    await repLin.forwards('待办');
    const todo = repLin.card('等我处理');
    expect(todo.text).toMatch(/FB-1[\s\S]*须先给客户一个阶段性答复/);
    await repLin.taps(repLin.card('客户反馈 FB-1'), 'feedback.interim', { told_customer: '配件周四到' });
    await repLin.forwards('待办');
    expect(repLin.card('等我处理').text).not.toContain('FB-1');
    await serviceLi.forwards('待办');
    expect(serviceLi.card('等我处理').text).not.toContain('阶段性答复');
  });

  test('我的 shows open cases first; a member finds the cases that they claimed', async () => {
    const { repLin, serviceLi } = world.people;
    await submits(repLin, '空调漏水', '海风公司');
    await submits(repLin, '不制冷', '星河酒店');
    await repLin.taps(repLin.card('不制冷'), '撤回', { reason: '已解决' });
    await repLin.forwards('我的反馈');
    expect(numbersOn(repLin.card('我的反馈'))).toEqual(['FB-1', 'FB-2']);
    await serviceLi.taps(world.cardIn('afterSales', '空调漏水'), '接单');
    await serviceLi.forwards('mine');
    expect(numbersOn(serviceLi.card('我的反馈'))).toEqual(['FB-1']);
  });

  test('a person who acted for a department finds its unclaimed cases in 待办, as the group sees them', async () => {
    const { repLin, serviceLi, qualitySun } = world.people;
    await submits(repLin, '空调漏水', '海风公司');
    await submits(repLin, '不制冷，电话 13812345678', '星河酒店');
    await qualitySun.forwards('待办');
    expect(qualitySun.card().text).toContain('没有等您处理的');
    await serviceLi.taps(world.cardIn('afterSales', '空调漏水'), '接单');
    await serviceLi.taps(world.cardIn('afterSales', '空调漏水'), 'feedback.answer', { answer: '已修好' });
    await serviceLi.forwards('待办');
    const todo = serviceLi.card('等我处理');
    expect(numbersOn(todo)).toEqual(['FB-2']);
    await serviceLi.taps(todo, '查看');
    expect(serviceLi.card('不制冷').text).toContain('138****5678');
    expect(serviceLi.card('不制冷').text).not.toContain('13812345678');
    world.clock.advance(31 * 24 * 60 * 60_000);
    await serviceLi.forwards('待办');
    expect(serviceLi.card().text).toContain('没有等您处理的');
  });

  test('搜索 finds text anywhere in a case, shows the place, and turns pages', async () => {
    const { repLin, repZhao, serviceLi, manager } = world.people;
    await submits(repLin, '收到的验证短信有误 50%_OFF', 'Sea Wind', 'quality');
    await submits(repZhao, '另一位客户的短信', '星河酒店');
    const posted = world.cardIn('afterSales', '另一位');
    await serviceLi.taps(posted, '接单');
    await serviceLi.replies(posted, '已换天线');
    const finds = async (person: Player, words: string) => {
      await person.forwards(`搜索 ${words}`);
      return numbersOn(person.card('搜索'));
    };
    expect(await finds(repLin, '短信')).toEqual(['FB-1']);
    expect(repLin.card('搜索').text).toContain('收到的验证短信有误 50%_OFF');
    expect(await finds(manager, '短信')).toEqual(['FB-2', 'FB-1']);
    expect(await finds(manager, '短信 SEA')).toEqual(['FB-1']);
    expect(await finds(manager, '%_o')).toEqual(['FB-1']);
    expect(await finds(manager, '_')).toEqual(['FB-1']);
    expect(await finds(manager, '天线')).toEqual(['FB-2']);
    expect(await finds(manager, 'fb-2')).toEqual(['FB-2']);
    expect(await finds(repLin, '天线')).toEqual([]);
  });
});

describe.each(DIALECTS)('lists in a group, on %s', (dialect) => {
  test('show the department’s cases to everybody alike; only the asker turns pages; other cases come in private', async () => {
    world = await World.start({ dialect, org: { managers: [PEOPLE.serviceLead.id] } });
    const { repLin, serviceLi, serviceWang, serviceLead } = world.people;
    for (let i = 1; i <= 9; i += 1) await submits(repLin, `空调漏水${i}`, `客户${i}`);
    await submits(repLin, '外壳开裂', '品质客户', 'quality');
    await serviceLi.says('待办', 'afterSales', { mentionBot: true });
    await world.settle();
    const list = world.cardIn('afterSales', '等我处理');
    expect(list.text).toContain('共 9 条，第 1–8 条');
    expect(list.text).not.toContain('品质客户');
    const refused = await serviceWang.taps(list, '下一页');
    expect(refused.toast).toMatchObject({ type: 'warning' });
    expect(world.again(list).text).toContain('第 1–8 条');
    await serviceLi.taps(list, '下一页');
    expect(world.again(list).text).toContain('第 9 条');

    const shown = await serviceWang.taps(list, '查看');
    expect(shown.toast?.content).toContain('私聊');
    expect(serviceWang.card('空调漏水9').text).toContain('客户9');

    const asks = async (who: Player, words: string) => {
      world.clock.advance(1000);
      await who.says(words, 'afterSales', { mentionBot: true });
      await world.settle();
      return world.cardIn('afterSales').text;
    };
    expect(await asks(serviceWang, '#1')).toContain('空调漏水1');
    expect(await asks(serviceWang, '#10')).toContain('只有经办人员');
    expect(await asks(serviceLead, '#10')).toContain('请私聊我');
    expect(await asks(serviceLead, '导出 2026-11')).toContain('请私聊我');
    expect(await asks(serviceLead, '日报')).toContain('请私聊我');
    expect(await asks(serviceLi, '大家好')).toContain('在群里');
  });
});
