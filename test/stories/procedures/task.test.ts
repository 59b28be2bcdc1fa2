import { afterEach, describe, expect, test } from '@jest/globals';
import { PEOPLE } from '../../../sandbox/company';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

let world: World;
afterEach(() => world.stop());

describe.each(DIALECTS)('a task (批示与督办), on %s', (dialect) => {
  test('is given in the chat, accepted, done and confirmed, with few calls', async () => {
    world = await World.start({ dialect });
    const { manager, serviceLi } = world.people;
    const before = world.feishu.countedCalls();
    await manager.says('新建 任务');
    await world.settle();
    const form = manager.card('督办任务');
    const what = '全部仓库外箱加护角';
    await manager.taps(form, 'record.submit', { what, owner: PEOPLE.serviceLi.id, until: '2026-12-18' });
    const task = serviceLi.card(what);
    expect(JSON.stringify(task)).toContain('RW-2026-0001');
    await serviceLi.taps(task, '接受');
    await serviceLi.taps(serviceLi.card(what), '报完成', { result: '三个仓都换了' });
    await manager.taps(manager.card('请您确认'), '通过');
    expect(world.feishu.countedCalls() - before).toBeLessThanOrEqual(6);
    expect(serviceLi.card(what).text).toContain('您已办完');
  });
});
