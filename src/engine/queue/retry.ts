import { AppError, codeOf, type ErrorCode } from '../../domain/errors';
import { HOUR, type Instant, MINUTE, SECOND } from '../../domain/time';

/** Attempts after an unknown answer of Feishu before a row is given up. */
const TRIES_IF_UNKNOWN = 6;

/** Errors that pass: Feishu may well do it a little later. */
const PASSING: ReadonlySet<ErrorCode | null> = new Set([
  'feishu_rate_limited',
  'feishu_target_busy',
  'feishu_unavailable',
]);

export function isPassing(error: unknown): boolean {
  return PASSING.has(codeOf(error));
}

/** An answer of Feishu that we do not know, or a fault of our own: it may or may not pass. */
export function isPuzzling(error: unknown): boolean {
  const code = codeOf(error);
  return code === null || code === 'feishu_unknown';
}

/** True if a puzzling fault came so often that it counts as final. */
export function isHopeless(error: unknown, attempts: number): boolean {
  return isPuzzling(error) && attempts >= TRIES_IF_UNKNOWN;
}

/** The moment of the next try: as Feishu asks, after an hour if the month's quota is used up, else by `backOffMs`. */
export function retryAt(error: unknown, attempts: number, now: Instant, random: number): Instant {
  if (codeOf(error) === 'feishu_quota_used_up') return now + HOUR;
  const asked = error instanceof AppError ? error.retryAfterMs : null;
  return now + (asked ?? backOffMs(attempts, random));
}

/** Exponential back-off with jitter: 1 s doubling to 10 min, each spread over ±50 %; `random` is in [0, 1). */
export function backOffMs(attempt: number, random: number): number {
  const base = Math.min(SECOND * 2 ** Math.min(attempt - 1, 20), 10 * MINUTE);
  return Math.round(base * (0.5 + random));
}
