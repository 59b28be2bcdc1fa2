import { type EntityTarget, In, type SelectQueryBuilder } from 'typeorm';
import type { Instant } from '../../domain/time';
import { CardRow, IdempotencyRow, InboxRow, MutexRow, OutboxRow } from '../engine-rows';
import { ONCE } from '../outbox-store';
import type { Tx } from '../transaction';

/** Rows of one transaction: deleting holds up other work on SQLite, which has one writer. */
export const PORTION = 1000;

/**
 * Deletes what has become old, a portion at a time: each call is one short transaction, and returns how many rows it
 * looked at, so that fewer than `PORTION` mean that nothing is left.
 */
export class Retention {
  constructor(private readonly tx: Tx) {}

  /**
   * Events that are done and too old to be pushed again. If a message became part of a record, its row keeps the
   * record's id but no contents, for a later recall or edit.
   */
  async forgetEvents(before: Instant): Promise<number> {
    const rows = await this.portionOf(InboxRow, ['id', 'messageId', 'recordId'], (query) =>
      query.where("row.state IN ('done', 'recalled') AND row.receivedAt < :before", { before }),
    );
    const isOfRecord = ({ messageId, recordId }: InboxRow) => messageId !== null && recordId !== null;
    const kept = rows.filter(isOfRecord).map(({ id }) => id);
    const others = rows.filter((row) => !isOfRecord(row)).map(({ id }) => id);
    if (kept.length > 0) {
      await this.tx.update(InboxRow, { id: In(kept) }, { state: 'kept', envelope: {} as never });
    }
    if (others.length > 0) await this.tx.delete(InboxRow, { id: In(others) });
    return rows.length;
  }

  /** Events that were given up, once nobody will look into them any more. */
  forgetFailedEvents(before: Instant): Promise<number> {
    return this.deletePortion(InboxRow, (query) =>
      query.where("row.state IN ('failed', 'set_aside') AND row.receivedAt < :before", { before }),
    );
  }

  /** Settled messages; what is said once for good stays. */
  forgetMessages(before: Instant): Promise<number> {
    return this.deletePortion(OutboxRow, (query) =>
      query.where(
        `row.createdAt < :before AND row.dueAt IS NULL AND (row.dedupeKey IS NULL OR row.dedupeKey NOT LIKE '${ONCE}%')`,
        { before },
      ),
    );
  }

  /** Answers that the API keeps for a client that repeats its request. */
  async forgetAnswers(before: Instant): Promise<number> {
    const rows = await this.portionOf(IdempotencyRow, ['idempotencyKey'], (query) =>
      query.where('row.createdAt < :before', { before }),
    );
    const idempotencyKey = In(rows.map((row) => row.idempotencyKey));
    if (rows.length > 0) await this.tx.delete(IdempotencyRow, { idempotencyKey });
    return rows.length;
  }

  /** Names that nobody has locked since. */
  async forgetLocks(before: Instant): Promise<number> {
    const rows = await this.portionOf(MutexRow, ['name'], (query) => query.where('row.lockedAt < :before', { before }));
    if (rows.length > 0) await this.tx.delete(MutexRow, { name: In(rows.map(({ name }) => name)) });
    return rows.length;
  }

  /** Cards that Feishu changes no more, posted before, with an id above `after`. */
  deadCards(before: Instant, after: number): Promise<CardRow[]> {
    return this.portionOf(CardRow, ['id', 'workflow', 'recordId'], (query) =>
      query
        .where('row.dead = :dead AND row.postedAt < :before AND row.id > :after', { dead: true, before, after })
        .orderBy('row.id'),
    );
  }

  async deleteCards(ids: number[]): Promise<void> {
    if (ids.length > 0) await this.tx.delete(CardRow, { id: In(ids) });
  }

  private async deletePortion<Row extends { id: number }>(
    target: EntityTarget<Row>,
    which: (query: SelectQueryBuilder<Row>) => SelectQueryBuilder<Row>,
  ): Promise<number> {
    const rows = await this.portionOf(target, ['id'], which);
    if (rows.length > 0) await this.tx.delete(target, { id: In(rows.map(({ id }) => id)) } as never);
    return rows.length;
  }

  private portionOf<Row extends object>(
    target: EntityTarget<Row>,
    columns: (keyof Row & string)[],
    which: (query: SelectQueryBuilder<Row>) => SelectQueryBuilder<Row>,
  ): Promise<Row[]> {
    const query = this.tx.createQueryBuilder(target, 'row').select(columns.map((column) => `row.${column}`));
    return which(query).limit(PORTION).getMany();
  }
}
