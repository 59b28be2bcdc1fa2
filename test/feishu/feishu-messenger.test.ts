import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { chat, type MergedMessage, person } from '../../src/domain/messaging';
import { FeishuMessenger } from '../../src/feishu/feishu-messenger';
import { FakePlatform } from './fake-platform';

let platform: FakePlatform;
let outcomes: string[];

beforeEach(async () => {
  platform = await new FakePlatform().start();
  outcomes = [];
});
afterEach(() => platform.stop());

function messenger(): FeishuMessenger {
  return new FeishuMessenger({
    appId: 'cli_a1b2c3d4e5f60718',
    appSecret: 'x',
    domain: `${platform.url}/`,
    clock: { now: () => 0 },
    log: pino({ level: 'silent' }),
    onCall: (api, outcome) => outcomes.push(`${api} ${outcome}`),
  });
}

const sent = (messageId: string) => ({
  body: { code: 0, msg: 'ok', data: { message_id: messageId, chat_id: 'oc_p' } },
});
const lines = { type: 'lines' as const, title: 'T', lines: ['<at id=all></at>', '断路器'] };

describe('sending', () => {
  test.each([
    [{ type: 'card' as const, card: { schema: '2.0' } }, 'interactive', { schema: '2.0' }],
    [{ type: 'file' as const, fileKey: 'file_1' }, 'file', { file_key: 'file_1' }],
    [{ type: 'image' as const, imageKey: 'img_1' }, 'image', { image_key: 'img_1' }],
    [
      lines,
      'post',
      {
        zh_cn: {
          title: 'T',
          content: [[{ tag: 'text', text: '<at id=all></at>' }], [{ tag: 'text', text: '断路器' }]],
        },
      },
    ],
  ])('%j', async (content, msgType, expected) => {
    platform.answer = () => sent('om_1');
    await expect(messenger().send({ to: chat('oc_1'), content, uuid: 'u-1' })).resolves.toEqual({
      messageId: 'om_1',
      chatId: 'oc_p',
    });
    const [call] = platform.calls;
    expect(call).toMatchObject({
      method: 'POST',
      path: '/open-apis/im/v1/messages',
      query: { receive_id_type: 'chat_id' },
      token: 't-1',
      json: { receive_id: 'oc_1', msg_type: msgType, uuid: 'u-1' },
    });
    expect(call?.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(String(call?.json.content))).toEqual(expected);
  });

  test('to a person, and as a reply', async () => {
    platform.answer = () => sent('om_1');
    const m = messenger();
    await m.send({ to: person('ou_1'), content: lines, uuid: 'u-1' });
    await m.send({ to: person('ou_1'), content: lines, uuid: 'u-2', replyTo: 'om_9' });
    expect(platform.calls.map(({ path, query }) => [path, query])).toEqual([
      ['/open-apis/im/v1/messages', { receive_id_type: 'open_id' }],
      ['/open-apis/im/v1/messages/om_9/reply', {}],
    ]);
    expect(platform.calls[1]?.json).toMatchObject({ msg_type: 'post', uuid: 'u-2' });
  });

  test('a reply to a deleted message throws `feishu_message_gone`, so that the caller sends plainly', async () => {
    platform.answer = () => ({ status: 400, body: { code: 230011, msg: 'The message was withdrawn.' } });
    const reply = { to: chat('oc_1'), content: lines, uuid: 'u', replyTo: 'om_9' };
    await expect(messenger().send(reply)).rejects.toMatchObject({ code: 'feishu_message_gone' });
    expect(outcomes).toEqual(['token ok', 'message.reply feishu_message_gone']);
  });

  test.each(['om_1/../../x', 'om_1?a=b', '', 'om 1'])('never asks for the path of %j', async (id) => {
    await expect(messenger().patchCard(id, {})).rejects.toMatchObject({ code: 'feishu_message_gone' });
    expect(platform.calls).toEqual([]);
  });
});

test('puts the mark OK under a message', async () => {
  await messenger().markRecorded('om_1');
  const json = { reaction_type: { emoji_type: 'OK' } };
  expect(platform.calls).toMatchObject([{ method: 'POST', path: '/open-apis/im/v1/messages/om_1/reactions', json }]);
});

test('patches a card, buzzes a person', async () => {
  const m = messenger();
  await m.patchCard('om_1', { schema: '2.0' });
  await m.buzz('om_1', ['ou_1']);
  expect(platform.calls).toMatchObject([
    { method: 'PATCH', path: '/open-apis/im/v1/messages/om_1', json: { content: '{"schema":"2.0"}' } },
    {
      method: 'PATCH',
      path: '/open-apis/im/v1/messages/om_1/urgent_app',
      query: { user_id_type: 'open_id' },
      json: { user_id_list: ['ou_1'] },
    },
  ]);
  platform.answer = () => ({ body: { code: 0, msg: 'ok', data: { invalid_user_id_list: ['ou_1'] } } });
  await expect(m.buzz('om_1', ['ou_1'])).rejects.toMatchObject({ code: 'feishu_buzz_refused' });
  expect(await m.buzz('om_1', ['ou_1', 'ou_2'])).toEqual(['ou_1']);
});

test('a name is null if the app may not see the person', async () => {
  platform.answer = () => ({ body: { code: 0, msg: 'ok', data: { user: { name: '李雷' } } } });
  expect(await messenger().nameOf('ou_1')).toBe('李雷');
  expect(platform.calls[0]).toMatchObject({
    path: '/open-apis/contact/v3/users/ou_1',
    query: { user_id_type: 'open_id' },
  });
  platform.answer = () => ({ status: 400, body: { code: 41050, msg: 'no user authority error' } });
  expect(await messenger().nameOf('ou_1')).toBeNull();
  platform.answer = () => ({ status: 429, body: { code: 99991400, msg: 'x' } });
  await expect(messenger().nameOf('ou_1')).rejects.toMatchObject({ code: 'feishu_rate_limited' });
});

test('a merged forward is laid out in order, with nested ones', async () => {
  const item = (message_id: string, at: number, text: string, upper = 'om_top', more: object = {}) => ({
    message_id,
    upper_message_id: upper,
    msg_type: 'text',
    create_time: String(1_748_000_000_000 + at),
    sender: { id: 'ou_c', id_type: 'open_id', sender_type: 'user' },
    body: { content: JSON.stringify({ text }) },
    mentions: [{ key: '@_user_1', id: 'ou_2', id_type: 'open_id', name: '李雷' }],
    ...more,
  });
  const bundle = { msg_type: 'merge_forward', body: { content: 'Merged and Forwarded Message' } };
  const items = [
    { message_id: 'om_top', ...bundle },
    item('om_3', 30, 'third'),
    item('om_1', 10, '@_user_1 first'),
    item('om_2', 20, '', 'om_top', bundle),
    item('om_2b', 9, 'inner b', 'om_2'),
    item('om_2a', 5, 'inner a', 'om_2'),
    item('om_4', 40, '', 'om_top', { msg_type: 'image', body: { content: '{"image_key":"img_4"}' } }),
    item('om_5', 50, 'gone', 'om_top', { deleted: true }),
    item('om_6', 60, 'lost', 'om_unknown'),
    item('om_loop', 70, 'loop', 'om_loop'),
    item('om_3', 31, 'again', 'om_3b'),
    item('om_3b', 32, 'round', 'om_3'),
    null,
  ];
  platform.answer = () => ({ body: { code: 0, msg: 'ok', data: { items } } });
  const messages = await messenger().expandMergedForward('om_top');
  expect(platform.calls[0]).toMatchObject({ method: 'GET', path: '/open-apis/im/v1/messages/om_top', query: {} });
  const treeOf = (found: MergedMessage[]): unknown[] =>
    found.map(({ text, form, inside }) => (inside.length > 0 ? treeOf(inside) : text || form));
  expect(treeOf(messages)).toEqual(['@李雷 first', ['inner a', 'inner b'], [['again']], 'image', 'lost']);
  expect(messages[0]).toMatchObject({ senderId: 'ou_c', sentAt: 1_748_000_000_010 });
  expect(messages[3]?.attachments).toEqual([{ kind: 'image', key: 'img_4', name: 'image' }]);
  platform.answer = () => ({ body: { code: 0, msg: 'ok', data: {} } });
  expect(await messenger().expandMergedForward('om_top')).toEqual([]);
});

test('a message is read again: a card as its author wrote it, an edit as such, a deleted one not at all', async () => {
  const answer = (item: object) => {
    platform.answer = () => ({ body: { code: 0, msg: 'ok', data: { items: [{ message_id: 'om_1', ...item }] } } });
    return messenger().readMessage('om_1');
  };
  const card = {
    schema: '2.0',
    header: { title: { tag: 'plain_text', content: '工单 88' } },
    body: {
      elements: [
        { tag: 'markdown', content: '阀门漏水' },
        { tag: 'img', img_key: 'img_9' },
      ],
    },
  };
  expect(await answer({ msg_type: 'interactive', body: { content: JSON.stringify(card) } })).toMatchObject({
    form: 'interactive',
    text: '工单 88\n阀门漏水',
    attachments: [{ kind: 'image', key: 'img_9' }],
    isEdited: false,
  });
  expect(platform.calls.at(-1)).toMatchObject({
    path: '/open-apis/im/v1/messages/om_1',
    query: { card_msg_content_type: 'user_card_content' },
  });
  const text = { msg_type: 'text', body: { content: '{"text":"改过了"}' } };
  expect(await answer({ ...text, updated: true })).toMatchObject({ text: '改过了', isEdited: true });
  expect(await answer({ ...text, deleted: true })).toBeNull();
  expect(await answer({ ...text, message_id: 'om_2' })).toBeNull();
});

describe('keeping an attachment', () => {
  const bytes = Buffer.from([0, 1, 2, 0xff, 0x0d, 0x0a]);
  const image = { kind: 'image' as const, key: 'img_1', name: 'image' };
  const file = { kind: 'file' as const, key: 'file_1', name: '报价单.xlsx' };
  const serve = (body: Buffer, headers: Record<string, string> = { 'content-type': 'application/octet-stream' }) => {
    platform.answer = ({ method }) =>
      method === 'GET'
        ? { headers, body }
        : { body: { code: 0, msg: 'ok', data: { image_key: 'img_new', file_key: 'file_new' } } };
  };

  test('downloads it and uploads the same bytes as the bot’s own', async () => {
    serve(bytes);
    const m = messenger();
    expect(await m.keepAttachment('om_1', image)).toBe('img_new');
    expect(await m.keepAttachment('om_1', file)).toBe('file_new');
    const [getImage, putImage, getFile, putFile] = platform.calls;
    expect(getImage).toMatchObject({
      path: '/open-apis/im/v1/messages/om_1/resources/img_1',
      query: { type: 'image' },
    });
    expect(getFile).toMatchObject({ path: '/open-apis/im/v1/messages/om_1/resources/file_1', query: { type: 'file' } });
    const form = (call = putImage) =>
      new Response(new Uint8Array(call?.body ?? []), {
        headers: { 'content-type': String(call?.headers['content-type']) },
      }).formData();
    const imageForm = await form();
    expect(imageForm.get('image_type')).toBe('message');
    const part = imageForm.get('image') as Blob;
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes);
    const fileForm = await form(putFile);
    expect([fileForm.get('file_type'), fileForm.get('file_name')]).toEqual(['xls', '报价单.xlsx']);
    expect(putFile?.body.toString('latin1')).toContain('filename=');
  });

  test('tells a JSON file from a refusal in JSON', async () => {
    serve(Buffer.from('{"code":7}'), { 'content-type': 'application/json' });
    expect(await messenger().keepAttachment('om_1', file)).toBe('file_new');
    serve(Buffer.from('{"code":234043,"msg":"x"}'), { 'content-type': 'application/json' });
    await expect(messenger().keepAttachment('om_1', file)).rejects.toMatchObject({ code: 'feishu_content_refused' });
  });

  test.each([
    ['too large', Buffer.alloc(10 * 1024 * 1024 + 1), 'feishu_too_large'],
    ['empty', Buffer.alloc(0), 'feishu_content_refused'],
  ])('that is %s is lost for good', async (_, body, code) => {
    serve(body);
    await expect(messenger().keepAttachment('om_1', image)).rejects.toMatchObject({ code });
    expect(platform.calls).toHaveLength(1);
  });

  test('with an invalid key is never requested', async () => {
    const hostile = { ...file, key: '../../../auth' };
    await expect(messenger().keepAttachment('om_1', hostile)).rejects.toMatchObject({ code: 'feishu_content_refused' });
    expect(platform.calls).toEqual([]);
  });
});
