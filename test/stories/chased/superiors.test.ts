import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DEFAULT_ORG } from '../../../src/domain/org/settings';
import { HOUR } from '../../../src/domain/time';
import { DIALECTS } from '../../databases';
import { noticesIn } from '../../notices';
import { PEOPLE, type Player, World } from '../../world';

const FORM = { channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

/** Three cases of 10:00, which are late on the next day: 李娜 holds two of them, nobody the third. */
async function threeLate(): Promise<void> {
  const { repLin, serviceLi } = world.people;
  for (const [words, isClaimed] of [
    ['空调漏水', true],
    ['货架生锈', true],
    ['马桶堵住了，漏了一地水', false],
  ] as const) {
    await repLin.forwards(words);
    await repLin.taps(repLin.card(words), '提交', { ...FORM, customer: `客户${words}` });
    if (isClaimed) await serviceLi.taps(world.cardIn('afterSales', words), '接单');
    world.clock.advance(61_000);
  }
  await world.passes('25h', '30m');
}

/** What a person was told, the morning's digest apart. */
const toldTo = (player: Player) => noticesIn(player.wall().filter(({ text }) => !text.includes('日报')));

describe.each(DIALECTS)('those above the holders, on %s', (dialect) => {
  beforeEach(async () => {
    const sla = { ...DEFAULT_ORG.sla, escalateEveryMs: 2 * HOUR };
    world = await World.start({ dialect, startsAt: '2026-11-24T10:00', org: { sla } });
  });

  test('one tap urges all that is late: one message to each holder, with a buzz, and not again within the hour', async () => {
    const { manager, serviceLi } = world.people;
    await threeLate();
    const bundle = manager.card('3 件超时');
    const said = toldTo(serviceLi).length;
    const tapped = await manager.taps(bundle, 'feedback.urge_all');
    expect(tapped.toast).toMatchObject({ type: 'success', content: '已催 3 件：售后部李娜、售后部' });
    await world.advances('1s');
    expect(toldTo(serviceLi).slice(said)).toEqual(['2 件等您处理']);
    expect(serviceLi.card('2 件等您处理').urgentTo).toEqual([serviceLi.id]);
    expect(world.cardIn('afterSales', '催办')).toMatchObject({ urgentTo: [PEOPLE.serviceLead.id] });
    const again = await manager.taps(bundle, 'feedback.urge_all');
    expect(again.toast).toMatchObject({ type: 'info', content: world.texts.clock.noneToUrge });
    await world.advances('1s');
    expect(toldTo(serviceLi)).toHaveLength(said + 1);
  });

  test('a lead urges what is with the department; a person without such cases urges nothing', async () => {
    const { serviceLead, qualityLead } = world.people;
    await threeLate();
    const bundle = serviceLead.card('3 件超时');
    expect((await serviceLead.taps(bundle, 'feedback.urge_all')).toast?.content).toContain('已催 3 件');
    await qualityLead.forwards('待办');
    const others = await world.feishu.tap(qualityLead.id, qualityLead.card().id, {
      cmd: 'feedback.urge_all',
      value: { cmd: 'feedback.urge_all', id: 0 },
    });
    expect(others.toast?.content ?? '').not.toContain('已催');
  });

  test('who wants to hear no more today hears no more escalations today, even after a restart', async () => {
    const { manager, generalManager } = world.people;
    await threeLate();
    const tapped = await manager.taps(manager.card('3 件超时'), 'feedback.mute_today');
    expect(tapped.toast?.content).toBe(world.texts.clock.mutedToday);
    await world.restartBot();
    await world.passes('4h', '60m');
    expect(toldTo(manager)).toHaveLength(1);
    expect(toldTo(generalManager).length).toBeGreaterThan(1);
    await world.passes('18h', '60m');
    expect(manager.card('11-26 周四 · 日报').text).toContain('空调漏水');
    await world.passes('4h', '60m');
    expect(toldTo(manager).length).toBeGreaterThan(1);
  });

  test('one tap says that the holder is on all of them', async () => {
    const { serviceLi } = world.people;
    await threeLate();
    const tapped = await serviceLi.taps(serviceLi.card('2 件等您处理'), 'feedback.still_working_all');
    expect(tapped.toast?.content).toBe(world.texts.clock.stillOnNoted(2));
  });
});
