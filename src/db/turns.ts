import { AppError } from '../domain/errors';

/** So much work of either kind waits only if the database stands still. Refused events are pushed, and rows tried, again. */
export const MOST_WAITING = 5000;

export interface TurnsOptions {
  /** The pieces of work that run at once. */
  places: number;
  /** The places that are for urgent work only. */
  reserved: number;
  /** While urgent work presses, one piece of other work begins each so many ms. Absent: as many as else. */
  trickleMs?: number;
}

/** How often another transaction begins while urgent ones press: its statements take time of the one thread. */
export const TRICKLE_MS = 20;

/** So much urgent work at once presses, and more of it is on its way for so long. */
const MANY = 4;
const PRESSES_FOR_MS = 100;

/** Gives work its turn: urgent work first, then the rest in its order. */
export class Turns {
  private readonly urgent: (() => Promise<void>)[] = [];
  private readonly background: (() => Promise<void>)[] = [];
  private running = 0;
  private pressedUntil = Number.NEGATIVE_INFINITY;
  private trickledAt = Number.NEGATIVE_INFINITY;
  private later: NodeJS.Timeout | null = null;

  constructor(private readonly options: TurnsOptions) {}

  /** The pieces of work that wait for their turn. */
  get waiting(): { urgent: number; background: number } {
    return { urgent: this.urgent.length, background: this.background.length };
  }

  /**
   * Resolves with the result of `work`; rejects with `database_unreachable` at once if too much of its kind waits.
   * `urgency`: for how many people the work is urgent; 0 for other work.
   */
  take<T>(work: () => Promise<T>, urgency: number): Promise<T> {
    const waiting = urgency > 0 ? this.urgent : this.background;
    if (urgency > 0 && urgency + waiting.length >= MANY) this.pressedUntil = performance.now() + PRESSES_FOR_MS;
    if (waiting.length >= MOST_WAITING) {
      return Promise.reject(new AppError('database_unreachable', `${MOST_WAITING} transactions wait for the database`));
    }
    return new Promise((resolve, reject) => {
      waiting.push(() => this.run(() => work().then(resolve, reject)));
      this.start();
    });
  }

  private start(): void {
    for (let next = this.next(); next; next = this.next()) void next();
  }

  private next(): (() => Promise<void>) | undefined {
    if (this.running >= this.options.places) return undefined;
    return this.urgent.shift() ?? (this.mayGoOn() ? this.background.shift() : undefined);
  }

  private mayGoOn(): boolean {
    const { places, reserved, trickleMs } = this.options;
    if (this.running >= places - reserved || this.background.length === 0) return false;
    const now = performance.now();
    if (trickleMs === undefined || now >= this.pressedUntil) return true;
    const waitMs = this.trickledAt + trickleMs - now;
    if (waitMs > 0) {
      this.later ??= setTimeout(() => {
        this.later = null;
        this.start();
      }, waitMs);
      return false;
    }
    this.trickledAt = now;
    return true;
  }

  private async run(work: () => Promise<void>): Promise<void> {
    this.running += 1;
    await work();
    // An embedded database answers in microtasks: without this pause, no new event would be read meanwhile.
    if (this.urgent.length === 0 && this.background.length > 0) await new Promise((go) => setImmediate(go));
    this.running -= 1;
    this.start();
  }
}
