import { mkdirSync, rmSync, statSync } from 'node:fs';

const POLL_MS = 50;
/** A turn held for longer belongs to a test that ended without passing it on. */
const STALE_MS = 120_000;

/** Lets only so many tasks run at once, over all workers of a run: a turn is a folder that only one of them can make. */
export class Turns {
  private readonly mine: string[] = [];

  constructor(
    /** Where the turns' folders stand: `<prefix>0`, `<prefix>1`, … */
    private readonly prefix: () => string,
    private readonly count: number,
  ) {}

  /** Resolves when a turn is free; the caller must `pass` it on. */
  async take(): Promise<void> {
    for (;;) {
      for (let i = 0; i < this.count; i += 1) if (this.isTaken(`${this.prefix()}${i}`)) return;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Gives a turn back. */
  pass(): void {
    const folder = this.mine.pop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  }

  private isTaken(folder: string): boolean {
    try {
      mkdirSync(folder);
      this.mine.push(folder);
      return true;
    } catch {
      if (ageOf(folder) > STALE_MS) rmSync(folder, { recursive: true, force: true });
      return false;
    }
  }
}

function ageOf(folder: string): number {
  try {
    return Date.now() - statSync(folder).mtimeMs;
  } catch {
    return 0;
  }
}
