import { PersonStore } from '../db/person-store';
import type { InTransaction } from '../db/transaction';
import type { Messenger } from '../domain/messaging';
import { type Clock, DAY, HOUR } from '../domain/time';
import { within } from './time-limit';

/** Names of people as text, for what is being drawn. */
export type NameOf = (personId: string) => string;

/** Looks up the names of all these people. */
export type NamesOf = (personIds: string[]) => Promise<NameOf>;

const KNOWN_FOR_MS = 7 * DAY;
const UNKNOWN_FOR_MS = HOUR;

/** A tap must be answered within 3 s: whoever is not known by then goes unnamed this once. */
const TAP_PATIENCE_MS = 800;

/** Names of people, remembered in the database so that a card or a toast can say who did what. */
export class Directory {
  private readonly asking = new Map<string, Promise<string | null | undefined>>();

  constructor(
    private readonly inTransaction: InTransaction,
    private readonly messenger: Messenger,
    private readonly clock: Clock,
    /** What a person is called whose name the platform will not tell. */
    private readonly someone: string,
  ) {}

  /** Names for all these people, asked of the platform where they are not known. */
  async names(openIds: string[]): Promise<NameOf> {
    const names = await this.namesOrNull(openIds);
    return (id) => names.get(id) ?? this.someone;
  }

  /** Likewise, with null for whomever the platform does not name. */
  async namesOrNull(openIds: string[]): Promise<Map<string, string | null>> {
    const names = await this.remembered(openIds);
    await this.lookUpAll(
      openIds.filter((id) => !names.has(id)),
      names,
    );
    return names;
  }

  /** Names for an answer that cannot wait: who is not known soon goes unnamed, and `complete` is false. */
  async namesWithin(openIds: string[], patienceMs = TAP_PATIENCE_MS): Promise<{ nameOf: NameOf; complete: boolean }> {
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

  /** Adds what the platform says; whom it could not be asked about stays missing. */
  private async lookUpAll(openIds: string[], names: Map<string, string | null>): Promise<void> {
    await Promise.all(
      openIds.map(async (id) => {
        const name = await this.lookUp(id);
        if (name !== undefined) names.set(id, name);
      }),
    );
  }

  /** Asked of the platform once, however many wait for it. */
  private lookUp(openId: string): Promise<string | null | undefined> {
    const asked = this.asking.get(openId) ?? this.ask(openId).finally(() => this.asking.delete(openId));
    this.asking.set(openId, asked);
    return asked;
  }

  /** Never throws: a name is a courtesy, and whatever waits for it must go out. */
  private async ask(openId: string): Promise<string | null | undefined> {
    try {
      const name = await this.messenger.nameOf(openId);
      await this.inTransaction((tx) => new PersonStore(tx).remember(openId, name, this.clock.now()));
      return name;
    } catch {
      return undefined;
    }
  }
}
