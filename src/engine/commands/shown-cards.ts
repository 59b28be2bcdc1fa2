import { createHash } from 'node:crypto';
import { CardStore } from '../../db/card-store';
import type { CardRow } from '../../db/engine-rows';
import type { CardJson } from '../../domain/messaging';
import { SECOND } from '../../domain/time';
import type { Core } from '../core';

/** The hash of a card: equal hashes look the same, so patching would be a call for nothing. */
export function hashOf(card: CardJson): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('hex');
}

/** Longer than Feishu refuses other changes to a tapped card. */
const OTHERS_WAIT_MS = 6 * SECOND;

/** Notes what a tapped card shows once its answer has left, so that the reconciler does not patch it again. */
export class ShownCards {
  constructor(private readonly core: Pick<Core, 'inTransaction' | 'clock'>) {}

  /** Notes that the card shows this version of its record; `hash` belongs to the card as drawn. */
  async version(card: CardRow | null, version: number, hash: string): Promise<void> {
    const { inTransaction, clock } = this.core;
    if (card) await inTransaction((tx) => new CardStore(tx).shown(card, version, hash, clock.now()));
  }

  /**
   * Plans one patch of a group's card after a tap changed it: a client may show the answer to the person who tapped and to
   * nobody else.
   */
  async forOthers(card: CardRow | null, hash: string): Promise<void> {
    const { inTransaction, clock } = this.core;
    if (!card?.recipientId.startsWith('oc_') || card.shownHash === hash) return;
    await inTransaction((tx) => new CardStore(tx).showAgain(card.messageId, clock.now() + OTHERS_WAIT_MS));
  }

  /** The answer changed nothing on the card: it is due again only if its record has moved on. */
  async unchanged(card: CardRow | null): Promise<void> {
    if (card) await this.version(card, card.shownVersion, card.shownHash);
  }
}
