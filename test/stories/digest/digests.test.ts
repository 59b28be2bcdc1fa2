import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../../databases';
import { type Player, World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submitted(words: string, form: Record<string, string> = {}) {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', { ...FORM, ...form });
  // The next message is no longer part of the burst.
  world.clock.advance(61_000);
  return world.cardIn('afterSales', words);
}

/** The digests that reached this person by themselves or were asked for, each as its lines. */
const digestsOf = (player: Player) =>
  player
    .wall()
    .map(({ text }) => text.split('\n'))
    .filter(([, second]) => /^(?:.* · )?\d\d-\d\d 周./.test(second ?? ''));

async function asked(player: Player): Promise<string> {
  await player.forwards('日报');
  return player.wall().at(-1)?.text ?? '';
}

describe.each(DIALECTS)('the morning, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect, startsAt: '2026-11-24T10:00' });
  });

  test('leads and reps read theirs half an hour before the managers, each once, over restarts', async () => {
    const { serviceLi, serviceLead, qualityLead, repLin, repZhao, manager, generalManager, clerk } = world.people;
    const answered = await submitted('空调漏水');
    await serviceLi.taps(answered, '接单');
    await serviceLi.taps(answered, 'feedback.answer', { answer: '已更换' });
    await submitted('插座冒烟', { customer: '恒泰建材', priority: 'urgent' });
    await world.passes('22h', '30m');
    await world.passes('30m', '5m');
    expect([manager, generalManager, qualityLead, repZhao, clerk].flatMap(digestsOf)).toEqual([]);
    expect(digestsOf(serviceLead)).toEqual([
      expect.arrayContaining([
        '今天 2 件到期，1 件没人接',
        '售后部 · 11-25 周三 · 日报',
        '【特急】恒泰建材 · 插座冒烟',
      ]),
    ]);
    expect(digestsOf(repLin)).toEqual([
      expect.arrayContaining(['林晓，今天 1 位客户等您回话', '海风公司 · 空调漏水', '今天 10:00 · 有结果了']),
    ]);
    await world.restartBot();
    await world.passes('30m', '5m');
    await world.restartBot();
    await world.passes('10m', '5m');
    for (const chief of [manager, generalManager]) {
      const [digest, ...more] = digestsOf(chief);
      expect(more).toEqual([]);
      expect(digest).toEqual(
        expect.arrayContaining([
          '今天 2 件到期，1 件没人接',
          '先看第一件：特急，还没人接单。',
          '【特急】恒泰建材 · 插座冒烟',
        ]),
      );
    }
    expect([serviceLead, repLin, qualityLead, repZhao, clerk].map((one) => digestsOf(one).length)).toEqual([
      1, 1, 0, 0, 0,
    ]);
  });

  test('its acts reach the case: the rep answers the customer, the manager urges and opens the list', async () => {
    const { serviceLi, repLin, manager } = world.people;
    const card = await submitted('空调漏水');
    await serviceLi.taps(card, '接单');
    await submitted('货架生锈');
    await world.advances('24h');
    expect((await manager.taps(manager.card('日报'), '催办')).error).toBeUndefined();
    expect(world.cardIn('afterSales', '催办').text).toContain('FB-2');
    await submitted('马桶漏水');
    await submitted('门锁坏了打不开');
    await world.advances('23h');
    await manager.forwards('日报');
    expect((await manager.taps(manager.card('日报'), '2 件一起催')).toast?.content).toContain('2 件');
    await manager.taps(manager.card('日报'), '今天到期的另 1 件');
    const list = manager.wall().at(-1)?.text ?? '';
    expect(list).toMatch(/今天到期和超时的 4 件[\s\S]*空调漏水[\s\S]*货架生锈[\s\S]*马桶漏水[\s\S]*门锁坏了打不开/);
    await serviceLi.taps(card, 'feedback.answer', { answer: '已更换' });
    await repLin.forwards('日报');
    await repLin.taps(repLin.card('等您回话'), '去回复');
    await repLin.taps(repLin.wall().at(-1) as never, 'feedback.close', {
      told_customer: '已更换',
      satisfaction: 'satisfied',
    });
    expect((await asked(repLin)).split('\n')[0]).toBe('今天没有等您处理的');
  });

  test('the word gives each their own, and none in a group', async () => {
    const { serviceLi, serviceLead, repLin, manager, clerk, repZhao } = world.people;
    await serviceLi.taps(await submitted('空调漏水'), '接单');
    expect(await asked(manager)).toMatch(/^今天都在路上，没有超时\n11-24 周二 · 日报\n在办 1 件，今天没有到期的。/);
    expect(await asked(clerk)).toContain('在办 1 件');
    expect(await asked(serviceLead)).toMatch(/售后部 · 11-24 周二 · 日报[\s\S]*手上　李娜 1/);
    expect(await asked(serviceLi)).toMatch(/^李娜，今天 1 件等您处理[\s\S]*空调漏水\n.* · 等您答复/);
    expect(await asked(repLin)).toMatch(/^今天没有等您处理的[\s\S]*还在部门办：1 件/);
    expect(await asked(repZhao)).toMatch(/^今天没有等您处理的/);
    await serviceLead.says('日报', 'afterSales', { mentionBot: true });
    await world.settle();
    expect(world.group('afterSales').at(-1)?.text).not.toContain('手上');
  });

  test('yesterday is compared with the same day of the week before, and its figures add up', async () => {
    const { serviceLi, repLin, manager, admin } = world.people;
    const card = await submitted('空调漏水');
    await submitted('同行降价了', { kind: 'competitor' }).catch(() => null);
    await serviceLi.taps(card, '接单');
    await world.advances('5h');
    await serviceLi.taps(card, 'feedback.answer', { answer: '已更换' });
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.close', {
      told_customer: '已更换',
      satisfaction: 'neutral',
    });
    await world.advances('163h');
    await submitted('货架生锈');
    await submitted('马桶漏水');
    await world.advances('24h');
    const digest = await asked(manager);
    expect(digest).toContain('昨天　新增 2 ↑1 · 归档 0 · 没有归档的，不算按时率');
    expect(digest).toMatch(/部门\n售后部\n在办\n2\n超时\n\d\n按时\n100%\n平均\n5 小时/);
    expect(await asked(admin)).toContain('提醒：应发');
  });
});
