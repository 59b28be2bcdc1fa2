import { MovableClock } from './clock';
import { readConfig } from './config/environment';
import { endWithFault } from './end-with-fault';
import { createLog } from './log';
import { startBot } from './start-bot';
import { stopOnSignals } from './stop-on-signals';

/** Parameters that the sandbox gives its bot beside the environment. */
export interface SandboxStart {
  /** How far the sandbox's clock is ahead of the real one. */
  offsetMs: number;
  /** True if the cards that hang may be of another language or an older program. */
  drawAnew: boolean;
}

/** The bot that the sandbox starts: the same program as in a company, on a clock that the sandbox moves. */
async function run(): Promise<void> {
  // Without its sandbox the bot has nobody to talk to.
  process.on('disconnect', () => process.exit(1));
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const { offsetMs, drawAnew } = JSON.parse(process.argv[2] ?? '{}') as SandboxStart;
  const starting = startBot(config, log, { sandboxClock: new MovableClock(offsetMs), drawAnew });
  stopOnSignals(async () => (await starting).stop(), log, 'echo');
  await starting;
  process.send?.({ ready: true });
}

run().catch(endWithFault);
