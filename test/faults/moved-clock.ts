import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFastFolder } from '../fast-folder';

/** The wall clock of the local Feishu and of its bots, which a fault moves while monotonic time goes on. */
export class MovedClock {
  private readonly folder = makeFastFolder('feedback-clock-');
  private readonly file = path.join(this.folder, 'offset');
  private offsetMs = 0;

  constructor() {
    this.write();
  }

  readonly now = (): number => Date.now() + this.offsetMs;

  /** Milliseconds by which the clock is ahead of the machine's. */
  get ahead(): number {
    return this.offsetMs;
  }

  /** The variables with which a bot follows this clock. */
  get env(): Record<string, string> {
    return { MOVED_CLOCK: this.file, NODE_OPTIONS: `--require ${path.join(__dirname, 'move-clock.cjs')}` };
  }

  advance(ms: number): void {
    this.offsetMs += ms;
    this.write();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A bot must never read half a number. */
  private write(): void {
    const next = `${this.file}.next`;
    writeFileSync(next, String(this.offsetMs));
    renameSync(next, this.file);
  }
}
