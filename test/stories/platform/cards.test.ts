import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { PEOPLE, World } from '../../world';
import { refuse } from './refuse';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

async function submitted(words = '空调漏水') {
  const { repLin } = world.people;
  await repLin.forwards(words);
  await repLin.taps(repLin.card(words), '提交', FORM);
}

const patchesOf = (card: MessageView) =>
  world.feishu.calls().filter(({ method, path }) => method === 'PATCH' && path.endsWith(card.id)).length;

describe.each(DIALECTS)('cards hold out, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('a card of an open case that the group’s owner recalled hangs anew at once, and is claimed there', async () => {
    await submitted();
    const card = world.cardIn('afterSales');
    await recalled(card);
    const anew = world.cardIn('afterSales', '空调漏水');
    expect(anew.id).not.toBe(card.id);
    expect((await world.people.serviceLi.taps(anew, '接单')).toast).toMatchObject({ type: 'success' });
    expect(world.group('afterSales')).toHaveLength(2);
    await world.people.serviceLi.taps(anew, 'feedback.answer', { answer: '今天上门' });
    const { repLin } = world.people;
    const told = { told_customer: '今天上门', satisfaction: 'satisfied' };
    await repLin.taps(repLin.card('告知客户的内容'), 'feedback.close', told);
    await recalled(world.cardIn('afterSales', '空调漏水'));
    expect(world.group('afterSales')).toHaveLength(2);
  });

  test('if no event tells of the recall, the first refused change or reply does', async () => {
    const { serviceLi, repLin } = world.people;
    await submitted();
    const card = repLin.card('FB-1');
    const isGone = (call: { path: string }) => call.path.includes(card.id);
    refuse(world.feishu, isGone as never, { code: 230011 });
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    const anew = repLin.card('处理中');
    expect(anew.id).not.toBe(card.id);
    expect(anew.text).toContain('李娜');
  });

  test('a tap on the group’s card is shown to everybody else by one patch, seconds later', async () => {
    await submitted();
    const card = world.cardIn('afterSales');
    await world.people.serviceLi.taps(card, '接单');
    expect(patchesOf(card)).toBe(0);
    await world.passes('30s', '3s');
    expect(patchesOf(card)).toBe(1);
    // A tap that changes nothing costs nothing.
    await world.people.serviceWang.taps(card, '接单').catch(() => undefined);
    await world.passes('30s', '3s');
    expect(patchesOf(card)).toBe(1);
  });

  test('what a group must see is a message of its own, although the card has a thread', async () => {
    const { serviceLi, serviceWang, repLin } = world.people;
    await submitted();
    const card = world.cardIn('afterSales');
    await serviceWang.replies(card, '我看看', { inThread: true, mentionBot: true });
    await world.passes('3h', '30m');
    const reminder = world.cardIn('afterSales', '还没有人接单');
    await repLin.taps(repLin.card('空调漏水'), '催办');
    const urged = world.group('afterSales').at(-1);
    await serviceLi.taps(card, '接单');
    await serviceLi.taps(card, 'feedback.request_info', { question: '型号？' });
    await repLin.taps(repLin.card('空调漏水'), 'feedback.provide_info', { info: 'KF-35' });
    const informed = world.cardIn('afterSales', 'KF-35');
    for (const message of [reminder, urged]) {
      expect(world.feishu.message(message?.id ?? '')).toMatchObject({ parentId: null, threadId: null });
    }
    expect(informed.threadId).toBeNull();
    // Progress stays with the card.
    await repLin.replies(repLin.card('空调漏水'), '客户着急');
    expect(world.cardIn('afterSales', '客户着急').parentId).toBe(card.id);
  });

  test('cards with contact details cannot be forwarded; a group’s masked card can', async () => {
    const { repLin, serviceLi } = world.people;
    await submitted('电话 13812345678');
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    const configOf = (message: MessageView) => (world.again(message).card as { config: object }).config;
    expect(configOf(repLin.card('FB-1'))).toMatchObject({ enable_forward: false });
    expect(configOf(world.cardIn('afterSales'))).not.toHaveProperty('enable_forward');
    await serviceLi.taps(world.cardIn('afterSales'), 'feedback.reveal_contact');
    expect(configOf(serviceLi.card('13812345678'))).toMatchObject({ enable_forward: false });
  });

  async function recalled(card: MessageView) {
    await world.feishu.recall(PEOPLE.serviceLead.id, card.id);
    await world.settle();
  }
});
