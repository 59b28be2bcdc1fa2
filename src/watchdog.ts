import { url as debuggerUrl } from 'node:inspector';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Watched } from './watchdog-thread';

const LIMIT_MS = 20_000;

/**
 * Ends the process with SIGKILL once its main thread has been stuck for `limitMs` milliseconds, in an endless loop for
 * one. What was in hand is due again at the next start. Waits while a debugger is open, and watches the built program
 * only: a thread cannot load TypeScript. Resolves when the watch is kept.
 */
export async function startWatchdog(log: Logger, limitMs = LIMIT_MS): Promise<void> {
  if (!__filename.endsWith('.js')) return;
  const lookEveryMs = limitMs / 20;
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const beat = () => {
    Atomics.store(shared, 1, debuggerUrl() === undefined ? 0 : 1);
    Atomics.add(shared, 0, 1);
  };
  beat();
  setInterval(beat, lookEveryMs).unref();
  const file = path.join(__dirname, 'watchdog-thread.js');
  const workerData: Watched = { shared, limitMs, lookEveryMs };
  const thread = new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: 16 } });
  await new Promise<void>((resolve) => {
    thread.once('message', () => resolve());
    thread.on('error', (error) => {
      log.error({ err: error }, 'nothing watches the main thread any more');
      resolve();
    });
  });
  thread.unref();
}
