import type { Logger } from 'pino';
import { dispensableIn, plainerCard } from '../../../cards/kit/plainer';
import { RefusedElementStore } from '../../db/refused-element-store';
import type { InTransaction } from '../../db/transaction';
import { AppError, codeOf } from '../../domain/errors';
import type { CardJson } from '../../domain/messaging';
import type { Clock } from '../../domain/time';

/** Feishu's codes for a card that is too large, or has too many elements: no kind of element is to blame. */
const TOO_MUCH = /ErrCode: *11310\b|code 230025\b/;

export interface PlainerCardsParts {
  inTransaction: InTransaction;
  appId: string;
  clock: Clock;
  log: Logger;
}

/**
 * Draws cards without the kinds of elements that Feishu refuses. What it refuses is learnt once: the database tells all
 * processes, and later ones.
 */
export class PlainerCards {
  private refused: ReadonlySet<string> = new Set();

  constructor(private readonly parts: PlainerCardsParts) {}

  /** Reads what any process has learnt. */
  async refresh(): Promise<void> {
    const { inTransaction, appId } = this.parts;
    this.refused = new Set(await inTransaction((tx) => new RefusedElementStore(tx, appId).all()));
  }

  /** The card without what Feishu is known to refuse. */
  draw(card: CardJson): CardJson {
    return plainerCard(card, this.refused);
  }

  /**
   * Calls `show` with the card; after a refusal of the card, with plainer ones that still have its buttons and forms:
   * without one kind of element, then without any. `show` gets the number of the try, 0 for the card as it is. Throws
   * the first refusal if the plainest card is refused, too.
   */
  async try<T>(card: CardJson, show: (card: CardJson, tries: number) => Promise<T>): Promise<T> {
    const first = this.draw(card);
    try {
      return await show(first, 0);
    } catch (error) {
      if (codeOf(error) !== 'feishu_card_rejected') throw error;
      return this.plainer(first, show, error);
    }
  }

  private async plainer<T>(
    card: CardJson,
    show: (card: CardJson, tries: number) => Promise<T>,
    refusal: unknown,
  ): Promise<T> {
    const kinds = dispensableIn(card);
    const ways = kinds.length > 1 ? [...kinds.map((kind) => [kind]), kinds] : [kinds];
    for (const [i, without] of ways.entries()) {
      if (without.length === 0) break;
      try {
        const shown = await show(plainerCard(card, new Set(without)), i + 1);
        await this.learn(without, refusal);
        return shown;
      } catch (error) {
        if (codeOf(error) !== 'feishu_card_rejected') throw error;
      }
    }
    throw refusal;
  }

  private async learn(kinds: string[], refusal: unknown): Promise<void> {
    const { inTransaction, appId, clock, log } = this.parts;
    log.warn({ err: refusal, kinds }, 'Feishu refuses a card with these kinds of elements; it went out without them');
    if (refusal instanceof AppError && TOO_MUCH.test(refusal.message)) return;
    this.refused = new Set([...this.refused, ...kinds]);
    await inTransaction(async (tx) => {
      for (const kind of kinds) await new RefusedElementStore(tx, appId).add(kind, clock.now());
    }).catch((error: unknown) => log.warn({ err: error }, 'other processes could not be told of refused elements'));
  }
}
