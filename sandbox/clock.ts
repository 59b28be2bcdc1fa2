/** The clock of the local Feishu and of its bot, in epoch milliseconds. */
export interface Clock {
  now(): number;
}

/** Real time plus an offset, which grows when a person moves the clock. */
export class MovableClock implements Clock {
  constructor(
    public offsetMs = 0,
    private readonly real: () => number = Date.now,
    private readonly moved: (offsetMs: number) => void = () => {},
  ) {}

  now(): number {
    return this.real() + this.offsetMs;
  }

  advance(ms: number): void {
    this.offsetMs += ms;
    this.moved(this.offsetMs);
  }
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  constructor(private time: number) {}

  now(): number {
    return this.time;
  }

  set(time: number): void {
    this.time = time;
  }

  advance(ms: number): void {
    this.time += ms;
  }
}
