import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createApp } from '../../src/app';
import type { FeishuConfig } from '../../src/config/environment';
import { openDatabase } from '../../src/db/data-source';
import { OutboxStore } from '../../src/db/outbox-store';
import { createInTransaction } from '../../src/db/transaction';
import { DIALECTS } from '../databases';
import { mentionedIn, noticesIn } from '../notices';
import { describeOnMysql } from '../on-mysql';
import { timelineOf } from '../timeline';
import { GROUPS, PEOPLE, type Player, World } from '../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

/** A case in the after-sales group; returns its card there. */
async function submitted(words: string, customer = '海风公司') {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', { ...FORM, customer });
  // One minute later, the next message is no longer part of the burst.
  world.clock.advance(61_000);
  return world.cardIn('afterSales', words);
}

/** Three cases submitted within three minutes; their two hours are over at the same tick. */
async function three() {
  const cards = [];
  for (const words of ['空调漏水', '货架生锈', '马桶堵住了，漏了一地水'])
    cards.push(await submitted(words, `客户${words}`));
  return cards;
}

const saidIn = () => noticesIn(world.group('afterSales'));
/** What a person was told, the morning's digest apart. */
const toldTo = (player: Player) => noticesIn(player.wall().filter(({ text }) => !text.includes('日报')));

describe.each(DIALECTS)('one message per person and moment, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('several cases due at once are one message to the group: each case, its holder, and why', async () => {
    await three();
    await world.advances('2h');
    expect(saidIn()).toEqual(['3 件等着处理']);
    const bundle = world.cardIn('afterSales', '3 件等着处理');
    expect(bundle.parentId).toBeNull();
    expect(bundle.text).toMatch(
      /客户空调漏水 · 空调漏水\n明天 09:00 · FB-1 待接单（售后部）\n\[接单\][\s\S]*FB-2[\s\S]*FB-3/,
    );
    expect(mentionedIn(bundle)).toEqual([PEOPLE.serviceLead.id]);
    // Its rep reads once for all three that nobody has claimed them yet.
    expect(toldTo(world.people.repLin)).toEqual(['3 件请关注']);
    const second = world.caseCard(world.group('afterSales'), 'FB-2');
    await world.people.serviceLi.taps(bundle, '接单');
    expect(world.again(second).text).toContain('待接单');
    expect(world.again(bundle).text).toContain('2 件等着处理');
    await world.advances('1m');
    expect(saidIn()).toHaveLength(1);
  });

  test('a case that was answered while the message was on the way is left out', async () => {
    const [first, second, third] = await three();
    world.clock.advance(2 * 3_600_000);
    world.feishu.failNext('POST /im/v1/messages', { httpStatus: 503, times: 2 });
    await world.noticesTime();
    await world.people.serviceLi.taps(first as never, '接单');
    await world.advances('1m');
    expect(saidIn()).toEqual(['2 件等着处理']);
    expect(world.cardIn('afterSales', '2 件等着').text).not.toContain('FB-1');
    await world.people.serviceLi.taps(second as never, '接单');
    await world.people.serviceLi.taps(third as never, '接单');
    expect(world.group('afterSales')).toHaveLength(4);
  });

  test('if one case is left, it is sent as a single reminder', async () => {
    const [first, , third] = await three();
    world.clock.advance(2 * 3_600_000);
    world.feishu.failNext('POST /im/v1/messages', { httpStatus: 503, times: 2 });
    await world.noticesTime();
    await world.people.serviceLi.taps(first as never, '接单');
    await world.people.serviceLi.taps(third as never, '接单');
    await world.advances('1m');
    expect(saidIn()).toEqual(['FB-2 还没人接单']);
    expect(world.group('afterSales').at(-1)?.parentId).toBeNull();
  });

  test('after days without the bot, each person gets one message', async () => {
    await three();
    await world.restartBot();
    await world.advances('72h');
    expect(saidIn()).toEqual(['3 件等着处理']);
    const { serviceLead, manager, generalManager } = world.people;
    // The digests of this moment tell those above the holders.
    for (const superior of [serviceLead, manager, generalManager]) {
      expect(toldTo(superior)).toEqual([]);
      expect(superior.card('日报').text).toContain('3 件超时');
    }
    await world.advances('1m');
    expect(saidIn()).toHaveLength(1);
  });

  test('reminders held back by quiet hours come at eight as one message', async () => {
    const { serviceLi } = world.people;
    const cards = await three();
    world.clock.advance(60_000);
    for (const card of cards) await serviceLi.taps(card, '接单');
    await world.passes('23h', '30m');
    expect(noticesIn(serviceLi.wall())).toEqual(['3 件等您处理', '3 件等您处理']);
    // A reply to the message about all three belongs to none of them, and is no customer's matter.
    await serviceLi.replies(serviceLi.card('3 件等您处理'), '马上处理');
    expect(serviceLi.card().text).toContain('哪一条');
    expect(serviceLi.wall().filter(({ text }) => text.includes('草稿'))).toEqual([]);
  });

  test('the last hour buzzes, once for all cases in the message', async () => {
    await three();
    await world.passes('23h', '30m');
    const buzzed = world.group('afterSales').filter(({ urgentTo }) => urgentTo.length > 0);
    expect(buzzed.map((one) => [...noticesIn([one]), one.urgentTo])).toEqual([
      ['3 件等着处理', [PEOPLE.serviceLead.id]],
    ]);
  });

  test('a lead whom Feishu will not buzz gets one direct message instead', async () => {
    world.feishu.settings.refuseBuzz = 230023;
    await three();
    await world.passes('23h', '30m');
    await world.advances('1s');
    expect(toldTo(world.people.serviceLead)).toEqual(['3 件请关注']);
  });

  test('the lead is warned before any manager', async () => {
    const { serviceLi, serviceLead, manager } = world.people;
    const card = await submitted('空调漏水');
    await serviceLi.taps(card, '接单');
    await world.passes('12h', '30m');
    await serviceLi.replies(card, '配件明早到');
    expect(toldTo(serviceLead)).toEqual([]);
    await world.passes('11h', '30m');
    expect(serviceLi.card('提醒').urgentTo).toEqual([serviceLi.id]);
    expect(manager.wall()).toEqual([]);
    await world.passes('1h', '30m');
    // Their digests of the morning tell lead and manager; twelve hours later escalations do.
    expect(serviceLead.card('日报').text).toContain('空调漏水');
    expect([toldTo(serviceLead), toldTo(manager)]).toEqual([['FB-1 到时限了'], []]);
    await world.passes('12h', '30m');
    expect(toldTo(manager)).toEqual(['FB-1 已超时']);
  });

  test('reminders that a crash left held go out as one message once the bot is back', async () => {
    await three();
    await world.app.stop();
    const db = await openDatabase(world.config.database);
    const params = { rung: 'unclaimed', status: 'assigned', claimedBy: null };
    const to = { type: 'chat' as const, id: GROUPS.afterSales.id };
    const notice = { kind: 'message' as const, name: 'reminder', to, params, gathers: true as const };
    await createInTransaction(db)(async (tx) => {
      for (const recordId of [1, 2]) {
        const row = { workflow: 'feedback', recordId, notice, uuid: `crashed-${recordId}`, held: true as const };
        await new OutboxStore(tx).enqueue(row, world.clock.now());
      }
    });
    await db.destroy();
    await world.startBot();
    expect(saidIn()).toEqual(['2 件等着处理']);
    await world.advances('1h');
    expect(saidIn()).toHaveLength(1);
  });
});

describe.each(DIALECTS)('还在处理吗？ on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  async function claimed(player: Player) {
    const card = await submitted('空调漏水');
    world.clock.advance(3_600_000);
    await player.taps(card, '接单');
    return card;
  }

  test('a silent holder is asked half-way, says yes, and is left alone until half of the rest is over', async () => {
    const { serviceLi } = world.people;
    const card = await claimed(serviceLi);
    await world.passes('11h', '10m');
    expect(toldTo(serviceLi)).toEqual(['FB-1 提醒']);
    await world.passes('1h', '10m');
    const question = serviceLi.card('还在处理吗');
    expect(question.text).toMatch(/今天 09:00|明天 09:00（还剩 11 小时）[\s\S]*\[还在处理\]/);
    const answer = await serviceLi.taps(question, '还在处理');
    expect(answer.toast).toMatchObject({ type: 'success' });
    expect(world.again(question).text).not.toContain('[还在处理]');
    await world.passes('10h', '10m');
    expect(world.again(card).text).toContain('处理中');
  });

  test('a holder who does not answer loses the claim: the group and the former holder hear it once, with the reason', async () => {
    const { serviceLi, serviceWang } = world.people;
    world.clock.advance(6 * 3_600_000);
    const card = await claimed(serviceLi);
    await world.passes('17h', '10m');
    const question = serviceLi.card('还在处理吗');
    expect(question.text).toContain('11-25 11:01 前没有回应，将退回待接单');
    await world.passes('3h', '30m');
    const freed = world.group('afterSales').filter(({ text }) => text.includes('可以重新接单'));
    expect(freed.map(({ text, parentId }) => [/李娜接单后一直没有进展/.test(text), parentId])).toEqual([[true, null]]);
    expect(toldTo(serviceLi).filter((said) => said === 'FB-1 已放回待接单')).toHaveLength(1);
    await serviceWang.taps(card, '接单');
    expect(world.again(card).text).toContain('王磊');
    const timeline = await timelineOf(world, 1);
    expect(timeline.filter(({ what }) => what === 'release')).toMatchObject([
      { actorId: null, detail: { from: 'handling', to: 'assigned', why: 'silent', claimedBy: serviceLi.id } },
    ]);
  });

  test('a reply in the thread is a sign of life', async () => {
    const { serviceLi } = world.people;
    const card = await claimed(serviceLi);
    await world.passes('11h', '30m');
    await serviceLi.replies(card, '配件已寄出');
    await world.passes('3h', '30m');
    expect(serviceLi.wall().filter(({ text }) => text.includes('还在处理吗'))).toEqual([]);
  });

  test('too near the deadline the lead hears instead, and the claim stays', async () => {
    const { serviceLi, serviceLead } = world.people;
    const card = await claimed(serviceLi);
    await world.passes('20h', '30m');
    expect(serviceLi.card('还在处理吗').text).toContain('没有回应，会请部门主管关注');
    expect(serviceLead.wall()).toEqual([]);
    await world.passes('150m', '30m');
    expect(serviceLead.card('日报').text).toContain('李娜');
    await world.passes('4h', '30m');
    expect(world.again(card).text).toContain('处理中');
  });

  test('the holder releases the case from the question', async () => {
    const { serviceLi } = world.people;
    const card = await claimed(serviceLi);
    await world.passes('12h', '10m');
    const question = serviceLi.card('还在处理吗');
    await serviceLi.taps(question, 'feedback.release');
    expect(world.again(card).text).toMatch(/待接单[\s\S]*\[接单\]/);
    expect(world.again(question).text).not.toContain('[还在处理]');
  });
});

// One SQLite file belongs to one process; several share a MySQL (design §4).
describeOnMysql('several processes on one MySQL', () => {
  beforeEach(async () => {
    world = await World.start({ dialect: 'mysql' });
  });

  test('bots that tick at the same moment send one message', async () => {
    const { config, org } = world;
    const overrides = { clock: world.clock, random: () => 0.5, ticks: 'manual' as const };
    await three();
    const log = pino({ level: 'silent' });
    const twin = await createApp({ config, feishu: config.feishu as FeishuConfig, org, log, overrides });
    try {
      world.clock.advance(2 * 3_600_000);
      await Promise.all([world.app.tick(), twin.tick(), world.app.tick(), twin.tick()]);
      await Promise.all([world.app.settle(), twin.settle()]);
      expect(saidIn()).toEqual(['3 件等着处理']);
    } finally {
      await twin.stop();
    }
  });
});
