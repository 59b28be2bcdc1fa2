/** A refusal of the API: HTTP status, `code` and `msg`. */
export class PlatformFault extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly status = 400,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** The refusal 230001 for a wrong parameter. */
export const badParameter = (what: string) => new PlatformFault(230001, `invalid request parameter, ext=${what}`);

/** The gateway's "too many requests": HTTP 429 with a header that tells the seconds to wait. */
export const tooMany = (resetSeconds: number, limit = 50) =>
  new PlatformFault(99991400, 'request trigger frequency limit', 429, {
    'x-ogw-ratelimit-limit': String(limit),
    'x-ogw-ratelimit-reset': String(resetSeconds),
  });
