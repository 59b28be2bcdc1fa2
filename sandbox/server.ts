import type { BotControl } from './bot-control';
import { BotLink } from './bot-link';
import { ChangeStream } from './change-stream';
import { MovableClock } from './clock';
import { SAMPLE_COMPANY } from './company';
import { pageServer } from './page-server';
import { type Company, LocalFeishu } from './platform';
import { type Memory, NO_MEMORY } from './platform/memory';
import { PlayFault } from './play-fault';
import { TimeMachine } from './time-machine';

const DUE_CHECK_MS = 1000;

export interface SandboxOptions {
  /** 0 takes any free one. */
  port?: number;
  /** 127.0.0.1 where absent. */
  host?: string;
  company?: Company;
  /** Also tells runs apart: what a browser remembers of another app's is void. */
  appId: string;
  appSecret: string;
  encryptKey?: string;
  verificationToken?: string;
  /** Where the bot listens: events go to `/feishu/events`, the clock to `/sandbox/clock`. */
  botUrl: string;
  transport: 'webhook' | 'websocket';
  /** As far ahead as it was when the memory was last used, where absent. */
  clock?: MovableClock;
  /** What an earlier run left, and where this one is kept; absent: all ends with the process. */
  memory?: Memory;
  /** Soon stops all of this, empties what is kept, and starts again; absent where that may not be. */
  startOver?: () => void;
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
  const { botUrl, transport, company = SAMPLE_COMPANY, memory = NO_MEMORY, startOver = null } = options;
  const { clock = keptClock(memory) } = options;
  const { appId, appSecret, port = 0, host = '127.0.0.1', encryptKey, verificationToken = '' } = options;
  let page: ReturnType<typeof pageServer> | null = null;
  const feishu = await LocalFeishu.start({
    company,
    clock,
    appId,
    appSecret,
    port,
    host,
    memory,
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
  let hasConnected = true;
  const process = (options.process ?? startedElsewhere)({
    url: feishu.baseUrl,
    clock,
    changed: () => {
      if (process.state === 'starting') hasConnected = transport === 'webhook';
      // While it was down, it missed what time it is.
      if (process.state === 'running') void time.tellBot();
      stream.tell({ kind: 'bot' });
    },
  });
  page = pageServer({ feishu, run: appId, time, transport, process, bot, startOver }, stream, options.pageFolder);
  feishu.onChange(({ kind, ...where }) => {
    if (kind === 'bot' && feishu.connectionCount() > 0) hasConnected = true;
    if (kind !== 'call') stream.tell({ kind, ...where });
  });
  // Until it has been connected once, a bot that runs is still about to listen.
  const isComing = () => process.state === 'starting' || (process.state === 'running' && !hasConnected);
  if (transport === 'websocket') feishu.subscribe({ mode: 'websocket' }, isComing);
  else feishu.subscribe({ mode: 'webhook', url: `${botUrl}/feishu/events`, encryptKey, verificationToken }, isComing);
  const timer = setInterval(() => void feishu.deliverDue(), DUE_CHECK_MS);
  const stop = async () => {
    clearInterval(timer);
    time.stop();
    stream.close();
    await feishu.stop();
  };
  return { url: feishu.baseUrl, feishu, clock, time, process, stop };
}

/** Real time, ahead by as much as it was when the memory was last used. */
function keptClock(memory: Memory): MovableClock {
  const [kept] = memory.recall('clock');
  const keep = (offsetMs: number) => memory.keep('clock', '', () => ({ offsetMs }));
  return new MovableClock(kept?.value.offsetMs, Date.now, keep);
}

function startedElsewhere(): BotControl {
  const refuse = async () => {
    throw new PlayFault('bot_elsewhere');
  };
  return { state: 'running', locale: 'zh-CN', kill: refuse, start: refuse, restart: refuse };
}
