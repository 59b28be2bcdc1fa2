import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client, EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import { ManualClock } from '../../../sandbox/clock';
import { GROUPS, PEOPLE, SAMPLE_COMPANY } from '../../../sandbox/company';
import { LocalFeishu } from '../../../sandbox/platform';

const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };
const app = { appId: 'cli_00000000000000a1', appSecret: 'secret' };
const clock = new ManualClock(Date.parse('2026-11-02T09:00:00+08:00'));
const claimCard = (label: string) => ({
  schema: '2.0',
  body: {
    elements: [
      {
        tag: 'button',
        text: { tag: 'plain_text', content: label },
        behaviors: [{ type: 'callback', value: { cmd: 'feedback.claim', id: 1 } }],
      },
    ],
  },
});

let feishu: LocalFeishu;
let client: Client;
beforeAll(async () => {
  feishu = await LocalFeishu.start({ ...app, company: SAMPLE_COMPANY, clock });
  client = new Client({ ...app, domain: feishu.baseUrl, logger: silent, loggerLevel: LoggerLevel.error });
});
afterAll(() => feishu.stop());
beforeEach(() => clock.advance(60_000));

describe('the SDK as a client', () => {
  test('sends, replies, patches, buzzes and reads back', async () => {
    const content = JSON.stringify(claimCard('接单'));
    const sent = await client.im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: GROUPS.quality.id, msg_type: 'interactive', content, uuid: 'once' },
    });
    const message_id = sent.data?.message_id ?? '';
    await client.im.v1.message.reply({
      path: { message_id },
      data: { msg_type: 'text', content: '{"text":"<at user_id=\\"all\\"></at> 请看"}', reply_in_thread: true },
    });
    await client.im.v1.message.patch({ path: { message_id }, data: { content: JSON.stringify(claimCard('处理')) } });
    await client.im.v1.message.urgentApp({
      path: { message_id },
      params: { user_id_type: 'open_id' },
      data: { user_id_list: [PEOPLE.qualityLead.id, PEOPLE.repLin.id] },
    });
    const [card, reply] = feishu.messages(GROUPS.quality.id);
    expect(card).toMatchObject({ text: '[处理]', versions: 2, urgentTo: [PEOPLE.qualityLead.id] });
    expect(reply).toMatchObject({ rootId: message_id, threadId: card?.threadId, text: '@所有人 请看' });
    const read = await client.im.v1.message.get({ path: { message_id } });
    expect(read.data?.items).toMatchObject([{ message_id, msg_type: 'interactive', sender: { sender_type: 'app' } }]);
  });

  test('carries an attachment from a person to a group', async () => {
    const bytes = Buffer.from('89504e470d0a1a0a00', 'hex');
    const photo = await feishu.send(PEOPLE.repLin.id, { bot: true }, { type: 'image', bytes });
    const key = (photo.content as { image_key: string }).image_key;
    const path = { message_id: photo.id, file_key: key };
    const got = await client.im.v1.messageResource.get({ path, params: { type: 'image' } });
    const chunks: Buffer[] = [];
    for await (const chunk of got.getReadableStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks)).toEqual(bytes);

    const up = await client.im.v1.image.create({ data: { image_type: 'message', image: Buffer.concat(chunks) } });
    const send = (image_key?: string) =>
      client.im.v1.message.create({
        params: { receive_id_type: 'open_id' },
        data: { receive_id: PEOPLE.repZhao.id, msg_type: 'image', content: JSON.stringify({ image_key }) },
      });
    expect(await send(up?.image_key)).toMatchObject({
      code: 0,
      data: { chat_id: feishu.p2pChatOf(PEOPLE.repZhao.id) },
    });
    await expect(send(key)).rejects.toMatchObject({ response: { status: 400, data: { code: 230017 } } });

    const file = { file_type: 'stream' as const, file_name: '导出 11 月.xlsx', file: Buffer.from('rows') };
    const uploaded = await client.im.v1.file.create({ data: file });
    expect(feishu.file(uploaded?.file_key ?? '')).toMatchObject({
      name: '导出 11 月.xlsx',
      bytes: Buffer.from('rows'),
    });
    const content = JSON.stringify({ file_key: uploaded?.file_key });
    await client.im.v1.message.create({
      params: { receive_id_type: 'open_id' },
      data: { receive_id: PEOPLE.repZhao.id, msg_type: 'file', content },
    });
    const shown = feishu.messages(feishu.p2pChatOf(PEOPLE.repZhao.id)).at(-1);
    expect(shown?.content).toEqual({ file_key: uploaded?.file_key, file_name: '导出 11 月.xlsx' });
  });

  test('finds its name, its groups and their people', async () => {
    const info = await client.request({ method: 'GET', url: '/open-apis/bot/v3/info' });
    expect(info).toMatchObject({ bot: { open_id: SAMPLE_COMPANY.bot.openId } });
    const chats = await client.im.v1.chat.list({ params: { page_size: 2 } });
    expect(chats.data).toMatchObject({ has_more: true, items: [{ name: '售后部' }, { name: '品质部' }] });
    const members = await client.im.v1.chatMembers.get({ path: { chat_id: GROUPS.logistics.id } });
    expect(members.data).toMatchObject({ member_total: 3, items: [{ name: '吴海燕' }, {}, {}] });
    const user_ids = [PEOPLE.clerk.id];
    const basic = await client.contact.v3.user.basicBatch({ data: { user_ids } });
    const batch = await client.contact.v3.user.batch({ params: { user_ids } });
    expect(basic.data?.users?.[0]?.name).toBe('刘芳');
    expect(batch.data?.items?.[0]?.name).toBe('刘芳');
  });

  test('a revoked token is refused until a new one is fetched', async () => {
    feishu.revokeTokens();
    const asked = client.request({ method: 'GET', url: '/open-apis/bot/v3/info' });
    await expect(asked).rejects.toMatchObject({ response: { data: { code: 99991663 } } });
    const bad = new Client({ ...app, appId: 'cli_00000000000000a2', domain: feishu.baseUrl, logger: silent });
    await expect(bad.request({ method: 'GET', url: '/open-apis/bot/v3/info' })).rejects.toThrow();
  });
});

describe('the long connection', () => {
  test('events in fragments and card callbacks reach the SDK, and it answers', async () => {
    const seen: string[] = [];
    const eventDispatcher = new EventDispatcher({ logger: silent }).register({
      'im.message.receive_v1': async ({ message }) => {
        seen.push(message.content);
        if (message.content.includes('失败')) throw new Error('cannot');
      },
      'card.action.trigger': async (data: { action: { value: unknown } }) => {
        seen.push(JSON.stringify(data.action.value));
        return { toast: { type: 'success', content: '已接单' }, card: { type: 'raw', data: claimCard('已被接单') } };
      },
    } as Parameters<EventDispatcher['register']>[0]);
    feishu.subscribe({ mode: 'websocket' });
    feishu.settings.fragments = 3;
    let socket: WSClient | undefined;
    await new Promise<void>((onReady) => {
      socket = new WSClient({ ...app, domain: feishu.baseUrl, logger: silent, onReady });
      void socket.start({ eventDispatcher });
    });

    const from = PEOPLE.qualitySun.id;
    await feishu.send(from, { chatId: GROUPS.quality.id }, { type: 'text', text: '你好' }, { mentionBot: true });
    await feishu.send(from, { bot: true }, { type: 'text', text: '失败' });
    expect(seen).toEqual(['{"text":"@_user_1 你好"}', '{"text":"失败"}']);
    const card = feishu.messages(GROUPS.quality.id).find(({ type }) => type === 'interactive');
    expect(await feishu.tap(from, card?.id ?? '', { cmd: 'feedback.claim' })).toMatchObject({
      toast: { type: 'success', content: '已接单' },
    });
    expect(feishu.cardText(card?.id ?? '')).toBe('[已被接单]');
    expect(seen.at(-1)).toBe('{"cmd":"feedback.claim","id":1}');

    clock.advance(15_000);
    await feishu.deliverDue();
    expect(seen.filter((each) => each.includes('失败'))).toHaveLength(2);
    expect(
      feishu
        .pushes()
        .at(-1)
        ?.attempts.map(({ outcome }) => outcome.ok),
    ).toEqual([false, false]);
    socket?.close();
  });
});
