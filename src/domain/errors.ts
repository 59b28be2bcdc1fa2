/** Every fault that the program tells apart. People read the texts' sentence for a code, never an error's `message`. */
export type ErrorCode =
  | 'config_invalid'
  | 'database_unreachable'
  /** A newer version of the program made the database. */
  | 'database_too_new'
  | 'stale_record'
  /** Another process works on the row by now. */
  | 'claim_lost'
  | 'too_early'
  | 'feishu_bad_credentials'
  | 'feishu_rate_limited'
  /** Too many calls for one chat, person or message; calls for others need not wait. */
  | 'feishu_target_busy'
  | 'feishu_quota_used_up'
  | 'feishu_unavailable'
  | 'feishu_target_gone'
  /** Feishu refuses the app as a whole for now: a scope, the list of IP addresses, the app's state in the company. */
  | 'feishu_app_refused'
  /** This group or person cannot be written to now: muted, frozen, outside the app's range; it may pass. */
  | 'feishu_unreachable_now'
  /** The person left the company. */
  | 'feishu_person_left'
  /** The group was dissolved, or the bot was removed from it. */
  | 'feishu_group_lost'
  | 'feishu_message_gone'
  | 'feishu_card_too_old'
  | 'feishu_card_rejected'
  | 'feishu_content_refused'
  /** More bytes than Feishu sends or accepts. */
  | 'feishu_too_large'
  | 'feishu_buzz_refused'
  | 'feishu_not_allowed'
  | 'feishu_unknown';

/** An error with a code to act on. `message` is for the log and holds no secret and no text of a customer. */
export class AppError extends Error {
  /** For how many ms Feishu asked to wait; null if it did not ask. */
  readonly retryAfterMs: number | null;
  /** Feishu's permissions (scopes) that the app lacks; empty if Feishu named none. */
  readonly scopes: string[];
  /** The call that Feishu refused, with its own number for the reason; null if the error is no refusal. */
  readonly refused: { api: string; code: number | null } | null;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: {
      cause?: unknown;
      retryAfterMs?: number;
      scopes?: string[];
      refused?: { api: string; code: number | null };
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.scopes = options.scopes ?? [];
    this.refused = options.refused ?? null;
  }
}

/** The code of an `AppError`; null for any other error. */
export function codeOf(error: unknown): ErrorCode | null {
  return error instanceof AppError ? error.code : null;
}
