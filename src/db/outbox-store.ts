import { In, IsNull, MoreThan, Not } from 'typeorm';
import type { Notice } from '../domain/decision';
import { type Instant, MINUTE } from '../domain/time';
import { claimDue, extendLease, nextDueAt } from './due-rows';
import { OutboxRow } from './engine-rows';
import { isDuplicateKey, type Tx } from './transaction';

export interface Enqueued {
  workflow: string;
  /** 0 where the notice is about no record. */
  recordId: number;
  notice: Notice;
  uuid: string;
  /** Asking twice under one key is not an error, and sends once. */
  dedupeKey?: string;
  /** Waits for others to the same recipient, until whoever enqueues them lets them go. */
  held?: true;
}

/** Left behind by a crash and let go by nobody, what was held goes out by itself. */
const HELD_MS = 10 * MINUTE;

/** Whatever begins like this is said once and for good: it is never forgotten. */
const ONCE = 'once:';

/** The key under which something is said to somebody once. */
export const onceKey = (workflow: string, what: string, to: string): string => `${ONCE}${workflow}:${what}:${to}`;

/** More than ever hang in doubt at a time, unless the platform is away as a whole. */
const LOOKED_AT = 500;

export class OutboxStore {
  constructor(private readonly tx: Tx) {}

  /** Returns false where the dedupe key was already enqueued. */
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

  /** Whether anything waits to be let go. */
  anyHeld(): Promise<boolean> {
    return this.heldRows().getExists();
  }

  /** What waits to be let go, oldest first. */
  held(): Promise<OutboxRow[]> {
    return this.heldRows().orderBy('row.id').getMany();
  }

  private heldRows() {
    // SQLite looks IS NOT NULL up in no index; few rows are due at all.
    return this.tx
      .createQueryBuilder(OutboxRow, 'row')
      .where("row.dueAt > 0 AND row.attempts = 0 AND row.state = 'held'");
  }

  /** Let go: they may be sent from now on. */
  async release(ids: number[], now: Instant): Promise<void> {
    await this.tx.update(OutboxRow, { id: In(ids) }, { state: 'waiting', dueAt: now });
  }

  /** They go out as part of another row's message. */
  async bundled(ids: number[]): Promise<void> {
    await this.tx.update(OutboxRow, { id: In(ids) }, { state: 'bundled', dueAt: null });
  }

  /** The message went out, but the row is not done with (a buzz follows). */
  async partlySent(id: number, messageId: string): Promise<void> {
    await this.tx.update(OutboxRow, { id }, { messageId });
  }

  /** Whether something to one of these chats or people was begun to be sent, and nobody knows yet what came of it. */
  async hasInDoubt(recipientIds: string[]): Promise<boolean> {
    const where = { dueAt: Not(IsNull()), attempts: MoreThan(0) };
    const begun = await this.tx.find(OutboxRow, { where, order: { dueAt: 'ASC' }, take: LOOKED_AT });
    return begun.some(({ notice }) => 'to' in notice && recipientIds.includes(notice.to.id));
  }

  /** The cards of a record that are on their way. */
  async cardsUnderWay(workflow: string, recordId: number): Promise<Extract<Notice, { kind: 'card' }>[]> {
    const rows = await this.tx.findBy(OutboxRow, { workflow, recordId, state: 'waiting', dueAt: MoreThan(0) });
    return rows.map(({ notice }) => notice).filter((notice) => notice.kind === 'card');
  }

  /** The row that sent this message, to know what a reply to it is about. */
  byMessage(messageId: string): Promise<OutboxRow | null> {
    return this.tx.findOneBy(OutboxRow, { messageId });
  }

  async settle(id: number, state: 'moot' | 'refused', lastError: string | null = null): Promise<void> {
    await this.tx.update(OutboxRow, { id }, { state, dueAt: null, lastError });
  }

  /** Back into the queue, unless it was settled meanwhile; `attempts` is given back where the try was ours to skip (a limit of our own). */
  async postpone(row: OutboxRow, dueAt: Instant, lastError: string | null = null, counted = true): Promise<void> {
    const attempts = counted ? row.attempts : row.attempts - 1;
    await this.tx.update(OutboxRow, { id: row.id, state: In(['waiting', 'held']) }, { dueAt, lastError, attempts });
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

  /** How many rows wait, and since when the oldest does; for the metrics. */
  async depth(): Promise<{ waiting: number; oldestAt: Instant | null }> {
    const row = await this.tx
      .createQueryBuilder(OutboxRow, 'row')
      .select('COUNT(*)', 'waiting')
      .addSelect('MIN(row.createdAt)', 'oldestAt')
      // SQLite looks IS NOT NULL up in no index.
      .where('row.dueAt > 0')
      .getRawOne<{ waiting: string | number; oldestAt: string | number | null }>();
    const oldestAt = row?.oldestAt ?? null;
    return { waiting: Number(row?.waiting ?? 0), oldestAt: oldestAt === null ? null : Number(oldestAt) };
  }

  /** Forgets what was settled long ago; rows that wait stay. */
  async forgetBefore(at: Instant): Promise<void> {
    await this.tx
      .createQueryBuilder()
      .delete()
      .from(OutboxRow)
      .where(`createdAt < :at AND dueAt IS NULL AND (dedupeKey IS NULL OR dedupeKey NOT LIKE '${ONCE}%')`, { at })
      .execute();
  }
}
