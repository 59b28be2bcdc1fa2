import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createApp } from '../../src/app';
import type { FeishuConfig } from '../../src/config/environment';
import { DIALECTS } from '../databases';
import { caseCardsIn, noticesIn } from '../notices';
import { describeOnMysql } from '../on-mysql';
import { PEOPLE, World } from '../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submitted(words = '空调漏水', form: Record<string, string> = FORM) {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', form);
  return world.cardIn('afterSales', words);
}

describe.each(DIALECTS)('the clock, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('unclaimed: the group hears at two hours, nobody at night; in the last hour with a buzz; at due the superiors', async () => {
    await submitted();
    await world.passes('24h');
    expect(noticesIn(world.group('afterSales'))).toEqual([
      'FB-1 还没人接单',
      'FB-1 提醒',
      'FB-1 提醒',
      'FB-1 到时限了',
    ]);
    const lastHour = world.group('afterSales').at(-2);
    expect(lastHour).toMatchObject({ parentId: null, urgentTo: [PEOPLE.serviceLead.id] });
    // The lead's own digest came half an hour before; the managers' of this minute tells of the case.
    expect(noticesIn(world.people.serviceLead.wall())).toEqual(['今天 1 件到期，1 件没人接', 'FB-1 到时限了']);
    expect(noticesIn(world.people.manager.wall())).toEqual(['1 件超时']);
    expect(world.caseCard(world.group('afterSales'), 'FB-1').text).toContain('已到期');
    await world.passes('12h', '30m');
    expect(noticesIn(world.people.manager.wall()).at(-1)).toBe('FB-1 已超时');
  });

  test('once claimed, its holder is reminded; once answered, the rep; once closed, nobody', async () => {
    const { repLin, serviceLi } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, '接单');
    await world.passes('12h', '30m');
    expect(noticesIn(serviceLi.wall())).toEqual(['FB-1 提醒']);
    await serviceLi.taps(card, 'feedback.answer', { answer: '已更换' });
    await world.passes('11h', '30m');
    expect(noticesIn(repLin.wall()).at(-1)).toBe('FB-1 提醒');
    const told = { told_customer: '已更换', satisfaction: 'satisfied' };
    await repLin.taps(repLin.card('提醒'), 'feedback.close', told);
    const said = repLin.wall().length;
    await world.passes('48h', '60m');
    expect(repLin.wall()).toHaveLength(said);
  });

  test('after a day without the bot, each case sends one message', async () => {
    await submitted();
    await world.advances('30h');
    expect(noticesIn(world.group('afterSales'))).toEqual(['FB-1 到时限了']);
    await world.advances('1s');
    expect(world.group('afterSales')).toHaveLength(2);
  });

  test('a card near its 14 days is posted anew, and the old one points to it', async () => {
    const { repLin, serviceLi } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, '接单');
    await world.passes('300h', '6h');
    expect(caseCardsIn(world.group('afterSales'))).toHaveLength(1);
    await world.passes('24h', '6h');
    const [old, renewed, ...more] = caseCardsIn(world.group('afterSales'));
    expect(more).toEqual([]);
    expect(old?.text).toContain('不再更新');
    expect(old?.text).not.toContain('[提交处理意见]');
    // The old card leads to the case.
    await world.feishu.tap(serviceLi.id, old?.id ?? '', { label: '查看' });
    await world.settle();
    expect(serviceLi.caseCard('FB-1').text).toContain('空调漏水');
    await serviceLi.taps(renewed as never, '接单');
    await serviceLi.taps(renewed as never, 'feedback.answer', { answer: '终于修好' });
    expect(repLin.card('终于修好')).toBeTruthy();
  });

  test('many cards near their 14 days are all posted anew in time', async () => {
    const headers = { authorization: 'Bearer api-token', 'content-type': 'application/json' };
    const feedback = { ...FORM, text: '网站留言', rep: PEOPLE.repLin.id, kind: 'complaint', priority: 'normal' };
    const body = JSON.stringify(feedback);
    for (let n = 1; n <= 30; n += 1) {
      const request = { method: 'POST', headers: { ...headers, 'idempotency-key': `k${n}` }, body };
      await fetch(`http://127.0.0.1:${world.port}/api/feedback`, request);
    }
    await world.passes('10s', '1s');
    const cards = () => caseCardsIn(world.group('afterSales'));
    expect(cards()).toHaveLength(30);
    world.clock.advance(13 * 86_400_000);
    await world.passes('60s', '2s');
    expect(cards()).toHaveLength(60);
  });

  test('a case that moved on while its reminder was on the way is not chased', async () => {
    const { serviceLi } = world.people;
    const card = await submitted();
    world.clock.advance(2 * 3_600_000);
    world.feishu.failNext('POST /im/v1/messages', { httpStatus: 503, times: 2 });
    await world.noticesTime();
    await serviceLi.taps(card, '接单');
    await world.advances('1m');
    expect(noticesIn(world.group('afterSales'))).toEqual([]);
  });

  test('if Feishu refuses a buzz, the message still stands', async () => {
    world.feishu.settings.refuseBuzz = 230023;
    await submitted();
    await world.passes('24h', '30m');
    expect(noticesIn(world.group('afterSales'))).toHaveLength(4);
    expect(world.group('afterSales').flatMap(({ urgentTo }) => urgentTo)).toEqual([]);
  });

  test('the morning digest counts yesterday and names overdue cases', async () => {
    const { repLin, serviceLi, manager, repZhao } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.answer', { answer: '已更换' });
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.close', {
      told_customer: '已更换',
      satisfaction: 'satisfied',
    });
    await world.advances('2h');
    const second = await submitted('马桶漏水', { ...FORM, customer: '星河酒店' });
    await serviceLi.taps(second, '接单');
    await world.passes('21h', '30m');
    await world.passes('60m', '30m');
    const first = manager.card('11-25 周三 · 日报').text;
    expect(first).toContain('在办 1 件，今天到期 1 件，都有人在办。\n昨天　新增 2 · 归档 1 · 按时 1/1 · 满意 1/1');
    await world.passes('24h', '30m');
    expect(manager.card('11-26 周四 · 日报').text).toMatch(
      /^1 件超时[\s\S]*星河酒店 · 马桶漏水\n超 22 小时 · 售后部李娜/,
    );
    expect(repZhao.wall()).toEqual([]);
  });
});

// One SQLite file belongs to one process; several share a MySQL (design §4).
describeOnMysql('several processes on one MySQL', () => {
  beforeEach(async () => {
    world = await World.start({ dialect: 'mysql' });
  });

  test('two bots that tick at the same moment remind once and report once', async () => {
    await submitted();
    const { config, org, clock } = world;
    const overrides = { clock, ticks: 'manual' as const };
    const log = pino({ level: 'silent' });
    const twin = await createApp({ config, feishu: config.feishu as FeishuConfig, org, log, overrides });
    try {
      world.clock.advance(2 * 3_600_000);
      await Promise.all([world.app.tick(), twin.tick(), world.app.tick(), twin.tick()]);
      await Promise.all([world.app.settle(), twin.settle()]);
      expect(noticesIn(world.group('afterSales'))).toEqual(['FB-1 还没人接单']);
      world.clock.advance(22 * 3_600_000);
      await Promise.all([world.app.tick(), twin.tick()]);
      await Promise.all([world.app.settle(), twin.settle()]);
      expect(noticesIn(world.people.generalManager.wall()).filter((said) => said === '1 件超时')).toHaveLength(1);
    } finally {
      await twin.stop();
    }
  });
});
