import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS, runStatement } from '../../databases';
import { GROUPS, PEOPLE, World } from '../../world';
import { refuse as refuseIn } from './refuse';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };
const MESSAGES = /^(POST|PATCH) \/im\/v1\/messages/;
const SCOPE = { httpStatus: 400, code: 99991672, msg: 'Access denied. One of [im:message:send_as_bot] is required.' };

let world: World;
afterEach(() => world.stop());

async function submitted(words = '空调漏水') {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', FORM);
}

const textsOf = (messages: { text: string }[]) => messages.map(({ text }) => text);

const refuse = (matcher: Parameters<typeof refuseIn>[1], code: number, msg = 'refused') =>
  refuseIn(world.feishu, matcher, { code, msg });

describe.each(DIALECTS)('what Feishu refuses, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test.each([
    ['a scope is missing', 99991672, SCOPE.msg],
    ['the list of IP addresses changed', 99991401, 'ip denied'],
    ['the app is not in use', 99991662, 'app not in use'],
    ['the app is off in the company', 232034, 'off'],
    ['the bot ability is off', 230006, 'off'],
  ])('%s for an hour: nothing is lost, all goes on by itself, the admin hears it once', async (_what, code, msg) => {
    const { repLin, serviceLi, admin } = world.people;
    await submitted('一号灯不亮');
    const end = refuse(MESSAGES, code, msg);
    await repLin.says('二号灯不亮');
    await world.settle();
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    await world.passes('1h', '1m');
    expect(repLin.wall()).toHaveLength(1);
    end();
    await world.passes('11m', '1m');
    expect(repLin.card('二号灯不亮').text).toContain('草稿');
    expect(repLin.card('FB-1').text).toContain('李娜');
    expect(repLin.wall()).toHaveLength(2);
    const said = textsOf(admin.wall());
    expect(said).toEqual([expect.stringContaining('刚才飞书暂停了机器人的发送')]);
    if (code === 99991672) expect(said[0]).toContain('im:message:send_as_bot');
    await world.passes('1h', '10m');
    expect(admin.wall()).toHaveLength(1);
  });

  test('a card that an earlier version gave up while Feishu refused the app is true again after a start', async () => {
    const { repLin, serviceLi } = world.people;
    await submitted();
    const end = refuse('PATCH /im/v1/messages/:message_id', 230006);
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    await runStatement(
      world.config.database,
      'UPDATE card SET dead = 1, dueAt = NULL WHERE wantedVersion > shownVersion',
    );
    end();
    await world.passes('5m', '1m');
    expect(repLin.card('FB-1').text).toMatch(/<待接单>[\s\S]*接单后马上告诉您/);
    await world.restartBot();
    await world.passes('1m', '10s');
    expect(repLin.card('FB-1').text).toContain('李娜');
    expect(repLin.wall()).toHaveLength(1);
  });

  test('the credentials are refused while the bot runs: it waits, and goes on', async () => {
    const { repLin } = world.people;
    const end = refuse(/auth/, 10014, 'app state not available');
    world.feishu.revokeTokens();
    await repLin.forwards('空调漏水');
    await world.passes('5m', '30s');
    expect(repLin.wall()).toEqual([]);
    end();
    await world.passes('5m', '30s');
    expect(repLin.card().text).toContain('空调漏水');
  });

  test('the names of people may not be read: the admin hears once which scope is missing', async () => {
    const { serviceLi, admin } = world.people;
    refuse(/^GET \/contact/, 99991672, 'x');
    await submitted();
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    await world.passes('3h', '1h');
    const said = textsOf(admin.wall()).filter((text) => text.includes('缺少权限'));
    expect(said).toEqual([expect.stringMatching(/contact:user\.base:readonly[\s\S]*姓名/)]);
  });

  test('three reps cannot be written to for a while: they keep their cases, and the admin hears of it once', async () => {
    const { repLin, repSun, repZhao, serviceLi, admin, clerk } = repsOf();
    for (const rep of [repLin, repSun, repZhao]) {
      await rep.forwards(`空调漏水，来自${rep.id}`);
      // Who is no rep is asked first whether it is a customer's feedback.
      if (rep === repSun) await rep.taps(rep.card(), '是，帮我登记');
      await rep.taps(rep.card(), '提交', FORM);
    }
    const reps = [repLin, repSun, repZhao].map(({ id }) => id);
    const names = [PEOPLE.repLin.name, PEOPLE.logisticsMa.name, PEOPLE.repZhao.name];
    const end = refuse((call) => call.method === 'POST' && reps.includes(String(call.body.receive_id)), 230013);
    const repliesToo = refuse('POST /im/v1/messages/:message_id/reply', 230013);
    for (const number of ['FB-1', 'FB-2', 'FB-3']) {
      const card = world.caseCard(world.group('afterSales'), number);
      await serviceLi.taps(card, '接单');
      await serviceLi.taps(card, 'feedback.request_info', { question: '型号？' });
    }
    await world.passes('9s', '3s');
    end();
    repliesToo();
    await world.passes('2h', '10m');
    for (const [at, rep] of [repLin, repSun, repZhao].entries()) {
      const number = `FB-${at + 1}`;
      expect(rep.caseCard(number).text).toMatch(/<待补充>[\s\S]*型号？/);
      const inGroup = world.caseCard(world.group('afterSales'), number).text;
      expect(inGroup).toContain(`等客户经理${names[at]}补充`);
    }
    expect(textsOf(clerk.wall()).filter((text) => text.includes('改由您跟进'))).toEqual([]);
    const said = textsOf(admin.wall()).filter((text) => text.includes('收不到消息'));
    expect(said).toEqual([expect.stringMatching(/有 3 位同事[\s\S]*可用范围/)]);
  });

  test('a person whom Feishu calls resigned has left, whatever the refusal says', async () => {
    const { serviceLi, repLin } = world.people;
    await submitted();
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    world.feishu.resign(serviceLi.id);
    refuse((call) => call.method === 'POST' && call.body.receive_id === serviceLi.id, 230013);
    await world.passes('13h', '30m');
    expect(repLin.card('FB-1').text).toMatch(/<待接单>[\s\S]*接单后马上告诉您/);
  });

  test('a muted group: its lead gets the card meanwhile and can claim, the group gets it an hour later', async () => {
    const { serviceLead } = world.people;
    const isGroup = (call: { body: { receive_id?: unknown } }) => call.body.receive_id === GROUPS.afterSales.id;
    const end = refuse(isGroup as never, 230018);
    await submitted();
    expect(world.group('afterSales')).toEqual([]);
    const card = serviceLead.card('空调漏水');
    await world.passes('10s', '5s');
    end();
    await world.passes('1h', '10m');
    expect(world.cardIn('afterSales', '空调漏水').text).toContain('FB-1');
    expect(world.again(card).text).toContain('请看 FB-1 的最新卡片');
    const taken = await world.people.serviceLi.taps(world.cardIn('afterSales', '空调漏水'), '接单');
    expect(taken.toast).toMatchObject({ type: 'success' });
  });

  test('the lead of a muted group claims on the card in the direct chat', async () => {
    const { serviceLead, repLin } = world.people;
    refuse(
      ((call: { body: { receive_id?: unknown } }) => call.body.receive_id === GROUPS.afterSales.id) as never,
      230035,
    );
    await submitted();
    const taken = await serviceLead.taps(serviceLead.card('空调漏水'), '接单');
    expect(taken.toast).toMatchObject({ type: 'success' });
    expect(repLin.card('FB-1').text).toContain('处理中');
  });

  test('a reply to a message that Feishu does not know is said in the chat', async () => {
    const { serviceLi, repLin } = world.people;
    await submitted();
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    refuse('POST /im/v1/messages/:message_id/reply', 99992354);
    const before = repLin.wall().length;
    await serviceLi.taps(world.cardIn('afterSales'), 'feedback.extend', {
      reason: '等配件',
      until: '2026-11-27 18:00',
    });
    await world.passes('1m', '10s');
    expect(world.feishu.calls().filter(({ code }) => code === 99992354)).toHaveLength(1);
    const [said] = repLin.wall().slice(before);
    expect([said?.parentId, said?.text]).toEqual([null, expect.stringContaining('等配件')]);
  });

  test.each([40003, 40004, 40014, 43010])(
    'department.get answers %i: lead and group stay as they are',
    async (code) => {
      const { serviceLi } = world.people;
      await linked();
      await submitted();
      await serviceLi.taps(world.cardIn('afterSales'), '接单');
      refuse(/^GET \/contact\/v3\/departments/, code);
      await world.restartBot();
      await world.passes('26h', '2h');
      const card = world.cardIn('afterSales', '空调漏水');
      expect(card.text).not.toContain('不再更新');
      expect(world.people.repLin.card('FB-1').text).toContain('售后部');
    },
  );

  /** The department takes lead and group from Feishu's contacts. */
  async function linked() {
    const departments = world.org.departments.map(({ chat, lead, ...rest }) =>
      rest.key === 'after_sales'
        ? { ...rest, feishuDepartment: String(GROUPS.afterSales.department?.id) }
        : { ...rest, chat, lead },
    );
    world.orgFile = { ...world.org, departments } as never;
    await world.restartBot();
  }

  function repsOf() {
    const { people } = world;
    return { ...people, repSun: people.logisticsMa };
  }
});
