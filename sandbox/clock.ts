/** Where the local Feishu, and a bot that plays with it, get the time; epoch milliseconds. */
export interface Clock {
  now(): number;
}

/** Real time plus an offset that only grows when somebody moves it. */
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

/** Stands still until it is told otherwise. */
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
