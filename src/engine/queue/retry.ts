import { AppError, codeOf, type ErrorCode } from '../../domain/errors';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../domain/time';

/** Answers that nobody understands before a row is given up. */
const TRIES_IF_PUZZLED = 6;
const LONGEST_WAIT_MS = 10 * MINUTE;
/** A group or person that cannot be reached now is tried again for so long. */
const UNREACHABLE_FOR_MS = DAY;

/** Errors that pass: Feishu may well do it a little later. */
const PASSING: ReadonlySet<ErrorCode | null> = new Set([
  'feishu_rate_limited',
  'feishu_target_busy',
  'feishu_unavailable',
  'feishu_app_refused',
  'feishu_bad_credentials',
]);

/** Errors that are final for this recipient or this message. */
const FINAL: ReadonlySet<ErrorCode | null> = new Set([
  'feishu_target_gone',
  'feishu_person_left',
  'feishu_group_lost',
  'feishu_message_gone',
  'feishu_card_too_old',
  'feishu_not_allowed',
  'feishu_content_refused',
  'feishu_too_large',
  'feishu_card_rejected',
]);

export function isPassing(error: unknown): boolean {
  return PASSING.has(codeOf(error));
}

/**
 * The wait in ms of a call that was not made, because its limit is used up; null for any other error. Nothing has
 * failed: the work is put off without counting an attempt.
 */
export function heldBackMs(error: unknown): number | null {
  if (!(error instanceof AppError) || error.refused !== null) return null;
  const isOfLimits = error.code === 'feishu_rate_limited' || error.code === 'feishu_target_busy';
  return isOfLimits ? error.retryAfterMs : null;
}

/** True if Feishu refuses the app as a whole, so that every other call would be refused as well. */
export function isAppRefused(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'feishu_app_refused' || code === 'feishu_bad_credentials';
}

/**
 * True if the refusal stops every message and every card. A missing scope for something beside that, such as uploads
 * or changing cards, holds up only what needs it.
 */
export function stopsAll(error: unknown): boolean {
  if (!isAppRefused(error)) return false;
  const { scopes, refused } = error as AppError;
  const sends = refused === null || refused.api === 'message.send' || refused.api === 'message.reply';
  return scopes.length === 0 || sends;
}

/** What is known of a row, beside its last error. */
export interface Failed {
  /** The number of attempts, the failed one included. */
  attempts: number;
  /** Answers before this one that nobody understood. */
  puzzled: number;
  /** Since when the recipient cannot be reached; null if the last answer was another one. */
  unreachableSince: Instant | null;
  /** Since when Feishu refuses the app as a whole; null if it does not. */
  refusedSince: Instant | null;
}

/** What follows a failure. `all` and `target` pause further calls for everybody, or for the same recipient. */
export type AfterFailure =
  | { what: 'retry'; at: Instant; pause: 'all' | 'target' | null; puzzled: number; unreachableSince: Instant | null }
  | { what: 'final' };

/**
 * Decides what follows a failure. `random` is in [0, 1). A fault of our own database is never final, and no number of
 * faults that pass adds up to one that is.
 */
export function afterFailure(error: unknown, failed: Failed, now: Instant, random: number): AfterFailure {
  const { puzzled, attempts } = failed;
  const retry = (at: Instant, pause: 'all' | 'target' | null = null): AfterFailure => ({
    what: 'retry',
    at,
    pause,
    puzzled,
    unreachableSince: null,
  });
  const code = codeOf(error);
  if (FINAL.has(code)) return { what: 'final' };
  if (isAppRefused(error)) {
    if (!stopsAll(error)) return retry(now + backOffMs(attempts, random));
    return retry(now + halfOf(failed.refusedSince ?? now, now), 'all');
  }
  if (code === 'feishu_unreachable_now') {
    const since = failed.unreachableSince ?? now;
    if (now - since >= UNREACHABLE_FOR_MS) return { what: 'final' };
    return { what: 'retry', at: now + HOUR, pause: 'target', puzzled, unreachableSince: since };
  }
  const at = retryAt(error, attempts, now, random);
  if (code === 'feishu_rate_limited') return retry(at, 'all');
  if (code === 'feishu_target_busy') return retry(at, 'target');
  if (code !== 'feishu_unknown' && !isOurOwnFault(error)) return retry(at);
  if (puzzled + 1 >= TRIES_IF_PUZZLED) return { what: 'final' };
  return { what: 'retry', at, pause: null, puzzled: puzzled + 1, unreachableSince: null };
}

/** Attempts on an event before the sender is asked to repeat it; faults that pass do not count. */
const EVENT_TRIES = 8;
/** An event waits for a platform that is away for so long. */
const EVENT_WAITS_MS = DAY;

/** What follows a failure of the work on an event; `counted`: the attempt counts. */
export type AfterEventFailure = { what: 'retry'; at: Instant; counted: boolean } | { what: 'final' };

/** Decides what follows a failure of the work on an event, which came in at `receivedAt`. */
export function afterEventFailure(
  error: unknown,
  { attempts, receivedAt }: { attempts: number; receivedAt: Instant },
  now: Instant,
  random: number,
): AfterEventFailure {
  const code = codeOf(error);
  if (code === 'too_early') return { what: 'retry', at: retryAt(error, attempts, now, random), counted: true };
  const isAway = isPassing(error) || code === 'feishu_quota_used_up' || code === 'feishu_unreachable_now';
  if (isDatabaseFault(error) || (isAway && now - receivedAt < EVENT_WAITS_MS)) {
    return { what: 'retry', at: now + halfOf(receivedAt, now), counted: false };
  }
  if (isAway || attempts >= EVENT_TRIES) return { what: 'final' };
  return { what: 'retry', at: now + backOffMs(attempts, random), counted: true };
}

/** A fault of this program, such as a card that cannot be drawn; false for a fault of the database. */
function isOurOwnFault(error: unknown): boolean {
  return codeOf(error) === null && !isDatabaseFault(error);
}

/** The names of the database drivers' errors, and of TypeORM's own. */
const DATABASE_ERRORS = new Set(['QueryFailedError', 'SqliteError', 'DriverAlreadyReleasedError']);

/** True for a fault of the database: a lost connection, a lock, a full disk. */
export function isDatabaseFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  const isCoded = typeof code === 'string' && /^(SQLITE_|ER_|PROTOCOL_|ECONN|ETIMEDOUT|EPIPE|POOL_|ENOSPC)/.test(code);
  return isCoded || DATABASE_ERRORS.has(error.name) || codeOf(error) === 'database_unreachable';
}

/** A wait of half of the time that has passed already: 2 s at first, 10 min at most. */
function halfOf(since: Instant, now: Instant): number {
  return Math.round(Math.min(Math.max((now - since) / 2, 2 * SECOND), LONGEST_WAIT_MS));
}

/** The moment of the next try: as Feishu asks, after an hour if the month's quota is used up, else by `backOffMs`. */
export function retryAt(error: unknown, attempts: number, now: Instant, random: number): Instant {
  if (codeOf(error) === 'feishu_quota_used_up') return now + HOUR;
  const asked = error instanceof AppError ? error.retryAfterMs : null;
  return now + (asked ?? backOffMs(attempts, random));
}

/** Exponential back-off with jitter: 1 s doubling to 10 min, each spread over ±50 % up to 10 min; `random` is in [0, 1). */
export function backOffMs(attempt: number, random: number): number {
  const base = SECOND * 2 ** Math.min(attempt - 1, 20);
  return Math.round(Math.min(Math.min(base, LONGEST_WAIT_MS) * (0.5 + random), LONGEST_WAIT_MS));
}
