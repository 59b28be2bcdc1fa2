import { MovableClock } from './clock';
import { readConfig } from './config/environment';
import { endWithFault } from './end-with-fault';
import { createLog } from './log';
import { startBot } from './start-bot';
import { stopOnSignals } from './stop-on-signals';

/** What the sandbox tells its bot beside the environment. */
export interface SandboxStart {
  /** How far the sandbox's clock is ahead of the real one. */
  offsetMs: number;
  /** The cards that hang there may be another language's or program's. */
  drawAnew: boolean;
}

/** The bot that the sandbox starts: the program as companies run it, on a clock that is moved from outside. */
async function run(): Promise<void> {
  // Without its sandbox it has nobody to talk to.
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
