import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

const FORM = { customer: '海风公司', contact: '13812345678', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submitted() {
  const { repLin } = world.people;
  await repLin.forwards('空调漏水');
  await repLin.taps(repLin.card(), '提交', { ...FORM, channel: 'wechat' });
}

describe.each(DIALECTS)('members of a department’s group, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('a member who never acted opens a case of the group in the direct chat, masked; other people do not', async () => {
    const { serviceWang, qualitySun } = world.people;
    await submitted();
    for (const player of [serviceWang, qualitySun]) await player.forwards('#1');
    expect(serviceWang.card('空调漏水').text).not.toContain('13812345678');
    expect(qualitySun.wall().map(({ text }) => text)).toEqual([expect.stringContaining('只有经办人员')]);
  });

  test('while Feishu does not tell the members, nobody sees more than before', async () => {
    const { serviceWang } = world.people;
    world.feishu.failNext(/members/, { times: 20 });
    await world.restartBot();
    await submitted();
    await serviceWang.forwards('#1');
    expect(serviceWang.wall().map(({ text }) => text)).toEqual([expect.stringContaining('只有经办人员')]);
  });
});
