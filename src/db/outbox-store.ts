import { In, IsNull, MoreThan, Not } from 'typeorm';
import type { Notice } from '../domain/decision';
import { type Instant, MINUTE } from '../domain/time';
import { claimDue, extendLease, nextDueAt } from './due-rows';
import { OutboxRow } from './engine-rows';
import { isDuplicateKey, type Tx } from './transaction';

export interface Enqueued {
  workflow: string;
  /** 0 if the notice is about no record. */
  recordId: number;
  notice: Notice;
  uuid: string;
  /** Enqueueing the same key twice is no error and sends one message. */
  dedupeKey?: string;
  /** Held for bundling with others to the same recipient, until `release`. */
  held?: true;
}

/** What is noted of a failure that is tried again. */
export interface FailureFacts {
  lastError: string;
  puzzled: number;
  unreachableSince: Instant | null;
}

/** After a crash nobody releases a held row: it goes out by itself after this time. */
const HELD_MS = 10 * MINUTE;

/** Keys with this prefix are said once for good: their rows are never deleted. */
const ONCE = 'once:';

/** The key under which something is said once to one recipient. */
export const onceKey = (workflow: string, what: string, to: string): string => `${ONCE}${workflow}:${what}:${to}`;

/** The number of messages in doubt at one moment stays far below this, unless the whole platform is away. */
const LOOKED_AT = 500;

export class OutboxStore {
  constructor(private readonly tx: Tx) {}

  /** Returns false if the dedupe key was already enqueued. */
  async enqueue(message: Enqueued, now: Instant, dueAt: Instant = now): Promise<boolean> {
    const { notice, dedupeKey = null, held = false, ...rest } = message;
    try {
      await this.tx.insert(OutboxRow, {
        ...rest,
        notice,
        dedupeKey,
        createdAt: now,
        dueAt: held ? dueAt + HELD_MS : dueAt,
        attempts: 0,
        state: held ? 'held' : 'waiting',
        messageId: null,
        sentAt: null,
        lastError: null,
        puzzled: 0,
        unreachableSince: null,
      } as never);
      return true;
    } catch (error) {
      if (dedupeKey !== null && isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async sent(id: number, messageId: string | null, now: Instant): Promise<void> {
    await this.tx.update(OutboxRow, { id }, { state: 'sent', dueAt: null, messageId, sentAt: now });
  }

  /** True if any row is held. */
  anyHeld(): Promise<boolean> {
    return this.heldRows().getExists();
  }

  /** The held rows, oldest first. */
  held(): Promise<OutboxRow[]> {
    return this.heldRows().orderBy('row.id').getMany();
  }

  private heldRows() {
    // SQLite uses no index for IS NOT NULL; few rows are due at all.
    return this.tx
      .createQueryBuilder(OutboxRow, 'row')
      .where("row.dueAt > 0 AND row.attempts = 0 AND row.state = 'held'");
  }

  /** Releases held rows: they may be sent from now on. */
  async release(ids: number[], now: Instant): Promise<void> {
    await this.tx.update(OutboxRow, { id: In(ids) }, { state: 'waiting', dueAt: now });
  }

  /** Settles rows that go out as part of another row's message. */
  async bundled(ids: number[]): Promise<void> {
    await this.tx.update(OutboxRow, { id: In(ids) }, { state: 'bundled', dueAt: null });
  }

  /** Notes that the message went out, while the row still has a buzz to do. */
  async partlySent(id: number, messageId: string): Promise<void> {
    await this.tx.update(OutboxRow, { id }, { messageId });
  }

  /** True if a message to one of these chats or people was begun, and its outcome is not known yet. */
  async hasInDoubt(recipientIds: string[]): Promise<boolean> {
    const where = { dueAt: Not(IsNull()), attempts: MoreThan(0) };
    const begun = await this.tx.find(OutboxRow, { where, order: { dueAt: 'ASC' }, take: LOOKED_AT });
    return begun.some(({ notice }) => 'to' in notice && recipientIds.includes(notice.to.id));
  }

  /** The cards of a record that wait in the outbox. */
  async cardsUnderWay(workflow: string, recordId: number): Promise<Extract<Notice, { kind: 'card' }>[]> {
    const rows = await this.tx.findBy(OutboxRow, { workflow, recordId, state: 'waiting', dueAt: MoreThan(0) });
    return rows.map(({ notice }) => notice).filter((notice) => notice.kind === 'card');
  }

  /** The row that sent this message, so that a reply to the message finds its record. */
  byMessage(messageId: string): Promise<OutboxRow | null> {
    return this.tx.findOneBy(OutboxRow, { messageId });
  }

  async settle(id: number, state: 'moot' | 'refused', lastError: string | null = null): Promise<void> {
    await this.tx.update(OutboxRow, { id }, { state, dueAt: null, lastError });
  }

  /**
   * Makes the row due later, unless it was settled in the meantime. `counted` false takes this attempt back, for
   * example if our own rate limit stopped it.
   */
  async postpone(row: OutboxRow, dueAt: Instant, lastError: string | null = null, counted = true): Promise<void> {
    const attempts = counted ? row.attempts : row.attempts - 1;
    await this.tx.update(OutboxRow, { id: row.id, state: In(['waiting', 'held']) }, { dueAt, lastError, attempts });
  }

  /** Notes a failure that is tried again: what it was, and what counts for the next one. */
  async failed(row: OutboxRow, dueAt: Instant, { lastError, ...facts }: FailureFacts): Promise<void> {
    await this.postpone(row, dueAt, lastError);
    await this.tx.update(OutboxRow, { id: row.id }, facts);
  }

  /** Takes up again messages that were given up after `since`. Returns how many. */
  async takeUpAgain(since: Instant, now: Instant): Promise<number> {
    const anew = { state: 'waiting', dueAt: now, attempts: 0, puzzled: 0, unreachableSince: null, lastError: null };
    const givenUp = { state: In(['refused', 'set_aside']), createdAt: MoreThan(since) };
    const { affected } = await this.tx.update(OutboxRow, givenUp, anew);
    return affected ?? 0;
  }

  claim(now: Instant, limit: number, leaseMs: number): Promise<OutboxRow[]> {
    return claimDue(this.tx, OutboxRow, now, { limit, leaseMs });
  }

  extendLease(ids: number[], from: Instant, to: Instant): Promise<void> {
    return extendLease(this.tx, OutboxRow, ids, { from, to });
  }

  nextDueAt(): Promise<Instant | null> {
    return nextDueAt(this.tx, OutboxRow);
  }

  /** The number of waiting rows, and the creation time of the oldest; for the metrics. */
  async depth(): Promise<{ waiting: number; oldestAt: Instant | null }> {
    const row = await this.tx
      .createQueryBuilder(OutboxRow, 'row')
      .select('COUNT(*)', 'waiting')
      .addSelect('MIN(row.createdAt)', 'oldestAt')
      // SQLite uses no index for IS NOT NULL.
      .where('row.dueAt > 0')
      .getRawOne<{ waiting: string | number; oldestAt: string | number | null }>();
    const oldestAt = row?.oldestAt ?? null;
    return { waiting: Number(row?.waiting ?? 0), oldestAt: oldestAt === null ? null : Number(oldestAt) };
  }

  /** Deletes settled rows that are older; keeps waiting rows. */
  async forgetBefore(at: Instant): Promise<void> {
    await this.tx
      .createQueryBuilder()
      .delete()
      .from(OutboxRow)
      .where(`createdAt < :at AND dueAt IS NULL AND (dedupeKey IS NULL OR dedupeKey NOT LIKE '${ONCE}%')`, { at })
      .execute();
  }
}
