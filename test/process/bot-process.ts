import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseConfig } from '../../src/db/data-source';

const ROOT = path.join(__dirname, '..', '..');
const CACHE = path.join(ROOT, 'node_modules', '.cache');
const PREFIX = 'process-tests-';
/** Of this process alone: two that build at the same time must not write into the same files. */
const BUILD = path.join(CACHE, `${PREFIX}${process.pid}`);
const MAIN = path.join(BUILD, 'src', 'main.js');
const POLL_MS = 100;
const STARTS_WITHIN_MS = 60_000;

export const APP = { appId: 'cli_0123456789abcdef', appSecret: 'app-secret-of-the-test' };
export const KEYS = { encryptKey: 'encrypt-key-of-the-test', verificationToken: 'token-of-the-test' };

export type Env = Record<string, string>;

/** Compiles the program as `npm run build` does; faults of types are the type check's business. */
export function buildProgram(): void {
  mkdirSync(CACHE, { recursive: true });
  for (const name of readdirSync(CACHE)) {
    const isLeft = name.startsWith(PREFIX) && !isAlive(Number(name.slice(PREFIX.length)));
    if (isLeft) rmSync(path.join(CACHE, name), { recursive: true, force: true });
  }
  const compiler = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const into = ['--outDir', BUILD, '--tsBuildInfoFile', path.join(BUILD, '.tsbuildinfo')];
  const args = [compiler, '-p', 'tsconfig.build.json', '--noCheck', ...into];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the program does not compile:\n${stdout}`);
  cpSync(process.env.TEST_PAGE as string, path.join(BUILD, 'sandbox', 'page'), { recursive: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** What a company would write into `.env` for the local Feishu. */
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

export interface Ended {
  /** Null where a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** The program as a process of its own, in a working directory of its own, with nothing of our environment. */
export class BotProcess {
  private readonly child: ChildProcess;
  private stdout = '';
  private stderr = '';
  readonly ended: Promise<Ended>;

  constructor(env: Env, cwd?: string, main = MAIN) {
    const folder = cwd ?? mkdtempSync(path.join(tmpdir(), 'feedback-cwd-'));
    const { PATH = '' } = process.env;
    this.child = spawn(process.execPath, [main], { env: { PATH, ...env }, cwd: folder });
    alive.add(this.child);
    this.child.stdout?.on('data', (bytes) => {
      this.stdout += String(bytes);
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

  /** Resolves with the HTTP port once the program says that it has started. */
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

  /** What it logged. */
  get log(): string {
    return this.stdout;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** As a power cut would: nothing is finished. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private port(): number | null {
    const line = this.stdout.split('\n').find((text) => text.includes('"msg":"started"'));
    return line ? (JSON.parse(line) as { port: number }).port : null;
  }
}

/** Asks again and again, up to `withinMs`, until the answer is neither null nor false; throws where it never is. */
export async function until<T>(
  condition: () => T | Promise<T>,
  withinMs = 30_000,
  what: () => string = () => condition.toString(),
): Promise<Exclude<T, null | false | undefined>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await condition();
    if (answer !== null && answer !== false && answer !== undefined) {
      return answer as Exclude<T, null | false | undefined>;
    }
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
