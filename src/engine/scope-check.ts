import type { Logger } from 'pino';
import type { MissingScope } from '../domain/contacts';
import { type Clock, DAY, HOUR, type Instant, MINUTE } from '../domain/time';

const IF_COMPLETE_MS = DAY;
/** Somebody may be about to grant what is missing. */
const IF_MISSING_MS = HOUR;
const IF_UNANSWERED_MS = 5 * MINUTE;

export interface ScopeCheckParts {
  /** Asks Feishu which scopes the app lacks; null if there is no platform to ask. */
  ask: (() => Promise<MissingScope[]>) | null;
  clock: Clock;
  log: Logger;
}

/** Knows which scopes the app lacks before Feishu refuses anything: asked at start and daily. */
export class ScopeCheck {
  private found: { missing: MissingScope[]; at: Instant } | null = null;
  private dueAt: Instant = Number.NEGATIVE_INFINITY;
  private lastAt: Instant = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: ScopeCheckParts) {}

  /** What Feishu last said, and when; null if it has not said anything yet. */
  known(): { missing: MissingScope[]; at: Instant } | null {
    return this.found;
  }

  /** Asks if it is time to; throws the `AppError` of the call. */
  async look(): Promise<void> {
    const { ask, clock, log } = this.parts;
    const now = clock.now();
    if (!ask || (now < this.dueAt && now >= this.lastAt)) return;
    this.lastAt = now;
    this.dueAt = now + IF_UNANSWERED_MS;
    const missing = await ask();
    const before = this.found?.missing ?? [];
    this.found = { missing, at: now };
    this.dueAt = now + (missing.length === 0 ? IF_COMPLETE_MS : IF_MISSING_MS);
    if (namesOf(missing) === namesOf(before)) return;
    if (missing.length === 0) log.info('the app has all scopes that it needs');
    else log.warn({ missing }, 'scopes are missing: grant them, and publish a version of the app');
  }
}

const namesOf = (missing: MissingScope[]): string => missing.map(({ scope }) => scope).join(' ');
