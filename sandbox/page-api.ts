import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MovableClock } from './clock';
import type { LocalFeishu, MessageView } from './platform';
import { readBody } from './platform/api-server';
import { isRecord, type Json } from './platform/card-checks';
import { SAMPLES } from './samples';

const MAX_BODY = 64 * 1024;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The sample company's wall clock, UTC+8 all year. */
const ZONE_MS = 8 * HOUR;

/** A request that the page should not have made; the text is shown to the person. */
export class PageFault extends Error {}

export interface PageParts {
  feishu: LocalFeishu;
  clock: MovableClock;
  transport: 'webhook' | 'websocket';
  /** Tells the bot of the moved clock; false where it does not answer. */
  tellBot: () => Promise<boolean>;
}

type Ask = (url: URL) => unknown;
type Act = (body: Json) => Promise<unknown>;

/** What the page can ask (`GET /sandbox/…`) and do (`POST /sandbox/…`), as JSON. */
export function pageApi({ feishu, clock, transport, tellBot }: PageParts) {
  const asks: Record<string, Ask> = {
    '/sandbox/overview': () => ({
      ...overview(feishu),
      ...clockState(clock),
      transport,
      connections: feishu.connectionCount(),
    }),
    '/sandbox/messages': ({ searchParams }) => {
      const [person, chat] = [searchParams.get('person') ?? '', searchParams.get('chat') ?? ''];
      const mayRead = feishu.chatsOf(person).some(({ id }) => id === chat);
      if (!mayRead) throw new PageFault('这个人不在这个会话里');
      return feishu.messages(chat);
    },
  };
  const acts: Record<string, Act> = {
    '/sandbox/send': async (body) => {
      const options = { replyTo: optional(body, 'replyTo'), inThread: true, mentionBot: body.mentionBot === true };
      return feishu.send(
        word(body, 'person'),
        targetOf(feishu, body),
        { type: 'text', text: word(body, 'text') },
        options,
      );
    },
    '/sandbox/forward': async (body) => {
      const sample = SAMPLES.find(({ id }) => id === body.sample);
      if (!sample) throw new PageFault('没有这个样例');
      for (const content of sample.contents()) await feishu.send(word(body, 'person'), { bot: true }, content);
      return {};
    },
    '/sandbox/recall': async (body) => feishu.recall(word(body, 'person'), word(body, 'messageId')),
    '/sandbox/tap': async (body) => {
      const form = isRecord(body.form) ? body.form : {};
      const tap = {
        cmd: optional(body, 'cmd'),
        label: optional(body, 'label'),
        option: optional(body, 'option'),
        form,
      };
      return feishu.tap(word(body, 'person'), word(body, 'messageId'), tap);
    },
    '/sandbox/enter': async (body) => feishu.enterChat(word(body, 'person')),
    '/sandbox/bot': async (body) => {
      const [chat, person] = [word(body, 'chatId'), word(body, 'person')];
      return body.present === true ? feishu.addBot(chat, person) : feishu.removeBot(chat, person);
    },
    '/sandbox/trouble': async (body) => {
      if (typeof body.latencyMs === 'number') feishu.settings.latencyMs = body.latencyMs;
      if (typeof body.errorRate === 'number') feishu.settings.errorRate = body.errorRate;
      if (body.drop === true) feishu.dropConnections();
      return {};
    },
    '/sandbox/clock': async (body) => {
      clock.advance(wantedAdvance(clock.now(), body));
      const botHeard = await tellBot();
      await feishu.deliverDue();
      return { ...clockState(clock), botHeard };
    },
  };

  /** Answers a request below `/sandbox/`; null where there is no such thing. */
  return async (request: IncomingMessage, url: URL): Promise<{ status: number; body: unknown } | null> => {
    try {
      const ask = request.method === 'GET' ? asks[url.pathname] : undefined;
      if (ask) return { status: 200, body: ask(url) };
      const act = request.method === 'POST' ? acts[url.pathname] : undefined;
      if (act) return { status: 200, body: (await act(await jsonBody(request))) ?? {} };
      return null;
    } catch (error) {
      // What people cannot do in their client either is told in words, not as a broken server.
      return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
    }
  };
}

/** Streams changes to the page as they happen, until it goes away. */
export function streamChanges(feishu: LocalFeishu, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  const stop = feishu.onChange((change) => {
    if (change.kind !== 'call') response.write(`data: ${JSON.stringify(change)}\n\n`);
  });
  request.on('close', stop);
}

function overview(feishu: LocalFeishu) {
  const { bot, people } = feishu.company;
  const read = new Map<string, MessageView[]>();
  const messagesOf = (chatId: string) => {
    const messages = read.get(chatId) ?? feishu.messages(chatId);
    read.set(chatId, messages);
    return messages;
  };
  return {
    bot,
    people: people.map(({ id, name, title }) => ({
      id,
      name,
      title,
      chats: feishu.chatsOf(id).map((chat) => {
        const messages = messagesOf(chat.id);
        const urgent = messages.filter(({ urgentTo }) => urgentTo.includes(id)).length;
        const { text = '' } = messages.at(-1) ?? {};
        return { ...chat, last: text.split('\n')[0], count: messages.length, urgent };
      }),
    })),
    samples: SAMPLES.map(({ id, title }) => ({ id, title })),
    names: Object.fromEntries([...people, bot].map((one) => ['id' in one ? one.id : one.openId, one.name])),
    settings: { latencyMs: feishu.settings.latencyMs, errorRate: feishu.settings.errorRate },
  };
}

function clockState(clock: MovableClock) {
  return { now: clock.now(), offsetMs: clock.offsetMs };
}

/** Only forward: to the next day's 09:00, or by `advanceMs`. */
function wantedAdvance(now: number, { advanceMs, until }: Json): number {
  if (until === 'next-morning') {
    const midnight = Math.floor((now + ZONE_MS) / DAY) * DAY - ZONE_MS;
    return midnight + DAY + 9 * HOUR - now;
  }
  if (typeof advanceMs !== 'number' || !(advanceMs > 0 && advanceMs <= 60 * DAY)) {
    throw new PageFault('时长应大于 0，且不超过 60 天');
  }
  return Math.round(advanceMs);
}

function targetOf(feishu: LocalFeishu, body: Json): { bot: true } | { chatId: string } {
  const chatId = word(body, 'chatId');
  return chatId === feishu.p2pChatOf(word(body, 'person')) ? { bot: true } : { chatId };
}

function word(body: Json, key: string): string {
  const value = body[key];
  if (typeof value !== 'string' || value.trim() === '') throw new PageFault(`缺少 ${key}`);
  return value;
}

function optional(body: Json, key: string): string | undefined {
  const value = body[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

async function jsonBody(request: IncomingMessage): Promise<Json> {
  const parsed: unknown = JSON.parse((await readBody(request, MAX_BODY)).toString());
  if (!isRecord(parsed)) throw new PageFault('请求不是 JSON 对象');
  return parsed;
}
