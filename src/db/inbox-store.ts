import { LessThan, Not } from 'typeorm';
import type { JsonObject } from '../domain/messaging';
import type { Instant } from '../domain/time';
import { claimDue, nextDueAt } from './due';
import { InboxRow } from './rows';
import { isDuplicateKey, type Tx } from './transaction';

export interface ReceivedEvent {
  eventId: string;
  messageId: string | null;
  eventType: string;
  envelope: JsonObject;
}

export class InboxStore {
  constructor(private readonly tx: Tx) {}

  /** Commits an event once; false where its event id or its message id is known. `done`: nothing is left to work off. */
  async add(event: ReceivedEvent, now: Instant, state: 'waiting' | 'done' = 'waiting'): Promise<boolean> {
    const dueAt = state === 'waiting' ? now : null;
    try {
      await this.tx.insert(InboxRow, {
        ...event,
        receivedAt: now,
        dueAt,
        attempts: 0,
        state,
        workflow: null,
        recordId: null,
      } as never);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  claim(now: Instant, limit: number, leaseMs: number): Promise<InboxRow[]> {
    return claimDue(this.tx, InboxRow, now, { limit, leaseMs });
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
    await this.tx.update(InboxRow, { id }, { dueAt });
  }

  nextDueAt(): Promise<Instant | null> {
    return nextDueAt(this.tx, InboxRow);
  }

  /** Forgets events that no redelivery can repeat any more; what failed stays to be looked at. */
  async forgetBefore(at: Instant): Promise<void> {
    await this.tx.delete(InboxRow, { receivedAt: LessThan(at), state: Not('failed') });
  }
}
