import { afterEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createApp } from '../../../src/app';
import type { FeishuConfig } from '../../../src/config/environment';
import { parseOrgFile } from '../../../src/config/org-file';
import { MINUTE } from '../../../src/domain/time';
import { DIALECTS } from '../../databases';
import { describeOnMysql } from '../../on-mysql';
import { PEOPLE, type Player, World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submitted(words: string, form: Record<string, string> = {}) {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', { ...FORM, ...form });
  world.clock.advance(MINUTE + 1000);
}

/** What reached this person since the second morning. */
const saidTo = (player: Player) =>
  player.wall().filter(({ createdAt }) => createdAt >= Date.parse('2026-11-25T07:00:00+08:00'));
const firstLines = (player: Player) => saidTo(player).map(({ text }) => text.split('\n')[0] ?? '');
const isDigest = ({ text }: { text: string }) => /^(?:.* · )?\d\d-\d\d 周. · 日报$/.test(text.split('\n')[1] ?? '');
const digests = (player: Player) => saidTo(player).filter(isDigest);
const escalations = (player: Player) => saidTo(player).filter((one) => !isDigest(one));

/** Cases of the morning before, due at about 08:45; the clock stands at 08:30. */
async function dueBeforeNine(dialect: (typeof DIALECTS)[number], form: Record<string, string> = {}) {
  world = await World.start({ dialect, startsAt: '2026-11-24T08:40' });
  await submitted('空调漏水', form);
  await submitted('货架生锈', form);
  await world.passes('23h', '1h');
  await world.passes('45m', '5m');
}

describe.each(DIALECTS)('what a digest says as well, on %s', (dialect) => {
  test('is not said beside it: an escalation of the half hour before waits for the digest, over a restart', async () => {
    await dueBeforeNine(dialect);
    const { manager, generalManager, serviceLead } = world.people;
    await world.passes('20m', '5m');
    await world.restartBot();
    await world.passes('1h', '5m');
    for (const chief of [manager, generalManager]) {
      expect(escalations(chief)).toEqual([]);
      expect(digests(chief)).toHaveLength(1);
      expect(digests(chief)[0]?.text).toContain('2 件超时');
    }
    // The lead's digest was over by then.
    expect(escalations(serviceLead)).not.toEqual([]);
    // The ladder goes on as if the escalation had been said.
    await world.passes('11h', '1h');
    expect([digests(manager), escalations(manager)].map((all) => all.length)).toEqual([1, 1]);
  });

  test('is said by itself, soon, if the digest is put off, or does not come', async () => {
    await dueBeforeNine(dialect);
    const { manager, generalManager } = world.people;
    await world.passes('20m', '5m');
    expect([manager, generalManager].flatMap(escalations)).toEqual([]);
    // As if another process had taken the slot and never said anything.
    await world.db.query('UPDATE period SET slot = ? WHERE job = ?', [
      Date.parse('2026-11-25T09:00:00+08:00'),
      'bot.digest',
    ]);
    await world.passes('15m', '1m');
    expect([manager, generalManager].map((one) => digests(one).length)).toEqual([0, 0]);
    expect([manager, generalManager].map((one) => escalations(one).length)).toEqual([1, 1]);
    expect(saidTo(manager)[0]?.text).toMatch(/空调漏水[\s\S]*货架生锈/);
  });

  test('does not wait if the case is urgent; in one moment with the digest it is left to the digest', async () => {
    await dueBeforeNine(dialect, { priority: 'urgent' });
    const { manager } = world.people;
    await world.passes('20m', '5m');
    expect([digests(manager), escalations(manager)].map((all) => all.length)).toEqual([0, 1]);
    await world.stop();
    world = await World.start({ dialect, startsAt: '2026-11-24T09:00' });
    await submitted('空调漏水', { priority: 'urgent' });
    // The bot was down at nine: reminders and digest are caught up in one moment.
    await world.advances('25h');
    expect(escalations(world.people.manager)).toEqual([]);
    expect(digests(world.people.manager)).toHaveLength(1);
  });

  test('reaches a lead as a digest alone if it waited for the end of the night', async () => {
    world = await World.start({ dialect, startsAt: '2026-11-23T23:00' });
    await submitted('空调漏水');
    await world.passes('32h', '1h');
    await world.passes('3h', '10m');
    const { serviceLead, manager } = world.people;
    expect(firstLines(serviceLead)).toEqual(['1 件超时']);
    // At eight, an hour before the managers' digest, nothing waits for it.
    expect(escalations(manager)).toHaveLength(1);
  });

  test('a manager who only wants the digest hears of no late case, the others do', async () => {
    const orgFile = parseOrgFile(`
departments:
  - { key: after_sales, name: 售后部, chat: ${'oc_e30d2fc5e339180d40138ad33c058c8a'}, lead: ${PEOPLE.serviceLead.id} }
managers: [${PEOPLE.manager.id}, ${PEOPLE.generalManager.id}]
digest: { digest_only: [${PEOPLE.generalManager.id}] }
`);
    world = await World.start({ dialect, orgFile, startsAt: '2026-11-24T11:00' });
    await submitted('空调漏水');
    await world.passes('46h', '1h');
    const { manager, generalManager } = world.people;
    expect(escalations(manager)).toHaveLength(2);
    expect(escalations(generalManager)).toEqual([]);
    expect(digests(generalManager)).toHaveLength(2);
  });
});

describeOnMysql('several processes on one MySQL', () => {
  test('that tick at the same moment say a digest once, and nothing beside it', async () => {
    await dueBeforeNine('mysql');
    const { config, org, clock } = world;
    const overrides = { clock, ticks: 'manual' as const };
    const log = pino({ level: 'silent' });
    const twin = await createApp({ config, feishu: config.feishu as FeishuConfig, org, log, overrides });
    try {
      for (let minutes = 0; minutes < 40; minutes += 5) {
        clock.advance(5 * MINUTE);
        await Promise.all([world.app.tick(), twin.tick(), world.app.tick(), twin.tick()]);
        await Promise.all([world.app.settle(), twin.settle()]);
      }
      for (const chief of [world.people.manager, world.people.generalManager]) {
        expect(firstLines(chief)).toEqual(['2 件超时']);
      }
    } finally {
      await twin.stop();
    }
  });
});
