import type { Logger } from 'pino';

const DRAIN_MS = 10_000;

/**
 * On SIGTERM or SIGINT, takes no new work and finishes the work in hand (design §3.1). A second signal ends the process
 * at once, unless it only echoes the first: a terminal signals both the sandbox and its bot.
 */
export function stopOnSignals(stop: () => Promise<void>, log: Logger, second: 'abort' | 'echo' = 'abort'): void {
  let isStopping = false;
  const stopOnce = async () => {
    if (isStopping && second === 'echo') return;
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
    await stop();
    log.info('stopped');
    process.exit(0);
  };
  const onSignal = () => {
    stopOnce().catch((error) => {
      log.error({ err: error }, 'could not stop cleanly');
      process.exit(1);
    });
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
