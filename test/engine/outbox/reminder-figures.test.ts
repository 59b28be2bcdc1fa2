import { afterEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

const FORM = { customer: '海风', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submitted(): Promise<void> {
  const { repLin } = world.people;
  await repLin.forwards('空调漏水');
  await repLin.taps(repLin.card(), '提交', FORM);
}

const metrics = async () => (await fetch(`http://127.0.0.1:${world.port}/metrics`)).text();

describe.each(DIALECTS)('the reminders of a day, on %s', (dialect) => {
  test('are counted in the digest that an admin asks for; a punctual day brings no other message', async () => {
    world = await World.start({ dialect });
    const { admin, manager } = world.people;
    await submitted();
    // Two reminders are due: at two hours, and twelve hours before the deadline.
    await world.passes('24h', '5m');
    await admin.says('日报');
    await manager.says('日报');
    await world.settle();
    expect(admin.wall()).toHaveLength(1);
    expect(admin.card('日报').text).toMatch(/提醒：应发 (\d+) \/ 按时送达 \1/);
    expect(manager.card('日报').text).not.toContain('提醒：应发');
  });

  test('that came late are told to the admins the next morning, and counted', async () => {
    world = await World.start({ dialect });
    const { admin, manager } = world.people;
    await submitted();
    await world.advances('3h');
    expect(await metrics()).toContain('feedback_reminders_late_total 1');
    await world.passes('21h', '30m');
    expect(admin.card('提醒：应发').text).toMatch(/提醒：应发 2 \/ 按时送达 1/);
    expect(manager.card('日报').text).not.toContain('提醒：应发');
  });
});

test('the admins read them in their digest if there are no managers', async () => {
  world = await World.start({ dialect: 'sqlite', org: { managers: [] }, locale: 'en-US' });
  await world.passes('24h', '1h');
  expect(world.people.admin.wall().at(-1)?.text).toContain('Reminders: 0 due / 0 delivered on time');
});
