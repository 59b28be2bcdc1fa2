import type { Clock, Instant } from './domain/time';

export const systemClock: Clock = { now: () => Date.now() };

/** The sandbox's clock: the real one plus an offset that the player chooses. */
export class MovableClock implements Clock {
  constructor(public offsetMs = 0) {}

  now(): Instant {
    return Date.now() + this.offsetMs;
  }

  moveTo(offsetMs: number): void {
    this.offsetMs = offsetMs;
  }
}
