import type { Logger } from 'pino';
import { OutboxStore } from '../../db/outbox-store';
import type { OutboxRow } from '../../db/rows';
import type { InTransaction } from '../../db/transaction';
import { codeOf, type ErrorCode } from '../../domain/errors';
import { type Clock, SECOND } from '../../domain/time';
import { enqueueAll, type NewId } from '../commands/commit';
import type { Metrics } from '../metrics';
import type { Departures } from '../organisation/departures';
import { inLanes } from '../queue/lanes';
import { onLease } from '../queue/lease';
import type { Limits } from '../queue/rate-limits';
import { isHopeless, retryAt } from '../queue/retry';
import type { MessageNotice } from '../workflow';
import type { Delivery } from './delivery';

const BATCH = 100;

/** The platform's word is final for this recipient or this message. */
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

/** The recipient is no longer there at all. */
const DEPARTED: ReadonlySet<ErrorCode | null> = new Set(['feishu_person_left', 'feishu_group_lost']);

export interface DispatcherParts {
  inTransaction: InTransaction;
  delivery: Delivery;
  limits: Limits;
  metrics: Metrics;
  clock: Clock;
  newId: NewId;
  /** In [0, 1), for jitter. */
  random: () => number;
  departures: Pick<Departures, 'left'>;
  /** Told once of each recipient that cannot be reached. */
  admins: () => string[];
  log: Logger;
}

/** Outbox → Feishu: a lane a recipient, rate limits, retries; a row left behind by a crash is simply due again. */
export class Dispatcher {
  private readonly delivery: Delivery;

  constructor(private readonly parts: DispatcherParts) {
    this.delivery = parts.delivery;
  }

  /** Sends what may be sent now. True where it did anything at all, so that there may be more. */
  async run(): Promise<boolean> {
    this.parts.limits.tidy(this.parts.clock.now());
    return onLease(
      this.parts,
      (tx) => new OutboxStore(tx),
      BATCH,
      async (rows) => {
        const progress = await Promise.all(inLanes(rows, laneOf).map((lane) => this.runLane(lane)));
        return progress.some(Boolean);
      },
    );
  }

  /** One after the other: what a person is told keeps its order. */
  private async runLane(lane: OutboxRow[]): Promise<boolean> {
    let progress = false;
    for (const [i, row] of lane.entries()) {
      const now = this.parts.clock.now();
      const waitMs = this.parts.limits.take(laneOf(row), now);
      if (waitMs > 0) {
        await this.postponeAll(lane.slice(i), now + waitMs);
        return progress;
      }
      progress = true;
      try {
        await this.delivery.deliver(row);
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
    await this.parts.inTransaction(async (tx) => {
      for (const row of rows) await new OutboxStore(tx).postpone(row, dueAt, null, false);
    });
  }

  /** True where the row is done with; false where it will be tried again. */
  private async failed(row: OutboxRow, error: unknown): Promise<boolean> {
    const { inTransaction, clock, limits, log, random } = this.parts;
    const code = codeOf(error);
    if (FINAL.has(code) || isHopeless(error, row.attempts)) {
      log.error({ err: error, outboxId: row.id, recordId: row.recordId }, 'undeliverable');
      await this.giveUp(row, error);
      return true;
    }
    const dueAt = retryAt(error, row.attempts, clock.now(), random());
    if (code === 'feishu_target_busy') limits.pause(laneOf(row), dueAt);
    if (code === 'feishu_rate_limited') limits.pause('', dueAt);
    log.warn({ err: error, outboxId: row.id, attempts: row.attempts }, 'not sent; it will be tried again');
    await inTransaction((tx) => new OutboxStore(tx).postpone(row, dueAt, String(code ?? 'error')));
    return false;
  }

  /** Feishu will never take it: the next best hears of it instead, and the admins are told once (design §2). */
  private async giveUp(row: OutboxRow, error: unknown): Promise<void> {
    const { notice } = row;
    this.parts.metrics.undeliverable.inc();
    if (notice.kind === 'keep_attachment') return this.delivery.attachmentSettled(row, notice, null, codeOf(error));
    const why = codeOf(error) ?? 'error';
    if (notice.kind === 'forward') return this.delivery.forwardRefused(row, notice, why);
    // Whose cases are passed on, and who is told of that, is decided once for all of them.
    const isNews = DEPARTED.has(codeOf(error)) && (await this.parts.departures.left(notice.to, why));
    const { inTransaction, clock, newId, admins } = this.parts;
    const now = clock.now();
    const { workflow: name, recordId } = row;
    const items = await this.delivery.itemsOf(row);
    const wasAboutThis = notice.kind === 'message' && notice.name === 'undeliverable';
    await inTransaction(async (tx) => {
      const outbox = new OutboxStore(tx);
      await outbox.settle(row.id, 'refused', why);
      if (wasAboutThis || isNews) return;
      const params = { to: notice.to.id, toType: notice.to.type, why };
      const tell = (recipient: MessageNotice['to']): MessageNotice => ({
        kind: 'message',
        name: 'undeliverable',
        to: recipient,
        params,
      });
      const told = new Set<string>();
      for (const { record, notice: said } of items) {
        const heirs = this.delivery.workflowOf(row).nextBest(said, record).map(tell);
        for (const { to } of heirs) told.add(to.id);
        await enqueueAll(tx, name, record?.id ?? 0, heirs, { now, newId });
      }
      for (const id of admins()) {
        if (told.has(id)) continue;
        const dedupeKey = `undeliverable:${notice.to.id}:${id}`;
        const word = { workflow: name, recordId, notice: tell({ type: 'person', id }), uuid: newId(), dedupeKey };
        await outbox.enqueue(word, now);
      }
    });
  }
}

function laneOf(row: OutboxRow): string {
  return 'to' in row.notice ? row.notice.to.id : `attachment:${row.notice.messageId}`;
}
