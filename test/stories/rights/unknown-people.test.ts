import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { unionIdOf } from '../../../sandbox/platform/ids';
import type { JsonObject } from '../../../src/domain/messaging';
import { DIALECTS } from '../../databases';
import { timelineOf } from '../../timeline';
import { GROUPS, World } from '../../world';
import { receiveTap } from './raw-tap';

const FORM = { customer: '海风公司', channel: 'wechat', category: 'after_sales', department: 'after_sales' };

let world: World;
afterEach(() => world.stop());

/** A message as Feishu pushes it, by a person of whom it tells these ids. */
async function receives(ids: JsonObject, chatId: string, more: JsonObject = {}) {
  const header = {
    event_id: `e-${chatId}`,
    event_type: 'im.message.receive_v1',
    create_time: String(world.clock.now()),
  };
  const content = JSON.stringify({ text: '客户说阀门漏水' });
  const message = { message_id: 'om_odd', chat_id: chatId, chat_type: 'p2p', message_type: 'text', content, ...more };
  const event = { sender: { sender_id: ids, sender_type: 'user' }, message };
  await world.app.receive({ schema: '2.0', header, event } as unknown as JsonObject);
  await world.settle();
}

/** A card of the rep, submitted; with the event of a tap by the rep that carries only what `of` gives. */
async function submitted() {
  const { repLin } = world.people;
  await repLin.forwards('空调漏水');
  await repLin.taps(repLin.card(), '提交', FORM);
  const card = repLin.card('空调漏水');
  return { card, context: { open_message_id: card.id, open_chat_id: card.chatId } };
}

const lastMove = async () => (await timelineOf(world, 1)).at(-1);

describe.each(DIALECTS)('events that do not say who or what, on %s', (dialect) => {
  beforeEach(async () => {
    world = await World.start({ dialect });
  });

  test('a message without open_id opens the draft of the person behind its union_id', async () => {
    const { repLin } = world.people;
    const chatId = world.feishu.p2pChatOf(repLin.id);
    await receives({ open_id: '', union_id: unionIdOf(repLin.id), user_id: 'x' }, chatId);
    expect(repLin.card().text).toContain('阀门漏水');
  });

  test('a message by nobody known is answered with one line in its chat; talk in a group is not', async () => {
    const { repLin } = world.people;
    const chatId = world.feishu.p2pChatOf(repLin.id);
    await receives({ open_id: '', union_id: 'on_nobody', user_id: '' }, chatId);
    expect(repLin.wall().map(({ text }) => text)).toEqual([expect.stringContaining('没能认出是谁')]);
    const group = { chat_type: 'group', message_id: 'om_talk' };
    await receives({ open_id: '', union_id: 'on_nobody' }, GROUPS.afterSales.id, group);
    expect(world.group('afterSales')).toEqual([]);
  });

  test('a tap without open_id counts for the person behind its union_id; by nobody known it is answered with a warning', async () => {
    const { context } = await submitted();
    const action = { tag: 'button', value: { cmd: 'feedback.urge', id: 1 } };
    const by = (union_id: string) => ({ operator: { open_id: '', union_id }, action, context });
    const nobody = await receiveTap(world, 't1', by('on_nobody'));
    expect(nobody).toEqual({ toast: { type: 'warning', content: expect.stringContaining('没能看懂') } });
    const told = await receiveTap(world, 't2', by(unionIdOf(world.people.repLin.id)));
    expect(told).toMatchObject({ toast: { type: 'success' } });
    expect(await lastMove()).toMatchObject({ what: 'urge', actorId: world.people.repLin.id });
  });

  test.each<[string, (at: { message: string; chat: string; person: string }) => JsonObject]>([
    [
      'without value, by the name of the form',
      ({ message, chat, person }) => ({
        operator: { open_id: person },
        action: { tag: 'button', name: 'form_feedback_withdraw', form_value: { reason: '重复了' } },
        context: { open_message_id: message, open_chat_id: chat },
      }),
    ],
    [
      'by the command as the form’s name',
      ({ message, chat, person }) => ({
        operator: { open_id: person },
        action: { tag: 'button', name: 'form_feedback.withdraw', form_value: { reason: '重复了' } },
        context: { open_message_id: message, open_chat_id: chat },
      }),
    ],
    [
      'with the ids of message and chat at the top',
      ({ message, chat, person }) => ({
        operator: { open_id: person },
        action: { tag: 'button', name: 'feedback.withdraw', form_value: { reason: '重复了' } },
        open_message_id: message,
        open_chat_id: chat,
      }),
    ],
    [
      'in the older form, with the person at the top',
      ({ message, chat, person }) => ({
        open_id: person,
        action: { tag: 'button', value: { cmd: 'feedback.withdraw', id: 1 }, form_value: { reason: '重复了' } },
        open_message_id: message,
        open_chat_id: chat,
      }),
    ],
  ])('a submit %s is understood', async (_form, event) => {
    const { card } = await submitted();
    const at = { message: card.id, chat: card.chatId, person: world.people.repLin.id };
    expect(await receiveTap(world, 't1', event(at))).toMatchObject({ toast: { type: 'success' }, card: {} });
    expect(await lastMove()).toMatchObject({ what: 'withdraw' });
  });

  test.each<[string, JsonObject]>([
    ['nothing', {}],
    ['a value that is a text', { action: { tag: 'button', value: 'x' } }],
    ['a button of another app', { action: { tag: 'button', name: 'vote.yes', value: { cmd: 'vote.yes' } } }],
    [
      'a form that is none of ours',
      { action: { tag: 'button', name: 'form_1', form_value: { secret: '13812345678' } } },
    ],
  ])('a tap that carries %s is answered with a warning, never with silence', async (_what, event) => {
    const operator = { open_id: world.people.repLin.id };
    const answer = await receiveTap(world, 't1', { operator, ...event });
    expect(answer).toEqual({ toast: { type: 'warning', content: expect.stringContaining('没能看懂') } });
  });
});
