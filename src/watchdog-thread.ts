import { writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';

/** What the main thread shares with its watchdog. */
export interface Watched {
  /** `[beats, isDebugged]`: the count of heartbeats, and 1 while a debugger may have stopped the main thread. */
  shared: Int32Array;
  /** Missed heartbeats for so many milliseconds end the process. */
  limitMs: number;
  lookEveryMs: number;
}

/**
 * Adds up how long the main thread has been silent, counting only time in which this thread itself ran: a process that
 * was stopped, or a machine that slept, misses heartbeats without being stuck.
 */
export class Silence {
  private lastBeats = 0;
  private silentMs = 0;

  constructor(private readonly lookEveryMs: number) {}

  /** Milliseconds of silence so far, at a look `passedMs` after the one before. */
  after(beats: number, passedMs: number): number {
    if (beats !== this.lastBeats) this.silentMs = 0;
    else this.silentMs += Math.min(passedMs, 2 * this.lookEveryMs);
    this.lastBeats = beats;
    return this.silentMs;
  }
}

/** The main thread cannot write its log any more, so the line is written here, in the log's form. */
function writeFatal(silentMs: number): void {
  const { pid } = process;
  const msg = 'the main thread has been stuck; the process ends, so that its supervisor starts it again';
  const line = { level: 60, time: Date.now(), pid, hostname: hostname(), silentMs: Math.round(silentMs), msg };
  try {
    writeSync(1, `${JSON.stringify(line)}\n`);
  } catch {
    // A log that takes no line must not keep a stuck process alive.
  }
}

function watch({ shared, limitMs, lookEveryMs }: Watched): void {
  const silence = new Silence(lookEveryMs);
  let lookedAt = performance.now();
  setInterval(() => {
    const now = performance.now();
    const silentMs = silence.after(Atomics.load(shared, 0), now - lookedAt);
    lookedAt = now;
    if (silentMs < limitMs || Atomics.load(shared, 1) === 1) return;
    writeFatal(silentMs);
    // Signals that can be handled wait for the main thread, and `process.exit` ends only this one.
    process.kill(process.pid, 'SIGKILL');
  }, lookEveryMs);
  parentPort?.postMessage('watching');
}

if (!isMainThread) watch(workerData as Watched);
