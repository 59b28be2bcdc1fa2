import { SECOND } from './domain/time';

/** Clocks that are kept right by small corrections differ by less. */
const STEP_MS = 10 * SECOND;

export interface Clocks {
  /** The wall clock, in epoch milliseconds. */
  wall: () => number;
  /** Milliseconds since some moment; never set, never back. */
  monotonic: () => number;
}

const SYSTEM: Clocks = { wall: () => Date.now(), monotonic: () => performance.now() };

/** Notices when somebody sets the wall clock, or when the machine was asleep: the two clocks then disagree. */
export class ClockSteps {
  private ahead: number;

  constructor(private readonly clocks: Clocks = SYSTEM) {
    this.ahead = this.lead();
  }

  /** By how many ms the wall clock was put on (positive) or back since the last look; 0 for a small correction. */
  look(): number {
    const step = this.lead() - this.ahead;
    if (Math.abs(step) < STEP_MS) return 0;
    this.ahead += step;
    return Math.round(step);
  }

  private lead(): number {
    return this.clocks.wall() - this.clocks.monotonic();
  }
}
