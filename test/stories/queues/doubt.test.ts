import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GROUPS, PEOPLE } from '../../../sandbox/company';
import { parseDuration } from '../../../src/domain/time';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

const FORM = { customer: '海风公司', kind: 'complaint', category: 'after_sales' };
const LOST = { afterEffect: true, drop: true };

describe.each(DIALECTS)('Feishu took a message and its answer was lost, on %s', (dialect) => {
  let world: World;
  beforeEach(async () => {
    world = await World.start({ dialect });
  });
  afterEach(() => world.stop());

  /** The bot is down for this long, with the message in doubt. */
  const isDownFor = async (duration: string) => {
    await world.app.stop();
    world.clock.advance(parseDuration(duration) ?? 0);
    await world.startBot();
    await world.passes('2m', '30s');
  };

  // Feishu remembers a message's uuid for an hour.
  test.each(['10m', '61m', '7h'])('and the bot was down for %s: the group has one card, and it lives', async (down) => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('客户反映空调漏水');
    world.feishu.failNext(({ body }) => body?.receive_id === GROUPS.afterSales.id, LOST);
    await repLin.taps(repLin.card(), '提交', FORM);
    await isDownFor(down);
    const cards = () => world.group('afterSales').filter(({ text }) => text.startsWith('客户反馈'));
    expect(cards()).toHaveLength(1);
    await serviceLi.taps(world.cardIn('afterSales', '客户反馈'), '接单');
    await world.passes('1m', '10s');
    expect(cards()).toMatchObject([{ text: expect.stringContaining('李娜') }]);
  });

  test('and the bot was down for hours: a direct message is not said twice', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('客户反映空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    const before = repLin.wall().length;
    world.feishu.failNext(({ api, method }) => method === 'POST' && api.includes('/im/v1/messages'), LOST);
    await serviceLi.taps(world.cardIn('afterSales'), '提交处理意见', { answer: '换新' });
    await isDownFor('3h');
    const said = repLin.wall().slice(before);
    expect(said.filter(({ text }) => text.includes('换新'))).toHaveLength(1);
    expect(PEOPLE.repLin.id).toBe(repLin.id);
  });
});
