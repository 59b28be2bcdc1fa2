import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Logger } from 'pino';
import { BotProcess, type Start } from '../sandbox/bot-process';
import { MemoryFile, MemoryInUse, openMemory, PARTS } from '../sandbox/memory-file';
import { type Sandbox, type SandboxForBot, startSandbox } from '../sandbox/server';
import type { Config } from './config/environment';
import type { DatabaseConfig } from './db/data-source';
import { knownApp } from './db/known-app';
import { AppError } from './domain/errors';
import { endWithFault } from './end-with-fault';
import { sampleOrgFile } from './package-root';
import type { SandboxStart } from './sandbox-bot';
import { stopOnSignals } from './stop-on-signals';

/** The bot's program, beside this file in the sources as in the build. */
const ENTRY = path.join(__dirname, `sandbox-bot${path.extname(__filename)}`);
/** Time for the page to get its answer before its server ends. */
const ANSWERED_WITHIN_MS = 100;

/**
 * Runs the local Feishu with its page (design §5) in this process and the bot in a process of its own, until a signal
 * ends both. This is the only file of the program that knows the sandbox. If the bot does not start at all, it says why
 * and this process ends, too.
 */
export async function runSandbox(config: Config, log: Logger): Promise<void> {
  const bot = config.port === 0 ? await freePort(0) : config.port;
  const ports = { bot, page: await freePort(bot + 1) };
  const game = new Game(config, ports, await openMemoryFor(config.database));
  stopOnSignals(() => game.stop(), log);
  say(`\n沙箱已启动，请在浏览器打开 / The sandbox is ready, open in a browser:\n\n  ${await game.start()}\n`);
  await game.startBot();
}

/** The local Feishu and its bot, which can start over. */
class Game {
  private sandbox: Sandbox | null = null;
  private bot: BotProcess | null = null;
  private isStopping = false;
  private isStartingOver = false;

  constructor(
    private readonly config: Config,
    private readonly ports: { bot: number; page: number },
    private memory: MemoryFile,
  ) {}

  /** Resolves with the address of the page. */
  async start(): Promise<string> {
    const { config, ports, memory } = this;
    const { transport, encryptKey, verificationToken } = config.events;
    const keys = { encryptKey: encryptKey ?? hex(16), verificationToken: verificationToken ?? hex(16) };
    const app = { appId: memory.appId, appSecret: hex(16) };
    this.sandbox = await startSandbox({
      ...app,
      ...keys,
      memory,
      port: ports.page,
      botUrl: `http://${localHost(config.host)}:${ports.bot}`,
      transport,
      timeZone: config.timeZone,
      // A database on a server is not the sandbox's to empty.
      startOver: config.database.type === 'sqlite' ? () => this.startOverSoon() : undefined,
      process: ({ url, clock, changed }: SandboxForBot) => {
        const env = ({ locale }: Start) => ({
          ...process.env,
          FEISHU_APP_ID: app.appId,
          FEISHU_APP_SECRET: app.appSecret,
          FEISHU_DOMAIN: url,
          FEISHU_TRANSPORT: transport,
          FEISHU_ENCRYPT_KEY: keys.encryptKey,
          FEISHU_VERIFICATION_TOKEN: keys.verificationToken,
          ORG_FILE: config.orgFile ?? sampleOrgFile(locale),
          PORT: String(ports.bot),
          BOT_LOCALE: locale,
        });
        const argument = ({ looksDifferent }: Start): SandboxStart => ({
          offsetMs: clock.offsetMs,
          drawAnew: looksDifferent,
        });
        this.bot = new BotProcess({ entry: ENTRY, locale: config.locale, env, argument, changed });
        return this.bot;
      },
    });
    // If any free port was taken, starting over comes back to the same address.
    ports.page = Number(new URL(this.sandbox.url).port);
    return this.sandbox.url;
  }

  async startBot(): Promise<void> {
    await this.bot?.start().catch(() => {
      if (!this.isStopping && !this.isStartingOver) process.exit(1);
    });
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.bot?.stop();
    await this.sandbox?.stop();
  }

  private startOverSoon(): void {
    if (this.isStartingOver) return;
    this.isStartingOver = true;
    setTimeout(() => {
      this.startOver().catch(endWithFault);
    }, ANSWERED_WITHIN_MS);
  }

  private async startOver(): Promise<void> {
    // The bot's unfinished work is about to be deleted, too, so nobody waits for it.
    if (this.bot?.state !== 'stopped') await this.bot?.kill();
    await this.sandbox?.stop();
    const { database } = this.config;
    if (database.type === 'sqlite') removeDatabase(database.path);
    this.memory = this.memory.emptied();
    this.isStartingOver = false;
    if (this.isStopping) return;
    await this.start();
    await this.startBot();
  }
}

/**
 * The local Feishu's memory is a file beside the database. If the memory belongs to another database it is emptied, so
 * that no cards hang whose cases are gone.
 */
async function openMemoryFor(database: DatabaseConfig): Promise<MemoryFile> {
  const file = memoryFileOf(database);
  const memory = file === null ? MemoryFile.none() : open(file);
  // If the database cannot be reached, the start ends soon and says why; the memory is kept.
  const known = await knownApp(database).catch(() => memory.appId);
  return known === memory.appId ? memory : memory.emptied();
}

function open(file: string): MemoryFile {
  try {
    return openMemory(file, say);
  } catch (error) {
    if (!(error instanceof MemoryInUse)) throw error;
    const what = 'another sandbox runs on this database: stop it, or choose another DATABASE_URL';
    throw new AppError('database_unreachable', what, { cause: error });
  }
}

/** Null for a database in memory, which ends with its process. */
function memoryFileOf(database: DatabaseConfig): string | null {
  if (database.type === 'mysql') {
    const { host, pathname } = new URL(database.url);
    const name = createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 8);
    return path.join('data', `mysql-${name}.sandbox.db`);
  }
  return database.path === ':memory:' ? null : `${database.path.replace(/\.db$/, '')}.sandbox.db`;
}

function removeDatabase(file: string): void {
  for (const part of PARTS) rmSync(`${file}${part}`, { force: true });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The address at which this machine reaches a bot that listens on `host`. */
const localHost = (host: string) => (['0.0.0.0', '::', ''].includes(host) ? '127.0.0.1' : host);

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

const hex = (bytes: number) => randomBytes(bytes).toString('hex');
