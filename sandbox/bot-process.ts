import { type ChildProcess, fork } from 'node:child_process';
import type { BotControl } from './bot-control';
import type { BotView } from './page-contract';
import { PlayFault } from './play-fault';

/** Real milliseconds until a bot that does not stop is killed. */
const ENDS_WITHIN_MS = 10_000;

type Locale = BotView['locale'];

/** Options of one start. */
export interface Start {
  /**
   * Whether cards may look different now: the last bot had another language, or another process started it and it may
   * be another version.
   */
  looksDifferent: boolean;
  locale: Locale;
}

/** What the bot's process needs to start. */
export interface BotProcessOptions {
  /** File of the program. The program sends `{ ready: true }` to its parent once it works, and ends with its parent. */
  entry: string;
  locale: Locale;
  env: (start: Start) => NodeJS.ProcessEnv;
  /** The program's only argument, as JSON. */
  argument: (start: Start) => unknown;
  changed: () => void;
}

/** The bot in a process of its own, so that a kill is a real kill. */
export class BotProcess implements BotControl {
  state: BotView['state'] = 'stopped';
  locale: Locale;
  private child: ChildProcess | null = null;
  private ended: Promise<void> = Promise.resolve();
  private ranBefore: Locale | null = null;

  constructor(private readonly options: BotProcessOptions) {
    this.locale = options.locale;
  }

  async start(locale: Locale = this.locale): Promise<void> {
    if (this.child) throw new PlayFault('bot_runs');
    this.locale = locale;
    const { entry, env, argument } = this.options;
    const start = { looksDifferent: this.ranBefore !== locale, locale };
    const child = fork(entry, [JSON.stringify(argument(start))], {
      env: env(start),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Debugger options are dropped, because the port is taken already.
      execArgv: process.execArgv.filter((argument) => !argument.startsWith('--inspect')),
    });
    this.child = child;
    this.become('starting');
    this.ended = new Promise((resolve) => {
      const end = () => {
        if (this.child !== child) return;
        this.child = null;
        this.become('stopped');
        resolve();
      };
      child.once('exit', end);
      child.once('error', end);
    });
    const isReady = new Promise<boolean>((resolve) => {
      child.once('message', () => resolve(true));
      void this.ended.then(() => resolve(false));
    });
    if (!(await isReady)) throw new PlayFault('bot_fails');
    this.ranBefore = locale;
    this.become('running');
  }

  async kill(): Promise<void> {
    if (!this.child) throw new PlayFault('bot_stopped');
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async restart(locale?: Locale): Promise<void> {
    await this.stop();
    await this.start(locale);
  }

  /** Stops the bot after it has finished its work in hand; does nothing if the bot does not run. */
  async stop(): Promise<void> {
    const { child } = this;
    if (!child) return;
    const timer = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
    child.kill('SIGTERM');
    await this.ended;
    clearTimeout(timer);
  }

  private become(state: BotView['state']): void {
    this.state = state;
    this.options.changed();
  }
}
