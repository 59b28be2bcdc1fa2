import { AppError } from '../domain/errors';
import { type Clock, type Instant, MINUTE, SECOND } from '../domain/time';
import type { Api } from './platform-errors';

/** Calls of one API that Feishu takes of an app in one company. */
interface Limit {
  perSecond: number;
  perMinute: number;
  /** What has a limit of its own, in calls a second: a chat or person to send to, or a card to change. */
  target?: { name: string; perSecond: number };
  /** How long a call waits for its turn; a call whose turn comes later is refused at once. */
  waitsMs: number;
}

/** The tiers of https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control, and that page's number. */
const TIER_1 = { perSecond: 10, perMinute: 10 };
const TIER_3 = { perSecond: 100, perMinute: 100 };
const TIER_4 = { perSecond: 50, perMinute: 1000 };

/** A row of a queue goes back to its table, which costs no more than to wait here. */
const NOT_AT_ALL = { waitsMs: 0 };
/** Names for a card that is being drawn, or for a tap: whoever asks is less patient still. */
const A_MOMENT = { waitsMs: 1.5 * SECOND };
/** Lists are read page by page, beside everything else. */
const WHILE_READING = { waitsMs: MINUTE };

/** 230020: 5 a second for a person, and for a group, by all ways of sending (page of each of the three calls). */
const TO_RECIPIENT = { target: { name: 'recipient', perSecond: 5 } };
/** 230020: a message is changed 5 times a second (im/v1/messages/:message_id, PATCH). */
const OF_MESSAGE = { target: { name: 'message', perSecond: 5 } };

/**
 * How often each API may be called: one row an API, from the line 接口频率限制 of the API's page. A new API does not
 * compile without one.
 */
export const CALL_LIMITS: Record<Api, Limit> = {
  // These two pages name no number or "special": the tier is far above what the bot needs.
  token: { ...TIER_3, ...A_MOMENT },
  scopes: { ...TIER_1, ...NOT_AT_ALL },
  'bot.info': { ...TIER_4, ...A_MOMENT },
  'message.send': { ...TIER_4, ...TO_RECIPIENT, ...NOT_AT_ALL },
  'message.reply': { ...TIER_4, ...TO_RECIPIENT, ...NOT_AT_ALL },
  'message.forward': { ...TIER_4, ...TO_RECIPIENT, ...NOT_AT_ALL },
  'message.patch': { ...TIER_4, ...OF_MESSAGE, ...NOT_AT_ALL },
  'message.buzz': { ...TIER_4, ...NOT_AT_ALL },
  'message.react': { ...TIER_4, ...NOT_AT_ALL },
  'message.get': { ...TIER_4, ...NOT_AT_ALL },
  'message.list': { ...TIER_4, ...WHILE_READING },
  'resource.get': { ...TIER_4, ...NOT_AT_ALL },
  'image.upload': { ...TIER_4, ...NOT_AT_ALL },
  'file.upload': { ...TIER_4, ...NOT_AT_ALL },
  'user.get': { ...TIER_4, ...A_MOMENT },
  'chat.get': { ...TIER_4, ...A_MOMENT },
  'chat.list': { ...TIER_4, ...WHILE_READING },
  'chat.members': { ...TIER_4, ...WHILE_READING },
  'department.get': { ...TIER_4, ...WHILE_READING },
  'department.list': { ...TIER_4, ...WHILE_READING },
};

/**
 * Feishu counts when a call arrives, we when it leaves: calls that left a second apart may arrive within one. So a window
 * is held to be longer by as much as a call's way may vary.
 */
const WAY_VARIES_MS = 250;

/** More calls do not wait at once: whoever asks has a limit, and many people ask. */
export const MOST_WAITING = 500;

/** So many chats, people and messages are kept before the idle ones are forgotten. */
const MOST_WINDOWS = 1000;

/** The calls of the last `windowMs`; once the window is full, a further call waits until the oldest has left it. */
class Window {
  private readonly calls: Instant[] = [];
  private readonly windowMs: number;

  constructor(
    private readonly limit: number,
    windowMs: number,
  ) {
    this.windowMs = windowMs + WAY_VARIES_MS;
  }

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

export interface CallLimitsParts {
  clock: Clock;
  /** Resolves after so many milliseconds. */
  sleep: (ms: number) => Promise<void>;
  /** Called for each call that has to wait, or is refused. */
  onHeld: (api: Api) => void;
}

/** Every call to Feishu passes here: none is made that would be over a documented limit, as far as this process knows. */
export class CallLimits {
  private windows = new Map<string, Window>();
  private closedUntil = new Map<Api, Instant>();
  private lastAt: Instant = Number.NEGATIVE_INFINITY;
  private waitingNow = 0;

  constructor(private readonly parts: CallLimitsParts) {}

  /** The number of calls that wait for their turn. */
  get waiting(): number {
    return this.waitingNow;
  }

  /**
   * Resolves when the call may be made. Throws what Feishu would answer, `feishu_rate_limited` or, for one target alone,
   * `feishu_target_busy`, with the wait but without `refused`, if the call's turn comes too late.
   */
  async admit(api: Api, target = ''): Promise<void> {
    let waitMs = this.take(api, target);
    if (waitMs === 0) return;
    this.parts.onHeld(api);
    let patienceMs = CALL_LIMITS[api].waitsMs;
    while (waitMs > 0) {
      const isInVain = waitMs > patienceMs || this.closedUntil.has(api);
      if (isInVain || this.waitingNow >= MOST_WAITING) throw this.tooMany(api, target, waitMs);
      patienceMs -= waitMs;
      await this.waits(waitMs);
      waitMs = this.take(api, target);
    }
  }

  /** Feishu says that there were too many calls of this API: other processes of the app make them, too. */
  close(api: Api, forMs: number): void {
    this.closedUntil.set(api, this.parts.clock.now() + forMs);
  }

  private async waits(ms: number): Promise<void> {
    this.waitingNow += 1;
    try {
      await this.parts.sleep(ms);
    } finally {
      this.waitingNow -= 1;
    }
  }

  /** Milliseconds to wait; 0 also counts the call. */
  private take(api: Api, target: string): number {
    const now = this.parts.clock.now();
    this.look(now);
    const windows = [...this.windowsOf(api), ...this.windowsOfTarget(api, target)];
    const waitMs = Math.max((this.closedUntil.get(api) ?? now) - now, ...windows.map((window) => window.waitMs(now)));
    if (waitMs > 0) return waitMs;
    for (const window of windows) window.add(now);
    return 0;
  }

  private windowsOf(api: Api): Window[] {
    const { perSecond, perMinute } = CALL_LIMITS[api];
    return [this.window(`${api} s`, perSecond, SECOND), this.window(`${api} m`, perMinute, MINUTE)];
  }

  private windowsOfTarget(api: Api, id: string): Window[] {
    const { target } = CALL_LIMITS[api];
    return target && id !== '' ? [this.window(`${target.name} ${id}`, target.perSecond, SECOND)] : [];
  }

  private window(key: string, limit: number, windowMs: number): Window {
    const window = this.windows.get(key) ?? new Window(limit, windowMs);
    this.windows.set(key, window);
    return window;
  }

  private tooMany(api: Api, target: string, waitMs: number): AppError {
    const now = this.parts.clock.now();
    const isOfTarget = this.windowsOf(api).every((window) => window.waitMs(now) === 0) && !this.closedUntil.has(api);
    const code = isOfTarget && target !== '' ? 'feishu_target_busy' : 'feishu_rate_limited';
    return new AppError(code, `Feishu ${api}: not asked, its limit is used up`, { retryAfterMs: waitMs });
  }

  private look(now: Instant): void {
    // After the clock was set back, calls of a future that did not come would hold up everything.
    if (now < this.lastAt - SECOND) {
      this.windows.clear();
      this.closedUntil.clear();
    }
    this.lastAt = now;
    for (const [api, until] of this.closedUntil) if (until <= now) this.closedUntil.delete(api);
    if (this.windows.size <= MOST_WINDOWS) return;
    for (const [key, window] of this.windows) if (window.isIdle(now)) this.windows.delete(key);
  }
}
