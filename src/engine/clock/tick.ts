import type { Logger } from 'pino';
import { OutboxStore } from '../../db/outbox-store';
import { holdMutex, PeriodStore } from '../../db/small-stores';
import type { InTransaction } from '../../db/transaction';
import { codeOf } from '../../domain/errors';
import { type Clock, HOUR, type Instant } from '../../domain/time';
import { commit, enqueueAll, type NewId } from '../commands/commit';
import { bundlesOf } from '../outbox/bundles';
import type { AnyWorkflow, Periodic } from '../workflow';

const BATCH = 200;

export interface TickParts {
  inTransaction: InTransaction;
  workflows: AnyWorkflow[];
  clock: Clock;
  newId: NewId;
  /** What is tidied up about once an hour. */
  housekeeping: (() => Promise<void>)[];
  wake: () => void;
  log: Logger;
}

/**
 * The clock's side of the engine: reminders that are due and periods that have come. Any number of processes may tick
 * at once; a version decides who reminds, a slot who reports.
 */
export class Tick {
  private tidiedAt: Instant = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: TickParts) {}

  /** Sends what the clock asks for now. Never throws: the next tick tries again. */
  async run(): Promise<void> {
    const { workflows, wake, log } = this.parts;
    for (const workflow of workflows) {
      try {
        await this.remind(workflow);
        for (const periodic of workflow.periodic) await this.serve(workflow, periodic);
      } catch (error) {
        log.error({ err: error, workflow: workflow.name }, 'tick failed');
      }
    }
    await this.letGo().catch((error: unknown) => log.error({ err: error }, 'what was held is not let go yet'));
    await this.tidy();
    wake();
  }

  /** The earliest moment at which the clock alone will have something to say; null where nothing waits for it. */
  async nextMoment(): Promise<Instant | null> {
    const { inTransaction, workflows, clock } = this.parts;
    const moments = await Promise.all(
      workflows.map(async (workflow) => [
        await inTransaction((tx) => workflow.store(tx).earliestReminder()),
        ...workflow.periodic.map((periodic) => periodic.nextSlot(clock.now())),
      ]),
    );
    const known = moments.flat().filter((moment): moment is Instant => moment !== null);
    return known.length === 0 ? null : Math.min(...known);
  }

  private async remind(workflow: AnyWorkflow): Promise<void> {
    const { inTransaction, clock } = this.parts;
    const left = new Set<number>();
    for (;;) {
      const due = await inTransaction((tx) => workflow.store(tx).dueForReminder(clock.now(), BATCH + left.size));
      const ids = due.filter((id) => !left.has(id));
      if (ids.length === 0) return;
      for (const id of ids) if (!(await this.remindOf(workflow, id))) left.add(id);
    }
  }

  /**
   * Checks the record again in the transaction that reminds: what moved meanwhile is not chased. False where it is left
   * to the next tick; one that cannot be decided holds up no other.
   */
  private async remindOf(workflow: AnyWorkflow, id: number): Promise<boolean> {
    const { inTransaction, clock, newId, log } = this.parts;
    const now = clock.now();
    try {
      return await inTransaction(async (tx) => {
        const record = await workflow.store(tx).get(id);
        const decision = record && workflow.remind(record, now);
        if (!decision?.ok) return false;
        await commit(tx, workflow, decision, { now, newId });
        return true;
      });
    } catch (error) {
      // Another process was faster, or somebody just tapped.
      if (codeOf(error) !== 'stale_record') {
        log.error({ err: error, workflow: workflow.name, recordId: id }, 'not reminded; the next tick tries again');
      }
      return false;
    }
  }

  /**
   * What was gathered for one recipient goes out as one message. One process at a time: when one has gone through its
   * records, whatever another took of them is committed too, so nothing of the moment is missing.
   */
  private async letGo(): Promise<void> {
    const { inTransaction, clock, newId } = this.parts;
    if (!(await inTransaction((tx) => new OutboxStore(tx).anyHeld()))) return;
    const now = clock.now();
    await inTransaction(async (tx) => {
      await holdMutex(tx, 'gathered', now);
      const outbox = new OutboxStore(tx);
      const { single, bundles } = bundlesOf(await outbox.held());
      if (single.length > 0) await outbox.release(single, now);
      for (const { workflow, notice, ids } of bundles) {
        await outbox.enqueue({ workflow, recordId: 0, notice, uuid: newId() }, now);
        await outbox.bundled(ids);
      }
    });
  }

  private async serve(workflow: AnyWorkflow, periodic: Periodic): Promise<void> {
    const { inTransaction, clock, newId } = this.parts;
    const now = clock.now();
    const slot = periodic.slot(now);
    const job = `${workflow.name}.${periodic.name}`;
    await inTransaction(async (tx) => {
      if (!(await new PeriodStore(tx).take(job, slot))) return;
      await enqueueAll(tx, workflow.name, 0, await periodic.notices(tx, slot), { now, newId });
    });
  }

  private async tidy(): Promise<void> {
    const now = this.parts.clock.now();
    if (now - this.tidiedAt < HOUR) return;
    this.tidiedAt = now;
    for (const task of this.parts.housekeeping) {
      await task().catch((error: unknown) => this.parts.log.warn({ err: error }, 'housekeeping failed'));
    }
  }
}
