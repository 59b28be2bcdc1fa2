import type { Logger } from 'pino';
import type { Contacts } from '../../domain/contacts';
import type { GroupMembers as Known } from '../../domain/org/membership';
import { type Clock, HOUR, type Instant, MINUTE, SECOND } from '../../domain/time';
import { heldBackMs } from '../queue/retry';
import { within } from '../time-limit';

/** A tap must be answered within 3 s; whoever is not known to be a stranger by then counts as a member. */
const PATIENCE_MS = 800;

const KNOWN_FOR_MS = HOUR;
/** Somebody who is not on the list may have joined since, so the group is asked again; but not at each of their taps. */
const STRANGER_FOR_MS = 10 * SECOND;
const FAILED_FOR_MS = 5 * MINUTE;

/** A longer list may have been cut off, so it does not tell who is no member. */
const COMPLETE_BELOW = 4000;

export interface GroupMembersParts {
  /** Null if there is no platform to ask. */
  contacts: Pick<Contacts, 'members'> | null;
  clock: Clock;
  log: Logger;
}

interface Reading {
  readAt: Instant;
  /** People who were not on the list, and when that was last asked for their sake. */
  strangers: Map<string, Instant>;
}

/** Who is in which group, as Feishu last told it; kept in memory, because every process may ask again. */
export class GroupMembers {
  private readonly members = new Map<string, ReadonlySet<string>>();
  private readonly readings = new Map<string, Reading>();
  private readonly failedAt = new Map<string, Instant>();
  private readonly asking = new Map<string, Promise<void>>();

  constructor(private readonly parts: GroupMembersParts) {}

  /** The members of the groups that were asked so far. */
  known(): Known {
    return this.members;
  }

  /** False only if Feishu says that the person is not in the group; true if it says nothing in time. */
  async mayBeIn(chatId: string, personId: string): Promise<boolean> {
    if (!this.parts.contacts) return true;
    if (this.isOn(chatId, personId) && this.isFresh(chatId)) return true;
    const now = this.parts.clock.now();
    const strangerSince = this.readings.get(chatId)?.strangers.get(personId) ?? Number.NEGATIVE_INFINITY;
    if (now - strangerSince >= STRANGER_FOR_MS) await within(this.learn(chatId), PATIENCE_MS);
    if (this.isOn(chatId, personId)) return true;
    const reading = this.readings.get(chatId);
    const isComplete = (this.members.get(chatId)?.size ?? 0) < COMPLETE_BELOW;
    if (reading && isComplete && this.isFresh(chatId)) {
      reading.strangers.set(personId, now);
      return false;
    }
    this.parts.log.warn({ chatId, personId }, 'not known whether a person is in the group; let in');
    return true;
  }

  /** Asks for the members of these groups ahead of their taps. Never throws. */
  async learnAll(chatIds: string[]): Promise<void> {
    await Promise.all(chatIds.filter((chatId) => !this.isFresh(chatId)).map((chatId) => this.learn(chatId)));
  }

  private isOn(chatId: string, personId: string): boolean {
    return this.members.get(chatId)?.has(personId) ?? false;
  }

  private isFresh(chatId: string): boolean {
    const age = this.parts.clock.now() - (this.readings.get(chatId)?.readAt ?? Number.NEGATIVE_INFINITY);
    return age >= 0 && age < KNOWN_FOR_MS;
  }

  /** One call at a time for a group; none for a while after a failed one. */
  private learn(chatId: string): Promise<void> {
    const now = this.parts.clock.now();
    if (now - (this.failedAt.get(chatId) ?? Number.NEGATIVE_INFINITY) < FAILED_FOR_MS) return Promise.resolve();
    const asked = this.asking.get(chatId) ?? this.ask(chatId).finally(() => this.asking.delete(chatId));
    this.asking.set(chatId, asked);
    return asked;
  }

  private async ask(chatId: string): Promise<void> {
    const { contacts, clock, log } = this.parts;
    try {
      const members = await contacts?.members(chatId);
      const ids = new Set(members?.map(({ id }) => id));
      this.members.set(chatId, ids);
      this.readings.set(chatId, { readAt: clock.now(), strangers: new Map() });
      this.failedAt.delete(chatId);
    } catch (error) {
      if (heldBackMs(error) === null) this.failedAt.set(chatId, clock.now());
      log.warn({ err: error, chatId }, 'the members of a group could not be read');
    }
  }
}
