/** Every fault the program tells apart; what a person is shown for it comes from the texts, never from `message`. */
export type ErrorCode =
  | 'config_invalid'
  | 'database_unreachable'
  | 'stale_record'
  | 'too_early'
  | 'feishu_bad_credentials'
  | 'feishu_rate_limited'
  /** One chat, person or message gets more than it may; the others do not have to wait. */
  | 'feishu_target_busy'
  | 'feishu_quota_used_up'
  | 'feishu_unavailable'
  | 'feishu_target_gone'
  /** The person left the company, or the app may not reach them any more. */
  | 'feishu_person_left'
  /** The group was dissolved, or the bot was removed from it. */
  | 'feishu_group_lost'
  | 'feishu_message_gone'
  | 'feishu_card_too_old'
  | 'feishu_card_rejected'
  | 'feishu_content_refused'
  /** More bytes than the platform hands out or takes. */
  | 'feishu_too_large'
  | 'feishu_buzz_refused'
  | 'feishu_not_allowed'
  | 'feishu_unknown';

/** An error with a code to act on; `message` is for the log and holds no secret and no customer text. */
export class AppError extends Error {
  /** Milliseconds the platform asked to wait, where it said so. */
  readonly retryAfterMs: number | null;
  /** The platform's scopes that the app lacks, where it said so. */
  readonly scopes: string[];

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: { cause?: unknown; retryAfterMs?: number; scopes?: string[] } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.scopes = options.scopes ?? [];
  }
}

/** The code of an `AppError`, or null for anything else. */
export function codeOf(error: unknown): ErrorCode | null {
  return error instanceof AppError ? error.code : null;
}
