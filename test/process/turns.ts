/** Lets only so many tasks run at once; the others wait in order. */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** Resolves when a turn is free; the caller must `pass` it on. */
  async take(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Gives a turn to the next in line. */
  pass(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
