import { In, IsNull, LessThan, Not } from 'typeorm';
import type { JsonObject } from '../domain/messaging';
import type { Instant } from '../domain/time';
import { claimDue, extendLease, nextDueAt } from './due-rows';
import { InboxRow } from './engine-rows';
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

  /** These messages now belong to another record of the same workflow. */
  async moveTo(messageIds: string[], to: { workflow: string; recordId: number }): Promise<void> {
    if (messageIds.length > 0) await this.tx.update(InboxRow, { messageId: In(messageIds) }, to);
  }

  /**
   * Sees to it that a recalled message which was not worked off yet, or has not even come, never will be, and that one
   * which became part of nothing stays so. Returns what it became part of where it did.
   */
  async recall(messageId: string, now: Instant): Promise<{ workflow: string; recordId: number } | null> {
    const eventId = `recalled:${messageId}`;
    const tombstone = { eventId, messageId, eventType: 'recalled', envelope: {} };
    if (await this.add(tombstone, now, 'done')) return null;
    const known = await this.tx.findOneByOrFail(InboxRow, { messageId });
    await this.take(known.id);
    // Read again: whoever was working on it has committed by now.
    const { workflow, recordId } = await this.tx.findOneByOrFail(InboxRow, { messageId });
    if (workflow !== null && recordId !== null) return { workflow, recordId };
    await this.tx.update(InboxRow, { messageId, state: 'done' }, { state: 'recalled' });
    return null;
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

  /**
   * Forgets what was worked off and no redelivery can repeat any more; what failed stays to be looked at. Of a message
   * that became part of a record it stays known of which, without its contents: it may be recalled or edited later.
   */
  async forgetBefore(at: Instant): Promise<void> {
    const old = { receivedAt: LessThan(at), state: In(['done', 'recalled']) };
    const ofRecords = { ...old, messageId: Not(IsNull()), recordId: Not(IsNull()) };
    await this.tx.update(InboxRow, ofRecords, { state: 'kept', envelope: {} as never });
    await this.tx.delete(InboxRow, old);
  }
}
