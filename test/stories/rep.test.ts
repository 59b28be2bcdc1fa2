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
    JSON.stringify(world.again(message).card),
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
    const says = (words: RegExp | string) => expect(world.again(repCard).text).toMatch(words);
    says(/待接单[\s\S]*已分派到售后部，等待接单/);
    await serviceLi.taps(card, '接单');
    says(/处理中[\s\S]*售后部李娜正在处理/);
    await serviceLi.taps(card, '退回补充', { question: '型号是什么？' });
    says(/待补充[\s\S]*型号是什么？/);
    await repLin.taps(repCard, '补充', { info: 'KFR-35' });
    says(/处理中[\s\S]*KFR-35/);
    await serviceLi.taps(card, 'feedback.answer', { answer: '已更换' });
    says(/待回复客户[\s\S]*已更换/);
    await world.advances('30h');
    says('已超时');
    await repLin.taps(repCard, '归档', { told_customer: '已更换', satisfaction: 'satisfied', goodwill: '送滤网一套' });
    says(/已归档[\s\S]*满意[\s\S]*补偿或优惠：送滤网一套/);
    expect(repLin.wall().filter(({ text }) => text.startsWith('客户反馈'))).toHaveLength(1);
  });

  test('催办 reaches the holder, at most once an hour', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.taps(repCard, '催办');
    expect(world.cardIn('afterSales', '催办').text).toContain('林晓请您尽快处理');
    await serviceLi.taps(card, '接单');
    world.clock.advance(30 * 60_000);
    const early = await repLin.taps(repCard, '催办');
    expect(early.toast).toMatchObject({
      type: 'warning',
      content: expect.stringContaining('11-24 10:00 后可再次催办'),
    });
    expect(serviceLi.wall()).toEqual([]);
    world.clock.advance(30 * 60_000);
    await repLin.taps(repCard, '催办');
    expect(serviceLi.card('催办').text).toContain('海风公司');
  });

  test('the wording for the customer: polite, with the cause, without names and internal text', async () => {
    const { serviceLi } = world.people;
    await serviceLi.taps(card, '接单');
    const answer = { answer: '李娜已上门更换排水管。（内部：费用由供应商承担）', cause: '排水管老化' };
    await serviceLi.taps(card, 'feedback.answer', { ...answer, prevention: '内部：处罚供应商' });
    expect(initialOf(repCard, 'told_customer')).toBe(
      '您好，您反馈的问题我们已核实处理，现答复如下：工作人员已上门更换排水管。经核实，原因是：排水管老化。' +
        '给您带来不便，深表歉意。如还有疑问，请随时联系我。',
    );
    expect(world.again(repCard).text).toContain('费用由供应商承担');
  });

  test('an unsatisfied customer: the form to reopen is there at once, with the customer’s words', async () => {
    const { repLin, serviceLi } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, '提交处理意见', { answer: '寄出配件' });
    const told = { told_customer: '配件已寄出', satisfaction: 'unsatisfied', customer_words: '还要我自己装？' };
    await repLin.taps(repCard, '归档', told);
    expect(world.again(repCard).text).toMatch(/客户不满意[\s\S]*重新打开/);
    expect(initialOf(repCard, 'reason')).toBe('还要我自己装？');
    await repLin.taps(repCard, '重新打开');
    const again = world.cardIn('afterSales', '还要我自己装？');
    expect(again.id).not.toBe(card.id);
    expect(again.text).toMatch(/第 2 次处理，重新打开的原因：还要我自己装？/);
  });

  test('withdrawn with a reason, from the card of any open case', async () => {
    const { repLin, serviceLi } = world.people;
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, '提交处理意见', { answer: '寄出配件' });
    await repLin.taps(repCard, '撤回', { reason__withdraw: '客户退货了' });
    expect(world.again(repCard).text).toMatch(/已撤回[\s\S]*客户退货了/);
    expect(world.cardIn('afterSales', '客户退货了')).toBeTruthy();
    expect(world.again(card).text).not.toContain('[');
  });
});
