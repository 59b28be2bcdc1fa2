import type { Clock } from '../../clock';
import { freshId } from '../ids';
import { PlatformFault } from './platform-fault';

const LIFE_MS = 2 * 3_600_000;
const RENEWABLE_MS = 30 * 60_000;

/** Tenant access tokens. A token lives two hours and is issued again while at least half an hour is left. */
export class Tokens {
  private readonly expiries = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** The current token; `expire` in seconds. */
  issue(): { tenant_access_token: string; expire: number } {
    const now = this.clock.now();
    const usable = [...this.expiries].find(([, expiry]) => expiry - now >= RENEWABLE_MS);
    const [token, expiry] = usable ?? [freshId('t-'), now + LIFE_MS];
    this.expiries.set(token, expiry);
    return { tenant_access_token: token, expire: Math.floor((expiry - now) / 1000) };
  }

  /** Checks the Authorization header; throws 99991661, 99991671 or 99991663. */
  check(authorization: string | undefined): void {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    if (!token) throw new PlatformFault(99991661, 'Missing access token for authorization');
    if (!/^[tu]-/.test(token)) throw new PlatformFault(99991671, 'Invalid access token: must start with t- or u-');
    if ((this.expiries.get(token) ?? 0) <= this.clock.now()) {
      throw new PlatformFault(99991663, 'Invalid access token for authorization');
    }
  }

  /** Revokes every token issued so far. */
  revokeAll(): void {
    this.expiries.clear();
  }
}
