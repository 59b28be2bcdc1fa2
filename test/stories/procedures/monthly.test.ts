import { afterEach, describe, expect, test } from '@jest/globals';
import { PEOPLE } from '../../../sandbox/company';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

let world: World;
afterEach(() => world.stop());

const PROJECTS = [
  { key: 'P1', name: '城南' },
  { key: 'P2', name: '城北' },
  { key: 'P3', name: '老城', active_until: '2026-10-31' },
];

describe.each(DIALECTS)('the ad plans of a month, on %s', (dialect) => {
  test('begin by themselves, one for each project in use, once for all processes', async () => {
    const positions = { ad_planner: [PEOPLE.repLin.id] };
    world = await World.start({ dialect, startsAt: '2026-12-17T09:30', org: { positions } });
    const put = await fetch(`http://127.0.0.1:${world.port}/api/registers/projects`, {
      method: 'PUT',
      headers: { Authorization: 'Bearer api-token', 'Content-Type': 'application/json' },
      body: JSON.stringify(PROJECTS),
    });
    expect(put.status).toBe(200);
    await world.noticesTime();
    const titles = () => world.people.repLin.wall().map(({ text }) => text.split('\n')[0]);
    expect(titles()).toEqual([]);

    // 2026-12-20 is a Sunday: the plans of January begin on the Friday before.
    await world.passes('24h', '1h');
    expect(titles()).toEqual(['城南 2027 年 1 月广告计划', '城北 2027 年 1 月广告计划']);
    await world.restartBot();
    await world.passes('24h', '6h');
    const drafts = world.people.repLin.wall().filter(({ text }) => text.includes('<拟定>'));
    expect(drafts).toHaveLength(2);
  });
});
