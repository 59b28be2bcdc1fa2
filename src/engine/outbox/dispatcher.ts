import type { OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import { AppError, codeOf } from '../../domain/errors';
import { type Instant, SECOND } from '../../domain/time';
import type { AppRefusal } from '../app-refusal';
import type { Core } from '../core';
import { Lanes } from '../queue/lanes';
import { EVERYTHING, type Pauses } from '../queue/pauses';
import { afterFailure, heldBackMs } from '../queue/retry';
import type { Delivery } from './delivery';
import type { UndeliveredRows } from './undelivered';

const LANES = 50;
const ATTACHMENT_LANES = 4;
const MARK_LANES = 2;

/** The key under which all sending pauses: an API's limit is used up. */
const SENDING = 'sending';

export interface DispatcherParts {
  core: Core;
  delivery: Pick<Delivery, 'deliver'>;
  undelivered: Pick<UndeliveredRows, 'giveUp' | 'isGone' | 'meanwhile'>;
  refusal: Pick<AppRefusal, 'current'>;
  pauses: Pauses;
}

/** Outbox → Feishu: one lane per recipient, pauses, retries. A row that a crash left behind is simply due again. */
export class Dispatcher {
  readonly lanes: Lanes<OutboxRow>;

  constructor(private readonly parts: DispatcherParts) {
    this.lanes = new Lanes({
      ...parts.core,
      storeOf: (tx: Tx) => new OutboxStore(tx),
      laneOf,
      work: (row) => this.send(row),
      pools: { outbox: (row) => !isAttachment(row), attachments: isAttachment },
      places: LANES,
    });
  }

  /** Sends one row after the other in a lane, so that a person reads messages in their order. */
  private async send(row: OutboxRow): Promise<Instant | null> {
    const { core, delivery, pauses } = this.parts;
    const now = core.clock.now();
    const keys = isAttachment(row) ? [laneOf(row)] : [laneOf(row), SENDING];
    const waitMs = pauses.waitMs(keys, now);
    if (waitMs > 0) return this.putOff(row, now + waitMs);
    try {
      await delivery.deliver(row);
    } catch (error) {
      const heldMs = heldBackMs(error);
      if (heldMs !== null) return this.heldBack(row, error, core.clock.now() + heldMs);
      if (codeOf(error) === 'claim_lost') core.log.info({ outboxId: row.id }, 'another process sends this message');
      else if (!(await this.failed(row, error))) return core.clock.now() + SECOND;
    }
    return null;
  }

  /** A limit is used up: nothing else that needs it is drawn in vain meanwhile. */
  private heldBack(row: OutboxRow, error: unknown, until: Instant): Promise<Instant> {
    const isOfLane = codeOf(error) === 'feishu_target_busy' || isAttachment(row);
    this.parts.pauses.pause(isOfLane ? laneOf(row) : SENDING, until);
    return this.putOff(row, until);
  }

  private async putOff(row: OutboxRow, until: Instant): Promise<Instant> {
    await this.parts.core.inTransaction((tx) => new OutboxStore(tx).giveBack([row], until));
    return until;
  }

  /** True if the row is settled; false if it will be tried again. */
  private async failed(row: OutboxRow, error: unknown): Promise<boolean> {
    const { core, pauses, undelivered, refusal } = this.parts;
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
    if (pause !== null) pauses.pause(pause === 'all' && !isMark(row) ? EVERYTHING : laneOf(row), at);
    log.warn({ err: error, outboxId: row.id, attempts: row.attempts }, 'message not sent; it will be tried again');
    const lastError = String(codeOf(error) ?? 'error');
    await inTransaction((tx) => new OutboxStore(tx).failed(row, at, { lastError, puzzled, unreachableSince }));
    if (unreachableSince !== null && row.unreachableSince === null) await undelivered.meanwhile(row);
    return false;
  }
}

const isAttachment = ({ notice }: OutboxRow): boolean => !('to' in notice);

/** A refused mark tells nothing of messages: none of them waits for it. */
const isMark = ({ notice }: OutboxRow): boolean => notice.kind === 'mark_recorded';

/**
 * Attachments have a few lanes of their own: they take long, and each is held in memory. Marks have others: they are
 * quick, and hold up nothing.
 */
function laneOf(row: OutboxRow): string {
  const { id, notice } = row;
  if (isMark(row)) return `mark:${id % MARK_LANES}`;
  return 'to' in notice ? notice.to.id : `attachment:${id % ATTACHMENT_LANES}`;
}
