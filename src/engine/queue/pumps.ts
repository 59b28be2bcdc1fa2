import type { Logger } from 'pino';
import { Pump, type Stage } from './pump';

export interface PumpedStage {
  run: Stage;
  /** Milliseconds until something of this stage falls due that does not now; null where nothing waits. */
  nextWaitMs: () => Promise<number | null>;
}

/** A pump for each stage: a slow platform holds up what goes out to it, not what comes in. */
export class Pumps {
  private readonly pumps: Pump[];

  constructor(stages: PumpedStage[], log: Logger) {
    this.pumps = stages.map(({ run, nextWaitMs }) => new Pump([() => this.followed(run)], nextWaitMs, log));
  }

  /** There may be work, for any of them. */
  wake(): void {
    for (const pump of this.pumps) pump.wake();
  }

  /** Waits until nothing is left that could be done now. */
  async idle(): Promise<void> {
    while (this.pumps.some((pump) => pump.isRunning)) await Promise.all(this.pumps.map((pump) => pump.idle()));
  }

  /** No new rounds; waits for those in hand. */
  async stop(): Promise<void> {
    await Promise.all(this.pumps.map((pump) => pump.stop()));
  }

  /** What one stage did may be work for another. */
  private async followed(run: Stage): Promise<boolean> {
    const progress = await run();
    if (progress) this.wake();
    return progress;
  }
}
