import { type EntityTarget, IsNull, MoreThan, Not, type SelectQueryBuilder } from 'typeorm';
import type { Instant } from '../domain/time';
import type { Due } from './engine-rows';
import type { Tx } from './transaction';

/** A claim of rows: the holder's token, and the ms for which it lasts without a sign of life. */
export interface Claim {
  token: string;
  leaseMs: number;
}

/** A row as its holder knows it. */
export type Held = Pick<Due, 'id' | 'claim'>;

/** After so many attempts that ended without any result, a row is set aside: it makes the process hang or die. */
const MOST_UNFINISHED = 3;

/** The claim as a condition: a row that nobody holds may be written by anybody. */
export const claimOf = (claim: string | null) => claim ?? IsNull();

const heldAs = ({ id, claim }: Held) => ({ id, claim: claimOf(claim) });

/** A row that is set aside is tried alone again, until it has had so many attempts. */
export const MOST_ATTEMPTS_ALONE = 5;

/** What the columns of a claim hold once a row has any result. */
export const FREE = { claim: null, claimedUntil: null, unfinished: 0 };

/** The rows of a queue that wait. */
export interface Backlog {
  waiting: number;
  /** The earliest moment in the column asked for; null if nothing waits. */
  oldestAt: Instant | null;
  /** The earliest moment at which a row may be taken; null if nothing waits. */
  dueAt: Instant | null;
}

/** A table in which work waits: the rows are claimed, worked on, and given back or settled by their holder. */
export class DueRows<Row extends Due> {
  constructor(
    protected readonly tx: Tx,
    private readonly target: EntityTarget<Row>,
  ) {}

  /**
   * The database's clock, in epoch ms. Leases are judged by it alone: the clocks of several hosts differ, and each of
   * them can be set.
   */
  protected get clock(): string {
    return this.tx.connection.options.type === 'mysql'
      ? 'ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000)'
      : "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
  }

  /**
   * Takes up to `limit` due rows, oldest first, for the time of a lease. No other process takes these rows meanwhile.
   * Returns the rows with this attempt counted. If the last attempt on a row ended without a result, that row is taken
   * alone: should it make the process die, it takes no other row along.
   */
  async claim(now: Instant, limit: number, { token, leaseMs }: Claim): Promise<Row[]> {
    const query = this.free(leaseMs)
      .andWhere('row.dueAt <= :now', { now })
      .andWhere(`row.unfinished < ${MOST_UNFINISHED}`)
      .orderBy('row.dueAt')
      .addOrderBy('row.id')
      .take(limit);
    if (this.tx.connection.options.type === 'mysql') query.setLock('pessimistic_write').setOnLocked('skip_locked');
    const found = await query.getMany();
    const suspect = found.find(({ unfinished }) => unfinished > 0);
    const rows = suspect ? [suspect] : found;
    if (rows.length === 0) return [];
    await this.update(
      rows.map(({ id }) => ({ id })),
      { claim: token, ...this.lease(leaseMs), attempts: () => 'attempts + 1', unfinished: () => 'unfinished + 1' },
    );
    return rows
      .map((row) => Object.assign(row, { claim: token, attempts: row.attempts + 1, unfinished: row.unfinished + 1 }))
      .sort((a, b) => a.id - b.id);
  }

  /** Makes the lease of held rows last again; leaves rows alone that others hold by now. */
  async extendLease(rows: Held[], leaseMs: number): Promise<void> {
    await this.update(rows.map(heldAs), this.lease(leaseMs));
  }

  /**
   * True if the row is still its holder's, whose lease then lasts again: asked directly before anything that others can
   * see. A process that slept for longer than its lease has lost its rows. `noted` is written with the lease.
   */
  protected async confirmed(row: Held, leaseMs: number, noted: object = {}): Promise<boolean> {
    return (await this.update([heldAs(row)], { ...this.lease(leaseMs), ...noted })) === 1;
  }

  /** Gives rows back as if they had not been claimed, due at `dueAt`; settled rows stay as they are. */
  async giveBack(rows: Held[], dueAt: Instant): Promise<void> {
    const waiting = rows.map((row) => ({ ...heldAs(row), dueAt: Not(IsNull()) }));
    await this.update(waiting, { ...FREE, dueAt, attempts: () => 'attempts - 1' });
  }

  /** The rows that nobody works on and that made the process hang or die each time. */
  poisonous(leaseMs: number): Promise<Row[]> {
    return this.free(leaseMs).andWhere('row.dueAt > 0').andWhere(`row.unfinished >= ${MOST_UNFINISHED}`).getMany();
  }

  /** Leaves rows alone until `dueAt`; then each is taken alone once more. */
  async putAside(rows: Held[], dueAt: Instant): Promise<void> {
    await this.update(rows.map(heldAs), { ...FREE, dueAt, unfinished: MOST_UNFINISHED - 1 });
  }

  /** The earliest moment at which a row that nobody holds is due; null if no such row waits. */
  async nextDueAt(leaseMs: number): Promise<Instant | null> {
    const row = await this.free(leaseMs)
      .select('row.dueAt', 'at')
      .andWhere('row.dueAt > 0')
      .andWhere(`row.unfinished < ${MOST_UNFINISHED}`)
      .orderBy('row.dueAt')
      .limit(1)
      .getRawOne<{ at: string | number }>();
    return row ? Number(row.at) : null;
  }

  /** Makes all waiting rows due that would fall due later: the clock by which their moments were computed was set since. */
  async makeDue(now: Instant): Promise<void> {
    await this.update([{ dueAt: MoreThan(now) }], { dueAt: now });
  }

  /** Counts the rows that wait; `column` says how old a row is. */
  protected async backlogBy(column: keyof Row & string): Promise<Backlog> {
    const row = await this.rows()
      .select('COUNT(*)', 'waiting')
      .addSelect(`MIN(row.${column})`, 'oldestAt')
      .addSelect('MIN(row.dueAt)', 'dueAt')
      // SQLite uses no index for IS NOT NULL.
      .where('row.dueAt > 0')
      .getRawOne<{ waiting: string | number; oldestAt: string | number | null; dueAt: string | number | null }>();
    const momentOf = (value: string | number | null | undefined) => (value == null ? null : Number(value));
    return { waiting: Number(row?.waiting ?? 0), oldestAt: momentOf(row?.oldestAt), dueAt: momentOf(row?.dueAt) };
  }

  private rows(): SelectQueryBuilder<Row> {
    return this.tx.createQueryBuilder(this.target, 'row');
  }

  /** The rows that nobody holds. A lease that ends later than a lease can was given while the clock was wrong. */
  private free(leaseMs: number): SelectQueryBuilder<Row> {
    const { clock } = this;
    const isOver = `row.claimedUntil <= ${clock} OR row.claimedUntil > ${clock} + ${leaseMs}`;
    return this.rows().where(`(row.claimedUntil IS NULL OR ${isOver})`);
  }

  private lease(leaseMs: number) {
    return { claimedUntil: () => `${this.clock} + ${leaseMs}` };
  }

  /** Returns how many rows were changed. */
  private async update(which: object[], columns: object): Promise<number> {
    if (which.length === 0) return 0;
    const query = this.tx.createQueryBuilder().update(this.target);
    const { affected } = await query
      .set(columns as never)
      .where(which)
      .execute();
    return affected ?? 0;
  }
}
