import { AsyncResource } from 'node:async_hooks';
import type { Logger } from 'pino';
import { HOUR, type Instant } from '../../domain/time';

/** True where it did anything, so that there may be more. */
export type Stage = () => Promise<boolean>;

/** Runs the stages (inbox, outbox, cards) whenever there is reason to, one round at a time, until nothing moves. */
export class Pump {
  private running: Promise<void> | null = null;
  private wanted = false;
  private stopped = false;
  private timer: NodeJS.Timeout | null = null;
  /** Whoever wakes the pump may be inside a transaction: the rounds run outside of it, in the context of the start. */
  private readonly startLoop = AsyncResource.bind(() => this.loop());

  constructor(
    private readonly stages: Stage[],
    /** Milliseconds until something falls due that does not now; null where nothing waits. */
    private readonly nextWaitMs: () => Promise<number | null>,
    private readonly log: Logger,
  ) {}

  /** There may be work. Cheap, and safe to call inside a transaction: the work starts after it. */
  wake(): void {
    this.wanted = true;
    if (this.running || this.stopped) return;
    this.running = this.startLoop().finally(() => {
      this.running = null;
      if (this.wanted && !this.stopped) this.wake();
    });
  }

  get isRunning(): boolean {
    return this.running !== null;
  }

  /** Waits until nothing is left that could be done now. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  /** No new round; waits for the one in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.idle();
  }

  private async loop(): Promise<void> {
    // Leaves the caller's transaction first.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.wanted && !this.stopped) {
      this.wanted = false;
      const progress = await Promise.all(this.stages.map((stage) => this.run(stage)));
      if (progress.some(Boolean)) this.wanted = true;
    }
    if (!this.stopped) await this.plan();
  }

  /** Never throws: a round ends when all its stages have, and what one of them did is followed up. */
  private async run(stage: Stage): Promise<boolean> {
    try {
      return await stage();
    } catch (error) {
      this.log.error({ err: error }, 'a stage failed; the next round tries again');
      return false;
    }
  }

  private async plan(): Promise<void> {
    const waitMs = await this.nextWaitMs().catch(() => null);
    if (this.timer) clearTimeout(this.timer);
    if (waitMs === null || this.stopped) return;
    // A timer cannot wait for weeks: it would go off at once.
    this.timer = setTimeout(() => this.wake(), Math.min(Math.max(waitMs, 20), HOUR));
    this.timer.unref();
  }
}

/** The earliest of several moments, as ms from now; null where there is none. */
export function waitUntil(moments: (Instant | null)[], now: Instant): number | null {
  const known = moments.filter((moment): moment is Instant => moment !== null);
  return known.length === 0 ? null : Math.max(0, Math.min(...known) - now);
}
