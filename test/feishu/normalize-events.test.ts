import { describe, expect, test } from '@jest/globals';
import type { Incoming, JsonObject } from '../../src/domain/messaging';
import { normalize } from '../../src/feishu/normalize';

const BOT = 'ou_bot';

const event = (type: string, body: object, header: object = {}): JsonObject =>
  ({
    schema: '2.0',
    header: { event_id: 'e1', event_type: type, create_time: '1748000000123', ...header },
    event: body,
  }) as JsonObject;

test.each([
  ['is frozen', { is_frozen: true, is_resigned: false }, 'ignored'],
  ['resigned', { is_frozen: false, is_resigned: true }, 'person_left'],
])('a person who %s: %s', (_what, status, kind) => {
  const updated = event('contact.user.updated_v3', { object: { open_id: 'ou_1', status }, old_object: {} });
  expect(normalize(updated, BOT)).toMatchObject({ kind, ...(kind === 'ignored' ? {} : { personId: 'ou_1' }) });
});

describe('a tap', () => {
  const tap = (action: object, context: object = { open_message_id: 'om_3', open_chat_id: 'oc_1' }) =>
    normalize(
      event(
        'card.action.trigger',
        { operator: { open_id: 'ou_1' }, token: 'c-1', action, context },
        { create_time: '1748000000123456' },
      ),
      BOT,
    );

  test('tells who tapped which button where, and only the filled fields', () => {
    const form_value = {
      reason__extend: '  waits for parts ',
      until: '2026-11-24 18:00 +0800',
      tags: ['a', '', 'b'],
      note: '   ',
      empty: [],
      nothing: null,
      odd: { a: 1 },
      agreed: true,
      __proto: 'x',
    };
    expect(tap({ tag: 'button', value: { cmd: 'feedback.extend', id: 12 }, form_value })).toEqual({
      eventId: 'e1',
      eventType: 'card.action.trigger',
      at: 1748000000123,
      kind: 'tap',
      tap: {
        operatorId: 'ou_1',
        chatId: 'oc_1',
        messageId: 'om_3',
        cmd: 'feedback.extend',
        recordId: 12,
        fields: { reason: 'waits for parts', until: '2026-11-24 18:00 +0800', tags: 'a,b', agreed: 'true' },
      },
    });
  });

  test('is known by its name alone, or by a value that came as text; other values come along', () => {
    expect(tap({ name: 'feedback.answer', form_value: { answer: 'x' } })).toMatchObject({
      tap: { cmd: 'feedback.answer', recordId: null, fields: { answer: 'x' } },
    });
    expect(tap({ value: '{"cmd":"feedback.claim","id":3}' })).toMatchObject({
      tap: { cmd: 'feedback.claim', recordId: 3 },
    });
    expect(tap({ value: { cmd: 'feedback.answer_with_reply', id: 3, reply: 2, odd: {} } })).toMatchObject({
      tap: { recordId: 3, fields: { reply: '2' } },
    });
    expect(tap({ name: 'feedback.claim__2' }, {})).toMatchObject({ tap: { cmd: 'feedback.claim', messageId: '' } });
  });

  test.each([[{ value: { act: 'rate' } }], [{ value: 'x', name: 'other' }], [{}]])('%j is not ours', (action) => {
    expect(tap(action)).toMatchObject({ kind: 'ignored', eventId: 'e1' });
  });

  test('a tap that cannot be read tells the names of what it carries, and no value', () => {
    const form_value = { 说明: '客户电话 13812345678' };
    const incoming = tap({ tag: 'button', name: 'form_1', form_value }, { open_chat_id: 'oc_1' });
    expect(incoming).toMatchObject({ kind: 'ignored', tapShape: expect.arrayContaining(['action.form_value.说明']) });
    expect(JSON.stringify(incoming)).not.toMatch(/13812345678|form_1|oc_1/);
  });
});

const operator = { operator_id: { open_id: 'ou_1' } };
test.each<[JsonObject, Partial<Incoming>]>([
  [
    event('im.message.recalled_v1', { message_id: 'om_2', chat_id: 'oc_1' }),
    { kind: 'recalled', messageId: 'om_2', chatId: 'oc_1' },
  ],
  [
    event('im.chat.member.bot.added_v1', { chat_id: 'oc_1', ...operator, name: '售后群' }),
    { kind: 'bot_added', chatId: 'oc_1', operatorId: 'ou_1', chatName: '售后群' },
  ],
  [
    event('im.chat.member.bot.added_v1', { chat_id: 'oc_1', i18n_names: { zh_cn: '群' } }),
    { kind: 'bot_added', chatName: '群' } as Partial<Incoming>,
  ],
  [event('im.chat.member.bot.deleted_v1', { chat_id: 'oc_1', ...operator }), { kind: 'bot_removed', chatId: 'oc_1' }],
  [event('im.chat.disbanded_v1', { chat_id: 'oc_1' }), { kind: 'bot_removed', chatId: 'oc_1' }],
  [
    event('im.chat.access_event.bot_p2p_chat_entered_v1', { chat_id: 'oc_1', ...operator }),
    { kind: 'chat_entered', chatId: 'oc_1', personId: 'ou_1' },
  ],
  [
    {
      ts: '1502199207.7171419',
      uuid: 'u1',
      type: 'event_callback',
      event: { type: 'p2p_chat_create', chat_id: 'oc_1', user: { open_id: 'ou_9' } },
    },
    { kind: 'chat_entered', chatId: 'oc_1', personId: 'ou_9', eventId: 'u1', at: 1502199207717 },
  ],
  [event('application.bot.menu_v6', {}), { kind: 'ignored' }],
  [event('im.message.recalled_v1', {}), { kind: 'ignored' }],
  [event('im.chat.member.bot.deleted_v1', {}), { kind: 'ignored' }],
  [event('toString', {}), { kind: 'ignored', eventType: 'toString' }],
  [{}, { kind: 'ignored', eventId: '', at: 0 }],
  [{ header: 'x', event: [1] }, { kind: 'ignored' }],
])('%j', (envelope, expected) => {
  expect(normalize(envelope, BOT)).toMatchObject(expected);
});
