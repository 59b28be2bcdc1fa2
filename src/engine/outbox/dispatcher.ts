import type { OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import { codeOf, type ErrorCode } from '../../domain/errors';
import { SECOND } from '../../domain/time';
import type { Core } from '../core';
import { inLanes, onLease } from '../queue/queue';
import type { RateLimits } from '../queue/rate-limits';
import { isHopeless, retryAt } from '../queue/retry';
import type { Delivery } from './delivery';
import type { UndeliveredRows } from './undelivered';

const BATCH = 100;

/** Errors that are final for this recipient or this message. */
const FINAL: ReadonlySet<ErrorCode | null> = new Set([
  'feishu_target_gone',
  'feishu_person_left',
  'feishu_group_lost',
  'feishu_message_gone',
  'feishu_not_allowed',
  'feishu_content_refused',
  'feishu_too_large',
  'feishu_card_rejected',
]);

export interface DispatcherParts {
  core: Core;
  delivery: Pick<Delivery, 'deliver'>;
  undelivered: Pick<UndeliveredRows, 'giveUp'>;
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
    const { core, limits, undelivered } = this.parts;
    const { clock, log, random, inTransaction } = core;
    const code = codeOf(error);
    if (FINAL.has(code) || isHopeless(error, row.attempts)) {
      log.error({ err: error, outboxId: row.id, recordId: row.recordId }, 'message is undeliverable');
      await undelivered.giveUp(row, error);
      return true;
    }
    const dueAt = retryAt(error, row.attempts, clock.now(), random());
    if (code === 'feishu_target_busy') limits.pause(laneOf(row), dueAt);
    if (code === 'feishu_rate_limited') limits.pause('', dueAt);
    log.warn({ err: error, outboxId: row.id, attempts: row.attempts }, 'message not sent; it will be tried again');
    await inTransaction((tx) => new OutboxStore(tx).postpone(row, dueAt, String(code ?? 'error')));
    return false;
  }
}

function laneOf({ notice }: OutboxRow): string {
  return 'to' in notice ? notice.to.id : `attachment:${notice.messageId}`;
}
