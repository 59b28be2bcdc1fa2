import { loadConfig } from './config/environment';
import { endWithFault } from './end-with-fault';
import { createLog } from './log';
import { stopOnSignals } from './stop-on-signals';

/** The process that companies run: their app on Feishu, or with no app the sandbox. */
async function run(): Promise<void> {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  // Only what is needed is loaded: the sandbox's page is there before its bot, which is a process of its own.
  if (config.mode === 'sandbox') {
    const { runSandbox } = await import('./sandbox-mode.js');
    return runSandbox(config, log);
  }
  const { startBot } = await import('./start-bot.js');
  const app = await startBot(config, log);
  stopOnSignals(() => app.stop(), log);
}

run().catch(endWithFault);
