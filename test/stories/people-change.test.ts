import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DepartmentSettings } from '../../src/domain/org/settings';
import { DIALECTS } from '../databases';
import { GROUPS, PEOPLE, World } from '../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };
const NEW_GROUP = { ...GROUPS.afterSales, id: 'oc_newgroup0000000000000000000000aa', name: '售后新群' };

let world: World;
afterEach(() => world.stop());

async function submitted(words = '空调漏水') {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', FORM);
}

/** The sample company, without parts of its org.yaml: they are set in chat. */
async function companyWithout(
  dialect: (typeof DIALECTS)[number],
  change: (departments: DepartmentSettings[]) => DepartmentSettings[],
) {
  world = await World.start({ dialect });
  world.orgFile = { ...world.org, departments: change(world.org.departments) };
  await world.restartBot();
}

const inChat = ({ key, name, ...rest }: DepartmentSettings): DepartmentSettings =>
  key === 'after_sales'
    ? { key, name, categories: rest.categories ?? [], keywords: rest.keywords ?? [] }
    : { key, name, ...rest };

describe.each(DIALECTS)('people and groups come and go, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('the holder left: the case is free to be claimed, its group is told, and the admin once', async () => {
    const { serviceLi, serviceWang, repLin, admin } = world.people;
    await submitted();
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    world.feishu.resign(serviceLi.id);
    // The next reminder cannot be delivered.
    await world.advances('23h');
    expect(world.cardIn('afterSales', '要重新接单').text).toContain('李娜');
    expect(repLin.caseCard('FB-1').text).toMatch(/<待接单>[\s\S]*已送到售后部，接单后马上告诉您/);
    expect(admin.wall().map(({ text }) => text)).toEqual([expect.stringMatching(/李娜已无法联系/)]);
    await serviceWang.taps(world.cardIn('afterSales', '空调漏水'), '接单');
    expect(repLin.caseCard('FB-1').text).toContain('售后部王磊在办');
  });

  test('Feishu reports that a person left, before any message fails', async () => {
    const { serviceLi, repLin } = world.people;
    await submitted();
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    await world.feishu.leaveCompany(serviceLi.id);
    await world.settle();
    expect(world.cardIn('afterSales', '要重新接单').text).toContain('李娜');
    expect(repLin.caseCard('FB-1').text).toMatch(/<待接单>[\s\S]*已送到售后部，接单后马上告诉您/);
  });

  test('the rep left: a clerk takes the case over and archives it', async () => {
    const { serviceLi, clerk, repLin } = world.people;
    await submitted();
    await world.feishu.leaveCompany(repLin.id);
    await world.settle();
    await serviceLi.taps(world.cardIn('afterSales'), 'feedback.claim');
    await serviceLi.taps(world.caseCard(world.group('afterSales'), 'FB-1'), 'feedback.answer', { answer: '今天上门' });
    expect(clerk.wall().map(({ text }) => text)).toContainEqual(expect.stringMatching(/改由您跟进[\s\S]*林晓/));
    const card = clerk.caseCard('FB-1');
    expect(card.text).toMatch(/<待回复客户>[\s\S]*发给客户[\s\S]*今天上门/);
    const told = { told_customer: '今天上门', satisfaction: 'satisfied' };
    expect((await clerk.taps(card, 'feedback.close', told)).toast).toMatchObject({ type: 'success' });
  });

  test('the group is dissolved: lead and holder go on in their direct chats, until another group is bound', async () => {
    await companyIsBoundInChat();
    const { serviceLi, serviceLead, admin, repLin } = world.people;
    await submitted('空调漏水第一件');
    await submitted('马桶漏水第二件');
    await serviceLi.taps(world.cardIn('afterSales', '空调漏水第一件'), '接单');
    await world.feishu.dissolve(GROUPS.afterSales.id);
    await world.settle();
    expect(serviceLead.wall().map(({ text }) => text)).toContainEqual(expect.stringContaining('售后部的群已不可用'));
    expect(admin.wall().map(({ text }) => text)).toContainEqual(expect.stringContaining('售后部的群已不可用'));
    const taken = await serviceLead.taps(serviceLead.card('马桶漏水第二件'), '接单');
    expect(taken.toast).toMatchObject({ type: 'success' });
    await serviceLi.taps(serviceLi.card('空调漏水第一件'), 'feedback.answer', { answer: '今天上门' });
    expect(repLin.card('空调漏水第一件').text).toContain('今天上门');

    world.feishu.addGroup({ ...NEW_GROUP, members: [...NEW_GROUP.members, admin.id] });
    await world.feishu.addBot(NEW_GROUP.id, admin.id);
    await world.settle();
    const bind = world.newest(world.fromBot(NEW_GROUP.id), '对应的部门');
    await admin.taps(bind, 'org.bind', { department: 'after_sales' });
    const inGroup = world.fromBot(NEW_GROUP.id).map(({ text }) => text);
    expect(inGroup).toContainEqual(expect.stringContaining('空调漏水第一件'));
    expect(inGroup).toContainEqual(expect.stringContaining('马桶漏水第二件'));
    expect(world.again(bind).text).toMatch(/“售后新群”已绑定为售后部的群/);
    // Their cards in the direct chats point to the new card.
    expect(serviceLead.card('FB-2').text).toContain('请看 FB-2 的最新卡片');
  });

  /** Sets the department's group and lead in chat, so that they can be changed there. */
  async function companyIsBoundInChat() {
    await world.stop();
    await companyWithout(dialect, (departments) =>
      departments.map((one) => ({
        ...inChat(one),
        ...(one.key === 'after_sales' ? { lead: PEOPLE.serviceLead.id } : {}),
      })),
    );
    const { admin } = world.people;
    await admin.forwards('设置');
    const card = admin.card();
    await admin.taps(card, 'org.departments');
    await admin.taps(card, 'org.department', { department: 'after_sales' });
    await admin.taps(card, 'org.save_group', { chat: GROUPS.afterSales.id });
  }

  test('the group is gone and there is no lead: the clerks route its unclaimed cases', async () => {
    await world.stop();
    await companyWithout(dialect, (departments) => departments.map(({ lead: _none, ...one }) => one));
    const { clerk, serviceLi } = world.people;
    await submitted('空调漏水第一件');
    await submitted('马桶漏水第二件');
    await serviceLi.taps(world.cardIn('afterSales', '空调漏水第一件'), '接单');
    // If a dissolution keeps the history, Feishu sends no event: the next message is refused.
    await world.feishu.dissolve(GROUPS.afterSales.id, undefined, { keepHistory: true });
    await world.advances('3h');
    expect(clerk.wall().map(({ text }) => text)).toContainEqual(expect.stringContaining('售后部的群已不可用'));
    expect(clerk.card('马桶漏水第二件').text).toContain('待分派');
    await clerk.taps(clerk.card('马桶漏水第二件'), 'feedback.route', { department: 'quality' });
    expect(world.cardIn('quality').text).toContain('马桶漏水第二件');
    expect(serviceLi.card('空调漏水第一件').text).toContain('提交处理意见');
  });

  test('if a group named by org.yaml is gone, another one can be bound in chat', async () => {
    await world.feishu.dissolve(GROUPS.afterSales.id);
    await world.settle();
    const { admin } = world.people;
    world.feishu.addGroup({ ...NEW_GROUP, members: [...NEW_GROUP.members, admin.id] });
    await world.feishu.addBot(NEW_GROUP.id, admin.id);
    await world.settle();
    const bind = world.newest(world.fromBot(NEW_GROUP.id), '对应的部门');
    expect((await admin.taps(bind, 'org.bind', { department: 'quality' })).error?.code).toBe('unknown_option');
    const bound = await admin.taps(bind, 'org.bind', { department: 'after_sales' });
    expect(bound.toast).toMatchObject({ type: 'success' });
    await submitted();
    expect(world.fromBot(NEW_GROUP.id).map(({ text }) => text)).toContainEqual(expect.stringContaining('空调漏水'));
  });

  test('a department is merged in chat: its cases move with their notes; if it leaves org.yaml, they go to the clerks', async () => {
    await world.stop();
    const rest = (departments: DepartmentSettings[]) => departments.filter(({ key }) => key !== 'after_sales');
    world = await World.start({ dialect });
    const departments = world.org.departments;
    await submitted();
    const { serviceLi, repLin, clerk, qualitySun, admin } = world.people;
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    await serviceLi.replies(world.cardIn('afterSales'), '已联系客户', { mentionBot: true });
    world.orgFile = { ...world.org, departments: rest(departments) };
    await world.restartBot();
    expect(clerk.card('空调漏水').text).toMatch(/待分派[\s\S]*由售后部转来/);
    expect(serviceLi.card('已转出').text).toMatch(/已转给办公室文员/);
    await clerk.taps(clerk.card('空调漏水'), 'feedback.route', { department: 'logistics' });
    expect(world.cardIn('logistics').text).toMatch(/售后部李娜 09:00 回复\n已联系客户[\s\S]*由售后部转来/);

    // The next department is set in chat alone, and merged there.
    await admin.forwards('设置');
    const card = admin.card();
    await admin.taps(card, 'org.departments');
    expect(world.again(card).text).not.toContain('售后部');
    await admin.taps(card, 'org.new_department');
    await admin.taps(card, 'org.save_department', { name: '客服部' });
    await admin.taps(card, 'org.save_group', { chat: GROUPS.afterSales.id });
    const key = 'department_1';
    await repLin.forwards('马桶漏水第二件');
    await repLin.taps(repLin.card('马桶漏水第二件'), '提交', { ...FORM, department: key });
    expect(world.cardIn('afterSales').text).toContain('马桶漏水第二件');
    await admin.taps(card, 'org.remove_department', { into: 'quality' });
    expect(world.cardIn('quality').text).toMatch(/由客服部转来[\s\S]*马桶漏水第二件|马桶漏水第二件[\s\S]*由客服部转来/);
    expect((await qualitySun.taps(world.cardIn('quality'), '接单')).toast).toMatchObject({ type: 'success' });
  });

  test('the only clerk left: the admins route, and are told', async () => {
    const { clerk, admin, repLin } = world.people;
    await repLin.forwards('漏水了，不知道找谁');
    await repLin.taps(repLin.card('不知道'), '提交', { ...FORM, department: 'unsure' });
    await world.feishu.leaveCompany(clerk.id);
    await world.settle();
    expect(admin.card('已无法联系').text).toContain('刘芳（文员、广告策划）');
    await admin.taps(admin.card('不知道找谁'), 'feedback.route', { department: 'quality' });
    expect(world.cardIn('quality').text).toContain('不知道找谁');
  });

  test('a person who writes to the bot is back', async () => {
    const { clerk, repLin } = world.people;
    await world.feishu.leaveCompany(clerk.id);
    await world.settle();
    world.feishu.stopBot(clerk.id, false);
    await clerk.forwards('待办');
    await repLin.forwards('漏水了，不知道找谁');
    await repLin.taps(repLin.card('不知道'), '提交', { ...FORM, department: 'unsure' });
    expect(clerk.card('不知道找谁').text).toContain('待分派');
  });
});
