import { AppError } from '../domain/errors';

/** So much work of either kind waits only if the database stands still. Refused events are pushed, and rows tried, again. */
export const MOST_WAITING = 5000;

export interface TurnsOptions {
  /** The pieces of work that run at once. */
  places: number;
  /** The places that are for urgent work only. */
  reserved: number;
  /** The pieces of other work that run beside urgent work: they share one thread with it. Absent: as many as else. */
  beside?: number;
}

/** Gives work its turn: urgent work first, then the rest in its order. */
export class Turns {
  private readonly urgent: (() => Promise<void>)[] = [];
  private readonly background: (() => Promise<void>)[] = [];
  private running = 0;
  private runningUrgent = 0;

  constructor(private readonly options: TurnsOptions) {}

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
      waiting.push(() => this.run(() => work().then(resolve, reject), isUrgent));
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
    const { places, reserved, beside = places } = this.options;
    const background = this.running - this.runningUrgent;
    return this.running < places - reserved && (this.runningUrgent === 0 || background < beside);
  }

  private async run(work: () => Promise<void>, isUrgent: boolean): Promise<void> {
    this.running += 1;
    if (isUrgent) this.runningUrgent += 1;
    await work();
    // An embedded database answers in microtasks: without this pause, no new event would be read meanwhile.
    if (this.urgent.length === 0 && this.background.length > 0) await new Promise((go) => setImmediate(go));
    this.running -= 1;
    if (isUrgent) this.runningUrgent -= 1;
    this.start();
  }
}
