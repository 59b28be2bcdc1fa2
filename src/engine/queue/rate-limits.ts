import { type Instant, MINUTE, SECOND } from '../../domain/time';

/** The platform's limits for messages (platform rate limits: per chat or person 5/s, per app 50/s and 1000/min). */
const PER_TARGET_A_SECOND = 5;
const OVERALL_A_SECOND = 50;
const OVERALL_A_MINUTE = 1000;

/** When the calls of the last `windowMs` were made; a further one must wait until the oldest has left the window. */
class Window {
  private readonly calls: Instant[] = [];

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  /** Milliseconds until a call may be made. */
  waitMs(now: Instant): number {
    while (this.calls.length > 0 && (this.calls[0] as Instant) <= now - this.windowMs) this.calls.shift();
    if (this.calls.length < this.limit) return 0;
    return (this.calls[0] as Instant) + this.windowMs - now;
  }

  add(now: Instant): void {
    this.calls.push(now);
  }

  isIdle(now: Instant): boolean {
    return (this.calls.at(-1) ?? 0) <= now - this.windowMs;
  }
}

/** Keeps us under the platform's limits, and away from a target that asked us to wait. */
export class Limits {
  private readonly overall = [new Window(OVERALL_A_SECOND, SECOND), new Window(OVERALL_A_MINUTE, MINUTE)];
  private readonly targets = new Map<string, Window>();
  private readonly pausedUntil = new Map<string, Instant>();

  /** 0 where a call to this target (a chat, a person, a message) may be made now, and counts it; else ms to wait. */
  take(target: string, now: Instant): number {
    const lane = this.targets.get(target) ?? new Window(PER_TARGET_A_SECOND, SECOND);
    this.targets.set(target, lane);
    const paused = Math.max(this.pausedUntil.get(target) ?? 0, this.pausedUntil.get('') ?? 0) - now;
    const waitMs = Math.max(paused, ...[lane, ...this.overall].map((window) => window.waitMs(now)));
    if (waitMs > 0) return waitMs;
    for (const window of [lane, ...this.overall]) window.add(now);
    return 0;
  }

  /** The platform asked for patience: this target, or everything (`''`), waits. */
  pause(target: string, until: Instant): void {
    this.pausedUntil.set(target, Math.max(until, this.pausedUntil.get(target) ?? 0));
  }

  /** Forgets targets that nobody has written to lately. */
  tidy(now: Instant): void {
    for (const [target, window] of this.targets) if (window.isIdle(now)) this.targets.delete(target);
    for (const [target, until] of this.pausedUntil) if (until <= now) this.pausedUntil.delete(target);
  }
}

/** Exponential back-off with jitter: 1 s doubling to 10 min, each spread over ±50 %; `random` is in [0, 1). */
export function backOffMs(attempt: number, random: number): number {
  const base = Math.min(SECOND * 2 ** Math.min(attempt - 1, 20), 10 * MINUTE);
  return Math.round(base * (0.5 + random));
}
