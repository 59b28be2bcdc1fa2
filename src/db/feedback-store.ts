import { Between, In, LessThanOrEqual, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { AppError } from '../domain/errors';
import type { CaseLine } from '../domain/feedback/digest';
import { type Feedback, OPEN_STATUSES, type Status, textOf } from '../domain/feedback/model';
import type { Instant } from '../domain/time';
import { FeedbackRow } from './feedback-row';
import type { Tx } from './transaction';

/** A search looks at this much of a record's text; TEXT holds 64 KB of up to 4 bytes a character. */
const SEARCH_CHARACTERS = 16_000;

const LINE = ['id', 'status', 'kind', 'customer', 'department', 'repId', 'claimedBy', 'dueAt', 'closedAt'] as const;

export interface FeedbackQuery {
  status?: Status[];
  department?: string;
  repId?: string;
  claimedBy?: string;
  /** Due at or before. */
  dueBefore?: Instant;
  /** Submitted in [from, to). */
  submittedFrom?: Instant;
  submittedTo?: Instant;
  /** Words to be found in the customer's text, name or number. */
  words?: string;
  /** Ids below this one: the page after it. */
  before?: number;
}

const columnsOf = (feedback: Feedback) => ({
  ...feedback,
  searchText: [feedback.customer, textOf(feedback), feedback.note, feedback.answer]
    .join('\n')
    .slice(0, SEARCH_CHARACTERS),
});

function recordOf({ searchText: _searchText, ...feedback }: FeedbackRow): Feedback {
  return feedback;
}

/** `%`, `_` and the escape itself mean themselves in what a person searches for. */
const literally = (words: string) => words.replace(/[!%_]/g, '!$&');

export class FeedbackStore {
  constructor(private readonly tx: Tx) {}

  async get(id: number): Promise<Feedback | null> {
    const row = await this.tx.findOneBy(FeedbackRow, { id });
    return row ? recordOf(row) : null;
  }

  /** The same, and nobody else writes the record before this transaction ends; SQLite takes turns anyway. */
  async locked(id: number): Promise<Feedback | null> {
    const query = this.tx.createQueryBuilder(FeedbackRow, 'row').where('row.id = :id', { id });
    if (this.tx.connection.options.type === 'mysql') query.setLock('pessimistic_write');
    const row = await query.getOne();
    return row ? recordOf(row) : null;
  }

  /** Stores a new record; returns it with the id it was given. */
  async insert(feedback: Feedback): Promise<Feedback> {
    const { id: _none, ...columns } = columnsOf(feedback);
    const { identifiers } = await this.tx.insert(FeedbackRow, columns as never);
    return { ...feedback, id: (identifiers[0] as { id: number }).id };
  }

  /** Saves the next version; throws `stale_record` where somebody else already wrote it. */
  async save(feedback: Feedback): Promise<void> {
    const { id, version } = feedback;
    const { affected } = await this.tx.update(FeedbackRow, { id, version: version - 1 }, columnsOf(feedback) as never);
    if (affected !== 1) throw new AppError('stale_record', `feedback ${id} has moved past version ${version - 1}`);
  }

  async dueForReminder(now: Instant, limit: number): Promise<number[]> {
    const rows = await this.tx.find(FeedbackRow, {
      select: { id: true },
      where: { nextReminderAt: LessThanOrEqual(now) },
      order: { nextReminderAt: 'ASC' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** When the first of all waiting reminders is due; null where none waits. */
  async earliestReminder(): Promise<Instant | null> {
    const [row] = await this.tx.find(FeedbackRow, {
      select: { nextReminderAt: true },
      // SQLite looks IS NOT NULL up in no index.
      where: { nextReminderAt: MoreThan(0) },
      order: { nextReminderAt: 'ASC' },
      take: 1,
    });
    return row?.nextReminderAt ?? null;
  }

  /** The draft that this person last forwarded something into; null where there is none. */
  async latestDraftOf(repId: string): Promise<Feedback | null> {
    const row = await this.tx.findOne(FeedbackRow, {
      where: { repId, status: 'draft' },
      order: { lastSourceAt: 'DESC' },
    });
    return row ? recordOf(row) : null;
  }

  async submittedBetween(start: Instant, end: Instant): Promise<number> {
    return this.tx.countBy(FeedbackRow, { submittedAt: Between(start, end - 1) });
  }

  closedBetween(start: Instant, end: Instant): Promise<CaseLine[]> {
    return this.lines({ status: 'closed', closedAt: Between(start, end - 1) });
  }

  openLines(): Promise<CaseLine[]> {
    return this.lines({ status: In(OPEN_STATUSES) });
  }

  /** How many cases are open, and how many of them are past due; for the metrics. */
  async openCounts(now: Instant): Promise<{ open: number; overdue: number }> {
    const open = await this.tx.countBy(FeedbackRow, { status: In(OPEN_STATUSES) });
    const overdue = await this.tx.countBy(FeedbackRow, { status: In(OPEN_STATUSES), dueAt: LessThanOrEqual(now) });
    return { open, overdue };
  }

  /** Newest first, at most `limit`. */
  async find(query: FeedbackQuery, limit: number): Promise<Feedback[]> {
    const rows = await this.matching(query).orderBy('row.id', 'DESC').take(limit).getMany();
    return rows.map(recordOf);
  }

  private matching(query: FeedbackQuery): SelectQueryBuilder<FeedbackRow> {
    const found = this.tx.createQueryBuilder(FeedbackRow, 'row').where('1 = 1');
    if (query.status) found.andWhere('row.status IN (:...status)', { status: query.status });
    if (query.department) found.andWhere('row.department = :department', { department: query.department });
    if (query.repId) found.andWhere('row.repId = :repId', { repId: query.repId });
    if (query.claimedBy) found.andWhere('row.claimedBy = :claimedBy', { claimedBy: query.claimedBy });
    if (query.dueBefore !== undefined) found.andWhere('row.dueAt <= :dueBefore', { dueBefore: query.dueBefore });
    if (query.submittedFrom !== undefined) found.andWhere('row.submittedAt >= :from', { from: query.submittedFrom });
    if (query.submittedTo !== undefined) found.andWhere('row.submittedAt < :to', { to: query.submittedTo });
    if (query.before !== undefined) found.andWhere('row.id < :before', { before: query.before });
    for (const [i, word] of (query.words ?? '').split(/\s+/).filter(Boolean).slice(0, 5).entries()) {
      found.andWhere(`LOWER(row.searchText) LIKE LOWER(:word${i}) ESCAPE '!'`, {
        [`word${i}`]: `%${literally(word)}%`,
      });
    }
    return found;
  }

  private lines(where: object): Promise<CaseLine[]> {
    const select = Object.fromEntries(LINE.map((name) => [name, true]));
    return this.tx.find(FeedbackRow, { select, where, order: { id: 'ASC' } });
  }
}
