import type { Logger } from 'pino';
import { CardStore } from '../db/card-store';
import { OutboxStore } from '../db/outbox-store';
import type { CardRow } from '../db/rows';
import type { InTransaction, Tx } from '../db/transaction';
import type { RecordBase } from '../domain/decision';
import { AppError, codeOf, type ErrorCode } from '../domain/errors';
import type { CardJson, Recipient } from '../domain/messaging';
import { type Clock, DAY } from '../domain/time';
import { hashOf } from './card-hash';
import { enqueueAll, type NewId } from './commit';
import type { Directory } from './directory';
import { inLanes } from './lanes';
import { onLease } from './lease';
import { backOffMs, type Limits } from './limits';
import type { Metrics } from './metrics';
import type { Outgoing } from './outgoing';
import type { AnyWorkflow } from './workflow';

const BATCH = 50;
/** How long the platform takes changes to a card, and how long we wait with posting it anew. */
const CHANGEABLE_MS = 14 * DAY;
const RENEWED_AFTER_MS = 13 * DAY;
/** An answer that nobody expects: tried this often, then the card is given up. */
const TRIES_IF_UNKNOWN = 6;

/** No patch will ever reach this card again. */
const GONE: ReadonlySet<ErrorCode | null> = new Set([
  'feishu_message_gone',
  'feishu_card_too_old',
  'feishu_target_gone',
  'feishu_not_allowed',
]);

/** The chat is still there, only this card is not: deleted, or older than the platform's 14 days (design §3.3). */
const REPLACED: ReadonlySet<ErrorCode | null> = new Set(['feishu_message_gone', 'feishu_card_too_old']);

export interface ReconcilerParts {
  inTransaction: InTransaction;
  workflows: AnyWorkflow[];
  directory: Directory;
  outgoing: Outgoing;
  limits: Limits;
  metrics: Metrics;
  clock: Clock;
  newId: NewId;
  random: () => number;
  wake: () => void;
  log: Logger;
}

/** Cards are projections: whichever is behind its record is drawn again from the record as it is now, and patched. */
export class Reconciler {
  constructor(private readonly parts: ReconcilerParts) {}

  /** Brings up to date what may be patched now. True where it did anything, so that there may be more. */
  async run(): Promise<boolean> {
    return onLease(
      this.parts,
      (tx) => new CardStore(tx),
      BATCH,
      async (cards) => {
        const lanes = inLanes(cards, ({ chatId }) => chatId);
        const progress = await Promise.all(
          lanes.map(async (lane) => {
            let any = false;
            for (const card of lane) any = (await this.bringUpToDate(card)) || any;
            return any;
          }),
        );
        return progress.some(Boolean);
      },
    );
  }

  private async bringUpToDate(card: CardRow): Promise<boolean> {
    const { inTransaction, workflows, directory, limits, clock } = this.parts;
    const workflow = workflows.find(({ name }) => name === card.workflow);
    const record = workflow && (await inTransaction((tx) => workflow.store(tx).get(card.recordId)));
    if (!workflow || !record) {
      await inTransaction((tx) => new CardStore(tx).bury(card.id));
      return true;
    }
    const nameOf = await directory.names(workflow.peopleIn(record));
    const drawn = workflow.render(record, card.wall, { nameOf, retired: card.retired });
    const hash = hashOf(drawn);
    if (hash !== card.shownHash) {
      const now = clock.now();
      const waitMs = limits.take(card.messageId, now);
      if (waitMs > 0) {
        await inTransaction((tx) => new CardStore(tx).postpone(card.id, now + waitMs));
        return false;
      }
      try {
        await this.patch(card, drawn);
      } catch (error) {
        return this.failed(card, workflow, record, error);
      }
    }
    await inTransaction((tx) => new CardStore(tx).shown(card, record.version, hash, clock.now()));
    return true;
  }

  /** Every card hangs anew: the platform has forgotten them all, as the sandbox's does when it stops. */
  async hangAnew(): Promise<void> {
    const { inTransaction, workflows } = this.parts;
    await inTransaction(async (tx) => {
      for (const card of await new CardStore(tx).alive()) {
        const workflow = workflows.find(({ name }) => name === card.workflow);
        const record = await workflow?.store(tx).get(card.recordId);
        await this.bury(tx, card, Boolean(workflow && record && workflow.hangs(record, card.wall)));
      }
    });
  }

  /**
   * The platform takes changes for 14 days only (design §3.3): before that the card of a record that somebody is waited
   * for is posted anew, and the old one can still say so. Others, an abandoned draft's among them, are let go.
   */
  async renew(): Promise<void> {
    const { inTransaction, workflows, clock, newId } = this.parts;
    const now = clock.now();
    await inTransaction(async (tx) => {
      for (const card of await new CardStore(tx).postedBefore(now - RENEWED_AFTER_MS, BATCH)) {
        const workflow = workflows.find(({ name }) => name === card.workflow);
        const record = await workflow?.store(tx).get(card.recordId);
        const isAwaited = record !== null && record !== undefined && record.nextReminderAt !== null;
        if (workflow && isAwaited && !card.retired && workflow.hangs(record, card.wall)) {
          const notice = { kind: 'card' as const, wall: card.wall, to: recipientOf(card) };
          const { workflow: name, recordId, id } = card;
          await new OutboxStore(tx).enqueue(
            { workflow: name, recordId, notice, uuid: newId(), dedupeKey: `renew:${id}` },
            now,
          );
        } else if (card.postedAt < now - CHANGEABLE_MS) {
          await new CardStore(tx).bury(card.id);
        }
      }
    });
    this.parts.wake();
  }

  /** The card is given up; where its wall still needs one, a new one is posted. */
  private async bury(tx: Tx, card: CardRow, isReplaced: boolean): Promise<void> {
    await new CardStore(tx).bury(card.id);
    if (!isReplaced || card.retired) return;
    const { clock, newId } = this.parts;
    const notice = { kind: 'card' as const, wall: card.wall, to: recipientOf(card) };
    await enqueueAll(tx, card.workflow, card.recordId, [notice], { now: clock.now(), newId });
  }

  private async patch(card: CardRow, drawn: CardJson): Promise<void> {
    const { outgoing, newId } = this.parts;
    try {
      await outgoing.patchCard(card.messageId, drawn);
    } catch (error) {
      if (codeOf(error) !== 'feishu_card_rejected') throw error;
      // The refused facts must reach the wall all the same; the card itself stays as it was.
      const to = recipientOf(card);
      await outgoing.sendCard({ to, uuid: newId(), replyTo: card.messageId }, drawn);
    }
  }

  private async failed(card: CardRow, workflow: AnyWorkflow, record: RecordBase, error: unknown): Promise<boolean> {
    const { inTransaction, clock, random, log } = this.parts;
    const now = clock.now();
    const code = codeOf(error);
    const isPuzzling = code === null || code === 'feishu_unknown';
    if (GONE.has(code) || (isPuzzling && card.attempts >= TRIES_IF_UNKNOWN)) {
      log.warn({ err: error, cardId: card.id, recordId: card.recordId }, 'card can no longer be changed');
      const isReplaced = isPuzzling || REPLACED.has(code);
      await inTransaction((tx) => this.bury(tx, card, isReplaced && workflow.hangs(record, card.wall)));
      return true;
    }
    const asked = error instanceof AppError ? error.retryAfterMs : null;
    log.warn({ err: error, cardId: card.id, attempts: card.attempts }, 'card not patched; it will be tried again');
    const dueAt = now + (asked ?? backOffMs(card.attempts, random()));
    await inTransaction((tx) => new CardStore(tx).postpone(card.id, dueAt));
    return false;
  }
}

function recipientOf(card: CardRow): Recipient {
  return { type: card.recipientId.startsWith('oc_') ? 'chat' : 'person', id: card.recipientId };
}
