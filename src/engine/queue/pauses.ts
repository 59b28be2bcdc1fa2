import { type Instant, SECOND } from '../../domain/time';

/** The key of a pause for all recipients and cards. */
export const EVERYTHING = '';

/** What waits for Feishu, by key: a recipient, a queue, or everything. */
export class Pauses {
  private readonly until = new Map<string, Instant>();
  private lastAt: Instant = Number.NEGATIVE_INFINITY;

  /** Milliseconds until all of these keys may go on; `EVERYTHING` is always one of them. */
  waitMs(keys: string[], now: Instant): number {
    // After the clock was set back, a pause of a future that did not come would hold up everything.
    if (now < this.lastAt - SECOND) this.until.clear();
    this.lastAt = now;
    const ends = [EVERYTHING, ...keys].map((key) => this.until.get(key) ?? now);
    return Math.max(...ends) - now;
  }

  /** Pauses a key; a pause that ends later stays. */
  pause(key: string, until: Instant): void {
    this.until.set(key, Math.max(until, this.until.get(key) ?? 0));
  }

  /** Forgets pauses that are over. */
  tidy(now: Instant): void {
    for (const [key, until] of this.until) if (until <= now) this.until.delete(key);
  }
}
