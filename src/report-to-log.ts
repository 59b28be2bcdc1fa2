import type { Logger } from 'pino';

/**
 * Lets everything that Node would print by itself go to the log, as JSON lines without texts of customers: its warnings,
 * and errors that nobody caught. Such an error ends the process with exit code 1; what was in hand is taken up again.
 */
export function reportToLog(log: Logger): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ err: warning }, 'Node warns'));
  const end = (error: unknown) => {
    log.fatal({ err: error }, 'an error that nobody caught; the process ends');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
