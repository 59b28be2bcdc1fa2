import { AppError, codeOf, type ErrorCode } from '../../domain/errors';
import { HOUR, type Instant, MINUTE, SECOND } from '../../domain/time';

/** How often an unexpected answer is met with another try. */
const TRIES_IF_UNKNOWN = 6;

/** Feishu may well do it a little later. */
const PASSING: ReadonlySet<ErrorCode | null> = new Set([
  'feishu_rate_limited',
  'feishu_target_busy',
  'feishu_unavailable',
]);

export function isPassing(error: unknown): boolean {
  return PASSING.has(codeOf(error));
}

/** An answer of Feishu that we do not know, or a fault of our own: it may pass, and may not. */
export function isPuzzling(error: unknown): boolean {
  const code = codeOf(error);
  return code === null || code === 'feishu_unknown';
}

/** A puzzling fault that was met often enough to be taken as final. */
export function isHopeless(error: unknown, attempts: number): boolean {
  return isPuzzling(error) && attempts >= TRIES_IF_UNKNOWN;
}

/** When to try again: when Feishu asks for it, after an hour if the month's quota is used up, else backing off. */
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
