import { afterEach, describe, expect, test } from '@jest/globals';
import type { OrgSettings } from '../../../src/domain/org/settings';
import { DIALECTS } from '../../databases';
import { GROUPS, PEOPLE, type Player, World, type WorldOptions } from '../../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };
const NOTICE = `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历腊月二十九、周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月14日（周日）上班。
三、清明节：4月3日至5日放假，共3天。
四、劳动节：5月1日至5日放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日放假1天，不调休。
六、中秋节：9月15日放假1天，不调休。
七、国庆节：10月1日至7日放假调休，共7天。9月26日、10月9日上班。`;
const FILE: OrgSettings = {
  departments: [{ key: 'after_sales', name: '售后部', chat: GROUPS.afterSales.id, lead: PEOPLE.serviceLead.id }],
  admins: [PEOPLE.admin.id],
  managers: [PEOPLE.manager.id],
  sla: { calendar: 'workdays' },
};

let world: World;
let admin: Player;
afterEach(() => world.stop());

async function start(dialect: WorldOptions['dialect'], file: OrgSettings = {}, startsAt = '2026-11-24T09:00') {
  world = await World.start({ dialect, orgFile: { ...FILE, ...file }, startsAt });
  admin = world.people.admin;
}

/** Opens the page of a year from the start page. */
async function opens(year: string) {
  await admin.forwards('设置');
  const card = admin.card();
  await admin.taps(card, 'org.holidays');
  await admin.taps(card, 'org.year', { year });
  return card;
}

async function submits(words: string) {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', FORM);
  return repLin.card(words);
}

/** The deadline that the rehearsal shows for a case submitted at that moment. */
async function rehearsedDue(at: string) {
  await admin.forwards('设置');
  const card = admin.card();
  await admin.taps(card, 'org.rehearse');
  await admin.taps(card, 'org.try', { department: 'after_sales', priority: 'normal', at });
  return world.again(card).text;
}

describe.each(DIALECTS)('public holidays in chat, on %s', (dialect) => {
  test('a pasted notice counts in the rehearsal and for new cases, and can be taken back', async () => {
    await start(dialect, {}, '2027-01-30T10:00');
    const before = await submits('空调漏水');
    // Without holidays, Monday to Friday count: neither Sunday the 31st nor Saturday.
    expect(before.text).toContain('02-02（周二）00:00 前');
    expect(await rehearsedDue('2027-02-04 10:00')).toMatch(/答复时限 02-09 10:00[\s\S]*2027 年的放假安排还没有录入/);

    const card = await opens('2027');
    expect(world.again(card).text).toContain('只有法定节假日');
    const saved = await admin.taps(card, 'org.save_holidays', { holidays: NOTICE });
    expect(saved.toast).toMatchObject({ type: 'success', content: '放假安排已保存，请核对' });
    expect(world.again(card).text).not.toContain('是否漏录');

    const rehearsed = await rehearsedDue('2027-02-04 10:00');
    expect(rehearsed).toContain('答复时限 02-12 10:00');
    expect(rehearsed).not.toContain('还没有录入');
    // The make-up Sunday counts; existing deadlines stay.
    expect((await submits('货架生锈')).text).toContain('02-01（周一）00:00 前');
    expect(world.people.repLin.card('空调漏水').text).toContain('02-02（周二）00:00 前');

    await admin.taps(card, 'org.holidays');
    expect(world.again(card).text).toContain('2027 年｜管理员录入｜7 个假期，调休上班 5 天');
    await world.restartBot();
    await admin.taps(card, 'org.year', { year: '2027' });
    await admin.taps(card, 'org.remove_holidays');
    expect(world.again(card).text).toContain('2027 年｜程序内置｜只有法定节假日');
    expect(await rehearsedDue('2027-02-04 10:00')).toContain('答复时限 02-09 10:00');
  });

  test('a line that is not understood is named, nothing is saved, and the typed text stays', async () => {
    await start(dialect);
    const card = await opens('2027');
    const typed = '元旦：1月1日至3日\n春节：2月5日至11日，2月12日上班\n清明节';
    const refused = await admin.taps(card, 'org.save_holidays', { holidays: typed });
    expect(refused.toast).toMatchObject({ type: 'warning' });
    const { text, card: shown } = world.again(card);
    expect(text).toContain('第 2 行“春节：2月5日至11日，2月12日上班”：“2月12日”不是周末');
    expect(text).toContain('第 3 行“清明节”：没有看到日期');
    expect(JSON.stringify(shown)).toContain(JSON.stringify(typed));
    await admin.taps(card, 'org.save_holidays', { holidays: '元旦：1月1日至3日\n春节：2月5日至11日' });
    expect(world.again(card).text).toContain('没有看到清明节、劳动节、端午节、中秋节、国庆节，请核对是否漏录');
  });

  test('if two admins edit one year, the second keeps the typed text and overwrites nothing unseen', async () => {
    await start(dialect);
    const [first, second] = [await opens('2028'), await opens('2028')];
    await admin.taps(first, 'org.save_holidays', { holidays: '春节 1月26日' });
    const late = await admin.taps(second, 'org.save_holidays', { holidays: '国庆节 10月1日至7日' });
    expect(late.toast?.content).toContain('其他管理员');
    const shown = world.again(second);
    expect(shown.text).toContain('春节：1月26日');
    expect(JSON.stringify(shown.card)).toContain('国庆节 10月1日至7日');
    await admin.taps(second, 'org.save_holidays', { holidays: '国庆节 10月1日至7日' });
    expect(JSON.stringify(world.again(second).card)).not.toContain('1月26日');
  });

  test('a year of org.yaml is shown read-only', async () => {
    const holidays = [{ name: '春节', from: '2027-02-05', to: '2027-02-11', makeUpDays: ['2027-01-31'] }];
    await start(dialect, { holidays });
    const card = await opens('2027');
    expect(world.again(card).text).toMatch(/以文件为准[\s\S]*春节：2月5日至11日，调休上班：1月31日/);
    expect((await admin.taps(card, 'org.save_holidays', { holidays: NOTICE })).error?.code).toBe('no_such_button');
  });

  test('the warning leads straight to the year', async () => {
    await start(dialect, {}, '2026-12-31T15:00');
    await submits('空调漏水');
    const warning = admin.card('2027 年放假安排待录入');
    const { repLin } = world.people;
    await admin.taps(warning, '录入 2027 年放假安排');
    expect(world.again(warning).text).toContain('2027 年放假安排\n目前只有法定节假日');
    await admin.taps(warning, 'org.save_holidays', { holidays: NOTICE });
    await repLin.forwards('#1');
    expect(repLin.card('接下来').text).not.toContain('尚未公布');
  });

  test('if nobody is admin, the managers are told whom to ask', async () => {
    await start(dialect, { admins: [] }, '2026-12-31T15:00');
    await submits('空调漏水');
    const warning = world.people.manager.card('2027 年放假安排待录入');
    expect(warning.text).toContain('请管理员私聊我发送“设置”');
    expect((await world.people.manager.taps(warning, 'org.year')).error?.code).toBe('no_such_button');
  });
});
