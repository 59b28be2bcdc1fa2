import { type Clock, MINUTE } from '../domain/time';

export interface FetchedToken {
  value: string;
  /** Lifetime from now, in milliseconds. */
  livesMs: number;
}

/** Renewed this long before its end. In its last 30 minutes the platform hands out a new token, and both are valid. */
const MARGIN = 4 * MINUTE;

/** The app's tenant token; many callers at once share one fetch. */
export class TenantToken {
  private current: { value: string; renewAt: number; endsAt: number } | null = null;
  private fetching: Promise<string> | null = null;

  constructor(
    private readonly fetchToken: () => Promise<FetchedToken>,
    private readonly clock: Clock,
  ) {}

  /** A token that is valid for minutes; throws the error of the fetch. */
  async get(): Promise<string> {
    const { current } = this;
    if (current && this.clock.now() < current.renewAt) return current.value;
    this.fetching ??= this.renew().finally(() => {
      this.fetching = null;
    });
    try {
      return await this.fetching;
    } catch (error) {
      if (current && current === this.current && this.clock.now() < current.endsAt) return current.value;
      throw error;
    }
  }

  /** Drops a token that the platform refused, unless a newer one has replaced it already. */
  drop(value: string): void {
    if (this.current?.value === value) this.current = null;
  }

  private async renew(): Promise<string> {
    const { value, livesMs } = await this.fetchToken();
    const now = this.clock.now();
    this.current = { value, renewAt: now + Math.max(livesMs - MARGIN, livesMs / 2), endsAt: now + livesMs };
    return value;
  }
}
