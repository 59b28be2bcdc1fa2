import { afterEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../../databases';
import { PEOPLE, type Player, World } from '../../world';

let world: World;
let admin: Player;
afterEach(() => world.stop());

async function opens(...commands: string[]) {
  await admin.forwards('设置');
  const card = admin.card();
  for (const command of commands) await admin.taps(card, command);
  return card;
}

/** What a client sends for a field in which people are chosen. */
const chosen = (...people: { id: string }[]) => people.map(({ id }) => id) as unknown as string;

describe.each(DIALECTS)('positions, on %s', (dialect) => {
  test('an admin adds, changes and removes them; whoever leaves is followed by the next one', async () => {
    world = await World.start({ dialect, orgFile: { admins: [PEOPLE.admin.id] } });
    admin = world.people.admin;
    const { repLin, manager, generalManager } = world.people;
    await manager.forwards('帮助');
    await generalManager.forwards('帮助');
    const card = await opens();
    expect(world.again(card).text).toContain('职位：未设置');
    await admin.taps(card, 'org.positions');
    await admin.taps(card, 'org.new_position');
    await admin.taps(card, 'org.save_position', {
      position_name: '总经理',
      holder: chosen(PEOPLE.generalManager),
      stand_ins: chosen(PEOPLE.manager),
    });
    expect(world.again(card).text).toContain('总经理｜郑总｜代理：张伟');
    await admin.taps(card, 'org.new_position');
    const taken = { position_name: '总经理', holder: chosen(PEOPLE.manager) };
    expect((await admin.taps(card, 'org.save_position', taken)).toast?.content).toContain('“职位名称”有重复');
    await admin.taps(card, 'org.save_position', { position_name: '采购经理', holder: chosen(PEOPLE.manager) });
    expect(world.again(card).text).toContain('采购经理｜张伟');
    await admin.taps(card, 'org.setup');
    expect(world.again(card).text).toContain('职位：2 个');

    await admin.taps(card, 'org.positions');
    await admin.taps(card, 'org.position', { position: 'gm' });
    expect(world.again(card).text).toContain('在流程文件中写作 position:gm');
    await admin.taps(card, 'org.save_position', { position_name: '总裁' });
    expect(world.again(card).text).toContain('总裁｜郑总｜代理：张伟');

    await world.feishu.leaveCompany(PEOPLE.generalManager.id);
    await world.settle();
    expect(admin.card('郑总').text).toContain('郑总（总裁）已离职');
    const again = await opens('org.positions');
    expect(world.again(again).text).toContain('总裁｜张伟');
    await admin.taps(again, 'org.position', { position: 'position_2' });
    expect((await admin.taps(again, 'org.remove_position')).toast?.content).toContain('职位已撤销');
    expect(world.again(again).text).not.toContain('采购经理');
    const gone = await admin.taps(again, 'org.position', { position: 'gm' });
    expect(gone.error).toBeUndefined();
    await repLin.forwards('设置');
    expect(repLin.card().text).toContain('设置由管理员（黄工）操作');
  });

  test('what org.yaml names is shown as fixed, and others can be added', async () => {
    world = await World.start({ dialect });
    admin = world.people.admin;
    await world.people.repZhao.forwards('帮助');
    const card = await opens('org.positions');
    expect(world.again(card).text).toMatch(/总经理｜郑总\n营销总监｜张伟｜代理：郑总\n分管副总｜周建华/);
    await admin.taps(card, 'org.position', { position: 'gm' });
    expect(world.again(card).text).toContain('这个职位写在 org.yaml 中');
    expect((await admin.taps(card, 'org.remove_position')).error?.code).toBe('no_such_button');
    await admin.taps(card, 'org.positions');
    await admin.taps(card, 'org.new_position');
    await admin.taps(card, 'org.save_position', { position_name: 'cashier：出纳', holder: chosen(PEOPLE.repZhao) });
    expect(world.again(card).text).toContain('出纳｜赵敏');
  });
});
