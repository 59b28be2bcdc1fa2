import { randomUUID } from 'node:crypto';
import type { BotControl } from './bot-control';
import { BotLink } from './bot-link';
import { ChangeStream } from './change-stream';
import { MovableClock } from './clock';
import { SAMPLE_COMPANY } from './company';
import { pageServer } from './page-server';
import { type Company, LocalFeishu } from './platform';
import { PlayFault } from './play-fault';
import { TimeMachine } from './time-machine';

const DUE_CHECK_MS = 1000;

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
  /** The company's; Asia/Shanghai where absent. */
  timeZone?: string;
  /** Where the built page lies; below `dist` where absent. */
  pageFolder?: string;
  /** Absent: somebody else starts the bot. */
  process?: (sandbox: SandboxForBot) => BotControl;
}

/** What the bot's process needs to know of the sandbox. */
export interface SandboxForBot {
  url: string;
  clock: MovableClock;
  /** The process started or ended. */
  changed: () => void;
}

export interface Sandbox {
  /** Of the page, and the domain that the bot talks to. */
  url: string;
  feishu: LocalFeishu;
  clock: MovableClock;
  time: TimeMachine;
  process: BotControl;
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
  const stream = new ChangeStream();
  const bot = new BotLink(botUrl);
  const time = new TimeMachine({
    clock,
    bot,
    timeZone: options.timeZone ?? 'Asia/Shanghai',
    afterMove: () => feishu.deliverDue(),
    changed: () => stream.tellClock(),
  });
  const process = (options.process ?? startedElsewhere)({
    url: feishu.baseUrl,
    clock,
    changed: () => {
      // While it was down, it missed what time it is.
      if (process.state === 'running') void time.tellBot();
      stream.tell({ kind: 'bot' });
    },
  });
  page = pageServer({ feishu, run: randomUUID(), time, transport, process, bot }, stream, options.pageFolder);
  feishu.onChange(({ kind, ...where }) => {
    if (kind !== 'call') stream.tell({ kind, ...where });
  });
  if (transport === 'websocket') feishu.subscribe({ mode: 'websocket' });
  else feishu.subscribe({ mode: 'webhook', url: `${botUrl}/feishu/events`, encryptKey, verificationToken });
  const timer = setInterval(() => void feishu.deliverDue(), DUE_CHECK_MS);
  const stop = async () => {
    clearInterval(timer);
    time.stop();
    stream.close();
    await feishu.stop();
  };
  return { url: feishu.baseUrl, feishu, clock, time, process, stop };
}

function startedElsewhere(): BotControl {
  const refuse = async () => {
    throw new PlayFault('bot_elsewhere');
  };
  return { state: 'running', locale: 'zh-CN', kill: refuse, start: refuse, restart: refuse };
}
