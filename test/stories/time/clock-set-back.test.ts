import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { HOUR, SECOND } from '../../../src/domain/time';
import { DIALECTS } from '../../databases';
import { noticesIn } from '../../notices';
import { World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
let ahead: number;

/** Sets the machine's clock, as the program sees it, and lets the bot run for 20 s. */
async function clockIsSet(byMs: number): Promise<void> {
  ahead += byMs;
  world.clock.advance(byMs);
  for (let ticks = 0; ticks < 4; ticks += 1) {
    world.clock.advance(5 * SECOND);
    await world.noticesTime();
  }
}

const titlesIn = () => noticesIn(world.group('afterSales'));

async function submits(): Promise<void> {
  const { repLin } = world.people;
  await repLin.forwards('空调漏水');
  await repLin.taps(repLin.card('空调漏水'), '提交', FORM);
}

/** What the group hears in the day after a case came in, and the clock was wrong by so many hours for 20 s. */
async function heardAfter(dialect: (typeof DIALECTS)[number], hours: number): Promise<string[]> {
  world = await World.start({ dialect, startsAt: '2026-11-24T09:00' });
  await submits();
  await clockIsSet(hours * HOUR);
  await clockIsSet(-hours * HOUR);
  const told = titlesIn().length;
  await world.passes('40h', '30m');
  return titlesIn().slice(told);
}

beforeEach(() => {
  ahead = 0;
  const real = Date.now;
  jest.spyOn(Date, 'now').mockImplementation(() => real() + ahead);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await world.stop();
});

describe.each(DIALECTS)('a clock that was wrong for a while, on %s', (dialect) => {
  test.each([3, 12, 23])(
    'by %i h, and is put right again: the reminders of the day come all the same',
    async (hours) => {
      const heard = await heardAfter(dialect, hours);
      expect(heard).toEqual(['FB-1 还没人接单', 'FB-1 提醒', 'FB-1 提醒', 'FB-1 到时限了', 'FB-1 已超时']);
    },
  );

  test('a rep can chase again, although the last time seems to lie ahead', async () => {
    world = await World.start({ dialect, startsAt: '2026-11-24T09:00' });
    const { repLin } = world.people;
    await submits();
    await clockIsSet(9 * HOUR);
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.urge');
    await clockIsSet(-9 * HOUR);
    await world.passes('1h', '30m');
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.urge');
    expect(titlesIn().filter((title) => title.includes('催'))).toHaveLength(2);
  });
});
