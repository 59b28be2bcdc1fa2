import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../../databases';
import { noticesIn } from '../../notices';
import { type Player, World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submitted(words: string, form: Record<string, string> = {}) {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', { ...FORM, ...form });
  world.clock.advance(61_000);
  return world.cardIn('afterSales', words);
}

const saidTo = (player: Player) => noticesIn(player.wall());
const reminders = () => noticesIn(world.group('afterSales'));

describe.each(DIALECTS)('a bot that was down and comes up at three in the night, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect, startsAt: '2026-11-24T15:00' });
  });

  test('says nothing before eight, and then one message to each', async () => {
    const { repLin, serviceLi, manager } = world.people;
    for (const words of ['空调漏水', '货架生锈']) await submitted(words);
    await serviceLi.taps(await submitted('龙头漏水'), '接单');
    await repLin.forwards('窗帘褪色了，要求更换');
    const told = saidTo(repLin).length;
    await world.advances('12h');
    await world.passes('4h', '30m');
    expect(reminders()).toEqual([]);
    expect(saidTo(serviceLi)).toEqual([]);
    expect(saidTo(repLin)).toHaveLength(told);
    expect(saidTo(manager)).toEqual([]);
    await world.passes('1h', '30m');
    expect(reminders()).toEqual(['2 件等着处理']);
    expect(saidTo(serviceLi)).toHaveLength(1);
    expect(saidTo(repLin).slice(told)).toEqual(['FB-4 还没有提交']);
  });

  test('chases an urgent overdue case at once, and leaves the digest for the morning', async () => {
    const { manager } = world.people;
    await submitted('空调漏水', { priority: 'urgent' });
    await submitted('货架生锈');
    await world.advances('36h');
    expect(reminders()).toEqual(['FB-1 已超时']);
    expect(saidTo(manager)).toEqual(['FB-1 已超时']);
    await world.passes('5h', '30m');
    expect(saidTo(manager)).toHaveLength(2);
    expect(manager.wall().at(-1)?.text).toMatch(/11-25 周三 · 日报[\s\S]*【特急】海风公司 · 空调漏水[\s\S]*货架生锈/);
  });
});
