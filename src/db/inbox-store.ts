import { In } from 'typeorm';
import type { JsonObject } from '../domain/messaging';
import type { Instant } from '../domain/time';
import { type Backlog, claimOf, DueRows, FREE, type Held } from './due-rows';
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

const editOf = (messageId: string): string => `edited:${messageId}`;

export class InboxStore extends DueRows<InboxRow> {
  constructor(tx: Tx) {
    super(tx, InboxRow);
  }

  /**
   * Commits an event once; returns false if its event id or its message id is known. `done`: nothing is left to work
   * off; else it is worked off from `dueAt` on.
   */
  async add(event: ReceivedEvent, now: Instant, state: 'waiting' | 'done' = 'waiting', dueAt = now): Promise<boolean> {
    try {
      const columns = columnsOf(event, now, state);
      await this.tx.insert(InboxRow, { ...columns, dueAt: columns.dueAt && dueAt } as never);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Adds several events in one statement, or one by one if some are known; returns for each event if it was new. */
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
   * Returns true in the one transaction that works the event off. If this process hung for longer than its lease,
   * another process may take the event, too; its `take` waits for the commit and returns false.
   */
  async take(id: number): Promise<boolean> {
    const done = { state: 'done', dueAt: null, ...FREE };
    const { affected } = await this.tx.update(InboxRow, { id, state: 'waiting' }, done);
    return affected === 1;
  }

  /** Settles the event and notes the record that the message became part of, so that a recall finds the record. */
  async finish(
    id: number,
    state: 'done' | 'failed' | 'set_aside',
    became: { workflow: string; recordId: number } | null,
  ): Promise<void> {
    await this.tx.update(InboxRow, { id }, { state, dueAt: null, ...FREE, ...became });
  }

  /** Notes that these messages now belong to another record of the same workflow. */
  async moveTo(messageIds: string[], to: { workflow: string; recordId: number }): Promise<void> {
    if (messageIds.length > 0) await this.tx.update(InboxRow, { messageId: In(messageIds) }, to);
  }

  /**
   * Makes sure that a recalled message is never worked off, even if its event has not come yet. Returns the record that
   * the message is part of; null if it is part of none.
   */
  async recall(messageId: string, now: Instant): Promise<{ workflow: string; recordId: number } | null> {
    const eventId = `recalled:${messageId}`;
    const tombstone = { eventId, messageId, eventType: 'recalled', envelope: {} };
    if (await this.add(tombstone, now, 'done')) return null;
    const known = await this.tx.findOneByOrFail(InboxRow, { messageId });
    await this.take(known.id);
    // Read again: a process that was working on the message has committed by now.
    const { workflow, recordId } = await this.tx.findOneByOrFail(InboxRow, { messageId });
    if (workflow !== null && recordId !== null) return { workflow, recordId };
    await this.tx.update(InboxRow, { messageId, state: 'done' }, { state: 'recalled' });
    return null;
  }

  /** Keeps the edit of a message that has not come yet: the newest one, by its `at`. */
  async keepEdit(messageId: string, edit: JsonObject, now: Instant): Promise<void> {
    const eventId = editOf(messageId);
    if (await this.add({ eventId, messageId: null, eventType: 'edited', envelope: edit }, now, 'done')) return;
    const kept = await this.keptEdit(messageId);
    if (Number(kept?.at) <= Number(edit.at)) await this.tx.update(InboxRow, { eventId }, { envelope: edit as never });
  }

  /** Null if no edit came before its message. */
  async keptEdit(messageId: string): Promise<JsonObject | null> {
    const row = await this.tx.findOneBy(InboxRow, { eventId: editOf(messageId) });
    return row?.envelope ?? null;
  }

  /** Deletes what the event said, and keeps that it came. */
  async forgetContents(id: number): Promise<void> {
    await this.tx.update(InboxRow, { id }, { envelope: {} as never });
  }

  byMessage(messageId: string): Promise<InboxRow | null> {
    return this.tx.findOneBy(InboxRow, { messageId });
  }

  /**
   * Makes the row due later, unless another process holds it by now; `attempts` are those that count, for example
   * without one that met a Feishu that was away.
   */
  async postpone({ id, claim }: Held, dueAt: Instant, attempts: number): Promise<void> {
    const where = { id, claim: claimOf(claim), state: 'waiting' };
    await this.tx.update(InboxRow, where, { dueAt, attempts, ...FREE });
  }

  /** Takes up again what was given up, as if it had just come in. Returns how many events. */
  async takeUpAgain(now: Instant): Promise<number> {
    const anew = { state: 'waiting', dueAt: now, receivedAt: now, attempts: 0, ...FREE };
    const { affected } = await this.tx.update(InboxRow, { state: In(['failed', 'set_aside']) }, anew);
    return affected ?? 0;
  }

  /** The number of events that came in [start, end) and were given up. */
  givenUpBetween(start: Instant, end: Instant): Promise<number> {
    return this.tx
      .createQueryBuilder(InboxRow, 'row')
      .where("row.state IN ('failed', 'set_aside')")
      .andWhere('row.receivedAt >= :start AND row.receivedAt < :end', { start, end })
      .getCount();
  }

  /** The waiting rows, by their arrival; for the metrics. */
  backlog(): Promise<Backlog> {
    return this.backlogBy('receivedAt');
  }
}
