import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform';
import { DIALECTS } from '../../databases';
import { PEOPLE, World } from '../../world';
import { tapRaw } from '../rights/raw-tap';
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
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.close', told);
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

  test.each(['message_owner', 'group_owner', 'group_manager', 'enterprise_manager'])(
    'recalled by %s, the card of the group and the card of the rep hang anew at once',
    async (recallType) => {
      const { repLin, serviceLi } = world.people;
      await submitted();
      for (const card of [world.cardIn('afterSales'), repLin.card('FB-1')]) {
        await world.app.receive({
          schema: '2.0',
          header: { event_id: `recalled-${card.id}`, event_type: 'im.message.recalled_v1' },
          event: { message_id: card.id, chat_id: card.chatId, recall_type: recallType },
        });
        await world.settle();
        const anew = world.newest(world.fromBot(card.chatId), '空调漏水');
        expect(anew.id).not.toBe(card.id);
      }
      await serviceLi.taps(world.cardIn('afterSales', '空调漏水'), '接单');
      await world.passes('30s', '5s');
      expect(repLin.card('空调漏水').text).toContain('李娜');
      expect(world.group('afterSales')).toHaveLength(2);
    },
  );

  // Deleted, unknown, invisible, of a vanished topic, too old.
  test.each([230110, 99992354, 230050, 230019, 230011, 230031])(
    'if Feishu answers a change of the card with %i, a new card hangs at once and takes the next tap',
    async (code) => {
      const { repLin, serviceLi } = world.people;
      await submitted();
      const card = world.cardIn('afterSales');
      refuse(world.feishu, (call) => call.method === 'PATCH' && call.path.includes(card.id), { code });
      // The tap is answered; the patch for everybody else meets the refusal.
      expect((await serviceLi.taps(card, '接单')).toast).toMatchObject({ type: 'success' });
      await world.passes('30s', '5s');
      const anew = world.cardIn('afterSales', '空调漏水');
      expect(anew.id).not.toBe(card.id);
      expect((await serviceLi.taps(anew, 'feedback.answer', { answer: '今天上门' })).toast).toMatchObject({
        type: 'success',
      });
      expect(repLin.caseCard('FB-1').text).toMatch(/<待回复客户>[\s\S]*今天上门/);
      // A later tap on the lost card is taken, and hangs no third one.
      await serviceLi.taps(card, 'feedback.answer', { answer: '明天上门' }).catch(() => undefined);
      await world.passes('30s', '5s');
      expect(world.group('afterSales').filter(({ text }) => text.startsWith('海风公司 · 空调漏水'))).toHaveLength(2);
    },
  );

  test('a tap on the group’s card is shown to everybody else by one patch, seconds later', async () => {
    await submitted();
    const card = world.cardIn('afterSales');
    await world.people.serviceLi.taps(card, '接单');
    expect(patchesOf(card)).toBe(0);
    await world.passes('30s', '3s');
    expect(patchesOf(card)).toBe(1);
    // A tap that changes nothing costs nothing.
    const late = { by: world.people.serviceWang.id, chatId: card.chatId, messageId: card.id, cmd: 'feedback.claim' };
    expect(await tapRaw(world, late)).toMatchObject({ toast: { type: 'warning' } });
    await world.passes('30s', '3s');
    expect(patchesOf(card)).toBe(1);
  });

  test('what a group must see is a message of its own, although the card has a thread', async () => {
    const { serviceLi, serviceWang, repLin } = world.people;
    await submitted();
    const card = world.cardIn('afterSales');
    await serviceWang.replies(card, '我看看', { inThread: true, mentionBot: true });
    await world.passes('3h', '30m');
    const reminder = world.cardIn('afterSales', '<还没人接单>');
    await repLin.taps(repLin.caseCard('FB-1'), 'feedback.urge');
    const urged = world.group('afterSales').at(-1);
    expect(urged?.id).not.toBe(reminder.id);
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

  test('no card of a case can be forwarded, whether it shows contact details or is a group’s', async () => {
    const { repLin, serviceLi } = world.people;
    await submitted('电话 13812345678');
    await serviceLi.taps(world.cardIn('afterSales'), '接单');
    const configOf = (message: MessageView) => (world.again(message).card as { config: object }).config;
    expect(configOf(repLin.card('FB-1'))).toMatchObject({ enable_forward: false });
    expect(configOf(world.cardIn('afterSales'))).toMatchObject({ enable_forward: false });
    await serviceLi.taps(world.cardIn('afterSales'), 'feedback.reveal_contact');
    expect(configOf(serviceLi.card('13812345678'))).toMatchObject({ enable_forward: false });
  });

  async function recalled(card: MessageView) {
    await world.feishu.recall(PEOPLE.serviceLead.id, card.id);
    await world.settle();
  }
});
