import { AppError, codeOf, type ErrorCode } from '../../domain/errors';
import { HOUR, type Instant } from '../../domain/time';
import { backOffMs } from './rate-limits';

/** An answer that nobody expects is met with this many tries. */
const TRIES_IF_UNKNOWN = 6;

/** The platform may well do it a little later. */
const PASSING: ReadonlySet<ErrorCode | null> = new Set([
  'feishu_rate_limited',
  'feishu_target_busy',
  'feishu_unavailable',
]);

export function isPassing(error: unknown): boolean {
  return PASSING.has(codeOf(error));
}

/** An answer that says nothing to us, or a fault of our own: it may pass, and may not. */
export function isPuzzling(error: unknown): boolean {
  const code = codeOf(error);
  return code === null || code === 'feishu_unknown';
}

/** A puzzling fault that has been met often enough to be taken as final. */
export function isHopeless(error: unknown, attempts: number): boolean {
  return isPuzzling(error) && attempts >= TRIES_IF_UNKNOWN;
}

/** When to try again: as the platform asks, after an hour where the month's quota is used up, else backing off. */
export function retryAt(error: unknown, attempts: number, now: Instant, random: number): Instant {
  if (codeOf(error) === 'feishu_quota_used_up') return now + HOUR;
  const asked = error instanceof AppError ? error.retryAfterMs : null;
  return now + (asked ?? backOffMs(attempts, random));
}
