import { AppError } from '../domain/errors';

/** So much work of either kind waits only if the database stands still. Refused events are pushed, and rows tried, again. */
export const MOST_WAITING = 5000;

/**
 * Gives work its turn: urgent work first, then the rest in its order, at most `places` pieces at once. `reserved` of
 * the places are for urgent work only.
 */
export class Turns {
  private readonly urgent: (() => Promise<void>)[] = [];
  private readonly background: (() => Promise<void>)[] = [];
  private running = 0;

  constructor(private readonly options: { places: number; reserved: number }) {}

  /** The pieces of work that wait for their turn. */
  get waiting(): { urgent: number; background: number } {
    return { urgent: this.urgent.length, background: this.background.length };
  }

  /** Resolves with the result of `work`; rejects with `database_unreachable` at once if too much of its kind waits. */
  take<T>(work: () => Promise<T>, isUrgent: boolean): Promise<T> {
    const waiting = isUrgent ? this.urgent : this.background;
    if (waiting.length >= MOST_WAITING) {
      return Promise.reject(new AppError('database_unreachable', `${MOST_WAITING} transactions wait for the database`));
    }
    return new Promise((resolve, reject) => {
      waiting.push(() => work().then(resolve, reject));
      this.start();
    });
  }

  private start(): void {
    for (let next = this.next(); next; next = this.next()) void this.run(next);
  }

  private next(): (() => Promise<void>) | undefined {
    const { places, reserved } = this.options;
    if (this.running >= places) return undefined;
    return this.urgent.shift() ?? (this.running < places - reserved ? this.background.shift() : undefined);
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
