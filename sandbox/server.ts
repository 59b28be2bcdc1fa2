import { request } from 'node:http';
import { MovableClock } from './clock';
import { SAMPLE_COMPANY } from './company';
import { pageServer } from './page-server';
import { type Company, LocalFeishu } from './platform';

const DUE_CHECK_MS = 1000;
const BOT_ANSWER_MS = 3000;

export interface SandboxOptions {
  /** 0 takes any free one. */
  port?: number;
  /** 127.0.0.1 where absent. */
  host?: string;
  company?: Company;
  appId: string;
  appSecret: string;
  encryptKey?: string;
  verificationToken?: string;
  /** Where the bot listens: events go to `/feishu/events`, the clock to `/sandbox/clock`. */
  botUrl: string;
  transport: 'webhook' | 'websocket';
  clock?: MovableClock;
  /** Where the built page lies; below `dist` where absent. */
  pageFolder?: string;
}

export interface Sandbox {
  /** Of the page, and the domain that the bot talks to. */
  url: string;
  feishu: LocalFeishu;
  clock: MovableClock;
  stop(): Promise<void>;
}

/** Starts the local Feishu with its page. The bot need not run yet; events that it misses are repeated. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { botUrl, transport, company = SAMPLE_COMPANY, clock = new MovableClock() } = options;
  const { appId, appSecret, port = 0, host = '127.0.0.1', encryptKey, verificationToken = '' } = options;
  let page: ReturnType<typeof pageServer> | null = null;
  const feishu = await LocalFeishu.start({
    company,
    clock,
    appId,
    appSecret,
    port,
    host,
    // A local client should be back at once.
    clientConfig: { ReconnectInterval: 2, ReconnectNonce: 1, PingInterval: 30 },
    other: async (incoming, response) => page?.(incoming, response),
  });
  const tellBot = () => postClock(botUrl, clock.offsetMs);
  page = pageServer({ feishu, clock, transport, tellBot }, options.pageFolder);
  if (transport === 'websocket') feishu.subscribe({ mode: 'websocket' });
  else feishu.subscribe({ mode: 'webhook', url: `${botUrl}/feishu/events`, encryptKey, verificationToken });
  const timer = setInterval(() => void feishu.deliverDue(), DUE_CHECK_MS);
  const stop = async () => {
    clearInterval(timer);
    await feishu.stop();
  };
  return { url: feishu.baseUrl, feishu, clock, stop };
}

function postClock(botUrl: string, offsetMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const body = JSON.stringify({ offsetMs });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const call = request(`${botUrl}/sandbox/clock`, { method: 'POST', agent: false, headers }, (response) => {
      response.resume();
      resolve((response.statusCode ?? 500) < 300);
    });
    call.setTimeout(BOT_ANSWER_MS, () => call.destroy());
    call.on('error', () => resolve(false));
    call.end(body);
  });
}
