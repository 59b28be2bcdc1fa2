import type { IncomingMessage } from 'node:http';
import type { BotControl } from './bot-control';
import type { BotLink } from './bot-link';
import { happeningsIn } from './happenings';
import { inspect } from './inspect-message';
import { callFigures } from './monitor';
import { overviewOf } from './overview';
import { pageActs } from './page-actions';
import type { Messages, MonitorView } from './page-contract';
import type { LocalFeishu } from './platform';
import { readBody } from './platform/api/api-server';
import { isRecord, type Json } from './platform/json';
import { PeopleFault } from './platform/people/people-fault';
import { faultWords, PlayFault } from './play-fault';
import type { TimeMachine } from './time-machine';

const MAX_BODY = 256 * 1024;

/** What the page's API needs from the sandbox. */
export interface PageParts {
  feishu: LocalFeishu;
  /** Id of this run of the sandbox. */
  run: string;
  time: TimeMachine;
  transport: 'webhook' | 'websocket';
  /** Control of the bot's process. */
  process: BotControl;
  bot: BotLink;
  /** Starts over; null if the state may not be emptied. */
  startOver: (() => void) | null;
}

type Ask = (query: URLSearchParams) => unknown;

/** The page's questions (`GET /sandbox/…`) and actions (`POST /sandbox/…`) as JSON; see `page-contract.ts`. */
export function pageApi(parts: PageParts) {
  const asks = pageAsks(parts);
  const acts = pageActs(parts);

  /** Answers a request below `/sandbox/`; null if there is no such route. */
  return async (request: IncomingMessage, url: URL): Promise<{ status: number; body: unknown } | null> => {
    const name = url.pathname.replace(/^\/sandbox\//, '');
    const ask = request.method === 'GET' && Object.hasOwn(asks, name) ? asks[name] : undefined;
    const act = request.method === 'POST' && Object.hasOwn(acts, name) ? acts[name as keyof typeof acts] : undefined;
    try {
      if (ask) return { status: 200, body: await ask(url.searchParams) };
      if (act) return { status: 200, body: (await act(await jsonBody(request))) ?? {} };
      return null;
    } catch (error) {
      // An action that a client refuses is a fault for the person, not an error of the server.
      const english = /^en\b/i.test(request.headers['accept-language'] ?? '');
      return { status: 400, body: { error: faultWords(error, english) } };
    }
  };
}

function pageAsks({ feishu, run, time, transport, process, bot, startOver }: PageParts): Record<string, Ask> {
  return {
    overview: async () => {
      const { state, locale } = process;
      const told = { state, locale, transport, connections: feishu.connectionCount() };
      return { ...overviewOf(feishu, run, await time.view(), told), canStartOver: startOver !== null };
    },
    messages: (query) => {
      const chat = query.get('chat') ?? '';
      const isThere = feishu.chatsOf(asked(query, 'person')).some(({ id }) => id === chat);
      if (!isThere) throw new PeopleFault('not_in_chat', 'not in this chat');
      return messagesOf(feishu, chat);
    },
    monitor: async (): Promise<MonitorView> => ({
      ...callFigures(feishu.calls(), Date.now()),
      eventsWaiting: feishu.inspector.eventsWaiting(),
      outbox: await bot.outbox(),
    }),
    happenings: (query) => happeningsIn(feishu, Number(asked(query, 'from')), Number(asked(query, 'to'))),
    inspect: (query) => inspect(feishu, bot, asked(query, 'message')),
    cards: async (query) => {
      const cards = await bot.cards(query.get('locale') ?? process.locale);
      if (cards === null) throw new PlayFault('bot_away');
      return cards;
    },
  };
}

/** Messages, refusals and events of the chat in order of time. */
function messagesOf(feishu: LocalFeishu, chatId: string): Messages {
  const refusals = feishu.inspector
    .refusals(chatId)
    .map(({ id, at, code, reason, content }) => ({ refused: true as const, id, at, code, reason, content }));
  const lines = feishu.inspector
    .chatEvents(chatId)
    .map(({ id, at, what, by }) => ({ system: true as const, id, at, what, by }));
  const timed = [
    ...feishu.messages(chatId).map((message) => ({ at: message.createdAt, shown: message })),
    ...[...refusals, ...lines].map((each) => ({ at: each.at, shown: each })),
  ];
  return timed.sort((one, other) => one.at - other.at).map(({ shown }) => shown);
}

function asked(query: URLSearchParams, key: string): string {
  const value = query.get(key);
  if (!value) throw new PlayFault('missing', key);
  return value;
}

async function jsonBody(request: IncomingMessage): Promise<Json> {
  const text = (await readBody(request, MAX_BODY)).toString();
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = null;
  }
  if (!isRecord(parsed)) throw new PlayFault('missing', 'JSON');
  return parsed;
}
