import type { Logger } from 'pino';
import { CardStore } from '../db/card-store';
import type { CardRow } from '../db/rows';
import type { InTransaction } from '../db/transaction';
import type { RecordBase } from '../domain/decision';
import { AppError, codeOf, type ErrorCode } from '../domain/errors';
import type { CardJson, Recipient } from '../domain/messaging';
import { type Clock, MINUTE } from '../domain/time';
import { hashOf } from './card-hash';
import { enqueueAll, type NewId } from './commit';
import type { Directory } from './directory';
import { inLanes } from './lanes';
import { backOffMs, type Limits } from './limits';
import type { Metrics } from './metrics';
import type { Outgoing } from './outgoing';
import type { AnyWorkflow } from './workflow';

const BATCH = 50;
const LEASE_MS = MINUTE;

/** No patch will ever reach this card again. */
const GONE: ReadonlySet<ErrorCode | null> = new Set([
  'feishu_message_gone',
  'feishu_card_too_old',
  'feishu_target_gone',
  'feishu_not_allowed',
]);

/** The chat is still there, only this card is not. */
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
  log: Logger;
}

/** Cards are projections: whichever is behind its record is drawn again from the record as it is now, and patched. */
export class Reconciler {
  constructor(private readonly parts: ReconcilerParts) {}

  /** Brings up to date what may be patched now. True where it did anything, so that there may be more. */
  async run(): Promise<boolean> {
    const { inTransaction, clock } = this.parts;
    const cards = await inTransaction((tx) => new CardStore(tx).claim(clock.now(), BATCH, LEASE_MS));
    const lanes = inLanes(cards, ({ chatId }) => chatId);
    const progress = await Promise.all(
      lanes.map(async (lane) => {
        let any = false;
        for (const card of lane) any = (await this.bringUpToDate(card)) || any;
        return any;
      }),
    );
    return progress.some(Boolean);
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
    await inTransaction((tx) => new CardStore(tx).shown(card, record.version, hash));
    return true;
  }

  private async patch(card: CardRow, drawn: CardJson): Promise<void> {
    const { outgoing, newId } = this.parts;
    try {
      await outgoing.messenger.patchCard(card.messageId, drawn);
    } catch (error) {
      if (codeOf(error) !== 'feishu_card_rejected') throw error;
      // The refused facts must reach the wall all the same; the card itself stays as it was.
      const to = recipientOf(card);
      await outgoing.sendCard({ to, uuid: newId(), replyTo: card.messageId }, drawn);
    }
  }

  private async failed(card: CardRow, workflow: AnyWorkflow, record: RecordBase, error: unknown): Promise<boolean> {
    const { inTransaction, clock, random, log, newId } = this.parts;
    const now = clock.now();
    const code = codeOf(error);
    if (GONE.has(code)) {
      log.warn({ err: error, cardId: card.id, recordId: card.recordId }, 'card can no longer be changed');
      await inTransaction(async (tx) => {
        await new CardStore(tx).bury(card.id);
        // Older than the platform's 14 days (design §3.3), or deleted: an open record's wall gets a new card.
        if (!REPLACED.has(code) || card.retired || !workflow.isOpen(record)) return;
        const notice = { kind: 'card' as const, wall: card.wall, to: recipientOf(card) };
        await enqueueAll(tx, workflow.name, card.recordId, [notice], { now, newId });
      });
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
