import { afterEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

const SCOPE = { httpStatus: 400, code: 99991672, msg: 'Access denied. One of [im:bot.info:readonly] is required.' };

let world: World;
afterEach(() => world.stop());

describe.each(DIALECTS)('the very first call to Feishu, on %s', (dialect) => {
  test('is refused for lack of a scope: the bot starts all the same, and the admin hears which scope it is', async () => {
    world = await World.start({ dialect });
    await world.app.stop();
    world.feishu.failNext('GET /bot/v3/info', SCOPE);
    await world.startBot();
    await world.noticesTime();
    const said = world.people.admin.wall().map(({ text }) => text);
    expect(said).toEqual([expect.stringContaining('im:bot.info:readonly')]);
    await world.people.repLin.forwards('空调漏水');
    expect(world.people.repLin.card().text).toContain('空调漏水');
  });
});
