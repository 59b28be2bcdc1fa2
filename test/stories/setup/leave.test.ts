import { afterEach, describe, expect, test } from '@jest/globals';
import { GROUPS, PEOPLE, SAMPLE_COMPANY } from '../../../sandbox/company';
import { OrgStore } from '../../../src/db/org-store';
import { DIALECTS } from '../../databases';
import { World } from '../../world';

let world: World;
afterEach(() => world.stop());

/** The organisation against which open records were last checked. */
const checkedAgainst = async () => (await new OrgStore(world.db.manager).get('seen')).value.hash;

const said = (texts: { text: string }[], words: string) => texts.filter(({ text }) => text.includes(words)).length;

/** A text with mentions where they stand; `@_user_1` is the first mentioned person. */
const mentioning = (text: string) => ({
  ...{ type: 'other' as const, messageType: 'text' },
  content: JSON.stringify({ text }),
});

describe.each(DIALECTS)('who is away, on %s', (dialect) => {
  test('somebody says from when until when, and who acts for them: one line, and the deputy hears of it once', async () => {
    world = await World.start({ dialect });
    const { repLin, serviceLead, qualityLead } = world.people;
    await repLin.forwards('请假 12-01 12-05 陈国强');
    expect(repLin.card().text).toContain('没有找到叫“陈国强”的同事');
    expect(serviceLead.wall()).toEqual([]);
    // The members of the groups have been read meanwhile.
    await repLin.forwards('请假 12-01 12-05 陈国强');
    expect(repLin.card().text).toContain('12-01 至 12-05 请假，期间由陈国强代办。回来后说“销假”。');
    expect(serviceLead.card().text).toContain('林晓 12-01 至 12-05 请假，期间由您代办。');
    await repLin.forwards('请假 2026-12-01 2026-12-05 陈国强');
    expect(serviceLead.wall()).toHaveLength(1);

    // The latest word counts.
    await repLin.says(mentioning('请假 12月3日至5日 @_user_1'), undefined, { mentions: [PEOPLE.qualityLead.id] });
    await world.settle();
    expect(repLin.card().text).toMatch(/12-03 至 12-05 请假，期间由周建华代办[\s\S]*之前登记的 12-01 至 12-05 不再算/);
    expect(serviceLead.card().text).toContain('您不用再代办了');
    expect(qualityLead.card().text).toContain('林晓 12-03 至 12-05 请假，期间由您代办。');
    await world.restartBot();
    await repLin.forwards('销假');
    expect(repLin.card().text).toContain('12-03 至 12-05 的请假已取消');
    expect(qualityLead.card().text).toContain('林晓已销假');
    // A chat takes only so many messages a second.
    await world.advances('5s');
    await repLin.forwards('销假');
    expect(repLin.card().text).toContain('没有登记您的请假');
  });

  test('open records are checked when it is said, at its first midnight and after its last', async () => {
    world = await World.start({ dialect, startsAt: '2026-11-24T23:00' });
    const { repLin, manager } = world.people;
    await manager.forwards('帮助');
    await repLin.forwards('请假 明天 后天 张伟', '请假 明天 后天 张伟');
    expect(repLin.card().text).toContain('11-25 至 11-26 请假，期间由张伟代办');
    const checked = [await checkedAgainst()];
    for (const duration of ['50m', '20m', '47h', '1h', '1h']) {
      await world.advances(duration);
      await world.settle();
      checked.push(await checkedAgainst());
    }
    // 23:50, then 0:10 of the first day, 23:10 of the last day, 0:10 of the day after.
    const changes = checked.slice(1).map((hash, at) => hash !== checked[at]);
    expect(changes).toEqual([false, true, false, true, false]);
    await repLin.forwards('销假');
    expect(repLin.card().text).toContain('没有登记您的请假');
  });

  test('an admin says it for others, who hear of it; nobody else does', async () => {
    world = await World.start({ dialect });
    const { repLin, repZhao, admin, clerk } = world.people;
    await repLin.forwards('帮助');
    await clerk.forwards('帮助');
    await admin.forwards('设置');
    await repZhao.forwards('请假 林晓 12-01 12-05 刘芳', '请假 林晓 12-01 12-05 刘芳');
    expect(repZhao.card().text).toContain('只能登记自己的请假，替别人登记请找管理员（黄工）');
    await admin.forwards('请假 林晓 今天 11-26 刘芳');
    expect(admin.card().text).toContain('已登记：林晓 11-24 至 11-26 请假，期间由刘芳代办');
    expect(repLin.card().text).toContain('黄工为您登记了请假：11-24 至 11-26，期间由刘芳代办');
    expect(clerk.card().text).toContain('林晓 11-24 至 11-26 请假，期间由您代办');
    await repZhao.forwards('销假 林晓');
    expect(repZhao.card().text).toContain('只能登记自己的请假');
    await admin.forwards('设置');
    await admin.taps(admin.card(), 'org.positions');
    expect(world.again(admin.card()).text).toContain('林晓 11-24 至 11-26 请假，由刘芳代办');
    await repLin.forwards('back');
    expect(repLin.card().text).toContain('已销假，欢迎回来');
    await repLin.forwards('请假 11-20 11-22 刘芳', '请假 12-05 12-01 刘芳', '请假 明天 林晓', '请假');
    await world.advances('5s');
    const faults = repLin.wall().map(({ text }) => text);
    expect(faults.slice(-4)).toEqual([
      expect.stringContaining('已经过去了'),
      expect.stringContaining('结束日期早于开始日期'),
      expect.stringContaining('代办人不能是请假的人自己'),
      expect.stringContaining('请写明日期和代办人'),
    ]);
  });

  test('of several people of one name, the sender chooses one', async () => {
    const other = { ...PEOPLE.serviceLi, id: `${PEOPLE.serviceLi.id.slice(0, -4)}beef` };
    const quality = { ...GROUPS.quality, members: [...GROUPS.quality.members, other.id] };
    const company = {
      ...SAMPLE_COMPANY,
      people: [...SAMPLE_COMPANY.people, other],
      groups: [GROUPS.afterSales, quality, GROUPS.logistics],
    };
    world = await World.start({ dialect, company });
    const { repLin, repZhao, serviceLi } = world.people;
    await repLin.forwards('请假 12-01 李娜', '请假 12-01 李娜');
    const asked = repLin.card();
    expect(asked.text).toContain('有 2 位同事叫“李娜”，请选择是哪一位');
    const both = [PEOPLE.serviceLi.id, other.id] as unknown as string;
    const refused = await repLin.taps(asked, 'org.leave', { deputy: both });
    expect(refused.toast?.content).toContain('请选择一位');
    await repLin.taps(asked, 'org.leave', { deputy: [PEOPLE.serviceLi.id] as unknown as string });
    expect(world.again(asked).text).toContain('12-01 请假，期间由李娜代办');
    expect(serviceLi.card().text).toContain('林晓 12-01 请假，期间由您代办');
    expect(repZhao.wall()).toEqual([]);
  });

  test("in a group it counts only if the bot is mentioned; a customer's text stays a customer's", async () => {
    world = await World.start({ dialect });
    const { serviceLi, serviceWang, repLin } = world.people;
    await serviceWang.forwards('帮助');
    await serviceLi.says('请假 12-01 王磊', 'afterSales');
    await world.settle();
    expect(world.fromBot(GROUPS.afterSales.id)).toEqual([]);
    await serviceLi.says('请假 12-01 王磊', 'afterSales', { mentionBot: true });
    await world.settle();
    await serviceLi.says('请假 12-01 王磊', 'afterSales', { mentionBot: true });
    await world.settle();
    expect(world.cardIn('afterSales').text).toContain('12-01 请假，期间由王磊代办');
    expect(said(serviceWang.wall(), '由您代办')).toBe(1);
    await repLin.forwards('请假的人太多，客户催了三次，货到现在还没有发出来');
    expect(repLin.card('催了三次').text).toContain('草稿');
    await repLin.forwards('请假12-01到12-05的那批货能改到下周再送吗？客户很着急');
    expect(repLin.card('那批货').text).toContain('草稿');
  });
});
