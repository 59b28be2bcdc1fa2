import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/domain/messaging';
import { normalize } from '../../src/feishu/normalize';

const BOT = 'ou_bot';

const event = (type: string, body: object, header: object = {}): JsonObject =>
  ({
    schema: '2.0',
    header: { event_id: 'e1', event_type: type, create_time: '1748000000123', ...header },
    event: body,
  }) as JsonObject;

const mention = (n: number, name: string, openId: string, type = 'user') => ({
  key: `@_user_${n}`,
  name,
  mentioned_type: type,
  id: { open_id: openId },
});

const message = (form: string, content: unknown, more: object = {}, sender: object = {}) =>
  event('im.message.receive_v1', {
    sender: { sender_id: { open_id: 'ou_rep' }, sender_type: 'user', ...sender },
    message: {
      message_id: 'om_1',
      chat_id: 'oc_1',
      chat_type: 'p2p',
      create_time: '1748000000001',
      message_type: form,
      content: typeof content === 'string' ? content : JSON.stringify(content),
      ...more,
    },
  });

function read(form: string, content: unknown, more: object = {}) {
  const incoming = normalize(message(form, content, more), BOT);
  if (incoming.kind !== 'message') throw new Error(`${incoming.kind}`);
  return incoming.message;
}

describe('a message', () => {
  test('keeps sender, chat, time and the message it replies to', () => {
    const more = { chat_type: 'group', root_id: 'om_0', parent_id: 'om_0', mentions: [mention(1, 'Bot', BOT, 'bot')] };
    expect(normalize(message('text', { text: '@_user_1 the pump leaks' }, more), BOT)).toEqual({
      eventId: 'e1',
      eventType: 'im.message.receive_v1',
      at: 1748000000123,
      kind: 'message',
      message: {
        messageId: 'om_1',
        chatId: 'oc_1',
        chatType: 'group',
        senderId: 'ou_rep',
        sentAt: 1748000000001,
        parentId: 'om_0',
        rootId: 'om_0',
        mentionsBot: true,
        form: 'text',
        text: 'the pump leaks',
        attachments: [],
      },
    });
  });

  const mentions = [mention(1, 'Bot', BOT, 'bot'), mention(2, '李雷', 'ou_2'), mention(10, '韩梅', 'ou_10')];
  const calendar = { summary: 'Site visit', start_time: '1748000000000', end_time: '1748003600000' };
  test.each([
    ['text', { text: '漏水 https://x.y' }, '漏水 https://x.y'],
    ['text', { text: '@_user_10 和 @_user_2 看看 @_user_1' }, '@韩梅 和 @李雷 看看'],
    ['text', { text: '看 @_user_1 这里' }, '看 这里'],
    ['text', { text: '@_all @_user_7 hi' }, '@all @_user_7 hi'],
    ['text', { text: '<at id=all></at> $& $1' }, '<at id=all></at> $& $1'],
    ['text', 'not JSON at all', 'not JSON at all'],
    ['text', { text: 42 }, '42'],
    ['text', '[]', '[]'],
    ['text', '{broken', '{broken'],
    [
      'interactive',
      {
        title: 'Order',
        elements: [
          [
            { tag: 'text', text: 'No ' },
            { tag: 'a', text: '7', href: 'https://x' },
          ],
        ],
      },
      'Order\nNo 7 (https://x)',
    ],
    [
      'interactive',
      { header: { title: { content: 'T' } }, body: { elements: [{ tag: 'div', text: { content: 'b' } }] } },
      'T\nb',
    ],
    ['location', { name: '西湖', longitude: '120.1', latitude: '30.2' }, '西湖 (30.2, 120.1)'],
    ['hongbao', { text: '[红包]' }, '[红包]'],
    ['share_calendar_event', calendar, 'Site visit'],
    ['calendar', calendar, 'Site visit'],
    ['general_calendar', calendar, 'Site visit'],
    ['video_chat', { topic: 'Weekly', start_time: '1' }, 'Weekly'],
    ['todo', { task_id: 't', summary: { title: '', content: [[{ tag: 'text', text: 'call back' }]] } }, 'call back'],
    ['vote', { topic: 'Which?', options: ['a', 'b'] }, 'Which?\na\nb'],
    ['folder', { file_key: 'f', file_name: 'photos' }, 'photos'],
    ['sticker', { file_key: 'f' }, ''],
    ['share_chat', { chat_id: 'oc_2' }, ''],
    ['share_user', { user_id: 'ou_2' }, ''],
    ['merge_forward', 'Merged and Forwarded Message', ''],
    ['merge_forward', { content: 'Merged and Forwarded Message' }, ''],
    ['hologram', { text: 'of tomorrow' }, ''],
    ['constructor', { text: 'x' }, ''],
  ])('of form %s %j reads %j', (form, content, text) => {
    expect(read(form, content, { mentions })).toMatchObject({ form, text, attachments: [] });
  });

  test.each([
    ['image', { image_key: 'img_1' }, { kind: 'image', key: 'img_1', name: 'image' }],
    ['file', { file_key: 'file_1', file_name: '日志.zip' }, { kind: 'file', key: 'file_1', name: '日志.zip' }],
    ['audio', { file_key: 'file_2', duration: 2000 }, { kind: 'file', key: 'file_2', name: 'audio.opus' }],
    [
      'media',
      { file_key: 'file_3', image_key: 'i', file_name: 'a.mp4' },
      { kind: 'file', key: 'file_3', name: 'a.mp4' },
    ],
  ])('of form %s is an attachment', (form, content, attachment) => {
    expect(read(form, content)).toMatchObject({ text: '', attachments: [attachment] });
    expect(read(form, {}).attachments).toEqual([]);
  });

  const paragraphs = [
    [
      { tag: 'at', user_id: '@_user_1' },
      { tag: 'text', text: 'see ' },
      { tag: 'a', text: 'docs', href: 'https://x.y' },
      { tag: 'at', user_id: '@_user_2', user_name: 'other' },
    ],
    [{ tag: 'img', image_key: 'img_9' }],
    [{ tag: 'media', file_key: 'file_9', image_key: 'img_8' }],
    [{ tag: 'emotion', emoji_type: 'SMILE' }],
    [{ tag: 'code_block', language: 'SQL', text: 'a\n  b' }],
    [{ tag: 'hr' }],
    [{ tag: 'md', text: '**bold** @_user_10' }],
    [{ tag: 'new', text: 'new' }, null, 7],
  ];
  test.each([
    ['bare', { title: 'T', content: paragraphs }],
    ['with a layer of languages', { en_us: { title: 'T', content: paragraphs } }],
    ['with two', { post: { zh_cn: { title: 'T', content: paragraphs }, en_us: { title: 'no', content: [] } } }],
  ])('of rich text, %s', (_, content) => {
    const { text, attachments, mentionsBot } = read('post', content, { mentions });
    expect(text.split(/\n+/)).toEqual(['T', 'see docs (https://x.y)@李雷', '[SMILE]', 'a', '  b', 'bold @韩梅', 'new']);
    expect(attachments).toEqual([
      { kind: 'image', key: 'img_9', name: 'image' },
      { kind: 'file', key: 'file_9', name: 'video.mp4' },
    ]);
    expect(mentionsBot).toBe(true);
  });

  test.each<[string, JsonObject]>([
    ['by a bot', message('text', { text: 'x' }, {}, { sender_type: 'bot' })],
    ['by an app', message('text', { text: 'x' }, {}, { sender_type: 'app' })],
    ['by ourselves', message('text', { text: 'x' }, {}, { sender_id: { open_id: BOT } })],
    ['by the client itself', message('system', { template: '{from_user} invited {to_chatters}', from_user: ['A'] })],
    ['by nobody', message('text', { text: 'x' }, {}, { sender_id: null })],
    ['recalled before it came', event('im.message.receive_v1', {})],
  ])('%s is ignored, and its event remembered', (_, envelope) => {
    expect(normalize(envelope, BOT)).toMatchObject({ kind: 'ignored', eventId: 'e1' });
  });

  test('names the mentioned people with their ids, as far as the platform tells them', () => {
    const all = [...mentions, mention(3, '王五', ''), { key: '@_all', name: 'all' }];
    expect(read('text', { text: '@_user_1 @_user_2 @_user_3 @_all' }, { mentions: all })).toMatchObject({
      mentioned: ['李雷', '韩梅', '王五', 'all'],
      mentions: [
        { id: 'ou_2', name: '李雷' },
        { id: 'ou_10', name: '韩梅' },
      ],
    });
    expect(read('text', { text: '@_user_1 hi' }, { mentions: [mention(1, 'Bot', BOT, 'bot')] })).not.toHaveProperty(
      'mentions',
    );
  });

  test('if the bot’s own id is unknown, a mention of any bot counts', () => {
    const envelope = message('text', { text: '@_user_1 hi' }, { mentions: [mention(1, 'Bot', 'ou_x', 'bot')] });
    expect(normalize(envelope, null)).toMatchObject({ message: { mentionsBot: true, text: 'hi' } });
    expect(normalize(envelope, BOT)).toMatchObject({ message: { mentionsBot: false, text: '@Bot hi' } });
  });
});
