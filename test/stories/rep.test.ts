import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform';
import { DIALECTS } from '../databases';
import { World } from '../world';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
let repCard: MessageView;
let card: MessageView;
afterEach(() => world.stop());

/** The initial value of a form's field. */
function initialOf(message: MessageView, name: string): string {
  const found = new RegExp(`"name":"${name}"[\\s\\S]*?"default_value":"((?:[^"\\\\]|\\\\.)*)"`).exec(
    JSON.stringify(world.liveCard(message).card),
  );
  return found ? (JSON.parse(`"${found[1]}"`) as string) : '';
}

describe.each(DIALECTS)('the rep’s side, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
    const { repLin } = world.people;
    await repLin.forwards('空调漏水');
    await repLin.taps(repLin.card(), '提交', FORM);
    repCard = repLin.card('空调漏水');
    card = world.cardIn('afterSales');
  });

  test('the card shows the truth at every step', async () => {
    const { repLin, serviceLi } = world.people;
    const says = (words: RegExp | string) => expect(repLin.caseCard('FB-1').text).toMatch(words);
    says(/待接单[\s\S]*已送到售后部，接单后马上告诉您/);
    await serviceLi.taps(card, '接单');
    says(/处理中[\s\S]*售后部李娜在办，您这边先不用动/);
    await serviceLi.taps(card, 'feedback.request_info', { question: '型号是什么？' });
    says(/待补充[\s\S]*型号是什么？/);
    await repLin.taps(repCard, '补充好了', { info: 'KFR-35' });
    says(/处理中[\s\S]*售后部李娜在办/);
    expect(world.again(card).text).toMatch(/处理中[\s\S]*型号是什么？\nKFR-35/);
    await serviceLi.taps(card, 'feedback.answer', { answer: '已更换' });
    says(/待回复客户[\s\S]*已更换/);
    await world.advances('30h');
    says('FB-1 · 11-25（周三）09:00 已到期');
    await repLin.taps(repCard, 'feedback.close', {
      told_customer: '已更换',
      satisfaction: 'satisfied',
      goodwill: '送滤网一套',
    });
    says(/归档，客户满意[\s\S]*已归档[\s\S]*用时 30 小时，超时/);
    const hung = repLin.wall().filter(({ text }) => text.includes('[客户又有意见]'));
    expect(hung).toHaveLength(1);
    await repLin.taps(repCard, 'feedback.show');
    expect(repLin.card('型号是什么').text).toMatch(/KFR-35[\s\S]*补偿或优惠：送滤网一套/);
  });

  test('催办 reaches the holder, at most once an hour', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.taps(repCard, 'feedback.urge');
    expect(world.cardIn('afterSales', '催办').text).toMatch(/客户在等答复[\s\S]*林晓催办/);
    await serviceLi.taps(card, '接单');
    world.clock.advance(30 * 60_000);
    const early = await repLin.taps(repCard, 'feedback.urge');
    expect(early.toast).toMatchObject({
      type: 'warning',
      content: expect.stringContaining('11-24 10:00 后可再次催办'),
    });
    expect(serviceLi.wall()).toEqual([]);
    world.clock.advance(30 * 60_000);
    await repLin.taps(repCard, 'feedback.urge');
    expect(serviceLi.card('催办').text).toContain('海风公司');
  });

  test('the wording for the customer: polite, with the cause, without names and internal text', async () => {
    const { repLin, serviceLi } = world.people;
    await serviceLi.taps(card, '接单');
    const answer = '李娜已上门更换排水管。（内部：费用由供应商承担）';
    await serviceLi.taps(card, 'feedback.answer', { answer });
    expect(repLin.wall().at(-1)?.text).toBe(
      '您好，关于您反馈的“空调漏水”，回复如下：工作人员已上门更换排水管。给您带来不便，深表歉意。如还有疑问，请随时联系我。',
    );
    await serviceLi.taps(card, 'feedback.cause', { cause: '排水管老化', prevention: '内部：处罚供应商' });
    expect(initialOf(repCard, 'told_customer')).toBe(
      '您好，关于您反馈的“空调漏水”，回复如下：工作人员已上门更换排水管。原因是：排水管老化。' +
        '给您带来不便，深表歉意。如还有疑问，请随时联系我。',
    );
    expect(repLin.caseCard('FB-1').text).not.toContain('供应商');
    await repLin.taps(repCard, 'feedback.show');
    expect(repLin.card('原因分析').text).toContain('排水管老化');
    for (const { text } of repLin.wall()) expect(text).not.toContain('供应商');
    await serviceLi.forwards('#1');
    expect(serviceLi.card('原因分析').text).toMatch(/费用由供应商承担[\s\S]*处罚供应商/);
  });

  test('an unsatisfied customer: the form to reopen is there at once, with the customer’s words', async () => {
    const { repLin, serviceLi } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, '提交处理意见', { answer: '寄出配件' });
    await repLin.taps(repCard, '不满意', { told_customer: '配件已寄出' });
    expect(repLin.caseCard('FB-1').text).toMatch(/客户不满意[\s\S]*要请部门重新处理吗？[\s\S]*\[重新处理\]/);
    await repLin.taps(repCard, '重新处理', { reason: '还要我自己装？' });
    const again = world.caseCard(world.group('afterSales'), 'FB-1');
    expect(again.id).not.toBe(card.id);
    expect(again.text).toMatch(/第 2 次处理，重新打开的原因：还要我自己装？/);
  });

  test('an unsatisfied customer’s case, archived all the same, is reopened later with the customer’s words', async () => {
    const { repLin, serviceLi } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, '提交处理意见', { answer: '寄出配件' });
    const told = { told_customer: '配件已寄出', satisfaction: 'unsatisfied', customer_words: '还要我自己装？' };
    await repLin.taps(repCard, 'feedback.close', told);
    expect(repLin.caseCard('FB-1').text).toMatch(/归档，客户不满意[\s\S]*\[客户又有意见\]/);
    await repLin.taps(repCard, '客户又有意见');
    expect(initialOf(repCard, 'reason')).toBe('还要我自己装？');
    await repLin.taps(repCard, '重新打开');
    const again = world.caseCard(world.group('afterSales'), 'FB-1');
    expect(again.id).not.toBe(card.id);
    expect(again.text).toMatch(/第 2 次处理，重新打开的原因：还要我自己装？/);
  });

  test('withdrawn with a reason, from the card of any open case', async () => {
    const { repLin, serviceLi } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, '提交处理意见', { answer: '寄出配件' });
    await repLin.taps(repCard, 'feedback.withdraw', { reason: '客户退货了' });
    expect(repLin.caseCard('FB-1').text).toMatch(/已撤回[\s\S]*客户退货了/);
    expect(world.cardIn('afterSales', '客户退货了')).toBeTruthy();
    expect(world.again(card).text.match(/\[[^\]]*\]/g)).toEqual(['[看经过]']);
  });
});
