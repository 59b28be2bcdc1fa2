import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { type App, createApp } from './app';
import { MovableClock } from './clock';
import { type Config, readConfig } from './config';
import { AppError } from './domain/errors';
import type { Org } from './domain/org';
import { createLog } from './log';
import { DEFAULT_ORG, parseOrgFile } from './org-file';
import { startSandboxFor } from './sandbox-mode';

const DRAIN_MS = 10_000;

function readOrg(file: string | null): Org {
  if (file === null) return DEFAULT_ORG;
  try {
    return parseOrgFile(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const faults = error.message.split('\n').map((fault) => `${file}: ${fault}`);
    throw new AppError(error.code, faults.join('\n'), { cause: error });
  }
}

/** The process that companies run: their app on Feishu, or with no app the sandbox. */
async function run(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const { app, close } = config.mode === 'sandbox' ? await inSandbox(config, log) : await onFeishu(config, log);
  const port = await app.start();
  log.info({ port, mode: config.mode }, 'started');
  stopOnSignal(app, close, log);
}

interface Running {
  app: App;
  close: () => Promise<void>;
}

async function onFeishu(config: Config, log: Logger): Promise<Running> {
  if (!config.feishu) throw new AppError('config_invalid', 'FEISHU_APP_ID and FEISHU_APP_SECRET must be set');
  const app = await createApp({ config, feishu: config.feishu, org: readOrg(config.orgFile), log });
  return { app, close: async () => {} };
}

async function inSandbox(config: Config, log: Logger): Promise<Running> {
  const clock = new MovableClock();
  const sandbox = await startSandboxFor(config);
  const org = readOrg(config.orgFile ?? sandbox.orgFile);
  const overrides = { sandboxClock: clock, platformIsNew: true };
  const app = await createApp({ config: sandbox.config, feishu: sandbox.feishu, org, log, overrides });
  process.stdout.write(
    `\n沙箱已启动，请在浏览器打开 / The sandbox is ready, open in a browser:\n\n  ${sandbox.url}\n\n`,
  );
  return { app, close: sandbox.stop };
}

/** SIGTERM and SIGINT: no new work, what is in hand is finished (design §3.1). A second signal does not wait. */
function stopOnSignal(app: App, close: () => Promise<void>, log: Logger): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
    await app.stop();
    await close();
    log.info('stopped');
    process.exit(0);
  };
  const onSignal = () => {
    stop().catch((error) => {
      log.error({ err: error }, 'could not stop cleanly');
      process.exit(1);
    });
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** An AppError is written for whoever starts the program, and so is a port that is taken; the rest needs its stack. */
function lineFor(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const { code, port, stack } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE' || code === 'EACCES') return `PORT ${port} cannot be used (${code})`;
  return stack ?? String(error);
}

run().catch((error: unknown) => {
  process.stderr.write(`${lineFor(error)}\n`);
  process.exit(1);
});
