import { PersonStore } from '../db/person-store';
import type { InTransaction } from '../db/transaction';
import type { Messenger } from '../domain/messaging';
import { type Clock, DAY, HOUR, type Instant, MINUTE } from '../domain/time';
import { heldBackMs } from './queue/retry';
import { within } from './time-limit';

/** Names of people, for the card or message that is being drawn. */
export type NameOf = (personId: string) => string;

/** Looks up the names of all these people. */
export type NamesOf = (personIds: string[]) => Promise<NameOf>;

const KNOWN_FOR_MS = 7 * DAY;
const UNKNOWN_FOR_MS = HOUR;

/** A name is a courtesy: who is not named by then is left unnamed for now, and what is said goes out. */
const PATIENCE_MS = 800;

/** A person whose name could not be had is not asked for again so soon. */
const PAUSE_MS = MINUTE;

/** Names of people, kept in the database, so that cards and toasts can say who did what. */
export class Directory {
  private readonly asking = new Map<string, Promise<string | null | undefined>>();
  private readonly failedAt = new Map<string, Instant>();

  constructor(
    private readonly inTransaction: InTransaction,
    private readonly messenger: Messenger,
    private readonly clock: Clock,
    /** The text for a person whose name the platform does not tell. */
    private readonly someone: string,
  ) {}

  /** The names of these people; asks the platform for unknown ones, and waits for a moment only. */
  async names(openIds: string[]): Promise<NameOf> {
    return (await this.namesWithin(openIds)).nameOf;
  }

  /** The names, however long it takes; null for people whom the platform does not name. */
  async namesOrNull(openIds: string[]): Promise<Map<string, string | null>> {
    const names = await this.remembered(openIds);
    await this.lookUpAll(
      openIds.filter((id) => !names.has(id)),
      names,
    );
    return names;
  }

  /** If `complete` is false, some people are still unnamed. */
  async namesWithin(openIds: string[], patienceMs = PATIENCE_MS): Promise<{ nameOf: NameOf; complete: boolean }> {
    const names = await this.remembered(openIds);
    const missing = openIds.filter((id) => !names.has(id));
    if (missing.length > 0) await within(this.lookUpAll(missing, names), patienceMs);
    const complete = missing.every((id) => names.has(id));
    return { nameOf: (id) => names.get(id) ?? this.someone, complete };
  }

  private async remembered(openIds: string[]): Promise<Map<string, string | null>> {
    const now = this.clock.now();
    const wanted = [...new Set(openIds)];
    const rows = await this.inTransaction((tx) => new PersonStore(tx).known(wanted));
    const fresh = rows.filter(({ name, fetchedAt }) => now - fetchedAt < (name ? KNOWN_FOR_MS : UNKNOWN_FOR_MS));
    return new Map(fresh.map(({ openId, name }) => [openId, name]));
  }

  /** Adds the names that the platform tells; people for whom the call failed stay missing. */
  private async lookUpAll(openIds: string[], names: Map<string, string | null>): Promise<void> {
    await Promise.all(
      openIds.map(async (id) => {
        const name = await this.lookUp(id);
        if (name !== undefined) names.set(id, name);
      }),
    );
  }

  /** Asks the platform once, even if many callers wait for the same name. */
  private lookUp(openId: string): Promise<string | null | undefined> {
    const asked = this.asking.get(openId) ?? this.ask(openId).finally(() => this.asking.delete(openId));
    this.asking.set(openId, asked);
    return asked;
  }

  /** Never throws: a message must go out even if a name cannot be had. */
  private async ask(openId: string): Promise<string | null | undefined> {
    const now = this.clock.now();
    const pause = now - (this.failedAt.get(openId) ?? Number.NEGATIVE_INFINITY);
    if (pause >= 0 && pause < PAUSE_MS) return undefined;
    try {
      const name = await this.messenger.nameOf(openId);
      this.failedAt.delete(openId);
      await this.inTransaction((tx) => new PersonStore(tx).remember(openId, name, this.clock.now()));
      return name;
    } catch (error) {
      if (heldBackMs(error) === null) this.failedAt.set(openId, now);
      return undefined;
    }
  }
}
