import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform';
import { DIALECTS } from '../databases';
import { PEOPLE, type Player, World } from '../world';

let world: World;
afterEach(() => world.stop());

const form = (customer: string, department = 'after_sales', priority = 'normal') => ({
  ...{ customer, channel: 'wechat', kind: 'complaint', priority, department },
  category: department === 'quality' ? 'quality' : 'after_sales',
});

async function submits(rep: Player, words: string, customer: string, ...more: string[]) {
  await rep.forwards(words);
  await rep.taps(rep.card(words), '提交', form(customer, ...more));
  world.clock.advance(61_000);
}

const numbersOn = ({ text }: MessageView) => text.match(/FB-\d+/g) ?? [];

describe.each(DIALECTS)('lists, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('a list turns its pages on the same card; new cases do not shift pages', async () => {
    const { repLin, repZhao } = world.people;
    for (let i = 1; i <= 8; i += 1) await submits(repLin, `第${i}位客户的空调漏水`, `客户${i}`);
    await submits(repZhao, '别人的客户漏水', '别人');
    await repLin.forwards('我的');
    const list = repLin.card('我的 8 件');
    const cards = repLin.wall().length;
    expect(numbersOn(list)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `FB-${n}`));
    expect(list.text).not.toContain('上一页');

    await submits(repLin, '新来的客户漏水', '新客户');
    const turned = await repLin.taps(list, '还有 2 件');
    expect(turned.error).toBeUndefined();
    expect(numbersOn(world.again(list))).toEqual(['FB-7', 'FB-8', 'FB-10']);
    expect(world.again(list).text).not.toContain('还有');
    await repLin.taps(list, '上一页');
    expect(numbersOn(world.again(list))).toEqual([1, 2, 3, 4, 5, 6].map((n) => `FB-${n}`));
    expect(repLin.wall()).toHaveLength(cards + 1);
  });

  test('what waits for the reader comes first, then what presses most; each row has its act', async () => {
    const { repLin, serviceLi } = world.people;
    await submits(repLin, '空调漏水', '海风公司');
    await submits(repLin, '不制冷', '星河酒店');
    await submits(repLin, '插座冒烟', '云海公司', 'after_sales', 'urgent');
    await submits(repLin, '遥控器失灵', '蓝天公司');
    await serviceLi.taps(world.cardIn('afterSales', '不制冷'), '接单');
    await serviceLi.taps(world.cardIn('afterSales', '不制冷'), 'feedback.request_info', { question: '型号？' });
    await repLin.forwards('我的');
    const mine = repLin.card('我的 4 件，1 件等我');
    expect(numbersOn(mine)).toEqual(['FB-2', 'FB-3', 'FB-1', 'FB-4']);
    expect(mine.text).toMatch(
      /星河酒店 · 不制冷[\s\S]*\[去补充\][\s\S]*【特急】云海公司[\s\S]*\[催办\][\s\S]*\[查看\]/,
    );
    expect(mine.text).toMatch(/明天 09:0\d · FB-1 待接单/);
  });

  test('from a list the form of an act comes in a message of its own, and a case as the live card', async () => {
    const { repLin, serviceLi } = world.people;
    await submits(repLin, '空调漏水', '海风公司');
    await submits(repLin, '不制冷', '星河酒店');
    const first = repLin.caseCard('FB-1');
    await serviceLi.taps(world.cardIn('afterSales', '空调漏水'), '接单');
    await serviceLi.taps(world.cardIn('afterSales', '空调漏水'), 'feedback.request_info', { question: '型号？' });
    await repLin.forwards('待办');
    const list = repLin.card('1 件等您办');
    await repLin.taps(list, 'feedback.provide_info', { info: 'KFR-35' });
    expect(world.cardIn('afterSales', '空调漏水').text).toContain('KFR-35');
    await repLin.forwards('我的');
    await repLin.taps(repLin.card('我的 2 件'), '查看');
    expect(world.again(first).text).toContain('这张卡片不再更新');
    const live = repLin.wall().at(-1) as MessageView;
    world.clock.advance(2000);
    expect(live.text).toContain('看完整信息]');
    const whole = { cmd: 'feedback.ask', value: { cmd: 'feedback.ask', id: 1 }, option: 'show' };
    await world.feishu.tap(repLin.id, live.id, whole);
    await world.settle();
    expect(repLin.wall().at(-1)?.text).toMatch(/经过（\d 条）[\s\S]*提交给售后部/);
  });

  test('a member of the department claims and answers from the list', async () => {
    const { repLin, serviceLi, qualitySun } = world.people;
    await submits(repLin, '空调漏水', '海风公司');
    await submits(repLin, '不制冷，电话 13812345678', '星河酒店');
    await qualitySun.forwards('待办');
    expect(qualitySun.card('待办').text).toContain('没有等您办的');
    await serviceLi.taps(world.cardIn('afterSales', '空调漏水'), '接单');
    await serviceLi.forwards('待办');
    const todo = serviceLi.card('2 件等您办');
    expect(numbersOn(todo)).toEqual(['FB-1', 'FB-2']);
    expect(todo.text).toMatch(/FB-1 处理中[\s\S]*\[答复\][\s\S]*FB-2 待接单[\s\S]*\[接单\]/);
    const claimed = await serviceLi.taps(todo, '接单');
    expect(claimed.toast).toMatchObject({ type: 'success' });
    await serviceLi.taps(todo, '答复');
    await serviceLi.taps(serviceLi.wall().at(-1) as MessageView, 'feedback.answer', { answer: '已修好' });
    expect(world.caseCard(world.group('afterSales'), 'FB-1').text).toContain('已修好');
    await serviceLi.forwards('#2');
    const whole = serviceLi.card('不制冷');
    expect(whole.text).toContain('138****5678');
    expect(whole.text).not.toContain('13812345678');
    await serviceLi.taps(whole, '转部门');
    await serviceLi.taps(whole, 'feedback.transfer', { department: 'quality', reason: '是质量问题' });
    expect(world.cardIn('quality', '不制冷').text).toContain('是质量问题');
  });

  test('what is overdue is the 待办 of managers and leads, with 催办 in each row', async () => {
    const { repLin, serviceLi, serviceLead, manager } = world.people;
    await submits(repLin, '空调漏水', '海风公司');
    await world.advances('1h');
    await submits(repLin, '不制冷', '星河酒店');
    for (const words of ['空调漏水', '不制冷']) await serviceLi.taps(world.cardIn('afterSales', words), '接单');
    await manager.forwards('待办');
    expect(manager.card('待办').text).toContain('目前没有等您办的');
    await world.advances('25h');
    for (const boss of [manager, serviceLead]) {
      await boss.forwards('待办');
      const todo = boss.card('2 件等您办');
      expect(numbersOn(todo)).toEqual(['FB-1', 'FB-2']);
      expect(todo.text).toMatch(/超 2 小时 · FB-1 处理中[\s\S]*\[催办\][\s\S]*\[超时的一起催\]/);
    }
    await manager.forwards('逾期');
    const overdue = manager.card('2 件超时');
    const urged = await manager.taps(overdue, '催办');
    expect(urged.toast).toMatchObject({ type: 'success', content: '已催办 FB-1' });
    await manager.taps(overdue, 'feedback.correct', { department: 'quality', reason: '换部门' });
    expect(world.cardIn('quality', '空调漏水').text).toContain('换部门');
    world.clock.advance(2000);
    await manager.forwards('#2');
    expect(manager.card('不制冷').text).toContain('[催办]\n[批示]\n[改派]\n');
  });

  test('an owed interim reply is in its rep’s 待办 until it is given', async () => {
    const { repLin, serviceLi } = world.people;
    await submits(repLin, '空调漏水', '海风公司');
    const posted = world.cardIn('afterSales', '空调漏水');
    await serviceLi.taps(posted, '接单');
    await serviceLi.taps(posted, 'feedback.extend', { reason: '等配件', until: '2026-11-26 18:00' });
    await repLin.forwards('待办');
    const todo = repLin.card('1 件等您办');
    expect(todo.text).toMatch(/FB-1[\s\S]*须先给客户一个阶段性答复[\s\S]*\[去回话\]/);
    await repLin.taps(todo, 'feedback.interim', { told_customer: '配件周四到' });
    await repLin.forwards('待办');
    expect(repLin.wall().at(-1)?.text).toContain('没有等您办的');
  });

  test('drafts stand in the list of their rep; what is at rest is one tap away', async () => {
    const { repLin } = world.people;
    await submits(repLin, '空调漏水', '海风公司');
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.withdraw', { reason: '已解决' });
    await repLin.forwards('冰箱异响');
    await repLin.forwards('我的反馈');
    const mine = repLin.card('我的 1 件，1 件等我');
    expect(mine.text).toMatch(/FB-2[\s\S]*\[查看草稿\]/);
    await repLin.taps(mine, '已归档的');
    expect(world.again(mine).text).toMatch(/^我的已归档 1 件[\s\S]*FB-1 已撤回/);
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
    const list = world.cardIn('afterSales', '9 件等您办');
    expect(list.text).not.toContain('品质客户');
    const refused = await serviceWang.taps(list, '还有 3 件');
    expect(refused.toast).toMatchObject({ type: 'warning' });
    expect(world.again(list).text).toContain('空调漏水6');
    await serviceLi.taps(list, '还有 3 件');
    expect(world.again(list).text).toContain('空调漏水9');

    const claimed = await serviceWang.taps(list, '接单');
    expect(claimed.toast).toMatchObject({ type: 'success', content: '您已接单 FB-7' });
    const asked = await world.feishu.tap(serviceWang.id, list.id, { cmd: 'feedback.ask', option: 'transfer' });
    await world.settle();
    expect(asked.toast?.content).toContain('私聊');
    expect(serviceWang.wall().at(-1)?.text).toContain('转给哪个部门');

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
