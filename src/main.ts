import { loadConfig } from './config/environment';
import { endWithFault } from './end-with-fault';
import { createLog } from './log';
import { stopOnSignals } from './stop-on-signals';

/** The process that companies run: their app on Feishu, or the sandbox if no app is set. */
async function run(): Promise<void> {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  // Loaded on demand: the sandbox's page answers before its bot has started, which is another process.
  if (config.mode === 'sandbox') {
    const { runSandbox } = await import('./sandbox-mode.js');
    return runSandbox(config, log);
  }
  const { startBot } = await import('./start-bot.js');
  const app = await startBot(config, log);
  stopOnSignals(() => app.stop(), log);
}

run().catch(endWithFault);
