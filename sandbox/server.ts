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

/** Options of a sandbox. */
export interface SandboxOptions {
  /** Port to listen on; 0 takes any free port. */
  port?: number;
  /** 127.0.0.1 if absent. */
  host?: string;
  company?: Company;
  /** App id; also tells runs apart, because browsers drop what they stored for another app. */
  appId: string;
  appSecret: string;
  encryptKey?: string;
  verificationToken?: string;
  /** Address of the bot; events go to `/feishu/events`, the clock to `/sandbox/clock`. */
  botUrl: string;
  transport: 'webhook' | 'websocket';
  /** If absent, real time plus the lead that the memory holds. */
  clock?: MovableClock;
  /** State of an earlier run, and storage for this run. If absent, the state ends with the process. */
  memory?: Memory;
  /** Stops the sandbox soon, empties its state, and starts it again; absent if that is not allowed. */
  startOver?: () => void;
  /** Time zone of the company; Asia/Shanghai if absent. */
  timeZone?: string;
  /** Folder of the built page; below `dist` if absent. */
  pageFolder?: string;
  /** Creates the control of the bot's process; if absent, somebody else starts the bot. */
  process?: (sandbox: SandboxForBot) => BotControl;
}

/** What the bot's process needs from the sandbox. */
export interface SandboxForBot {
  url: string;
  clock: MovableClock;
  /** Tells the page that the process started or ended. */
  changed: () => void;
}

/** A running sandbox. */
export interface Sandbox {
  /** Address of the page, and the domain for the bot's calls. */
  url: string;
  feishu: LocalFeishu;
  clock: MovableClock;
  time: TimeMachine;
  process: BotControl;
  stop(): Promise<void>;
}

/** Starts the local Feishu with its page. The bot may start later; events that it misses are repeated. */
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
    // A local client should reconnect at once.
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
      feishu.writeNamesIn(process.locale);
      if (process.state === 'starting') hasConnected = transport === 'webhook';
      // The bot missed moves of the clock while it was down.
      if (process.state === 'running') void time.tellBot();
      stream.tell({ kind: 'bot' });
    },
  });
  page = pageServer({ feishu, run: appId, time, transport, process, bot, startOver }, stream, options.pageFolder);
  feishu.onChange(({ kind, ...where }) => {
    if (kind === 'bot' && feishu.connectionCount() > 0) hasConnected = true;
    if (kind !== 'call') stream.tell({ kind, ...where });
  });
  // A running bot counts as about to listen until its first connection.
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

/** Real time plus the lead that the memory holds. */
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
