import { afterEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../databases';
import { noticesIn } from '../notices';
import { World, type WorldOptions } from '../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submitted(options: Omit<WorldOptions, 'dialect'>, dialect: WorldOptions['dialect'], words = '空调漏水') {
  world = await World.start({ dialect, ...options });
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', FORM);
  return world.cardIn('afterSales', words);
}

describe.each(DIALECTS)('the explained clock, on %s', (dialect) => {
  test('时限说明 answers in the direct chat, with the time spent so far and the next reminder', async () => {
    const card = await submitted({}, dialect);
    const { serviceLi, serviceWang } = world.people;
    await world.advances('1h');
    await serviceLi.taps(card, '接单');
    await world.advances('1h');
    const said = world.group('afterSales').length;
    const tapped = await serviceWang.taps(card, 'feedback.explain');
    expect(tapped.toast?.content).toContain('私信');
    expect(tapped.card).toBeUndefined();
    expect(world.group('afterSales')).toHaveLength(said);
    expect(serviceWang.card('时限说明').text.split('\n')).toEqual([
      'FB-1 时限说明',
      '11-24 09:00 提交，24 小时内答复客户，即 11-25 09:00 前。',
      '按自然时间计算，夜间和节假日也计入。',
      '截至 11-24 11:00，已用 2 小时，还剩 22 小时。',
      '经手过程',
      '11-24 09:00 至 10:00　等待售后部接单，1 小时',
      '11-24 10:00 至今　售后部李娜处理，1 小时',
      '接下来',
      '11-24 21:00 提醒李娜：临近答复时限。',
    ]);
  });

  test('#1 shows the same, and charges each department for its own time only', async () => {
    const card = await submitted({}, dialect);
    const { serviceLi, qualitySun, repLin } = world.people;
    await serviceLi.taps(card, '接单');
    await world.advances('5h');
    await serviceLi.taps(card, 'feedback.transfer', { department: 'quality', reason: '来料问题' });
    const second = world.cardIn('quality', '空调漏水');
    await qualitySun.taps(second, '接单');
    await world.advances('2h');
    await qualitySun.taps(second, 'feedback.request_info', { question: '批号？' });
    await world.advances('30m');
    await repLin.forwards('#1');
    const shown = repLin.card('经手过程').text;
    expect(shown).toMatch(/各方用时\n售后部：5 小时\n品质部：2 小时\n客户经理：30 分钟/);
    expect(shown).toMatch(/等待林晓补充信息，30 分钟/);
  });

  test('in a year without published holidays the case says so, and the admin is told once', async () => {
    const sla = { calendar: 'workdays' as const };
    world = await World.start({ dialect, startsAt: '2026-12-31T15:00' });
    Object.assign(world.org.sla, sla);
    await world.restartBot();
    const { repLin, admin, manager } = world.people;
    for (const words of ['空调漏水', '货架生锈']) {
      await repLin.forwards(words);
      await repLin.taps(repLin.card(words), '提交', FORM);
      world.clock.advance(61_000);
    }
    await world.restartBot();
    await world.passes('100h', '5h');
    const told = admin.wall().filter(({ text }) => text.includes('2027 年放假安排待录入'));
    expect(told).toHaveLength(1);
    expect(manager.wall().filter(({ text }) => text.includes('放假'))).toEqual([]);
    const card = world.cardIn('afterSales', '空调漏水');
    await repLin.forwards('#1');
    expect(repLin.card('经手过程').text).toMatch(/只计工作日[\s\S]*2027 年的放假安排尚未公布/);
    // Nobody is disturbed on New Year's Day, nor on the weekend after it.
    const heard = world.group('afterSales').filter(({ createdAt }) => createdAt >= card.createdAt);
    const days = heard.slice(1).map(({ createdAt }) => new Date(createdAt + 8 * 3_600_000).toISOString().slice(0, 10));
    expect(days.filter((day) => ['2027-01-01', '2027-01-02', '2027-01-03'].includes(day))).toEqual([]);
  });
});

describe.each(DIALECTS)('an extended case, on %s', (dialect) => {
  test('the rep is reminded of the interim reply, and afterwards the department of its new date', async () => {
    const card = await submitted({}, dialect);
    const { repLin, serviceLi } = world.people;
    const repCard = repLin.caseCard('FB-1');
    await serviceLi.taps(card, '接单');
    const until = '2026-11-27 18:00';
    const extended = await serviceLi.taps(card, 'feedback.extend', { reason: '等配件', until });
    expect(extended.toast).toMatchObject({ type: 'success' });
    // Not the form that was asked for.
    const about = (player: typeof repLin) =>
      noticesIn(player.wall().filter(({ text }) => !text.includes('仅您可见'))).filter((said) =>
        said.startsWith('FB-1 '),
      );
    await world.passes('12h', '1h');
    expect(about(repLin)).toContain('FB-1 先回个话');
    expect(about(serviceLi)).toEqual([]);
    await repLin.taps(repCard, 'feedback.interim', { told_customer: '配件周五到' });
    await world.passes('13h', '1h');
    expect(about(repLin).filter((title) => title.includes('先回个话'))).toEqual(['FB-1 先回个话']);
    expect(world.again(card).text).not.toContain('已超时');
    await world.passes('25h', '1h');
    expect(about(serviceLi)).toEqual(['FB-1 还在处理吗', 'FB-1 已放回待接单']);
    await serviceLi.taps(card, '接单');
    await world.passes('24h', '1h');
    expect(serviceLi.card('<提醒>').text).toContain('18:00');
    await repLin.forwards('#1');
    expect(repLin.card('接下来').text).toMatch(/已给客户阶段性答复，时限改为 11-27 18:00/);
  });
});
