import { createHash } from 'node:crypto';
import { CardStore } from '../../db/card-store';
import type { CardRow } from '../../db/engine-rows';
import type { CardJson } from '../../domain/messaging';
import type { Core } from '../core';

/** Tells whether a card would look any different: a change that the card does not show costs no call. */
export function hashOf(card: CardJson): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('hex');
}

/** Records what a tapped card shows once its answer has left, so that it is not patched again without need. */
export class ShownCards {
  constructor(private readonly core: Pick<Core, 'inTransaction' | 'clock'>) {}

  /** The card shows this version of its record; `hash` is that of the card as drawn. */
  async version(card: CardRow | null, version: number, hash: string): Promise<void> {
    const { inTransaction, clock } = this.core;
    if (card) await inTransaction((tx) => new CardStore(tx).shown(card, version, hash, clock.now()));
  }

  /** The answer changed nothing on the card: it is due again only if its record has moved on. */
  async unchanged(card: CardRow | null): Promise<void> {
    if (card) await this.version(card, card.shownVersion, card.shownHash);
  }
}
