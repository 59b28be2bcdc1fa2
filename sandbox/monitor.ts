import type { MonitorView } from './page-contract';
import type { LoggedCall } from './platform';

const SECOND = 1000;
const BUCKETS = 30;
const BUCKET_MS = 10 * SECOND;

/** Figures of the platform's calls in the last minutes of real time. */
export function callFigures(
  log: readonly LoggedCall[],
  realNow: number,
): Omit<MonitorView, 'eventsWaiting' | 'outbox'> {
  const recent: LoggedCall[] = [];
  // The log is long and in order of time, so only its end is read.
  for (let index = log.length - 1; index >= 0; index -= 1) {
    const call = log[index];
    if (!call || call.realAt <= realNow - BUCKETS * BUCKET_MS) break;
    recent.push(call);
  }
  const callsByTenSeconds = new Array<number>(BUCKETS).fill(0);
  for (const { realAt } of recent) {
    const bucket = BUCKETS - 1 - Math.min(BUCKETS - 1, Math.floor(Math.max(0, realNow - realAt) / BUCKET_MS));
    callsByTenSeconds[bucket] = (callsByTenSeconds[bucket] ?? 0) + 1;
  }
  const lastMinute = recent.filter(({ realAt }) => realAt > realNow - 60 * SECOND);
  return {
    callsPerMinute: lastMinute.length,
    callsByTenSeconds,
    failedPerMinute: lastMinute.filter(({ status, code }) => status !== 200 || code !== 0).length,
    retriesPerMinute: lastMinute.filter(({ repeats }) => repeats).length,
  };
}
