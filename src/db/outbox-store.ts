import { Between, In, IsNull, MoreThan, MoreThanOrEqual, Not } from 'typeorm';
import type { Notice } from '../domain/decision';
import { DAY, type Instant, MINUTE } from '../domain/time';
import { type Backlog, claimOf, DueRows, FREE, type Held } from './due-rows';
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

/** No message is tried for longer. */
const TRIED_FOR_MS = DAY;

/** Keys with this prefix are said once for good: their rows are never deleted. */
export const ONCE = 'once:';

/** The key under which something is said once to one recipient. */
export const onceKey = (workflow: string, what: string, to: string): string => `${ONCE}${workflow}:${what}:${to}`;

/** The number of messages in doubt at one moment stays far below this, unless the whole platform is away. */
const LOOKED_AT = 500;
/** Newest messages among which one to a person is looked for. */
const SPOKEN_READ = 1000;

export class OutboxStore extends DueRows<OutboxRow> {
  constructor(tx: Tx) {
    super(tx, OutboxRow);
  }

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
        sentAs: null,
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
    await this.tx.update(
      OutboxRow,
      { id },
      {
        ...{ state: 'sent', dueAt: null, messageId, sentAt: now, sentAs: null },
        ...FREE,
      },
    );
  }

  /** True if any row is held. */
  anyHeld(): Promise<boolean> {
    return this.heldRows().getExists();
  }

  /** Whether anything was sent to this person or group since then. */
  async hasSpokenTo(recipientId: string, since: Instant): Promise<boolean> {
    const where = { createdAt: MoreThanOrEqual(since) };
    const rows = await this.tx.find(OutboxRow, { where, order: { createdAt: 'DESC' }, take: SPOKEN_READ });
    return rows.some(({ notice, sentAt }) => sentAt !== null && 'to' in notice && notice.to.id === recipientId);
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

  /** Goes on holding a row until this moment; after a crash the row goes out by itself soon after it. */
  async holdUntil({ id, dueAt }: Pick<OutboxRow, 'id' | 'dueAt'>, until: Instant): Promise<void> {
    const latest = until + HELD_MS;
    if (dueAt === null || dueAt < latest) await this.tx.update(OutboxRow, { id, state: 'held' }, { dueAt: latest });
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

  /** Settles the row for good. False if another process holds it by now: then nothing is written. */
  async settle(
    { id, claim }: Held,
    state: 'moot' | 'refused' | 'set_aside',
    lastError: string | null = null,
  ): Promise<boolean> {
    // A message that was set aside may be out already: before it is sent after all, it is looked for.
    const isOver = state !== 'set_aside';
    const settled = { state, dueAt: null, lastError, ...(isOver ? { sentAs: null } : {}), ...FREE };
    const { affected } = await this.tx.update(OutboxRow, { id, claim: claimOf(claim) }, settled);
    return affected === 1;
  }

  /**
   * True if the row is still its holder's: asked directly before Feishu is. Notes when Feishu was first asked, by both
   * clocks, and what it was asked to show.
   */
  confirm({ sentAs, ...row }: Held & Pick<OutboxRow, 'sentAs'>, leaseMs: number, now: Instant): Promise<boolean> {
    return this.confirmed(row, leaseMs, {
      firstTriedAt: () => `COALESCE(firstTriedAt, ${now})`,
      doubtSince: () => `COALESCE(doubtSince, ${this.clock})`,
      sentAs,
    });
  }

  /** The database's clock now, in epoch ms. */
  async databaseTime(): Promise<Instant> {
    const [row] = await this.tx.query(`SELECT ${this.clock} AS now`);
    return Number(row.now);
  }

  /**
   * Notes a failure that is tried again: what it was, and what counts for the next one; unless the row was settled or
   * another process holds it by now.
   */
  async failed({ id, claim }: Held, dueAt: Instant, facts: FailureFacts): Promise<void> {
    const where = { id, claim: claimOf(claim), state: In(['waiting', 'held']) };
    await this.tx.update(OutboxRow, where, { dueAt, ...facts, ...FREE });
  }

  /** Takes up again messages that were given up after `since`. Returns how many. */
  async takeUpAgain(since: Instant, now: Instant): Promise<number> {
    const anew = {
      state: 'waiting',
      dueAt: now,
      attempts: 0,
      puzzled: 0,
      unreachableSince: null,
      lastError: null,
      ...FREE,
    };
    const givenUp = { state: In(['refused', 'set_aside']), createdAt: MoreThan(since) };
    const { affected } = await this.tx.update(OutboxRow, givenUp, anew);
    return affected ?? 0;
  }

  /** Rows about records that were sent after `since`, and not at the first try: oldest first. */
  sentAfterSeveralTries(since: Instant, limit: number): Promise<OutboxRow[]> {
    return this.tx.find(OutboxRow, {
      where: {
        createdAt: MoreThan(since - TRIED_FOR_MS),
        sentAt: MoreThan(since),
        attempts: MoreThan(1),
        recordId: MoreThan(0),
      },
      order: { createdAt: 'ASC' },
      take: limit,
    });
  }

  /** The rows about a record that were enqueued in [start, end). */
  aboutRecord(workflow: string, recordId: number, start: Instant, end: Instant): Promise<OutboxRow[]> {
    return this.tx.findBy(OutboxRow, { workflow, recordId, createdAt: Between(start, end - 1) });
  }

  /** The messages enqueued in [start, end). */
  enqueuedBetween(start: Instant, end: Instant): Promise<Pick<OutboxRow, 'notice' | 'state' | 'sentAt'>[]> {
    return this.tx
      .createQueryBuilder(OutboxRow, 'row')
      .select(['row.id', 'row.notice', 'row.state', 'row.sentAt'])
      .where('row.createdAt >= :start AND row.createdAt < :end', { start, end })
      .getMany();
  }

  /** The waiting rows, by their creation; for the metrics. */
  backlog(): Promise<Backlog> {
    return this.backlogBy('createdAt');
  }
}
