import { In, LessThanOrEqual, MoreThan } from 'typeorm';
import { AppError } from '../../domain/errors';
import type { DefinitionsOf } from '../../domain/procedure/definitions';
import { foldedNumber, needsNumber, numberParts, numberWith } from '../../domain/procedure/numbers';
import type { ProcedureRecord } from '../../domain/procedure/record';
import { titleOf } from '../../domain/procedure/title';
import type { Instant } from '../../domain/time';
import type { Tx } from '../transaction';
import { ProcedureRow } from './procedure-row';
import { keepIndexes } from './record-indexes';
import { alone, recordsOf, rowOf } from './record-rows';
import { nextInSequence } from './sequence';

/** The records of all procedures. */
export class ProcedureStore {
  constructor(
    private readonly tx: Tx,
    private readonly definitions: DefinitionsOf,
    /** The office's time zone: the year in a number is the office's. */
    private readonly zone: string,
  ) {}

  async get(id: number): Promise<ProcedureRecord | null> {
    return this.recordOf(await this.tx.findOneBy(ProcedureRow, { id }));
  }

  /** Like `get`, and no other process writes the record before this transaction ends; SQLite takes turns anyway. */
  async locked(id: number): Promise<ProcedureRecord | null> {
    const query = this.tx.createQueryBuilder(ProcedureRow, 'row').where('row.id = :id', { id });
    if (this.tx.connection.options.type === 'mysql') query.setLock('pessimistic_write');
    return this.recordOf(await query.getOne());
  }

  /** Null for an unknown number; capitals and full-width forms make no difference. */
  async byNumber(number: string): Promise<ProcedureRecord | null> {
    return this.recordOf(await this.tx.findOneBy(ProcedureRow, { number: foldedNumber(number) }));
  }

  /** Stores a new record and returns it with its id, and with its number if it gets one. */
  async insert(record: ProcedureRecord): Promise<ProcedureRecord> {
    const named = await this.named(record);
    const { identifiers } = await this.tx.insert(ProcedureRow, rowOf(named) as never);
    const { id } = identifiers[0] as { id: number };
    const stored = { ...named, id };
    await keepIndexes(this.tx, stored);
    return stored;
  }

  /** Saves the next version, with its number if it gets one; throws `stale_record` if somebody else wrote that version. */
  async save(record: ProcedureRecord): Promise<ProcedureRecord> {
    const named = await this.named(record);
    const { id, version } = named;
    const { affected } = await this.tx.update(ProcedureRow, { id, version: version - 1 }, rowOf(named) as never);
    if (affected !== 1) throw new AppError('stale_record', `record ${id} has moved past version ${version - 1}`);
    await keepIndexes(this.tx, named);
    return named;
  }

  async dueForReminder(now: Instant, limit: number): Promise<number[]> {
    const rows = await this.tx.find(ProcedureRow, {
      select: { id: true },
      where: { nextReminderAt: LessThanOrEqual(now) },
      order: { nextReminderAt: 'ASC' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** The moment of the first waiting reminder; null if none waits. */
  async earliestReminder(): Promise<Instant | null> {
    const [row] = await this.tx.find(ProcedureRow, {
      select: { nextReminderAt: true },
      // SQLite uses no index for IS NOT NULL.
      where: { nextReminderAt: MoreThan(0) },
      order: { nextReminderAt: 'ASC' },
      take: 1,
    });
    return row?.nextReminderAt ?? null;
  }

  /** Ids of open records above `after`, in order. */
  async awaitedAfter(after: number, limit: number): Promise<number[]> {
    const where = { isOpen: true, id: MoreThan(after) };
    const rows = await this.tx.find(ProcedureRow, { select: { id: true }, where, order: { id: 'ASC' }, take: limit });
    return rows.map(({ id }) => id);
  }

  /** The number of open records, and of overdue ones among them; for the metrics. */
  async openCounts(now: Instant): Promise<{ open: number; overdue: number }> {
    const open = await this.tx.countBy(ProcedureRow, { isOpen: true });
    const overdue = await this.tx.countBy(ProcedureRow, { isOpen: true, dueAt: LessThanOrEqual(now) });
    return { open, overdue };
  }

  /** The records of these ids, in no order, without parents and children: for lists. */
  async ofIds(ids: number[]): Promise<ProcedureRecord[]> {
    const rows = await this.tx.findBy(ProcedureRow, { id: In(ids) });
    return rows.map((row) => alone(row, this.definitions));
  }

  /** Open records, oldest first, without parents and children; for the digest. */
  async open(limit: number): Promise<ProcedureRecord[]> {
    const rows = await this.tx.find(ProcedureRow, { where: { isOpen: true }, order: { id: 'ASC' }, take: limit });
    return rows.map((row) => alone(row, this.definitions));
  }

  private async recordOf(row: ProcedureRow | null): Promise<ProcedureRecord | null> {
    return row && ((await recordsOf(this.tx, [row], this.definitions))[0] ?? null);
  }

  /** The record with its number, once its first stage is done, and with its title. */
  private async named(record: ProcedureRecord): Promise<ProcedureRecord> {
    const numbered = needsNumber(record) ? { ...record, number: await this.nextNumber(record) } : record;
    return { ...numbered, title: titleOf(numbered, this.zone) };
  }

  private async nextNumber(record: ProcedureRecord): Promise<string> {
    const parts = numberParts(record, this.zone);
    for (;;) {
      const count = await nextInSequence(this.tx, foldedNumber(`${parts.before}#${parts.after}`));
      const number = foldedNumber(numberWith(parts, count));
      // Another pattern may have given it: the second plan of 城南 and the first one of 城南-2 have one number.
      if (!(await this.tx.existsBy(ProcedureRow, { number }))) return number;
    }
  }
}
