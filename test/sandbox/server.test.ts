import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MovableClock } from '../../sandbox/clock';
import { GROUPS, PEOPLE } from '../../sandbox/company';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { startBotStub } from './platform/bot-stub';

const app = { appId: 'cli_00000000000000c1', appSecret: 'secret' };
const encryptKey = 'key';
const rep = PEOPLE.repLin.id;
const startedAt = Date.parse('2026-11-02T17:30:00+08:00');

let sandbox: Sandbox;
let bot: Awaited<ReturnType<typeof startBotStub>>;
beforeAll(async () => {
  bot = await startBotStub(encryptKey);
  const clock = new MovableClock(0, () => startedAt);
  const pageFolder = process.env.TEST_PAGE as string;
  sandbox = await startSandbox({ ...app, encryptKey, botUrl: bot.url, transport: 'webhook', clock, pageFolder });
});
afterAll(async () => {
  await sandbox.stop();
  await bot.stop();
});

const get = (path: string) => fetch(`${sandbox.url}${path}`);
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${sandbox.url}/sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** Status of a request with another Host header, which fetch does not allow. */
const statusFrom = (headers: Record<string, string>, path = '/sandbox/overview') =>
  new Promise<number>((resolve, reject) => {
    const call = httpRequest(`${sandbox.url}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject).end();
  });

describe('the page', () => {
  test('is served with all its files, and no other file is served', async () => {
    const page = await get('/');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const named = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
    expect(named.length).toBeGreaterThan(3);
    const pending = [...named];
    const seen = new Set<string>();
    for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      const asset = await get(`/${file}`);
      expect([file, asset.status]).toEqual([file, 200]);
      const imports = (await asset.text()).matchAll(/(?:from|import)\(?["']\.\/([^"']+)["']/g);
      pending.push(...[...imports].map(([, each]) => each ?? ''));
    }
    expect([...seen].some((file) => /^chunk-.*\.js$/.test(file))).toBe(true);
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/org.yaml', '/sandbox/nothing']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  test('talks to browsers of this machine only', async () => {
    const port = new URL(sandbox.url).port;
    expect(await statusFrom({ host: `localhost:${port}` })).toBe(200);
    expect(await statusFrom({ host: `rebound.example:${port}` })).toBe(403);
    expect(await statusFrom({ host: `127.0.0.1:${port}`, origin: 'http://evil.example' })).toBe(403);
    expect(await statusFrom({ host: 'rebound.example' }, '/')).toBe(403);
    expect((await post('clock', { advanceMs: 1 }, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('clock', { advanceMs: 1 }, { origin: 'http://evil.example' })).status).toBe(403);
    expect(sandbox.clock.offsetMs).toBe(0);
  });

  test('shows a person only the person’s own chats', async () => {
    const overview = (await (await get('/sandbox/overview')).json()) as {
      people: { id: string; chats: { id: string }[] }[];
    };
    const chatsOf = (id: string) => overview.people.find((each) => each.id === id)?.chats.map((chat) => chat.id);
    expect(chatsOf(rep)).toEqual([sandbox.feishu.p2pChatOf(rep)]);
    expect(chatsOf(PEOPLE.qualitySun.id)).toContain(GROUPS.quality.id);
    const others = await get(`/sandbox/messages?person=${rep}&chat=${GROUPS.quality.id}`);
    expect(await others.json()).toEqual({ error: '这个人不在这个会话里' });
  });

  test('forwards a burst, writes and recalls, and tells of each change at once', async () => {
    const stream = await get('/sandbox/stream');
    await post('forward', { person: rep, samples: ['burst'] });
    const chatId = sandbox.feishu.p2pChatOf(rep);
    expect(sandbox.feishu.messages(chatId).map(({ type }) => type)).toEqual(['text', 'image', 'text']);
    expect(await (await post('send', { person: rep, chatId, text: '<b>待办</b>' })).json()).toEqual({});
    const written = sandbox.feishu.messages(chatId).at(-1)?.id ?? '';
    await post('edit', { person: rep, messageId: written, text: '<b>我的</b>' });
    await post('recall', { person: rep, messageId: written });
    expect(sandbox.feishu.message(written)).toMatchObject({ recalled: true, edits: 1, text: '<b>我的</b>' });
    const types = bot.received.map(({ path, body }) => [path, body.header?.event_type]);
    expect(types.at(-1)).toEqual(['/feishu/events', 'im.message.recalled_v1']);
    const { value } = (await stream.body?.getReader().read()) ?? {};
    expect(Buffer.from(value ?? []).toString()).toMatch(/^retry: 1000/);
    const refused = await post('send', { person: rep, chatId: GROUPS.quality.id, text: '你好' });
    expect(refused.status).toBe(400);
  });

  test('moves its clock, then the bot’s, then delivers the due events', async () => {
    bot.answerNext(500);
    await post('send', { person: rep, chatId: sandbox.feishu.p2pChatOf(rep), text: '#1' });
    const before = bot.received.length;
    const moved = await (await post('clock', { until: 'next-morning' })).json();
    const nextMorning = Date.parse('2026-11-03T09:00:00+08:00');
    expect(moved).toEqual({ now: nextMorning, offsetMs: nextMorning - startedAt, rate: 1, nextReminderAt: null });
    const heard = bot.received.slice(before).filter(({ path, body }) => path !== '/sandbox/clock' || body.offsetMs);
    expect(heard.map(({ path, body }) => [path, body.offsetMs])).toEqual([
      ['/sandbox/clock', nextMorning - startedAt],
      ['/feishu/events', undefined],
    ]);
    expect((await post('clock', { advanceMs: -1 })).status).toBe(400);
  });
});
