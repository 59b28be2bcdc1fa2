import type { OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import { AppError, codeOf } from '../../domain/errors';
import { SECOND } from '../../domain/time';
import type { AppRefusal } from '../app-refusal';
import type { Core } from '../core';
import { inLanes, onLease } from '../queue/queue';
import type { RateLimits } from '../queue/rate-limits';
import { afterFailure } from '../queue/retry';
import type { Delivery } from './delivery';
import type { UndeliveredRows } from './undelivered';

const BATCH = 100;

export interface DispatcherParts {
  core: Core;
  delivery: Pick<Delivery, 'deliver'>;
  undelivered: Pick<UndeliveredRows, 'giveUp' | 'isGone' | 'meanwhile'>;
  refusal: Pick<AppRefusal, 'current'>;
  limits: RateLimits;
}

/** Outbox → Feishu: one lane per recipient, rate limits, retries. A row that a crash left behind is simply due again. */
export class Dispatcher {
  constructor(private readonly parts: DispatcherParts) {}

  /** Sends what may be sent now. True if it did anything, so that there may be more to send. */
  async run(): Promise<boolean> {
    const { core, limits } = this.parts;
    limits.tidy(core.clock.now());
    const lease = { ...core, storeOf: (tx: Tx) => new OutboxStore(tx), limit: BATCH };
    return onLease(lease, async (rows) => {
      const progress = await Promise.all(inLanes(rows, laneOf).map((lane) => this.runLane(lane)));
      return progress.some(Boolean);
    });
  }

  /** Sends one row after the other, so that a person reads messages in their order. */
  private async runLane(lane: OutboxRow[]): Promise<boolean> {
    const { core, delivery, limits } = this.parts;
    let progress = false;
    for (const [i, row] of lane.entries()) {
      const now = core.clock.now();
      const waitMs = limits.take(laneOf(row), now);
      if (waitMs > 0) {
        await this.postponeAll(lane.slice(i), now + waitMs);
        return progress;
      }
      progress = true;
      try {
        await delivery.deliver(row);
      } catch (error) {
        const isOver = await this.failed(row, error);
        if (!isOver) {
          await this.postponeAll(lane.slice(i + 1), now + SECOND);
          return progress;
        }
      }
    }
    return progress;
  }

  private async postponeAll(rows: OutboxRow[], dueAt: number): Promise<void> {
    await this.parts.core.inTransaction(async (tx) => {
      for (const row of rows) await new OutboxStore(tx).postpone(row, dueAt, null, false);
    });
  }

  /** True if the row is settled; false if it will be tried again. */
  private async failed(row: OutboxRow, error: unknown): Promise<boolean> {
    const { core, limits, undelivered, refusal } = this.parts;
    const { clock, log, random, inTransaction } = core;
    const facts = { ...row, refusedSince: refusal.current()?.since ?? null };
    const next = afterFailure(error, facts, clock.now(), random());
    if (next.what === 'final') {
      log.error({ err: error, outboxId: row.id, recordId: row.recordId }, 'message is undeliverable');
      await undelivered.giveUp(row, error);
      return true;
    }
    const { at, pause, puzzled, unreachableSince } = next;
    if (unreachableSince !== null && row.unreachableSince === null && (await undelivered.isGone(row))) {
      await undelivered.giveUp(row, new AppError('feishu_person_left', 'Feishu says that the person left'));
      return true;
    }
    if (pause !== null) limits.pause(pause === 'all' ? '' : laneOf(row), at);
    log.warn({ err: error, outboxId: row.id, attempts: row.attempts }, 'message not sent; it will be tried again');
    const lastError = String(codeOf(error) ?? 'error');
    await inTransaction((tx) => new OutboxStore(tx).failed(row, at, { lastError, puzzled, unreachableSince }));
    if (unreachableSince !== null && row.unreachableSince === null) await undelivered.meanwhile(row);
    return false;
  }
}

function laneOf({ notice }: OutboxRow): string {
  return 'to' in notice ? notice.to.id : `attachment:${notice.messageId}`;
}
