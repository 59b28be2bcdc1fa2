import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseConfig } from '../../src/db/data-source';
import { Turns } from './turns';
import { until } from './until';

const ROOT = path.join(__dirname, '..', '..');
const STARTS_WITHIN_MS = 120_000;
const STARTED = '"msg":"started"';

export const APP = { appId: 'cli_0123456789abcdef', appSecret: 'app-secret-of-the-test' };
export const KEYS = { encryptKey: 'encrypt-key-of-the-test', verificationToken: 'token-of-the-test' };

export type Env = Record<string, string>;

/** The variables that a company would write into `.env`, for the local Feishu. */
export function envFor(domain: string, database: DatabaseConfig, more: Env = {}): Env {
  return {
    FEISHU_APP_ID: APP.appId,
    FEISHU_APP_SECRET: APP.appSecret,
    FEISHU_DOMAIN: domain,
    FEISHU_TRANSPORT: 'webhook',
    FEISHU_ENCRYPT_KEY: KEYS.encryptKey,
    FEISHU_VERIFICATION_TOKEN: KEYS.verificationToken,
    DATABASE_URL: database.type === 'mysql' ? database.url : `sqlite:${database.path}`,
    ORG_FILE: path.join(ROOT, 'sandbox', 'org.yaml'),
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    ...more,
  };
}

/** The entry point that `buildProgram` has made. */
const builtMain = () => path.join(process.env.TEST_PROGRAM as string, 'src', 'main.js');

export interface Ended {
  /** Null if a signal ended the program. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A start is a second of computing: more starts at once, in all test files together, would only slow each other down. */
const starts = new Turns(() => `${process.env.TEST_PROGRAM}.start-`, 3);

const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** The program as a process with its own working directory and without this process's environment. */
export class BotProcess {
  private readonly child: ChildProcess;
  private stdout = '';
  private stderr = '';
  readonly ended: Promise<Ended>;

  /** Starts the program, once not too many others are starting. */
  static async start(env: Env, cwd?: string): Promise<BotProcess> {
    await starts.take();
    const program = new BotProcess(env, cwd);
    void Promise.race([program.loaded, program.ended]).then(() => starts.pass());
    return program;
  }

  private readonly loaded: Promise<void>;

  constructor(env: Env, cwd?: string, main = builtMain()) {
    const folder = cwd ?? mkdtempSync(path.join(tmpdir(), 'feedback-cwd-'));
    const { PATH = '' } = process.env;
    this.child = spawn(process.execPath, [main], { env: { PATH, ...env }, cwd: folder });
    alive.add(this.child);
    this.loaded = new Promise((resolve) => {
      this.child.stdout?.on('data', (bytes) => {
        this.stdout += String(bytes);
        if (this.stdout.includes(STARTED)) resolve();
      });
    });
    this.child.stderr?.on('data', (bytes) => {
      this.stderr += String(bytes);
    });
    this.ended = new Promise((resolve) => {
      this.child.once('close', (code) => {
        alive.delete(this.child);
        if (cwd === undefined) rmSync(folder, { recursive: true, force: true });
        resolve({ code, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  /** Resolves with the HTTP port when the program logs that it has started; throws if it ends before. */
  async started(): Promise<number> {
    const port = await Promise.race([
      until(
        () => this.port(),
        STARTS_WITHIN_MS,
        () => `started:\n${this.stdout}\n${this.stderr}`,
      ),
      this.ended,
    ]);
    if (typeof port !== 'number') throw new Error(`the bot ended:\n${port.stdout}\n${port.stderr}`);
    return port;
  }

  /** The program's log so far. */
  get log(): string {
    return this.stdout;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends the program in the middle of its work, as `kill -9` does. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private port(): number | null {
    const line = this.stdout.split('\n').find((text) => text.includes(STARTED));
    return line ? (JSON.parse(line) as { port: number }).port : null;
  }
}
