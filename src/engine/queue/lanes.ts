import type { Logger } from 'pino';
import type { DueRows } from '../../db/due-rows';
import type { Due } from '../../db/engine-rows';
import type { InTransaction, Tx } from '../../db/transaction';
import { type Clock, type Instant, SECOND } from '../../domain/time';
import type { Load } from './load';

/** A process that shows no sign of life for so long loses its rows; a crash delays a message by no more. */
export const LEASE_MS = 15 * SECOND;
const EXTEND_EVERY_MS = 5 * SECOND;

/** Rows in hand over all lanes, and of one lane: the others of a slow lane wait in the database. */
const MOST_IN_HAND = 200;
const MOST_OF_A_LANE = 20;

/** How long a full lane takes no more rows. */
const FULL_MS = SECOND;

export interface LanesParts<Row extends Due> {
  inTransaction: InTransaction;
  clock: Clock;
  /** Makes tokens that no other process makes. */
  newClaim: () => string;
  log: Logger;
  storeOf: (tx: Tx) => Pick<DueRows<Row>, 'claim' | 'extendLease' | 'giveBack'>;
  laneOf: (row: Row) => string;
  /** Works on one row. Returns null, or the moment until which the rest of the lane waits. Must not throw. */
  work: (row: Row) => Promise<Instant | null>;
  /** The pools that the rows belong to, for the metrics; each row to one. */
  pools: Record<string, (row: Row) => boolean>;
  /** The largest number of lanes at work. */
  places: number;
  /** There is room, or a row's work may be work for others. */
  wake: () => void;
}

/**
 * Workers for the rows of one table: in order within a lane, lanes side by side. A slow lane holds up no other, and rows
 * are claimed while others are in work.
 */
export class Lanes<Row extends Due> {
  private readonly lanes = new Map<string, Row[]>();
  private readonly closedUntil = new Map<string, number>();
  private readonly inHand = new Map<number, Row>();
  private readonly inWork = new Set<Row>();
  private readonly resting: string[] = [];
  private working = 0;
  private extending: NodeJS.Timeout | null = null;
  private hasSuspect = false;
  private isWaking = false;
  private isStopped = false;
  private waiters: (() => void)[] = [];

  constructor(private readonly parts: LanesParts<Row>) {}

  /** The rows in hand, by pool; all pools together take `limit`. */
  get load(): Load[] {
    const rows = [...this.inHand.values()];
    return Object.entries(this.parts.pools).map(([pool, has]) => {
      const working = [...this.inWork].filter(has).length;
      return { pool, waiting: rows.filter(has).length - working, working, limit: MOST_IN_HAND };
    });
  }

  /** Claims due rows and begins to work on them. True if more may be due. */
  async run(): Promise<boolean> {
    const room = MOST_IN_HAND - this.inHand.size;
    if (room <= 0 || this.hasSuspect || this.isStopped) return false;
    const { inTransaction, clock, storeOf, newClaim } = this.parts;
    const claim = { token: newClaim(), leaseMs: LEASE_MS };
    const rows = await inTransaction((tx) => storeOf(tx).claim(clock.now(), Math.min(room, 100), claim));
    this.hasSuspect = rows.some(({ unfinished }) => unfinished > 1);
    const refused = rows.filter((row) => !this.take(row));
    if (refused.length > 0) await this.putBack(refused, clock.now() + FULL_MS);
    return rows.length > refused.length;
  }

  /** Resolves when no row is in hand. */
  async idle(): Promise<void> {
    if (this.isBusy) await new Promise<void>((resolve) => this.waiters.push(resolve));
  }

  get isBusy(): boolean {
    return this.inHand.size > 0 || this.isWaking;
  }

  /** Begins no more work, gives back what has not begun, and waits for the rest. */
  async stop(): Promise<void> {
    this.isStopped = true;
    const unbegun = [...this.lanes.values()].flatMap((rows) => rows.splice(0));
    await this.putBack(unbegun, this.parts.clock.now()).catch(() => undefined);
    for (const { id } of unbegun) this.inHand.delete(id);
    this.settled();
    await this.idle();
  }

  /** False if the lane is full: to keep their order, its later rows wait, too. */
  private take(row: Row): boolean {
    const name = this.parts.laneOf(row);
    const lane = this.lanes.get(name);
    const now = this.parts.clock.now();
    const closedFor = (this.closedUntil.get(name) ?? now) - now;
    // A lane that is closed for longer was closed before the clock was set back.
    if (closedFor > 0 && closedFor <= FULL_MS) return false;
    this.closedUntil.delete(name);
    if (lane && lane.length >= MOST_OF_A_LANE) {
      this.closedUntil.set(name, now + FULL_MS);
      return false;
    }
    this.inHand.set(row.id, row);
    this.keepLease();
    if (lane) lane.push(row);
    else {
      this.lanes.set(name, [row]);
      this.resting.push(name);
      this.begin();
    }
    return true;
  }

  private begin(): void {
    while (this.working < this.parts.places) {
      const name = this.resting.shift();
      if (name === undefined) return;
      this.working += 1;
      void this.workOff(name).finally(() => {
        this.working -= 1;
        this.begin();
      });
    }
  }

  private async workOff(name: string): Promise<void> {
    const rows = this.lanes.get(name) ?? [];
    for (let row = rows.shift(); row; row = rows.shift()) {
      this.inWork.add(row);
      const waits = await this.parts.work(row).catch((error: unknown) => this.failed(row, error));
      this.inWork.delete(row);
      this.inHand.delete(row.id);
      if (waits !== null && rows.length > 0) {
        const rest = rows.splice(0);
        await this.putBack(rest, waits).catch(() => undefined);
        for (const { id } of rest) this.inHand.delete(id);
      }
      this.settled();
    }
    this.lanes.delete(name);
  }

  /** Whatever was thrown, the process lives: the row is no suspect, and is tried again. */
  private async failed(row: Row, error: unknown): Promise<Instant> {
    const { clock, log } = this.parts;
    log.error({ err: error, rowId: row.id }, 'work on a row failed; it is tried again');
    const dueAt = clock.now() + SECOND;
    await this.putBack([row], dueAt).catch(() => undefined);
    return dueAt;
  }

  private putBack(rows: Row[], dueAt: Instant): Promise<void> {
    if (rows.length === 0) return Promise.resolve();
    return this.parts.inTransaction((tx) => this.parts.storeOf(tx).giveBack(rows, dueAt));
  }

  /** A row has a result: that may be work for others, and there may be room for more. */
  private settled(): void {
    if (this.inHand.size === 0) {
      this.hasSuspect = false;
      if (this.extending) clearInterval(this.extending);
      this.extending = null;
    }
    if (this.isWaking) return;
    this.isWaking = true;
    setImmediate(() => {
      this.isWaking = false;
      if (!this.isStopped) this.parts.wake();
      if (this.inHand.size === 0) for (const resolve of this.waiters.splice(0)) resolve();
    });
  }

  private keepLease(): void {
    this.extending ??= setInterval(() => {
      const rows = [...this.inHand.values()];
      // If the database is away, no other process can claim the rows either; the next interval tries again.
      void this.parts.inTransaction((tx) => this.parts.storeOf(tx).extendLease(rows, LEASE_MS)).catch(() => undefined);
    }, EXTEND_EVERY_MS);
  }
}
