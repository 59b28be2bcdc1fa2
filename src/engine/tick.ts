import type { OutboxRow } from '../db/engine-rows';
import { holdMutex } from '../db/mutex';
import { OutboxStore } from '../db/outbox-store';
import { PeriodStore } from '../db/period-store';
import type { Tx } from '../db/transaction';
import { PROGRAM } from '../domain/actor';
import { codeOf } from '../domain/errors';
import { datedReminder } from '../domain/reminder-figures';
import { HOUR, type Instant } from '../domain/time';
import { commit, enqueueAll, openRecord } from './commands/commit';
import { type Core, contextOf } from './core';
import { BOT, type Desk } from './desk';
import { bundlesOf } from './outbox/notice-items';
import type { AnyWorkflow, Moment } from './workflow';

const BATCH = 200;

export interface TickParts {
  core: Omit<Core, 'directory' | 'metrics' | 'texts' | 'random'>;
  /** The bot's own moments, beside those of the workflows, and what its digests say in place of other messages. */
  desk: Pick<Desk, 'moments' | 'folds'>;
  /** Jobs of every tick. */
  eachTick: (() => Promise<void>)[];
  /** Jobs that run about once an hour. */
  housekeeping: (() => Promise<void>)[];
}

/**
 * The clock's side of the engine: reminders that are due and moments that have come. Any number of processes may tick at
 * once: a record's version decides who reminds, a slot who reports.
 */
export class Tick {
  private tidiedAt: Instant = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: TickParts) {}

  /** Says what the clock asks for now. Never throws: the next tick tries again. */
  async run(): Promise<void> {
    const { core, desk } = this.parts;
    for (const workflow of core.workflows.all) {
      await this.safely({ workflow: workflow.name }, async () => {
        await this.remind(workflow);
        await this.serveDue(workflow.name, workflow.moments);
      });
    }
    await this.safely({}, () => this.serveDue(BOT, desk.moments));
    await this.releaseHeld().catch((error: unknown) => this.stillHeld(error));
    for (const job of this.parts.eachTick) await this.safely({}, job);
    // What was said just now must not wait for the jobs of the hour.
    core.wake();
    await this.tidy();
  }

  /** The earliest moment at which the clock alone has something to say; null if nothing waits for the clock. */
  async nextMoment(): Promise<Instant | null> {
    const { inTransaction, workflows, clock } = this.parts.core;
    const moments = [...this.parts.desk.moments, ...workflows.all.flatMap((workflow) => workflow.moments)];
    const reminders = await Promise.all(
      workflows.all.map((workflow) => inTransaction((tx) => workflow.store(tx).earliestReminder())),
    );
    const known = [...reminders.filter((at) => at !== null), ...moments.map((moment) => moment.nextSlot(clock.now()))];
    return known.length === 0 ? null : Math.min(...known);
  }

  private async safely(of: object, work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => this.parts.core.log.error({ err: error, ...of }, 'tick failed'));
  }

  private async remind(workflow: AnyWorkflow): Promise<void> {
    const { inTransaction, clock } = this.parts.core;
    const left = new Set<number>();
    for (;;) {
      const due = await inTransaction((tx) => workflow.store(tx).dueForReminder(clock.now(), BATCH + left.size));
      const ids = due.filter((id) => !left.has(id));
      if (ids.length === 0) return;
      for (const id of ids) if (!(await this.remindOf(workflow, id))) left.add(id);
    }
  }

  /**
   * Checks the record again in the transaction that reminds, so that a record that moved is not chased. False if the
   * record is left to the next tick: a record that cannot be decided holds up no other.
   */
  private async remindOf(workflow: AnyWorkflow, id: number): Promise<boolean> {
    const { core } = this.parts;
    try {
      return await core.inTransaction(async (tx) => {
        const record = await workflow.store(tx).get(id);
        const decision = record && workflow.rules.remind(record, contextOf(core, PROGRAM));
        if (!record || !decision?.ok) return false;
        const notices = decision.notices.map((notice) => datedReminder(notice, record.nextReminderAt));
        await commit(tx, core, workflow, { ...decision, notices }, record);
        return true;
      });
    } catch (error) {
      // A stale record: another process was faster, or somebody just tapped.
      if (codeOf(error) !== 'stale_record') {
        const of = { workflow: workflow.name, recordId: id };
        core.log.error({ err: error, ...of }, 'reminder not decided; the next tick tries again');
      }
      return false;
    }
  }

  /**
   * Releases the gathered reminders: those to one recipient go out as one message, for all workflows. One process
   * at a time: what another process gathered before it waited for this lock is committed too, so nothing is missing.
   */
  private async releaseHeld(): Promise<void> {
    const { inTransaction, clock, newId } = this.parts.core;
    if (!(await inTransaction((tx) => new OutboxStore(tx).anyHeld()))) return;
    const now = clock.now();
    await inTransaction(async (tx) => {
      await holdMutex(tx, 'gathered', now);
      const outbox = new OutboxStore(tx);
      const { single, bundles } = bundlesOf(await this.unfolded(tx, now));
      if (single.length > 0) await outbox.release(single, now);
      for (const { notice, ids } of bundles) {
        await outbox.enqueue({ workflow: BOT, recordId: 0, notice, uuid: newId() }, now);
        await outbox.bundled(ids);
      }
    });
  }

  /** The gathered messages that are to be said now: those that a digest says are settled, or wait for the digest. */
  private async unfolded(tx: Tx, now: Instant): Promise<OutboxRow[]> {
    const outbox = new OutboxStore(tx);
    const rows = await outbox.held();
    const folds = await this.parts.desk.folds(tx, rows, now);
    const said = rows.filter(({ id }) => folds.get(id) === 'said').map(({ id }) => id);
    if (said.length > 0) await outbox.bundled(said);
    for (const row of rows) {
      const fold = folds.get(row.id);
      if (typeof fold === 'object') await outbox.holdUntil(row, fold.until);
    }
    return rows.filter(({ id }) => (folds.get(id) ?? 'send') === 'send');
  }

  private stillHeld(error: unknown): void {
    this.parts.core.log.error({ err: error }, 'gathered reminders are still held');
  }

  private async serveDue(owner: string, moments: Moment[]): Promise<void> {
    const { inTransaction, clock } = this.parts.core;
    const now = clock.now();
    const come = moments.flatMap((moment) => {
      const slot = moment.slot(now);
      return slot === null ? [] : [{ moment, slot, job: `${owner}.${moment.name}` }];
    });
    if (come.length === 0) return;
    const taken = await inTransaction((tx) => new PeriodStore(tx).taken(come, now));
    for (const { moment, slot, job } of come) {
      if (!taken.has(job)) await this.safely({ moment: job }, () => this.serve(owner, moment, { slot, job }));
    }
  }

  private async serve(owner: string, moment: Moment, { slot, job }: { slot: Instant; job: string }): Promise<void> {
    const { core } = this.parts;
    await core.inTransaction(async (tx) => {
      if (!(await new PeriodStore(tx).take(job, slot, core.clock.now()))) return;
      await enqueueAll(tx, core, { workflow: owner, recordId: 0 }, await moment.notices(tx, slot));
      const opened = (await moment.opens?.(tx, slot, contextOf(core, PROGRAM))) ?? [];
      for (const one of opened) await openRecord(tx, core, one);
    });
  }

  private async tidy(): Promise<void> {
    const now = this.parts.core.clock.now();
    if (now - this.tidiedAt < HOUR) return;
    this.tidiedAt = now;
    for (const task of this.parts.housekeeping) {
      await task().catch((error: unknown) => this.parts.core.log.warn({ err: error }, 'housekeeping failed'));
    }
    this.parts.core.wake();
  }
}
