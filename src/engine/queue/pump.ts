import { AsyncResource } from 'node:async_hooks';
import type { Logger } from 'pino';
import { HOUR, type Instant } from '../../domain/time';

/** A queue of the database with the work on its rows. */
export interface Stage {
  /** Works one round. Returns true if it did anything, so that more may be left. */
  run: () => Promise<boolean>;
  /** Milliseconds until the next row falls due; null if nothing waits. */
  nextWaitMs: () => Promise<number | null>;
  /** Whether work that a round began goes on. */
  isBusy?: () => boolean;
  /** Resolves when the work that rounds began is done. */
  idle?: () => Promise<void>;
  /** Begins nothing more, and waits for what goes on. */
  stop?: () => Promise<void>;
}

/** Runs a stage when it is woken or due, one round at a time, until nothing is left to do. */
export class Pump {
  private running: Promise<void> | null = null;
  private wanted = false;
  private stopped = false;
  private timer: NodeJS.Timeout | null = null;
  /** `wake` may be called inside a transaction: the rounds run outside of it, in the context of the start. */
  private readonly startLoop = AsyncResource.bind(() => this.loop());

  constructor(
    private readonly stage: Stage,
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
    return this.running !== null || (this.stage.isBusy?.() ?? false);
  }

  /** Waits until no work is left that could be done now. */
  async idle(): Promise<void> {
    while (this.isRunning) await Promise.all([this.running, this.stage.idle?.()]);
  }

  /** Starts no new round, and waits for the running one. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.stage.stop?.();
    await this.idle();
  }

  private async loop(): Promise<void> {
    // Leave the caller's transaction first.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.wanted && !this.stopped) {
      this.wanted = false;
      if (await this.runStage()) this.wanted = true;
    }
    if (!this.stopped) await this.plan();
  }

  private async runStage(): Promise<boolean> {
    try {
      return await this.stage.run();
    } catch (error) {
      this.log.error({ err: error }, 'a stage failed; the next round tries again');
      return false;
    }
  }

  private async plan(): Promise<void> {
    const waitMs = await this.stage.nextWaitMs().catch(() => null);
    if (this.timer) clearTimeout(this.timer);
    if (waitMs === null || this.stopped) return;
    // Node fires a timer of many weeks at once.
    this.timer = setTimeout(() => this.wake(), Math.min(Math.max(waitMs, 20), HOUR));
    this.timer.unref();
  }
}

/** A pump for each stage: a slow Feishu holds up what goes out, not what comes in. */
export class Pumps {
  private readonly pumps: Pump[];

  constructor(stages: Stage[], log: Logger) {
    this.pumps = stages.map((stage) => new Pump({ ...stage, run: () => this.followed(stage) }, log));
  }

  /** There may be work for any stage. */
  wake(): void {
    for (const pump of this.pumps) pump.wake();
  }

  /** Waits until no work is left that could be done now. */
  async idle(): Promise<void> {
    while (this.pumps.some((pump) => pump.isRunning)) await Promise.all(this.pumps.map((pump) => pump.idle()));
  }

  /** Starts no new rounds, and waits for the running ones. */
  async stop(): Promise<void> {
    await Promise.all(this.pumps.map((pump) => pump.stop()));
  }

  /** Wakes the other stages if this one did anything, because its work may be work for them. */
  private async followed(stage: Stage): Promise<boolean> {
    const progress = await stage.run();
    if (progress) this.wake();
    return progress;
  }
}

/** Milliseconds from now to the earliest of several moments; null if there is none. */
export function waitUntil(moments: (Instant | null)[], now: Instant): number | null {
  const known = moments.filter((moment): moment is Instant => moment !== null);
  return known.length === 0 ? null : Math.max(0, Math.min(...known) - now);
}
