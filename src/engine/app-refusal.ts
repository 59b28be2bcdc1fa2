import type { Logger } from 'pino';
import type { AppError } from '../domain/errors';
import type { JsonObject } from '../domain/messaging';
import { type Clock, HOUR, type Instant, MINUTE } from '../domain/time';
import { isAppRefused, stopsAll } from './queue/retry';

/** A scope that only patches or uploads need is reported if it is missing for so long. */
const TOLD_AFTER_MS = 10 * MINUTE;

/** A refusal of the app as a whole: Feishu's code, the call, the scopes that are missing, and since when. */
export interface Refusal {
  code: number | null;
  api: string;
  scopes: string[];
  since: Instant;
}

/** Something that the admins must hear, in the bot's own voice; said once per key. */
export interface AdminNews {
  name: string;
  params: JsonObject;
  key: string;
}

export interface AppRefusalParts {
  clock: Clock;
  log: Logger;
}

/** Puts news for the admins into the outbox; must not throw. */
export type TellNews = (news: AdminNews) => void;

/**
 * Knows whether Feishu refuses the app as a whole, and which scopes it lacks, from the outcome of every call. Logs each
 * once and tells the admins once: of a missing scope at once, of a refusal of everything when it is over.
 */
export class AppRefusal {
  private refusal: Refusal | null = null;
  private readonly missing = new Map<string, Refusal>();
  private tellNews: TellNews | null = null;
  /** News from before anybody could be told, by key. */
  private readonly untold = new Map<string, AdminNews>();

  constructor(private readonly parts: AppRefusalParts) {}

  /** From now on news goes to `tell`. The first calls are made before there is an outbox: their news is told now. */
  reportTo(tell: TellNews): void {
    this.tellNews = tell;
    for (const news of this.untold.values()) tell(news);
    this.untold.clear();
  }

  /** The refusal that holds up all sending and patching now; null if there is none. */
  current(): Refusal | null {
    return this.refusal;
  }

  /** Calls that fail alone because the app lacks a scope, such as the names of people. */
  refusedCalls(): Refusal[] {
    return [...this.missing.values()];
  }

  /** To be called after each call to Feishu; `fault` is null if the call succeeded. */
  heard(api: string, fault: AppError | null): void {
    if (fault === null) this.succeeded(api);
    else if (stopsAll(fault)) this.began(fault);
    else if (fault.scopes.length > 0) this.lacks(api, fault);
  }

  private began(fault: AppError): void {
    if (this.refusal) return;
    this.refusal = this.refusalOf(fault);
    const { api, code, scopes } = this.refusal;
    this.parts.log.warn({ api, code, scopes }, 'Feishu refuses the app: sending waits until it is accepted again');
  }

  private lacks(api: string, fault: AppError): void {
    const known = this.missing.get(api);
    const refusal = known ?? this.refusalOf(fault);
    this.missing.set(api, refusal);
    if (!known) {
      const { scopes, code } = refusal;
      this.parts.log.warn({ api, code, scopes }, 'a scope is missing: what needs it waits, or stays undone');
    }
    // What waits for its scope may be refused together with everything else, for a moment.
    const isOver = this.parts.clock.now() - refusal.since >= TOLD_AFTER_MS && this.refusal === null;
    if (isAppRefused(fault) && !isOver) return;
    this.tellOfScopes(refusal);
  }

  private tellOfScopes({ api, scopes }: Refusal): void {
    const key = `scope:${scopes.join(',')}`.slice(0, 80);
    this.tell({ name: 'scope_missing', params: { api, scopes }, key });
  }

  private succeeded(api: string): void {
    this.missing.delete(api);
    const { refusal } = this;
    if (!refusal || !proves(api, refusal)) return;
    this.refusal = null;
    const { code, scopes, since } = refusal;
    const until = this.parts.clock.now();
    this.parts.log.warn({ code, scopes, ms: until - since }, 'Feishu accepts the app again: sending goes on');
    // All processes of the bot are refused together, and each of them notices.
    const key = `app-refused:${code}:${Math.floor(until / HOUR)}`;
    this.tell({ name: 'app_refused', params: { code, scopes, since, until }, key });
  }

  private tell(news: AdminNews): void {
    if (this.tellNews) this.tellNews(news);
    else this.untold.set(news.key, news);
  }

  private refusalOf({ refused, scopes }: AppError): Refusal {
    return { code: refused?.code ?? null, api: refused?.api ?? '', scopes, since: this.parts.clock.now() };
  }
}

/** Calls that send; reading may be allowed while they are refused. */
const SENDING = new Set(['message.send', 'message.reply', 'message.patch', 'message.forward']);

/** A call that needs another scope proves nothing about the one that is missing. */
function proves(api: string, refusal: Refusal): boolean {
  return api === refusal.api || (refusal.scopes.length === 0 && SENDING.has(api));
}
