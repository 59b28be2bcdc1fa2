import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { World } from '../../world';
import { refuse } from '../platform/refuse';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };
const ANSWER = { answer: '已更换阀门' };
const TOLD = { told_customer: '已更换', satisfaction: 'satisfied' };
const MARK = 'POST /im/v1/messages/:message_id/reactions';
const NO_SCOPE = { code: 99991672, msg: 'one of the following scopes is required: [im:message.reactions:write_only]' };

let world: World;
let repCard: MessageView;
let card: MessageView;
afterEach(() => world.stop());

/** The marks under a person's message, as it is now. */
const marks = (message: MessageView) => world.again(message).reactions.map(({ emoji }) => emoji);
const marking = () => world.feishu.calls().filter(({ method, api }) => `${method} ${api}` === MARK).length;

describe.each(DIALECTS)('the mark under a recorded message, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    repCard = repLin.card('空调漏水');
    card = world.cardIn('afterSales');
    await serviceLi.taps(card, '接单');
  });

  test('says that a note, progress, information and an answer arrived, and shows once', async () => {
    const { repLin, serviceLi } = world.people;
    const note = await repLin.replies(repCard, '客户说今天下午三点后在家');
    const progress = await serviceLi.replies(card, '配件已到，明天上门');
    expect([marks(note), marks(progress)]).toEqual([['OK'], ['OK']]);
    await serviceLi.taps(card, 'feedback.request_info', { question: '请问购买日期？' });
    const info = await repLin.replies(repLin.card('购买日期'), '去年三月买的');
    const answer = await serviceLi.replies(card, '处理结果：已更换阀门');
    expect([marks(info), marks(answer)]).toEqual([['OK'], ['OK']]);
    expect(marking()).toBe(4);
  });

  test('stands under a text that its writer added to the case with a button', async () => {
    const { repLin } = world.people;
    world.clock.advance(300_000);
    const [named] = await repLin.forwards('FB-1 客户说型号是 KFR-35');
    if (!named) throw new Error('nothing was sent');
    expect(marks(named)).toEqual([]);
    await repLin.taps(repLin.card(), '只记上');
    expect(marks(named)).toEqual(['OK']);
  });

  test('is missing where nothing was recorded, or a card answers; the plain case makes no call', async () => {
    const { repLin, serviceLi } = world.people;
    await serviceLi.taps(card, 'feedback.answer', ANSWER);
    await repLin.taps(repCard, 'feedback.close', TOLD);
    expect(marking()).toBe(0);
    const [draft] = await repLin.forwards('客户说冰箱不制冷');
    const joined = await repLin.replies(repLin.card('冰箱'), '冷藏室也不行');
    const late = await serviceLi.replies(card, '处理结果：又查了一次');
    const thanks = await repLin.replies(repCard, '谢谢');
    expect(world.group('afterSales').at(-1)?.text).toContain('归档');
    expect([draft, joined, late, thanks].flatMap((each) => (each ? marks(each) : []))).toEqual([]);
    expect(marking()).toBe(0);
  });

  test('is not lost in a restart, and not doubled if Feishu’s answer was', async () => {
    const { serviceLi } = world.people;
    const giveBack = refuse(world.feishu, MARK, { httpStatus: 503, rawBody: 'away' });
    const progress = await serviceLi.replies(card, '配件已到，明天上门');
    await world.app.stop();
    giveBack();
    world.feishu.failNext(MARK, { afterEffect: true });
    await world.startBot();
    await world.passes('10m', '1m');
    expect(marks(progress)).toEqual(['OK']);
    expect(marking()).toBe(3);
  });

  test.each([
    ['an app that lacks the scope', NO_SCOPE],
    ['a message that is gone', { code: 231003 }],
    ['too many calls', { httpStatus: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '3600' } }],
  ])('%s: nobody hears of it, and messages wait for nothing', async (_what, failure) => {
    const { repLin, serviceLi, admin } = world.people;
    refuse(world.feishu, MARK, failure);
    await serviceLi.replies(card, '配件已到，明天上门');
    const answer = await serviceLi.replies(card, '处理结果：已更换阀门');
    expect(repLin.card('配件已到').text).toContain('李娜');
    expect(repLin.card('已更换阀门').text).not.toBe('');
    expect(marks(answer)).toEqual([]);
    expect(marking()).toBeGreaterThan(0);
    expect(admin.wall()).toEqual([]);
  });

  test('that is a day late is left out', async () => {
    const giveBack = refuse(world.feishu, MARK, { httpStatus: 503, rawBody: 'away' });
    const note = await world.people.repLin.replies(repCard, '客户说今天下午三点后在家');
    await world.advances('25h');
    giveBack();
    await world.passes('1h');
    expect(marks(note)).toEqual([]);
  });
});
