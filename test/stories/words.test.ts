import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { DIALECTS } from '../databases';
import { GROUPS, PEOPLE, World } from '../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submitted(words: string, customer = '海风公司') {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', { ...FORM, customer });
  world.clock.advance(61_000);
}

describe.each(DIALECTS)('words typed to the bot, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
    await submitted('空调漏水，短信也收不到');
    await submitted('货架生锈', '星河酒店');
  });

  test('帮助, 我的, 待办, 搜索, #1 are answered, and none becomes feedback', async () => {
    const { repLin, serviceLi, serviceLead, manager } = world.people;
    await repLin.forwards('帮助');
    expect(repLin.card().text).toContain('转发');
    await repLin.forwards('我的');
    expect(repLin.card().text).toMatch(/海风公司[\s\S]*FB-1[\s\S]*星河酒店[\s\S]*FB-2/);
    await repLin.forwards('搜索 短信');
    expect(repLin.card().text).toMatch(/海风公司[\s\S]*FB-1/);
    expect(repLin.card().text).not.toContain('FB-2');
    await serviceLi.taps(world.cardIn('afterSales', '货架'), '接单');
    await serviceLi.forwards('待办');
    expect(serviceLi.card().text).toContain('FB-2');
    await serviceLead.forwards('todo');
    expect(serviceLead.card().text).toContain('FB-1');
    await repLin.forwards('#1');
    expect(repLin.card().text).toMatch(/FB-1[\s\S]*短信也收不到/);
    await manager.forwards('日报');
    expect(manager.card().text).toContain('日报');
    expect(repLin.wall().filter(({ text }) => text.includes('<草稿>'))).toEqual([]);
  });

  test('a person without the right gets one line, and no case', async () => {
    const { repZhao, logisticsMa } = world.people;
    await repZhao.forwards('#1', '搜索 短信', '日报');
    for (const { text } of repZhao.wall()) expect(text).not.toContain('海风公司');
    expect(repZhao.wall()).toHaveLength(3);
    await logisticsMa.says('你好', 'logistics', { mentionBot: true });
    await world.settle();
    expect(world.group('logistics')).toHaveLength(1);
    await logisticsMa.says('大家早', 'logistics');
    await world.settle();
    expect(world.group('logistics')).toHaveLength(1);
  });

  test('导出 sends the month as a spreadsheet: masked, without formulas, within the person’s rights', async () => {
    const { repLin, repZhao, manager } = world.people;
    await submitted('=HYPERLINK("https://evil.example") 电话 13812345678', '=1+1');
    await repLin.forwards('导出 2026-11');
    const sheet = (of: typeof repLin) => {
      const file = of.wall().findLast(({ type }) => type === 'file');
      const content = file?.content as { file_key: string } | undefined;
      const { name, bytes } = world.feishu.file(content?.file_key ?? '') ?? { name: '', bytes: Buffer.alloc(0) };
      const parts = unzipSync(new Uint8Array(bytes));
      return {
        name,
        xml: Object.values(parts)
          .map((part) => strFromU8(part))
          .join('\n'),
      };
    };
    const own = sheet(repLin);
    expect(own.name).toBe('客户反馈 2026-11.xlsx');
    expect(own.xml).toMatch(/FB-1[\s\S]*海风公司|海风公司[\s\S]*FB-1/);
    expect(own.xml).toContain('林晓');
    expect(own.xml).toContain('138****5678');
    expect(own.xml).not.toMatch(/<f>|13812345678/);
    expect(own.xml).toContain('>=1+1<');
    await repZhao.forwards('导出 2026年11月');
    expect(repZhao.card().text).toContain('2026-11 没有您可以查看的反馈');
    await manager.forwards('export 2026-11');
    expect(sheet(manager).xml).toContain('星河酒店');
    await repLin.forwards('导出 上个月');
    expect(repLin.card().text).toContain('2026-10 没有您可以查看的反馈');
    await repLin.forwards('导出 13月');
    expect(repLin.card().text).toMatch(/请写明月份或时间，例如“导出 11月”/);
    for (const [typed, name] of [
      ['导出11月份', '2026-11'],
      ['导出 今年', '2026 年'],
      ['导出 本周', '2026-11-23 至 2026-11-29'],
      ['导出 四季度', '2026 年第四季度'],
    ] as const) {
      world.clock.advance(2000);
      await repLin.forwards(typed);
      expect(sheet(repLin).name).toBe(`客户反馈 ${name}.xlsx`);
    }
  });

  test('a person who opens the chat for the first time is greeted, only once', async () => {
    const { repZhao } = world.people;
    await world.feishu.enterChat(repZhao.id);
    await world.feishu.enterChat(repZhao.id);
    await world.settle();
    expect(repZhao.wall().map(({ text }) => text.split('\n')[0])).toEqual(['您好，我是客户反馈助手']);
  });

  test('逾期 lists overdue cases', async () => {
    const { manager } = world.people;
    await manager.forwards('逾期');
    expect(manager.card().text).toContain('没有');
    await world.advances('25h');
    await manager.forwards('逾期');
    expect(manager.card().text).toContain('FB-1');
  });
});

describe.each(DIALECTS)('groups, on %s', (dialect) => {
  test('an admin binds a group on the card that greets the bot there', async () => {
    world = await World.start({ dialect });
    const departments = world.org.departments.map((department) =>
      department.key === 'logistics' ? { ...department, chat: null, lead: null } : department,
    );
    world.org.departments.splice(0, departments.length, ...departments);
    await world.restartBot();
    const { repLin } = world.people;
    const group = { ...GROUPS.logistics, id: 'oc_newgroup0000000000000000000000aa', name: '物流新群' };
    world.feishu.addGroup({ ...group, members: [...group.members, PEOPLE.admin.id] });
    await repLin.forwards('包裹丢了');
    const refused = await repLin.taps(repLin.card(), '提交', { ...FORM, department: 'logistics' });
    expect(refused.toast).toMatchObject({ type: 'warning' });

    await world.feishu.addBot(group.id, PEOPLE.admin.id);
    await world.settle();
    const [bind] = world.fromBot(group.id);
    if (!bind) throw new Error('no bind card');
    expect(
      (await world.people.logisticsMa.taps(bind, 'org.bind', { department: 'logistics' })).toast?.content,
    ).toContain('黄工');
    const bound = await world.people.admin.taps(bind, 'org.bind', { department: 'logistics' });
    expect(bound.toast).toMatchObject({ type: 'success' });
    await repLin.taps(repLin.card(), '提交', { ...FORM, department: 'logistics' });
    expect(world.fromBot(group.id).at(-1)?.text).toContain('包裹丢了');
  });
});
