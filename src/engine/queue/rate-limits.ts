import { type Instant, MINUTE, SECOND } from '../../domain/time';

/** The platform's limits for messages: 5/s per chat or person, 50/s and 1000/min per app. */
const PER_TARGET_A_SECOND = 5;
const OVERALL_A_SECOND = 50;
const OVERALL_A_MINUTE = 1000;

/** The calls of the last `windowMs`; once the window is full, a further call waits until the oldest has left it. */
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

const newOverall = () => [new Window(OVERALL_A_SECOND, SECOND), new Window(OVERALL_A_MINUTE, MINUTE)];

/** Keeps calls under Feishu's rate limits, and waits for targets that Feishu paused. */
export class RateLimits {
  private overall = newOverall();
  private readonly targets = new Map<string, Window>();
  private readonly pausedUntil = new Map<string, Instant>();
  private lastAt: Instant = Number.NEGATIVE_INFINITY;

  /** Milliseconds to wait before a call to this target (a chat, a person, a message); 0 also counts the call. */
  take(target: string, now: Instant): number {
    this.look(now);
    const lane = this.targets.get(target) ?? new Window(PER_TARGET_A_SECOND, SECOND);
    this.targets.set(target, lane);
    const paused = Math.max(this.pausedUntil.get(target) ?? 0, this.pausedUntil.get('') ?? 0) - now;
    const waitMs = Math.max(paused, ...[lane, ...this.overall].map((window) => window.waitMs(now)));
    if (waitMs > 0) return waitMs;
    for (const window of [lane, ...this.overall]) window.add(now);
    return 0;
  }

  /** Feishu asked to wait: pauses this target, or every target (`''`). */
  pause(target: string, until: Instant): void {
    this.pausedUntil.set(target, Math.max(until, this.pausedUntil.get(target) ?? 0));
  }

  /** After the clock was set back, calls and pauses of a future that did not come would hold up everything. */
  private look(now: Instant): void {
    if (now < this.lastAt - SECOND) {
      this.overall = newOverall();
      this.targets.clear();
      this.pausedUntil.clear();
    }
    this.lastAt = now;
  }

  /** Forgets targets without recent calls. */
  tidy(now: Instant): void {
    for (const [target, window] of this.targets) if (window.isIdle(now)) this.targets.delete(target);
    for (const [target, until] of this.pausedUntil) if (until <= now) this.pausedUntil.delete(target);
  }
}
