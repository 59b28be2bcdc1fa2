import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { controlsOf } from '../../../sandbox/platform/cards/card-reader';
import { DIALECTS } from '../../databases';
import { GROUPS, type Player, World } from '../../world';
import { tapRaw } from '../rights/raw-tap';

const WORDS = '客户海风公司反映空调漏水，滴到地板上了，请售后上门维修，电话 13812345678';

let world: World;
afterEach(() => world.stop());

const fieldsOn = (message: MessageView) =>
  controlsOf(message.card ?? ({} as never)).flatMap(({ element }) =>
    element.tag === 'button' || element.tag === 'overflow' ? [] : [String(element.name)],
  );

const newestOf = (player: Player) => player.wall().at(-1) as MessageView;

describe.each(DIALECTS)('short cards, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  const submitted = async (): Promise<MessageView> => {
    const { repLin } = world.people;
    await repLin.forwards(WORDS);
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.submit');
    return world.caseCard(world.group('afterSales'), 'FB-1');
  };

  test('from the customer’s words to the archive: three taps, one text, and what was understood stands in the titles', async () => {
    const { repLin, serviceLi } = world.people;
    const card = await submitted();
    expect(card.text).toMatch(/^海风公司 · 空调漏水\nFB-1 · 11-25（周三）09:00 前\n/);
    await serviceLi.taps(card, 'feedback.claim');
    await serviceLi.taps(card, 'feedback.answer', { answer: '明早 9 点上门更换排水管。内部：供应商负责' });
    const words = repLin.wall().filter(({ card: drawn }) => drawn === null);
    expect(words.map(({ text }) => text)).toEqual([
      '您好，关于您反馈的“空调漏水”，回复如下：明早 9 点上门更换排水管。给您带来不便，深表歉意。如还有疑问，请随时联系我。',
    ]);
    await repLin.taps(repLin.caseCard('FB-1'), '满意');
    const closed = repLin.caseCard('FB-1').text;
    expect(closed).toMatch(/FB-1 · 09:00 归档，客户满意/);
    expect(closed.split('\n')).toHaveLength(7);
    expect(world.again(card).text).toContain('李娜处理');
  });

  test('what is missing is asked for, and nothing else; the whole form comes on demand and can be kept', async () => {
    const { repLin } = world.people;
    await repLin.forwards('空调漏水，请售后上门维修');
    expect(fieldsOn(repLin.caseCard('FB-1'))).toEqual(['customer']);
    const refused = await repLin.taps(repLin.caseCard('FB-1'), 'feedback.submit', { customer: '　' });
    expect(refused.toast?.content ?? refused.error?.message).toMatch(/客户|required/);
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.edit');
    expect(fieldsOn(repLin.caseCard('FB-1'))).toHaveLength(9);
    const kept = { customer: '海风公司', subject: '空调滴水到地板', priority: 'high', note: '老客户' };
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.save', kept);
    expect(repLin.caseCard('FB-1').text).toMatch(/^海风公司 · 空调滴水到地板[\s\S]*<紧急>[\s\S]*备注：老客户/);
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.submit');
    expect(world.caseCard(world.group('afterSales'), 'FB-1').text).toMatch(/^海风公司 · 空调滴水到地板/);
  });

  test('what the rep has corrected stays when another message joins the draft', async () => {
    const { repLin } = world.people;
    await repLin.forwards(WORDS);
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.save', { customer: '海风集团', priority: 'high' });
    await repLin.forwards('客户海风公司又说：已经第三次联系，非常紧急，漏电了');
    const draft = repLin.caseCard('FB-1').text;
    expect(draft).toMatch(/^海风集团 · /);
    expect(draft).toContain('<紧急>');
    expect(draft).toContain('2 条消息合成一件');
  });

  test('handed in without what is required, the draft says what is missing and asks for it', async () => {
    const { repLin } = world.people;
    await repLin.forwards('空调漏水，请售后上门维修');
    const draft = repLin.caseCard('FB-1');
    const { chatId, id: messageId } = draft;
    const answer = await tapRaw(world, { by: repLin.id, chatId, messageId, cmd: 'feedback.submit' });
    expect(answer).toMatchObject({ toast: { type: 'warning', content: expect.stringContaining('客户') } });
    expect(JSON.stringify(answer.card)).toContain('"name":"customer"');
  });

  test('a field that the whole form empties is emptied', async () => {
    const { repLin } = world.people;
    await repLin.forwards(WORDS);
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.save', { contact: '' });
    expect(repLin.caseCard('FB-1').text).toContain('客户　海风公司\n');
  });

  test('a form that is not wanted gives way to the card; no feedback comes back in one tap', async () => {
    const { repLin } = world.people;
    await repLin.forwards(WORDS);
    const draft = repLin.caseCard('FB-1');
    await repLin.taps(draft, 'feedback.edit');
    await repLin.taps(draft, 'card.cancel');
    expect(world.again(draft).text).toBe(draft.text);
    await repLin.taps(draft, 'feedback.discard');
    expect(world.again(draft).text).toContain('已作废');
    await repLin.taps(draft, 'feedback.restore');
    expect(world.again(draft).text).toBe(draft.text);
  });

  test('a form asked for in a group comes to the person alone, who then acts as a member; others see no half-filled field', async () => {
    const { serviceLi, serviceWang } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, 'feedback.claim');
    const before = world.again(card).text;
    const asked = await serviceLi.taps(card, '请补充');
    expect(asked.toast?.content).toBe('已私聊发给您');
    expect(world.again(card).text).toBe(before);
    expect(newestOf(serviceLi).text).toContain('仅您可见');
    expect(serviceWang.wall()).toEqual([]);
    await serviceLi.taps(newestOf(serviceLi), 'feedback.request_info', { question: '是哪一款空调？' });
    expect(world.again(card).text).toContain('是哪一款空调？');
    expect(newestOf(serviceLi).text).not.toContain('是哪一款空调？');
    const copy = world.people.qualitySun;
    const forged = await world.feishu.tap(copy.id, newestOf(serviceLi).id, { cmd: 'feedback.show' });
    expect(forged.error?.code).toBe('not_in_chat');
  });

  test('a form outlives a restart; sent too late, it says how the case stands', async () => {
    const { serviceLi, serviceWang } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, 'feedback.claim');
    await serviceLi.taps(card, '转部门');
    const form = newestOf(serviceLi);
    await world.restartBot();
    await serviceWang.taps(card, 'feedback.answer', { answer: '已更换排水管' });
    const late = await serviceLi.taps(form, 'feedback.transfer', { department: 'quality', reason: '材料问题' });
    expect(late.toast?.content).toMatch(/王磊已于 .* 提交处理意见/);
    expect(world.again(form).text).toContain('已有处理意见');
    expect(world.group('quality')).toEqual([]);
  });

  test('while the rep is asked, the department answers all the same, and the question is settled', async () => {
    const { repLin, serviceLi } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, 'feedback.claim');
    await serviceLi.taps(card, 'feedback.request_info', { question: '是哪一款空调？' });
    expect(repLin.caseCard('FB-1').text).toMatch(/李娜 09:00 问\n是哪一款空调？/);
    await serviceLi.taps(card, 'feedback.nudge_rep');
    expect(newestOf(repLin).text).toContain('李娜');
    await serviceLi.taps(card, 'feedback.answer', { answer: '客户来电说清楚了，明早上门' });
    expect(repLin.caseCard('FB-1').text).toContain('待回复客户');
    expect(repLin.caseCard('FB-1').text).not.toContain('是哪一款空调');
  });

  test('the customer does not know either: the wait ends, and the department reads so', async () => {
    const { repLin, serviceLi } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, 'feedback.claim');
    await serviceLi.taps(card, 'feedback.request_info', { question: '是哪一款空调？' });
    await repLin.taps(repLin.caseCard('FB-1'), '客户也不清楚');
    expect(world.again(card).text).toMatch(/处理中[\s\S]*问：是哪一款空调？\n客户也不清楚/);
  });

  test('a customer who is not satisfied is asked about at once; what was told is kept', async () => {
    const { repLin, serviceLi } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, 'feedback.claim');
    await serviceLi.taps(card, 'feedback.answer', { answer: '寄出配件' });
    const answered = repLin.caseCard('FB-1');
    const asked = await world.feishu.tap(repLin.id, answered.id, {
      label: '不满意',
      form: { told_customer: '配件今天寄出，请您自行更换' },
    });
    expect(JSON.stringify(asked.card)).toContain('要请部门重新处理吗');
    await world.settle();
    await repLin.taps(answered, '记下，仍归档', { reason: '要我自己装？' });
    expect(repLin.caseCard('FB-1').text).toContain('客户不满意');
    expect(world.caseCard(world.group('afterSales'), 'FB-1').text).toContain('客户说：“要我自己装？”');
    await repLin.forwards('#1');
    expect(newestOf(repLin).text).toContain('配件今天寄出');
  });

  test('cause and prevention are added after the answer', async () => {
    const { repLin, serviceLi } = world.people;
    const card = await submitted();
    await serviceLi.taps(card, 'feedback.claim');
    await serviceLi.taps(card, 'feedback.answer', { answer: '寄出配件' });
    await repLin.taps(repLin.caseCard('FB-1'), '一般');
    await serviceLi.taps(card, 'feedback.cause', { cause: '密封圈老化', prevention: '' });
    expect(world.again(card).text).not.toContain('补原因和预防');
    await repLin.forwards('#1');
    expect(newestOf(repLin).text).toContain('原因分析：密封圈老化');
  });

  test('the time left is an upper bound that stays true, until the next reminder changes the card', async () => {
    const card = await submitted();
    expect(world.again(card).text).toContain('FB-1 · 11-25（周三）09:00 前\n');
    await world.passes('23h');
    const late = world.again(card);
    expect(late.text).toContain('今天 09:00 前，剩不到 ');
    await world.passes('2h');
    expect(world.again(card).text).toContain('11-25（周三）09:00 已到期');
    expect((world.again(card).card as { header: { template: string } }).header.template).toBe('red');
  });
});

describe.each(DIALECTS)('cards of the former shape, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  /** A tap on a card that hangs since before: its forms are no longer drawn, and are heard all the same. */
  const taps = async (player: Player, message: MessageView, cmd: string, form: Record<string, string> = {}) => {
    return tapRaw(world, { by: player.id, chatId: message.chatId, messageId: message.id, cmd, form });
  };

  test('go on working: their forms hold all fields, and a satisfaction is chosen in the form', async () => {
    const { repLin, serviceLi } = world.people;
    await repLin.forwards('空调漏水');
    const draft = repLin.caseCard('FB-1');
    const whole = { channel: 'phone', kind: 'complaint', category: 'after_sales', priority: 'normal' };
    await taps(repLin, draft, 'feedback.submit', { ...whole, customer: '海风公司', department: 'after_sales' });
    const card = world.cardIn('afterSales');
    expect(card.text).toContain('海风公司');
    expect(card.chatId).toBe(GROUPS.afterSales.id);
    await taps(serviceLi, card, 'feedback.claim');
    await taps(serviceLi, card, 'feedback.extend', { reason__extend: '等配件', until: '2026-11-26 18:00 +0800' });
    await taps(serviceLi, card, 'feedback.answer', { answer: '已更换', cause: '老化', prevention: '' });
    const told = { told_customer: '已更换', satisfaction: 'unsatisfied', customer_words: '太慢了' };
    const closed = await taps(repLin, repLin.caseCard('FB-1'), 'feedback.close', told);
    expect(closed).toMatchObject({ toast: { type: 'success' } });
    expect(world.again(card).text).toContain('客户不满意');
    await taps(repLin, repLin.caseCard('FB-1'), 'feedback.reopen', { reason: '客户要求上门' });
    expect(world.cardIn('afterSales').text).toContain('客户要求上门');
  });
});
