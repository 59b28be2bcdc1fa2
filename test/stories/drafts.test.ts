import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DIALECTS } from '../databases';
import { noticesIn } from '../notices';
import { PEOPLE, type Player, World } from '../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

/** What a person was told, the morning's digest apart. */
const told = (who: Player) => noticesIn(who.wall().filter(({ text }) => !text.includes('日报')));

describe.each(DIALECTS)('a draft that nobody submits, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('its rep is reminded after two hours and each morning, from the second morning on the clerks, too', async () => {
    const { repLin, clerk, manager } = world.people;
    await repLin.forwards('空调漏水');
    await world.passes('110m');
    expect(told(repLin)).toEqual([]);
    await world.passes('10m');
    expect(told(repLin)).toEqual(['FB-1 还没有提交']);
    const reminder = repLin.card('还没有提交');
    expect(reminder.parentId).toBe(repLin.wall()[0]?.id);
    expect(reminder.text).toMatch(/提交后部门才会收到[\s\S]*客户原话\n空调漏水[\s\S]*就不再提醒/);
    await world.passes('21h', '1h');
    expect(told(repLin)).toEqual(['FB-1 还没有提交', 'FB-1 还没有提交']);
    expect(told(clerk)).toEqual([]);
    await world.passes('24h', '2h');
    expect(told(repLin)).toHaveLength(3);
    expect(told(clerk)).toEqual(['FB-1 草稿没有提交']);
    expect(clerk.card().text).toContain('请提醒林晓');
    expect(told(manager)).toEqual([]);

    // Its clock begins with the submission, however old the draft is.
    const done = await repLin.taps(repLin.wall()[0] as never, '提交', FORM);
    expect(done.toast).toMatchObject({ type: 'success' });
    expect(world.cardIn('afterSales').text).toContain('11-27（周五）08:00 前');
    const { length } = told(repLin);
    await world.passes('9h', '1h');
    expect(told(repLin).slice(length)).toEqual(['FB-1 还没人接单']);
  });

  test('no reminder of a draft that was submitted or discarded in time, or that has just grown', async () => {
    const { repLin } = world.people;
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card(), 'feedback.discard');
    world.clock.advance(61_000);
    await repLin.forwards('不制冷');
    const card = repLin.card();
    await world.passes('110m');
    await repLin.replies(card, '型号 KFR-35');
    await world.passes('110m');
    expect(told(repLin)).toEqual([]);
    await world.passes('10m');
    expect(told(repLin)).toEqual(['FB-2 还没有提交']);
  });

  test('no reminder at night; it comes in the morning with the others that are due', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    await serviceLi.taps(world.cardIn('afterSales'), 'feedback.answer', { answer: '已更换' });
    await world.passes('12h', '1h');
    await repLin.forwards('明天再写', '星河酒店想退货');
    await world.passes('11h', '1h');
    expect(told(repLin).at(-1)).toBe('2 件等您处理');
    const bundle = repLin.card('2 件等您处理');
    expect(bundle.text).toMatch(/FB-1 待回复客户[\s\S]*还没有提交 · FB-2 草稿/);
  });

  test('待办 lists drafts first, and hangs a draft’s card anew', async () => {
    const { repLin, repZhao } = world.people;
    await repLin.forwards('空调漏水');
    const old = repLin.card();
    world.clock.advance(61_000);
    await repLin.forwards('电话 13812345678，不制冷');
    await repLin.forwards('待办');
    const todo = repLin.card('还没有提交 · FB-1');
    expect(todo.text).toMatch(
      /空调漏水\n11-24 09:00 转发，还没有提交 · FB-1 草稿[\s\S]*11-24 09:01 转发[\s\S]*FB-2 草稿[\s\S]*138\*\*\*\*5678/,
    );
    await repLin.taps(todo, '查看草稿');
    const renewed = repLin.card();
    expect(renewed.text).toMatch(/FB-1[\s\S]*草稿[\s\S]*\[提交\]/);
    expect(world.again(old).text).toContain('最新卡片');
    await repLin.taps(renewed, '提交', FORM);
    expect(world.cardIn('afterSales').text).toContain('空调漏水');
    await repLin.forwards('#2');
    expect(repLin.card().text).toMatch(/FB-2[\s\S]*\[提交\]/);
    await repZhao.forwards('#2');
    expect(repZhao.card().text).toContain('没有找到');
    await repZhao.forwards('待办');
    expect(repZhao.card().text).toContain('没有等您办的');
  });

  test('a refused form changes nothing: the draft waits, and its rep is reminded', async () => {
    const { repLin } = world.people;
    await repLin.forwards('空调漏水');
    const draft = repLin.card();
    const refused = await repLin.taps(draft, '提交', { ...FORM, customer: ' ' });
    expect(refused.toast).toMatchObject({ type: 'warning', content: expect.stringContaining('请填写“客户”') });
    await world.advances('2h');
    expect(told(repLin)).toEqual(['FB-1 还没有提交']);
    expect((await repLin.taps(draft, '提交', FORM)).toast).toMatchObject({ type: 'success' });
  });

  test('if all its messages are recalled, it is discarded, says so, and nobody is reminded', async () => {
    const { repLin, clerk } = world.people;
    const sent = await repLin.forwards('转错了', '也转错了');
    for (const { id } of sent) await world.feishu.recall(repLin.id, id);
    await world.settle();
    expect(repLin.card('FB-1').text).toMatch(/已作废[\s\S]*没有提交/);
    expect(repLin.card('FB-1').text).not.toContain('[提交]');
    expect(repLin.card('FB-1').text).not.toMatch(/·\s*·/);
    await world.passes('72h', '2h');
    expect([...told(repLin), ...told(clerk)]).toEqual([]);
    await repLin.forwards('待办');
    expect(repLin.card().text).toContain('没有等您办的');
  });

  test('its card is posted anew before Feishu’s 14 days end, and can be submitted', async () => {
    const { repLin } = world.people;
    await repLin.forwards('空调漏水');
    const old = repLin.card();
    await world.passes('336h', '12h');
    expect(world.again(old).text).toContain('最新卡片');
    const renewed = repLin.card('[提交]');
    expect(renewed.id).not.toBe(old.id);
    await repLin.taps(renewed, '提交', FORM);
    expect(world.cardIn('afterSales').text).toContain('空调漏水');
  });
});

describe.each(DIALECTS)('an abandoned draft, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('the clerk takes it over: its rep is told and has no card to tap; the second clerk is told who was first', async () => {
    await world.stop();
    world = await World.start({ dialect, org: { clerks: [PEOPLE.clerk.id, PEOPLE.admin.id] } });
    const { repLin, clerk, admin } = world.people;
    await repLin.forwards('空调漏水');
    const old = repLin.card();
    await world.passes('47h', '1h');
    const [first, second] = [clerk.card('一直没有提交'), admin.card('一直没有提交')];
    expect((await clerk.taps(first, '由我接手')).toast).toMatchObject({ type: 'success' });
    expect(world.again(first).text).toMatch(/还是草稿，由您跟进/);
    expect(world.again(first).text).not.toContain('由我接手');
    expect(told(repLin).at(-1)).toBe('FB-1 由同事接手');
    expect(world.again(old).text).not.toContain('[提交]');
    expect((await admin.taps(second, '由我接手')).toast?.content).toMatch(/刘芳已于 .* 接手/);
    expect(world.again(second).text).not.toContain('由我接手');
    await world.advances('3h');
    expect(told(clerk).at(-1)).toBe('FB-1 还没有提交');
    await clerk.taps(clerk.card('还没有提交'), '查看草稿');
    expect((await clerk.taps(clerk.card('[提交]'), '提交', FORM)).toast).toMatchObject({ type: 'success' });
    expect(world.cardIn('afterSales').text).toContain('空调漏水');
    expect(told(repLin).at(-1)).toBe('FB-1 由同事接手');
  });

  test('several are one message to the clerk, who may take over one; the others stay', async () => {
    const { repLin, repZhao, clerk } = world.people;
    await repLin.forwards('空调漏水');
    await repZhao.forwards('不制冷');
    await world.passes('47h', '1h');
    const bundle = clerk.card('2 件请关注');
    await clerk.taps(bundle, '由我接手');
    expect(world.again(bundle).text).toMatch(/FB-2 草稿（赵敏）\n不制冷\n\[由我接手\][\s\S]*FB-1 草稿\n(?!.*由我接手)/);
    expect(clerk.card('[提交]').text).toContain('空调漏水');
    expect(told(repZhao)).not.toContainEqual(expect.stringContaining('接手'));
  });
});

describe.each(DIALECTS)('the drafts of a rep who left, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('go to a clerk, like open cases, with the name of the rep who forwarded them', async () => {
    const { repLin, clerk, serviceLi } = world.people;
    await repLin.forwards('空调漏水');
    await world.feishu.leaveCompany(repLin.id);
    await world.settle();
    expect(clerk.wall().map(({ text }) => text)).toContainEqual(expect.stringMatching(/改由您跟进[\s\S]*林晓/));
    const draft = clerk.card('[提交]');
    expect(draft.text).toContain('空调漏水');
    // A message that the clerk forwards now is not part of the rep's burst.
    await clerk.forwards('另一位客户要退货');
    expect(world.again(draft).text).not.toContain('退货');
    expect((await clerk.taps(draft, '提交', FORM)).toast).toMatchObject({ type: 'success' });
    await serviceLi.taps(world.cardIn('afterSales', '空调漏水'), '接单');
    await serviceLi.taps(world.cardIn('afterSales', '空调漏水'), 'feedback.answer', { answer: '今天上门' });
    expect(clerk.caseCard('FB-1').text).toMatch(/发给客户[\s\S]*今天上门/);
  });

  test('are found when Feishu refuses a reminder; from then on the clerk is reminded, and may discard', async () => {
    const { repLin, clerk } = world.people;
    await repLin.forwards('空调漏水');
    world.feishu.resign(repLin.id);
    await world.advances('2h');
    const draft = clerk.card('[提交]');
    await world.advances('2h');
    expect(told(clerk).at(-1)).toBe('FB-1 还没有提交');
    expect((await clerk.taps(draft, 'feedback.discard')).toast).toMatchObject({ type: 'success' });
    const { length } = told(clerk);
    await world.passes('48h', '4h');
    expect(told(clerk)).toHaveLength(length);
  });
});
