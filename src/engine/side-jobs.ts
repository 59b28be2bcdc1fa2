import type { Logger } from 'pino';
import { SECOND } from '../domain/time';
import { within } from './time-limit';

/** A job that asks Feishu may be in the middle of a call, which ends by itself. */
const STOPS_WITHIN_MS = 5 * SECOND;

/** Asks for nothing more once its signal is aborted: its time is up, or the program stops. */
export type SideJob = (signal: AbortSignal) => Promise<unknown>;

/** Work that goes on beside the clock, so that a Feishu that hangs delays no tick. */
export class SideJobs {
  private readonly running = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(private readonly log: Logger) {}

  /** Begins the job, unless it still runs; `withinMs` is its time of real milliseconds. Never throws. */
  begin(name: string, withinMs: number, job: SideJob): void {
    if (this.running.has(name) || this.stopping.signal.aborted) return;
    this.running.set(
      name,
      this.run(name, withinMs, job).finally(() => this.running.delete(name)),
    );
  }

  /** Resolves when no job runs. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values());
  }

  /** Begins no more jobs, and waits a moment for those that run. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await within(this.idle(), STOPS_WITHIN_MS);
  }

  private async run(name: string, withinMs: number, job: SideJob): Promise<void> {
    const end = new AbortController();
    const stop = () => end.abort();
    this.stopping.signal.addEventListener('abort', stop);
    const timer = setTimeout(() => {
      this.log.warn({ job: name, withinMs }, 'a job beside the clock takes too long; it asks for nothing more');
      end.abort();
    }, withinMs);
    try {
      await job(end.signal);
    } catch (error) {
      this.log.warn({ err: error, job: name }, 'a job beside the clock failed; it is tried again');
    } finally {
      clearTimeout(timer);
      this.stopping.signal.removeEventListener('abort', stop);
    }
  }
}
