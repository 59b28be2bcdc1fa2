import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../../databases';
import { GROUPS, PEOPLE, type Player, World } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales' };
/** The key of the first department that is imported after the admin exists. */
const QUALITY = 'department_2';
const TIMES = {
  reply_within: '12小时',
  calendar: 'workdays',
  nudge_unclaimed_after: '30 分钟',
  remind_before: '4小时，1小时',
  escalate_every: '6h',
  quiet_hours: '21:00-07:30',
  digest_at: '8:30',
  weekly: 'friday',
  monthly: '5',
};

let world: World;
let admin: Player;
afterEach(() => world.stop());

async function opens(...commands: string[]) {
  await admin.forwards('设置');
  const card = admin.card();
  for (const command of commands) await admin.taps(card, command);
  return card;
}

describe.each(DIALECTS)('a company set up in chat alone, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect, orgFile: {} });
    admin = world.people.admin;
  });

  /** From an empty company to its first case. */
  async function claimed() {
    await admin.forwards('设置 c0dec0dec0de');
  }

  test('the first person with the code from the log becomes admin, and nobody after that', async () => {
    const { repLin, repZhao, qualitySun } = world.people;
    await repLin.forwards('设置', '设置 gue55');
    expect(repLin.wall().map(({ text }) => text)).toEqual([
      expect.stringContaining('还没有管理员'),
      expect.stringContaining('认领码不对'),
    ]);
    await qualitySun.says('设置 c0dec0dec0de', 'quality', { mentionBot: true });
    await world.settle();
    expect(world.cardIn('quality').text).toContain('私聊');
    await claimed();
    expect(admin.card().text).toContain('您已成为管理员');
    await repZhao.forwards('设置 c0dec0dec0de');
    expect(repZhao.card().text).toContain('管理员（黄工）');
    await repZhao.forwards('设置 打不开');
    expect(repZhao.card().text).toMatch(/草稿[\s\S]*设置 打不开/);
    await admin.forwards('设置');
    expect(admin.card().text).toContain('管理员：黄工');
    await world.restartBot();
    await admin.forwards('设置');
    expect(admin.card().text).toContain('管理员：黄工');
  });

  test('department, group, lead, people, routing, categories and times are set, and a case follows them', async () => {
    await claimed();
    const { repLin, serviceLi, clerk, manager } = world.people;
    await clerk.forwards('帮助');
    await manager.forwards('帮助');
    await serviceLi.forwards('帮助');

    const card = await opens('org.departments', 'org.new_department');
    await admin.taps(card, 'org.save_department', { name: '售后部', keywords: '漏水，退货' });
    expect(world.again(card).text).toMatch(/售后部[\s\S]*部门的群/);
    const bound = await admin.taps(card, 'org.save_group', { chat: GROUPS.afterSales.id });
    expect(bound.toast).toMatchObject({ type: 'success' });
    // Now that the department has a group, its members can be chosen.
    await admin.taps(card, 'org.save_department', {
      lead: [PEOPLE.serviceLead.id],
      categories: ['after_sales'],
    } as never);
    expect(world.again(card).text).toContain('售后部｜群：售后部｜主管：陈国强');

    await admin.taps(card, 'org.setup');
    await admin.taps(card, 'org.people');
    const people = { clerks: [PEOPLE.clerk.id], managers: [PEOPLE.manager.id], admins: [PEOPLE.admin.id] } as never;
    expect((await admin.taps(card, 'org.save_people', people)).toast).toMatchObject({ type: 'success' });
    expect(world.again(card).text).toMatch(/文员：刘芳[\s\S]*经理：张伟/);
    await admin.taps(card, 'org.categories');
    await admin.taps(card, 'org.save_categories', { categories: 'after_sales：售后\n发票' });
    await admin.taps(card, 'org.times');
    await admin.taps(card, 'org.save_times', TIMES);
    expect(world.again(card).text).toMatch(/12 小时[\s\S]*21:00-07:30[\s\S]*08:30/);

    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card('提交'), '提交', FORM);
    expect(world.cardIn('afterSales').text).toContain('空调漏水');
    expect(repLin.card('FB-1').text).toContain('FB-1 · 今天 21:00 前，剩不到 12 小时');
    await world.passes('40m');
    expect(world.cardIn('afterSales').text).toContain('<还没人接单>');

    await admin.taps(card, 'org.routing');
    await admin.taps(card, 'org.save_routing', { routing: 'clerk' });
    await repLin.forwards('第二件事：漏水');
    await repLin.taps(repLin.card('第二件事'), '提交', FORM);
    expect(clerk.card('第二件事').text).toContain('待分派');
  });

  test('a fault names its field, and the whole form is not saved', async () => {
    await claimed();
    const card = await opens('org.times');
    const refused = await admin.taps(card, 'org.save_times', {
      ...TIMES,
      reply_within: 'bald',
      quiet_hours: '21-7',
      remind_before: '1天，x',
    });
    expect(refused.toast).toMatchObject({ type: 'warning' });
    expect(refused.toast?.content).toMatch(/答复客户的时限[\s\S]*到期前提醒[\s\S]*免打扰时段/);
    expect(refused.card).toBeUndefined();
    const long = await admin.taps(card, 'org.save_times', { ...TIMES, remind_before: '1天' });
    expect(long.toast?.content).toContain('“到期前提醒”须短于');
    await admin.taps(card, 'org.setup');
    expect(world.again(card).text).toContain('答复客户的时限：24 小时');
    await admin.taps(card, 'org.people');
    expect((await admin.taps(card, 'org.save_people', { admins: [] } as never)).toast?.content).toContain('管理员');
    await admin.taps(card, 'org.setup');
    await admin.taps(card, 'org.routing');
    expect((await admin.taps(card, 'org.save_routing', { routing: 'clerk' })).toast?.content).toContain('文员');
  });

  test('if two admins edit one form, the second does not overwrite the first', async () => {
    await claimed();
    const first = await opens('org.times');
    const second = await opens('org.times');
    await admin.taps(first, 'org.save_times', TIMES);
    const late = await admin.taps(second, 'org.save_times', { ...TIMES, reply_within: '48小时' });
    expect(late.toast?.content).toContain('其他管理员');
    expect(world.again(second).text).toContain('12 小时');
  });

  test("Feishu's departments come with their heads and groups", async () => {
    await claimed();
    const { repLin, repZhao } = world.people;
    await repLin.forwards('箱子破了，客户很急');
    await repLin.taps(repLin.card('客户很急'), '提交', { ...FORM, department: 'unsure' });
    expect(admin.card('客户很急').text).toContain('还没有可选的部门');
    await repZhao.forwards('想问问保修期');
    const draft = repZhao.card('保修期');
    const card = await opens('org.import');
    expect(world.again(card).text).toContain('品质部｜主管：周建华｜群：品质部');
    const departments = [GROUPS.quality.department?.id, GROUPS.logistics.department?.id] as never;
    expect((await admin.taps(card, 'org.save_import', { departments })).toast).toMatchObject({ type: 'success' });
    expect(world.again(card).text).toMatch(/品质部｜群：品质部｜主管：周建华\n物流部｜群：物流部｜主管：吴海燕/);
    // A card from before the first department can now be routed and submitted.
    const routed = await admin.taps(admin.card('客户很急'), 'feedback.route', { department: QUALITY });
    expect(routed).toMatchObject({ toast: { type: 'success' } });
    expect(world.cardIn('quality').text).toContain('客户很急');
    await repZhao.taps(draft, '提交', { ...FORM, department: QUALITY });
    expect(world.cardIn('quality').text).toContain('保修期');
    const listing = 'GET /contact/v3/departments/:department_id/children';
    world.feishu.failNext(listing, {
      httpStatus: 400,
      code: 99991672,
      msg: 'Access denied. One of the following scopes is required: [contact:department.base:readonly]',
    });
    await world.advances('11m');
    await admin.taps(card, 'org.import');
    expect(world.again(card).text).toContain('contact:department.base:readonly');
  });
});

describe.each(DIALECTS)("departments that are Feishu's own, on %s", (dialect) => {
  test('head and group are looked up at start and daily', async () => {
    const quality = GROUPS.quality.department ?? { id: '', leaderId: '' };
    const departments = [{ key: 'quality', name: '品质部', feishuDepartment: quality.id }];
    world = await World.start({ dialect, orgFile: { departments, admins: [PEOPLE.admin.id] } });
    admin = world.people.admin;
    const { repLin } = world.people;
    await repLin.forwards('箱子裂了');
    await repLin.taps(repLin.card('提交'), '提交', { ...FORM, category: 'quality', department: 'quality' });
    expect(world.cardIn('quality').text).toContain('箱子裂了');
    await opens('org.departments');
    expect(admin.card().text).toContain('主管：周建华');
    const leaderId = quality.leaderId;
    quality.leaderId = PEOPLE.qualitySun.id;
    try {
      await world.advances('24h');
      await opens('org.departments');
      expect(admin.card().text).toContain('主管：孙悦');
    } finally {
      quality.leaderId = leaderId;
    }
  });
});

describe.each(DIALECTS)('a company with an org.yaml, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
    admin = world.people.admin;
  });

  test('fields of the file are shown, and cannot be changed in chat', async () => {
    const card = await opens('org.times');
    expect(world.again(card).text).toContain('org.yaml');
    expect((await admin.taps(card, 'org.save_times', {})).error?.code).toBe('no_such_button');
    const { repLin } = world.people;
    expect((await repLin.forwards('设置')).length).toBe(1);
    expect(repLin.card().text).toContain('管理员（黄工）');
  });

  test('a rehearsal shows who would be reminded when, with quiet hours', async () => {
    const card = await opens('org.rehearse');
    const form = { department: 'after_sales', priority: 'normal', at: '2026-11-24 10:00' };
    await admin.taps(card, 'org.try', form);
    const lines = world.again(card).text;
    expect(lines).toContain('11-24 12:00　售后部的群：还没有人接单');
    expect(lines).toContain('11-25 08:00　售后部的群：临近答复时限');
    expect(lines).toContain('11-25 09:00　售后部的群：临近答复时限（加急）');
    expect(lines).toContain('11-25 10:00　售后部的群、陈国强、张伟、郑总：已到答复时限');
  });
});
