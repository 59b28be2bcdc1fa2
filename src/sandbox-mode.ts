import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { startSandbox } from '../sandbox/server';
import type { Config, FeishuConfig } from './config';

export interface SandboxMode {
  /** The page, for the person who plays. */
  url: string;
  feishu: FeishuConfig;
  /** With a port of its own where any free one was asked for: the local Feishu must know where to push. */
  config: Config;
  /** The sample company's organisation. */
  orgFile: string;
  stop: () => Promise<void>;
}

/** The package's root, from the sources as well as from `dist/src`. */
function packageRoot(): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}

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

/** Starts the local Feishu (design §5) beside the bot; the one place where the program knows the sandbox. */
export async function startSandboxFor(config: Config): Promise<SandboxMode> {
  const port = config.port === 0 ? await freePort(0) : config.port;
  const app = { appId: `cli_${hex(8)}`, appSecret: hex(16) };
  const { transport, encryptKey, verificationToken } = config.events;
  const keys = { encryptKey: encryptKey ?? hex(16), verificationToken: verificationToken ?? hex(16) };
  const sandbox = await startSandbox({
    ...app,
    ...keys,
    port: await freePort(port + 1),
    botUrl: `http://127.0.0.1:${port}`,
    transport,
  });
  return {
    url: sandbox.url,
    feishu: { ...app, ...keys, domain: sandbox.url, transport },
    config: { ...config, port },
    orgFile: path.join(packageRoot(), 'sandbox', 'org.yaml'),
    stop: sandbox.stop,
  };
}
