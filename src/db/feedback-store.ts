import { Between, In, LessThanOrEqual, MoreThan } from 'typeorm';
import { AppError } from '../domain/errors';
import { deadlineOf } from '../domain/feedback/clock/deadline';
import { CASE_LINE, type CaseLine } from '../domain/feedback/digest/case-lines';
import { SIMILAR_WITHIN_MS, similarTo } from '../domain/feedback/intake/similar-case';
import { type Feedback, OPEN_STATUSES, type Source } from '../domain/feedback/model';
import { searchTextOf } from '../domain/feedback/search';
import type { Instant } from '../domain/time';
import { type FeedbackQuery, matching, readBefore, recordsOf, wordsLookedUp } from './feedback-query';
import { FeedbackJoinedRow, FeedbackRow, FeedbackSearchRow } from './feedback-row';
import type { Tx } from './transaction';

/** More open cases than a rep looks after. */
const MAX_COMPARED = 30;

const rowOf = (feedback: Omit<Feedback, 'id' | 'sources'>) =>
  ({ ...feedback, deadlineAt: deadlineOf(feedback) }) as never;

const isStillIn = (sources: Source[], read: ReadonlySet<Source>): boolean => {
  const now = new Set(sources);
  return [...read].every((source) => now.has(source));
};

export class FeedbackStore {
  constructor(private readonly tx: Tx) {}

  async get(id: number): Promise<Feedback | null> {
    return this.recordOf(await this.tx.findOneBy(FeedbackRow, { id }));
  }

  /** Like `get`, and no other process writes the record before this transaction ends; SQLite takes turns anyway. */
  async locked(id: number): Promise<Feedback | null> {
    const query = this.tx.createQueryBuilder(FeedbackRow, 'row').where('row.id = :id', { id });
    if (this.tx.connection.options.type === 'mysql') query.setLock('pessimistic_write');
    return this.recordOf(await query.getOne());
  }

  /** Stores a new record and returns it with its new id. */
  async insert(feedback: Feedback): Promise<Feedback> {
    const record = await this.compared(feedback);
    const { id: _none, ...columns } = record;
    const { identifiers } = await this.tx.insert(FeedbackRow, rowOf(columns));
    const { id } = identifiers[0] as { id: number };
    await this.tx.insert(FeedbackSearchRow, { feedbackId: id, text: searchTextOf(feedback) });
    return { ...record, id };
  }

  /** Saves the next version; throws `stale_record` if somebody else already wrote that version. */
  async save(feedback: Feedback): Promise<Feedback> {
    const { id, sources } = feedback;
    const read = readBefore(sources);
    if (feedback.refillAt !== null && read && isStillIn(sources, read.all)) {
      await this.grow(feedback, read.all);
      return feedback;
    }
    await this.update(feedback, rowOf(await this.compared(feedback)));
    await this.tx.update(FeedbackSearchRow, { feedbackId: id }, { text: searchTextOf(feedback) });
    if (!read || read.joined) await this.tx.delete(FeedbackJoinedRow, { feedbackId: id });
    return feedback;
  }

  /** A draft with the open case which it may be about. */
  private async compared(feedback: Feedback): Promise<Feedback> {
    const { status, customer, repId, createdAt } = feedback;
    if (status !== 'draft') return feedback;
    if (customer === '') return { ...feedback, similar: null };
    const query = { repId, status: OPEN_STATUSES, createdFrom: createdAt - SIMILAR_WITHIN_MS };
    return { ...feedback, similar: similarTo(feedback, await this.find(query, MAX_COMPARED)) };
  }

  /** Adds messages to a draft that is to be filled in anew; all it holds, and its search text, are written then. */
  private async grow(feedback: Feedback, read: ReadonlySet<Source>): Promise<void> {
    const { sources, ...others } = feedback;
    await this.update(feedback, rowOf(others));
    const added = sources.filter((source) => !read.has(source));
    for (const source of added) await this.tx.insert(FeedbackJoinedRow, { feedbackId: feedback.id, source } as never);
  }

  private async update({ id, version }: Feedback, row: ReturnType<typeof rowOf>): Promise<void> {
    const { affected } = await this.tx.update(FeedbackRow, { id, version: version - 1 }, row);
    if (affected !== 1) throw new AppError('stale_record', `feedback ${id} has moved past version ${version - 1}`);
  }

  private async recordOf(row: FeedbackRow | null): Promise<Feedback | null> {
    return row && ((await recordsOf(this.tx, [row]))[0] ?? null);
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

  /** The moment of the first waiting reminder; null if none waits. */
  async earliestReminder(): Promise<Instant | null> {
    const [row] = await this.tx.find(FeedbackRow, {
      select: { nextReminderAt: true },
      // SQLite uses no index for IS NOT NULL.
      where: { nextReminderAt: MoreThan(0) },
      order: { nextReminderAt: 'ASC' },
      take: 1,
    });
    return row?.nextReminderAt ?? null;
  }

  /** The draft into which this person last forwarded a message; null if there is none. */
  async latestDraftOf(repId: string): Promise<Feedback | null> {
    const row = await this.tx.findOne(FeedbackRow, {
      where: { repId, status: 'draft' },
      // Of two drafts of the same moment the later one goes on: the earlier one is full.
      order: { lastSourceAt: 'DESC', id: 'DESC' },
    });
    return this.recordOf(row);
  }

  submittedBetween(start: Instant, end: Instant): Promise<CaseLine[]> {
    return this.lines({ submittedAt: Between(start, end - 1) });
  }

  closedBetween(start: Instant, end: Instant): Promise<CaseLine[]> {
    return this.lines({ status: 'closed', closedAt: Between(start, end - 1) });
  }

  openLines(): Promise<CaseLine[]> {
    return this.lines({ status: In(OPEN_STATUSES) });
  }

  /** How many drafts lie with each rep, by open_id. */
  async draftCounts(): Promise<Record<string, number>> {
    const rows = await this.tx
      .createQueryBuilder(FeedbackRow, 'row')
      .select('row.repId', 'repId')
      .addSelect('COUNT(*)', 'drafts')
      .where("row.status = 'draft'")
      .groupBy('row.repId')
      .getRawMany<{ repId: string; drafts: unknown }>();
    return Object.fromEntries(rows.map(({ repId, drafts }) => [repId, Number(drafts)]));
  }

  /** Ids of drafts and open cases above `after`, in order: the cases that wait for somebody. */
  async awaitedAfter(after: number, limit: number): Promise<number[]> {
    const where = { status: In(['draft', ...OPEN_STATUSES]), id: MoreThan(after) };
    const rows = await this.tx.find(FeedbackRow, { select: { id: true }, where, order: { id: 'ASC' }, take: limit });
    return rows.map(({ id }) => id);
  }

  /** The number of open cases, and of overdue ones among them; for the metrics. */
  async openCounts(now: Instant): Promise<{ open: number; overdue: number }> {
    const open = await this.tx.countBy(FeedbackRow, { status: In(OPEN_STATUSES) });
    const overdue = await this.tx.countBy(FeedbackRow, { status: In(OPEN_STATUSES), deadlineAt: LessThanOrEqual(now) });
    return { open, overdue };
  }

  /** Newest first, at most `limit`. */
  async find(query: FeedbackQuery, limit: number): Promise<Feedback[]> {
    const rows = this.tx.createQueryBuilder(FeedbackRow, 'row');
    const queries = await wordsLookedUp(this.tx, [query]);
    return recordsOf(this.tx, await matching(rows, queries).orderBy('row.id', 'DESC').limit(limit).getMany());
  }

  private lines(where: object): Promise<CaseLine[]> {
    const select = Object.fromEntries(CASE_LINE.map((name) => [name, true]));
    return this.tx.find(FeedbackRow, { select, where, order: { id: 'ASC' } });
  }
}
