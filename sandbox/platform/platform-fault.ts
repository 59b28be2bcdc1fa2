/** A refusal as the API words it: HTTP status, `code` and `msg`. */
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

export const badParameter = (what: string) => new PlatformFault(230001, `invalid request parameter, ext=${what}`);
