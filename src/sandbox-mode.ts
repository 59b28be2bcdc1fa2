import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Logger } from 'pino';
import { BotProcess, type Start } from '../sandbox/bot-process';
import { type SandboxForBot, startSandbox } from '../sandbox/server';
import type { Config } from './config';
import { packageRoot } from './package-root';
import type { SandboxStart } from './sandbox-bot';
import { stopOnSignals } from './stop-on-signals';

/** Beside this file, from the sources as from the build. */
const ENTRY = path.join(__dirname, `sandbox-bot${path.extname(__filename)}`);

/**
 * Runs the local Feishu with its page (design §5) in this process and the bot in one of its own, until a signal ends
 * both; the one place where the program knows the sandbox. Where the bot does not start at all, it says why, and this
 * process ends too.
 */
export async function runSandbox(config: Config, log: Logger): Promise<void> {
  const port = config.port === 0 ? await freePort(0) : config.port;
  const { transport, encryptKey, verificationToken } = config.events;
  const keys = { encryptKey: encryptKey ?? hex(16), verificationToken: verificationToken ?? hex(16) };
  const app = { appId: `cli_${hex(8)}`, appSecret: hex(16) };
  let isStopping = false;
  let bot: BotProcess | null = null;
  const sandbox = await startSandbox({
    ...app,
    ...keys,
    port: await freePort(port + 1),
    botUrl: `http://${localHost(config.host)}:${port}`,
    transport,
    timeZone: config.timeZone,
    process: ({ url, clock, changed }: SandboxForBot) => {
      const env = ({ locale }: Start) => ({
        ...process.env,
        FEISHU_APP_ID: app.appId,
        FEISHU_APP_SECRET: app.appSecret,
        FEISHU_DOMAIN: url,
        FEISHU_TRANSPORT: transport,
        FEISHU_ENCRYPT_KEY: keys.encryptKey,
        FEISHU_VERIFICATION_TOKEN: keys.verificationToken,
        ORG_FILE: config.orgFile ?? path.join(packageRoot(), 'sandbox', 'org.yaml'),
        PORT: String(port),
        BOT_LOCALE: locale,
      });
      const argument = ({ isFirst, isOtherLocale }: Start): SandboxStart => ({
        offsetMs: clock.offsetMs,
        platformIsNew: isFirst,
        drawAnew: isOtherLocale,
      });
      bot = new BotProcess({ entry: ENTRY, locale: config.locale, env, argument, changed });
      return bot;
    },
  });
  stopOnSignals(async () => {
    isStopping = true;
    await bot?.stop();
    await sandbox.stop();
  }, log);
  process.stdout.write(
    `\n沙箱已启动，请在浏览器打开 / The sandbox is ready, open in a browser:\n\n  ${sandbox.url}\n\n`,
  );
  await sandbox.process.start().catch(() => {
    if (!isStopping) process.exit(1);
  });
}

/** Where a bot that listens on `host` is reached from this machine. */
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
