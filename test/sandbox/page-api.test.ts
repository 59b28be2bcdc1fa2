import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MovableClock } from '../../sandbox/clock';
import { GROUPS, PEOPLE } from '../../sandbox/company';
import type { Acts, Inspection, Messages, MonitorView, Overview } from '../../sandbox/page-contract';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { startBotStub } from './platform/bot-stub';
import { cardWith, claim, plain } from './platform/world';

const app = { appId: 'cli_00000000000000c2', appSecret: 'secret of the app' };
const encryptKey = 'the-key-to-events';
const rep = PEOPLE.repLin.id;
const lead = PEOPLE.qualityLead.id;
const group = GROUPS.quality.id;

let sandbox: Sandbox;
let bot: Awaited<ReturnType<typeof startBotStub>>;
let token: string;
beforeEach(async () => {
  bot = await startBotStub(encryptKey);
  // Time moves on, so that entries have an order.
  let now = Date.parse('2026-11-02T17:30:00+08:00');
  const clock = new MovableClock(0, () => (now += 1));
  sandbox = await startSandbox({ ...app, encryptKey, botUrl: bot.url, transport: 'webhook', clock });
  const { appId: app_id, appSecret: app_secret } = app;
  token = (await call('POST', '/auth/v3/tenant_access_token/internal', { app_id, app_secret })).tenant_access_token;
});
afterEach(async () => {
  await sandbox.stop();
  await bot.stop();
});

async function get<T>(what: string): Promise<T> {
  return (await (await fetch(`${sandbox.url}/sandbox/${what}`)).json()) as T;
}

async function act<K extends keyof Acts>(what: K, body: Acts[K], language = 'zh-CN') {
  const headers = { 'content-type': 'application/json', 'accept-language': language };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await fetch(`${sandbox.url}/sandbox/${what}`, init);
  return { status: answer.status, body: (await answer.json()) as unknown };
}

/** Calls the platform as the bot does. */
async function call(method: string, path: string, body: object) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${sandbox.url}/open-apis${path}`, { method, headers, body: JSON.stringify(body) });
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it by name
  return { ...((await response.json()) as any), status: response.status, headers: response.headers };
}

const post = (card: object, more: object = {}) =>
  call('POST', '/im/v1/messages?receive_id_type=chat_id', {
    receive_id: group,
    msg_type: 'interactive',
    content: JSON.stringify(card),
    ...more,
  });
const messages = (person: string, chat: string) => get<Messages>(`messages?person=${person}&chat=${chat}`);

test('the overview tells the people, their unread messages, and the bot’s state', async () => {
  const { data } = await post(claim);
  await call('PATCH', `/im/v1/messages/${data.message_id}/urgent_app?user_id_type=open_id`, { user_id_list: [lead] });
  const overview = await get<Overview>('overview');
  const chat = overview.people.find(({ id }) => id === lead)?.chats[1];
  expect(chat).toMatchObject({ id: group, mode: 'group', last: '[接单]', count: 1, urgent: 1, hasBot: true });
  expect(overview.names).toMatchObject({ [rep]: '林晓', [sandbox.feishu.company.bot.openId]: '客户反馈' });
  expect(overview.bot).toMatchObject({ state: 'running', transport: 'webhook', connections: 0, locale: 'zh-CN' });
  const calm = { latencyMs: 0, errorRate: 0, rateLimited: false, buzzRefused: false, panelsRefused: false };
  expect(overview.trouble).toEqual(calm);
  expect(overview).toMatchObject({ run: app.appId, canStartOver: false });
});

describe('actions of people', () => {
  test('forward several samples at once, to the bot or into a chat', async () => {
    await act('forward', { person: rep, samples: ['complaint', 'burst'] });
    const own = sandbox.feishu.p2pChatOf(rep);
    expect(sandbox.feishu.messages(own).map(({ type }) => type)).toEqual(['text', 'text', 'image', 'text']);
    await act('forward', { person: lead, samples: ['picture'], chatId: group });
    expect(sandbox.feishu.messages(group).map(({ type }) => type)).toEqual(['image']);
    expect(await act('forward', { person: rep, samples: ['nothing'] })).toEqual({
      status: 400,
      body: { error: '没有这个样例' },
    });
  });

  test('reply in a thread in groups and with a quote to the bot; mentions are kept', async () => {
    const { data } = await post(claim);
    await act('send', { person: lead, chatId: group, text: '已修好', replyTo: data.message_id, mentionBot: true });
    const [, reply] = sandbox.feishu.messages(group);
    expect(reply).toMatchObject({ rootId: data.message_id, text: '@客户反馈 已修好', threadId: expect.any(String) });
    const own = sandbox.feishu.p2pChatOf(rep);
    await act('send', { person: rep, chatId: own, text: '漏水' });
    await act('send', { person: rep, chatId: own, text: '地板泡了', replyTo: sandbox.feishu.messages(own)[0]?.id });
    expect(sandbox.feishu.messages(own)[1]).toMatchObject({ parentId: expect.any(String), threadId: null });
  });

  test('tell apart two buttons with one label by their values', async () => {
    const button = (id: number) => ({
      tag: 'button',
      text: plain('查看'),
      behaviors: [{ type: 'callback', value: { cmd: 'feedback.show', id } }],
    });
    const { data } = await post(cardWith(button(1), button(2)));
    bot.answerNext({ toast: { type: 'info', content: '第二条' } });
    const value = { cmd: 'feedback.show', id: 2 };
    const { body } = await act('tap', { person: lead, messageId: data.message_id, label: '查看', value });
    expect(body).toEqual({ toast: { type: 'info', content: '第二条' } });
    expect(bot.received.at(-1)?.body.event.action.value).toEqual(value);
  });

  test('remove and add the bot, and dissolve a group; a fault is in the page’s language', async () => {
    await act('bot', { person: lead, chatId: group, present: false });
    await act('bot', { person: lead, chatId: group, present: true });
    expect(await messages(lead, group)).toMatchObject([
      { system: true, what: 'bot_removed', by: lead },
      { system: true, what: 'bot_added', by: lead },
    ]);
    await act('dissolve', { person: lead, chatId: group });
    const said = { person: lead, chatId: group, text: '在吗' };
    expect((await act('send', said)).body).toEqual({ error: '群已解散' });
    expect((await act('send', said, 'en-US')).body).toEqual({ error: 'The group has been dissolved' });
    expect(bot.received.map(({ body }) => body.header.event_type)).toEqual([
      'im.chat.member.bot.deleted_v1',
      'im.chat.member.bot.added_v1',
      'im.chat.disbanded_v1',
    ]);
  });
});

test('a person who leaves the company leaves all groups, and the bot gets the event', async () => {
  await act('leave', { person: lead });
  expect(bot.received.at(-1)?.body.header.event_type).toBe('contact.user.deleted_v3');
  const { people } = await get<Overview>('overview');
  expect(people.find(({ id }) => id === lead)).toMatchObject({ left: true, chats: [{ mode: 'p2p' }] });
  expect(people.filter(({ left }) => left)).toHaveLength(1);
});

describe('content that Feishu would refuse', () => {
  const broken = cardWith({ tag: 'hr', loud: true });

  test('is shown in place of the message, once for any number of tries', async () => {
    await post(broken, { uuid: 'a' });
    await post(broken, { uuid: 'a' });
    const { data } = await post(claim);
    await call('PATCH', `/im/v1/messages/${data.message_id}`, { content: JSON.stringify(broken) });
    sandbox.feishu.settings.dataLossRules = true;
    await post(cardWith({ tag: 'markdown', content: '电话 13800138000' }));
    const shown = await messages(lead, group);
    expect(shown).toMatchObject([
      {
        refused: true,
        code: 230099,
        reason: expect.stringContaining('unknown property, property: loud'),
        content: broken,
      },
      { type: 'interactive' },
      { refused: true, code: 230028 },
    ]);
  });

  test('is shown if it is the answer to a tap, too', async () => {
    const { data } = await post(claim);
    bot.answerNext({ card: { type: 'raw', data: broken } });
    const { body } = await act('tap', { person: lead, messageId: data.message_id, cmd: 'feedback.claim' });
    expect(body).toMatchObject({ error: { code: 200673 } });
    expect(await messages(lead, group)).toMatchObject([{ type: 'interactive' }, { refused: true, code: 200673 }]);
  });
});

describe('trouble', () => {
  test('the platform answers "too many requests" with the time to wait', async () => {
    await act('trouble', { rateLimited: true });
    const answer = await post(claim);
    expect([answer.status, answer.code, answer.headers.get('x-ogw-ratelimit-reset')]).toEqual([429, 99991400, '5']);
    await act('trouble', { rateLimited: false });
    expect((await post(claim)).code).toBe(0);
  });

  test('buzzes are refused, calls fail and are slow; wrong values are refused', async () => {
    const { data } = await post(claim);
    await act('trouble', { buzzRefused: true });
    const urgent = `/im/v1/messages/${data.message_id}/urgent_app?user_id_type=open_id`;
    expect((await call('PATCH', urgent, { user_id_list: [lead] })).code).toBe(230023);
    await act('trouble', { buzzRefused: false, errorRate: 1 });
    expect((await post(claim)).status).toBe(500);
    await act('trouble', { errorRate: 0, latencyMs: 40 });
    await post(claim);
    expect(sandbox.feishu.calls().at(-1)?.durationMs).toBeGreaterThanOrEqual(39);
    expect((await act('trouble', { errorRate: 2 })).status).toBe(400);
    expect((await get<Overview>('overview')).trouble).toMatchObject({ errorRate: 0, latencyMs: 40 });
  });

  test('cards with folded panels are refused, and taken again', async () => {
    const panel = { tag: 'collapsible_panel', header: { title: { tag: 'plain_text', content: '经过' } }, elements: [] };
    await act('trouble', { panelsRefused: true });
    expect((await get<Overview>('overview')).trouble.panelsRefused).toBe(true);
    expect((await post(cardWith(panel))).code).toBe(230099);
    await act('trouble', { panelsRefused: false });
    expect((await post(cardWith(panel))).code).toBe(0);
  });

  test('the sandbox cannot kill a bot that somebody else started', async () => {
    expect((await act('process', { action: 'kill' })).body).toEqual({ error: '机器人不是由沙箱启动的' });
  });
});

test('the monitor counts calls, failures, retries and waiting events', async () => {
  await post(claim, { uuid: 'one' });
  await post(claim, { uuid: 'one' });
  await post(cardWith({ tag: 'hr', loud: true }));
  bot.answerNext(500);
  await act('send', { person: lead, chatId: group, text: '你好' });
  bot.answerNext('# HELP x\nfeedback_outbox_depth 3\nfeedback_outbox_oldest_seconds 1.5\n');
  const monitor = await get<MonitorView>('monitor');
  // The call for the token counts, too.
  expect(monitor).toMatchObject({ callsPerMinute: 4, failedPerMinute: 1, retriesPerMinute: 1, eventsWaiting: 1 });
  expect(monitor.outbox).toEqual({ depth: 3, oldestSeconds: 1.5 });
  expect(monitor.callsByTenSeconds).toHaveLength(30);
  expect(monitor.callsByTenSeconds.reduce((sum, calls) => sum + calls, 0)).toBe(4);
  await bot.stop();
  expect((await get<MonitorView>('monitor')).outbox).toBeNull();
});

test('what the bot sent and changed in a span, each message once', async () => {
  const older = (await post(cardWith({ tag: 'markdown', content: '早先' }))).data.message_id;
  const from = sandbox.clock.now();
  const titled = { ...claim, header: { title: plain('FB-1 还没有人接单'), text_tag_list: [] } };
  const reminder = (await post(titled)).data.message_id;
  await call('PATCH', `/im/v1/messages/${reminder}/urgent_app?user_id_type=open_id`, { user_id_list: [lead] });
  await call('PATCH', `/im/v1/messages/${older}`, { content: JSON.stringify(claim) });
  await act('send', { person: lead, chatId: group, text: '收到' });
  const to = sandbox.clock.now();
  await post(claim);
  expect(await get(`happenings?from=${from}&to=${to}`)).toMatchObject([
    { messageId: reminder, chatId: group, what: 'sent', title: 'FB-1 还没有人接单', line: '[接单]', urgentTo: [lead] },
    { messageId: older, what: 'changed', title: '[接单]' },
  ]);
  expect(await get(`happenings?from=${to + 60_000}&to=${to + 61_000}`)).toEqual([]);
});

test('the inspector shows a message with its events, calls and cases, and no secret', async () => {
  const { data } = await post(claim);
  const id = data.message_id as string;
  bot.answerNext({ toast: { type: 'success', content: '已接单' } });
  await act('tap', { person: lead, messageId: id, cmd: 'feedback.claim' });
  await call('PATCH', `/im/v1/messages/${id}`, { content: JSON.stringify(cardWith({ tag: 'hr' })) });
  bot.answerNext(503);
  await act('send', { person: lead, chatId: group, text: '已修好', replyTo: id });
  await act('send', { person: lead, chatId: group, text: '闲聊' });
  const line = { at: 1, who: '李娜', what: '接单' };
  bot.answerNext({
    records: [
      { number: 'FB-1', timeline: [line] },
      { number: 'FB-2', timeline: [] },
    ],
  });
  const seen = await get<Inspection>(`inspect?message=${id}`);
  expect(seen.message).toMatchObject({ message_id: id, msg_type: 'interactive' });
  expect(seen.card).toEqual(cardWith({ tag: 'hr' }));
  expect(seen.calls).toMatchObject([
    { method: 'POST', status: 200, code: 0, request: { receive_id: group }, response: { data: { message_id: id } } },
    { method: 'PATCH', path: `/im/v1/messages/${id}`, code: 0 },
  ]);
  expect(seen.events.map(({ type, attempts }) => [type, attempts.map(({ outcome }) => outcome)])).toEqual([
    ['card.action.trigger', ['ok']],
    ['im.message.receive_v1', ['refused 503']],
  ]);
  expect(seen.records).toEqual([
    { number: 'FB-1', timeline: [line] },
    { number: 'FB-2', timeline: [] },
  ]);
  const all = JSON.stringify(seen);
  for (const secret of [token, app.appSecret, encryptKey]) expect(all).not.toContain(secret);
  expect(await get('inspect?message=om_nowhere')).toEqual({ error: expect.stringContaining('230001') });
});

test('the wall of cards comes from the bot', async () => {
  bot.answerNext({ cards: [{ id: 'draft' }] });
  expect(await get('cards?locale=en-US')).toEqual([{ id: 'draft' }]);
  expect(bot.received.at(-1)?.path).toBe('/sandbox/cards?locale=en-US');
});

test('the sandbox does not start over if the bot’s database is on a server', async () => {
  expect(await act('startOver', {}, 'en')).toEqual({
    status: 400,
    body: { error: 'The database is on a server, and the sandbox does not empty it' },
  });
});
