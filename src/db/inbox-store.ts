import { In, IsNull, LessThan } from 'typeorm';
import type { JsonObject } from '../domain/messaging';
import type { Instant } from '../domain/time';
import { claimDue, extendLease, nextDueAt } from './due';
import { InboxRow } from './rows';
import { isDuplicateKey, type Tx } from './transaction';

export interface ReceivedEvent {
  eventId: string;
  messageId: string | null;
  eventType: string;
  envelope: JsonObject;
}

const columnsOf = (event: ReceivedEvent, now: Instant, state: 'waiting' | 'done') => ({
  ...event,
  receivedAt: now,
  dueAt: state === 'waiting' ? now : null,
  attempts: 0,
  state,
  workflow: null,
  recordId: null,
});

export class InboxStore {
  constructor(private readonly tx: Tx) {}

  /** Commits an event once; false where its event id or its message id is known. `done`: nothing is left to work off. */
  async add(event: ReceivedEvent, now: Instant, state: 'waiting' | 'done' = 'waiting'): Promise<boolean> {
    try {
      await this.tx.insert(InboxRow, columnsOf(event, now, state) as never);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Adds several in one statement, or one by one where some of them are known; tells of each whether it was new. */
  async addAll(events: ReceivedEvent[], now: Instant): Promise<boolean[]> {
    try {
      await this.tx.insert(InboxRow, events.map((event) => columnsOf(event, now, 'waiting')) as never);
      return events.map(() => true);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const isNew: boolean[] = [];
    for (const event of events) isNew.push(await this.add(event, now));
    return isNew;
  }

  /**
   * True for the one transaction that works the event off; another process that took it too, because this one hung for
   * longer than its lease, waits for the commit and hears false.
   */
  async take(id: number): Promise<boolean> {
    const done = { state: 'done', dueAt: null };
    const { affected } = await this.tx.update(InboxRow, { id, state: 'waiting' }, done);
    return affected === 1;
  }

  /** Done with, and what it became part of, so that a recall finds it. */
  async finish(
    id: number,
    state: 'done' | 'failed',
    became: { workflow: string; recordId: number } | null,
  ): Promise<void> {
    await this.tx.update(InboxRow, { id }, { state, dueAt: null, ...became });
  }

  byMessage(messageId: string): Promise<InboxRow | null> {
    return this.tx.findOneBy(InboxRow, { messageId });
  }

  async postpone(id: number, dueAt: Instant): Promise<void> {
    await this.tx.update(InboxRow, { id, state: 'waiting' }, { dueAt });
  }

  claim(now: Instant, limit: number, leaseMs: number): Promise<InboxRow[]> {
    return claimDue(this.tx, InboxRow, now, { limit, leaseMs });
  }

  extendLease(ids: number[], from: Instant, to: Instant): Promise<void> {
    return extendLease(this.tx, InboxRow, ids, { from, to });
  }

  nextDueAt(): Promise<Instant | null> {
    return nextDueAt(this.tx, InboxRow);
  }

  /** Forgets what was worked off and no redelivery can repeat any more; what failed stays to be looked at. */
  async forgetBefore(at: Instant): Promise<void> {
    await this.tx.delete(InboxRow, { receivedAt: LessThan(at), state: In(['done', 'recalled']) });
  }

  /** A message that became part of nothing was taken back by its sender: it must not become part of anything later. */
  async recall(messageId: string): Promise<void> {
    await this.tx.update(InboxRow, { messageId, state: 'done', workflow: IsNull() }, { state: 'recalled' });
  }
}
