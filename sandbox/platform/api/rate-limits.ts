import type { Clock } from '../../clock';
import { PlatformFault, tooMany } from './platform-fault';

const SECOND = 1000;
const MINUTE = 60_000;
const PER_TARGET = 5;

/** Rate limits as sliding windows on the platform's clock. */
export class RateLimits {
  private readonly taken = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  /** Counts a call to one chat, person or message: at most 5 per second, else throws 230020. */
  takeTarget(target: string): void {
    if (this.take(target, PER_TARGET, SECOND) !== null) {
      throw new PlatformFault(230020, 'This operation triggers the frequency limit, ext=chat rate limit');
    }
  }

  /**
   * Counts a call of one API: at most 50 per second and 1000 per minute, or the API's own rate. Throws 99991400 with
   * HTTP 429.
   */
  takeApi(api: string, perSecond = 50): void {
    const waits = [this.take(`${api} s`, perSecond, SECOND), this.take(`${api} m`, perSecond * 20, MINUTE)];
    const waitMs = Math.max(...waits.map((wait) => wait ?? 0));
    if (waits.every((wait) => wait === null)) return;
    throw tooMany(Math.max(1, Math.ceil(waitMs / SECOND)), waits[0] === null ? perSecond * 20 : perSecond);
  }

  /** Null if the window has room, else the milliseconds until it has. */
  private take(key: string, max: number, windowMs: number): number | null {
    const now = this.clock.now();
    const recent = (this.taken.get(key) ?? []).filter((at) => at > now - windowMs);
    this.taken.set(key, recent);
    const oldest = recent[0];
    if (recent.length >= max && oldest !== undefined) return oldest + windowMs - now;
    recent.push(now);
    return null;
  }
}
