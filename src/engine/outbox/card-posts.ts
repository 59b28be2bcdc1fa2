import { CardStore } from '../../db/card-store';
import type { OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import type { Notice } from '../../domain/decision';
import type { CardJson, Recipient, SentMessage } from '../../domain/messaging';
import { SECOND } from '../../domain/time';
import { hashOf } from '../commands/shown-cards';
import { type Core, cardContext } from '../core';
import type { Known } from '../workflow';
import type { DoubtfulMessages } from './doubtful';
import { confirm, written } from './held-row';
import type { Outgoing } from './outgoing';

type CardNotice = Extract<Notice, { kind: 'card' }>;

/** A card that was drawn without all names is drawn again then. */
const NAMES_LATER_MS = 30 * SECOND;

export interface CardPostsParts {
  core: Core;
  outgoing: Outgoing;
  doubtful: Pick<DoubtfulMessages, 'findCard'>;
}

/** Hangs cards of records on their walls, and records where they hang. */
export class CardPosts {
  constructor(private readonly parts: CardPostsParts) {}

  /** Sends a card for a row and records it; `then` runs in the same transaction. */
  async hang(
    notice: CardNotice,
    { workflow, record }: Known,
    row: OutboxRow,
    then: (tx: Tx, sent: SentMessage) => Promise<void> = async () => {},
  ): Promise<void> {
    const { core } = this.parts;
    const { wall, to, instead } = notice;
    const people = workflow.face.people(record, null, core.office());
    const { nameOf, complete } = await core.directory.namesWithin(people);
    const card = workflow.face.card(record, wall, cardContext(core, nameOf), false);
    const sent = (await this.cardFound(row, to)) ?? (await this.cardSent(row, to, card));
    const now = core.clock.now();
    await written(core, async (tx) => {
      if (sent.asCard) {
        const { messageId, chatId, threadId } = sent;
        const hung = { wall, recipientId: to.id, chatId, messageId, threadId };
        const place = { workflow: workflow.name, recordId: record.id, ...hung };
        // A change made between drawing and posting missed this card; a change from now on waits for the lock.
        const current = await workflow.store(tx).locked(record.id);
        const drawn = { ...place, version: record.version, hash: hashOf(card), instead };
        const cards = new CardStore(tx);
        await cards.post(drawn, now, row.attempts > 1);
        if (current && current.version > record.version) {
          await cards.want(workflow.name, record.id, current.version, now);
        }
        if (!complete) await cards.hold(messageId, now + NAMES_LATER_MS);
      }
      await then(tx, sent);
    });
  }

  private async cardSent(row: OutboxRow, to: Recipient, card: CardJson): Promise<SentMessage & { asCard: boolean }> {
    await confirm(this.parts.core, row, card);
    return this.parts.outgoing.sendCard({ to, uuid: row.uuid }, card);
  }

  /** The card as an earlier try brought it out: it is drawn again, because nobody knows what it shows. */
  private async cardFound(row: OutboxRow, to: Recipient): Promise<(SentMessage & { asCard: boolean }) | null> {
    const sent = await this.parts.doubtful.findCard(row, to);
    return sent && { ...sent, asCard: true };
  }

  /** A group that has no card of the record gets it before a message that speaks of the card. */
  async hangFirst({ workflow, record }: Known, to: Recipient, row: OutboxRow): Promise<void> {
    const { core } = this.parts;
    const wanted = workflow.face.walls(record, core.office()).find((hanging) => hanging.to.id === to.id);
    if (!wanted) return;
    const isThere = await core.inTransaction(async (tx) => {
      const coming = await new OutboxStore(tx).cardsUnderWay(workflow.name, record.id);
      if (coming.some((card) => card.to.id === to.id)) return true;
      return (await new CardStore(tx).latestWith(workflow.name, record.id, to.id)) !== null;
    });
    if (isThere) return;
    const notice = { kind: 'card' as const, ...wanted };
    // Nobody knows if an earlier try has hung it, so it is drawn once more.
    const own = { ...row, uuid: `${row.uuid.slice(0, 47)}-cd`, attempts: row.attempts + 1 };
    await this.hang(notice, { workflow, record }, own);
    row.sentAs = own.sentAs;
  }
}
