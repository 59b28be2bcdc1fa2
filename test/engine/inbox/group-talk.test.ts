import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../../src/db/data-source';
import { InboxRow } from '../../../src/db/engine-rows';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

const FORM = { customer: '海风', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

/** What the inbox holds, as text. */
async function kept(): Promise<string> {
  const db = await openDatabase(world.config.database);
  const rows = await db.manager.find(InboxRow);
  await db.destroy();
  return JSON.stringify(rows);
}

describe.each(DIALECTS)('what people say in a group, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('to each other is not kept, nor are their replies and edits; all of it is acknowledged', async () => {
    const { serviceLi, serviceLead } = world.people;
    const said = await serviceLi.says('中午吃红烧肉', 'afterSales');
    await serviceLead.replies(said, '还是酸菜鱼');
    await world.feishu.edit(serviceLi.id, said.id, '中午吃糖醋排骨');
    await world.feishu.recall(serviceLi.id, said.id);
    await world.settle();
    expect(await kept()).not.toMatch(/红烧肉|酸菜鱼|糖醋排骨/);
    expect(world.group('afterSales')).toHaveLength(0);
    const pushed = world.feishu.pushes().flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome.ok));
    expect(pushed).not.toContain(false);
  });

  test('to the bot is answered, and forgotten', async () => {
    const { serviceLi, serviceLead } = world.people;
    await serviceLi.says('在吗，帮我看看', 'afterSales', { mentionBot: true });
    await serviceLead.says('设置', 'afterSales');
    await world.settle();
    expect(world.group('afterSales')).toHaveLength(2);
    expect(await kept()).not.toContain('帮我看看');
  });

  test('under a card belongs to its case, is edited and recalled with it', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('空调漏水');
    const repCard = repLin.card();
    await repLin.taps(repCard, '提交', FORM);
    const reply = await serviceLi.replies(world.cardIn('afterSales'), '下午三点上门');
    expect(await kept()).toContain('下午三点上门');
    await world.feishu.edit(serviceLi.id, reply.id, '下午四点上门');
    await world.settle();
    expect(repLin.wall().at(-1)?.text).toContain('下午四点上门');
    await world.feishu.recall(serviceLi.id, reply.id);
    await world.settle();
    expect(repLin.wall().map(({ text }) => text)).not.toContainEqual(expect.stringMatching(/点上门/));
    await repLin.taps(repCard, 'feedback.show');
    expect(repLin.card('客户原话').text).toContain('（有一条消息已撤回）');
  });
});
