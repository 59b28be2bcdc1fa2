import type { Logger } from 'pino';
import { CardStore } from '../../db/card-store';
import { OutboxStore } from '../../db/outbox-store';
import type { CardRow } from '../../db/rows';
import type { InTransaction, Tx } from '../../db/transaction';
import type { RecordBase } from '../../domain/decision';
import { codeOf, type ErrorCode } from '../../domain/errors';
import type { CardJson, Recipient } from '../../domain/messaging';
import { type Clock, DAY, type Instant } from '../../domain/time';
import type { NewId } from '../commands/commit';
import type { Directory } from '../directory';
import type { Departures } from '../organisation/departures';
import type { Outgoing } from '../outbox/outgoing';
import { inLanes } from '../queue/lanes';
import { onLease } from '../queue/lease';
import type { Limits } from '../queue/rate-limits';
import { isHopeless, isPuzzling, retryAt } from '../queue/retry';
import type { AnyWorkflow } from '../workflow';
import { hashOf } from './card-hash';

const BATCH = 50;
/** How long the platform takes changes to a card, and how long we wait with posting it anew. */
const CHANGEABLE_MS = 14 * DAY;
const RENEWED_AFTER_MS = 13 * DAY;

/** No patch will ever reach this card again. */
const GONE: ReadonlySet<ErrorCode | null> = new Set([
  'feishu_message_gone',
  'feishu_card_too_old',
  'feishu_target_gone',
  'feishu_person_left',
  'feishu_group_lost',
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
  departures: Pick<Departures, 'left'>;
  clock: Clock;
  newId: NewId;
  random: () => number;
  log: Logger;
}

/** The record that a card shows. */
interface Shown {
  workflow: AnyWorkflow;
  record: RecordBase;
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

  /** A card that cannot be drawn holds up no other in its chat: it is tried again later, like one that is refused. */
  private async bringUpToDate(card: CardRow): Promise<boolean> {
    try {
      return await this.drawAndPatch(card);
    } catch (error) {
      return this.failed(card, error);
    }
  }

  private async drawAndPatch(card: CardRow): Promise<boolean> {
    const { inTransaction, directory, limits, clock } = this.parts;
    const shown = await inTransaction((tx) => this.shownBy(tx, card));
    if (!shown) {
      await inTransaction((tx) => new CardStore(tx).bury(card.id));
      return true;
    }
    const { workflow, record } = shown;
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
      await this.patch(card, drawn);
    }
    await inTransaction((tx) => new CardStore(tx).shown(card, record.version, hash, clock.now()));
    return true;
  }

  /** Every card hangs anew: the platform knows none of them, such as a sandbox that starts over. */
  async hangAnew(): Promise<void> {
    await this.parts.inTransaction(async (tx) => {
      for (const card of await new CardStore(tx).alive()) await this.bury(tx, card);
    });
  }

  /** Looks at every card again: what the program would draw otherwise now is patched. */
  async drawAnew(): Promise<void> {
    const { inTransaction, clock } = this.parts;
    await inTransaction((tx) => new CardStore(tx).look(clock.now()));
  }

  /**
   * The platform takes changes for 14 days only (design §3.3): before that the card of a record that somebody is waited
   * for is posted anew, and the old one can still say so. Others are let go.
   */
  async renew(): Promise<void> {
    const { inTransaction, clock } = this.parts;
    const now = clock.now();
    for (let after = 0, cards: CardRow[] = []; ; after = cards.at(-1)?.id ?? 0) {
      cards = await inTransaction((tx) => new CardStore(tx).postedBefore(now - RENEWED_AFTER_MS, after, BATCH));
      await inTransaction(async (tx) => {
        for (const card of cards) await this.renewOne(tx, card, now);
      });
      if (cards.length < BATCH) return;
    }
  }

  private async renewOne(tx: Tx, card: CardRow, now: Instant): Promise<void> {
    const shown = await this.shownBy(tx, card);
    const isAwaited = shown !== null && shown.record.nextReminderAt !== null;
    if (isAwaited && this.stillMatters(card, shown)) await this.postAnew(tx, card);
    else if (card.postedAt < now - CHANGEABLE_MS) await new CardStore(tx).bury(card.id);
  }

  /** The card is given up; where its wall still needs one, a new one is posted. */
  private async bury(tx: Tx, card: CardRow): Promise<void> {
    await new CardStore(tx).bury(card.id);
    const shown = await this.shownBy(tx, card);
    if (shown && this.stillMatters(card, shown)) await this.postAnew(tx, card);
  }

  private async shownBy(tx: Tx, card: CardRow): Promise<Shown | null> {
    const workflow = this.parts.workflows.find(({ name }) => name === card.workflow);
    const record = await workflow?.store(tx).get(card.recordId);
    return workflow && record ? { workflow, record } : null;
  }

  private stillMatters(card: CardRow, { workflow, record }: Shown): boolean {
    return !card.retired && workflow.hangs(record, card.wall);
  }

  /** Once for each card, however often it is asked for. */
  private async postAnew(tx: Tx, card: CardRow): Promise<void> {
    const { clock, newId } = this.parts;
    const { workflow, recordId, wall, id } = card;
    const notice = { kind: 'card' as const, wall, to: recipientOf(card) };
    const posted = { workflow, recordId, notice, uuid: newId(), dedupeKey: `anew:${id}` };
    await new OutboxStore(tx).enqueue(posted, clock.now());
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

  private async failed(card: CardRow, error: unknown): Promise<boolean> {
    const { inTransaction, clock, random, log } = this.parts;
    const code = codeOf(error);
    if (GONE.has(code) || isHopeless(error, card.attempts)) {
      log.warn({ err: error, cardId: card.id, recordId: card.recordId }, 'card can no longer be changed');
      if (code === 'feishu_person_left' || code === 'feishu_group_lost') {
        await this.parts.departures.left(recipientOf(card), code);
      }
      const isReplaced = isPuzzling(error) || REPLACED.has(code);
      await inTransaction((tx) => (isReplaced ? this.bury(tx, card) : new CardStore(tx).bury(card.id)));
      return true;
    }
    log.warn({ err: error, cardId: card.id, attempts: card.attempts }, 'card not patched; it will be tried again');
    const dueAt = retryAt(error, card.attempts, clock.now(), random());
    await inTransaction((tx) => new CardStore(tx).postpone(card.id, dueAt));
    return false;
  }
}

function recipientOf(card: CardRow): Recipient {
  return { type: card.recipientId.startsWith('oc_') ? 'chat' : 'person', id: card.recipientId };
}
