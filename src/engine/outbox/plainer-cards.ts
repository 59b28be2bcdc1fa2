import type { Logger } from 'pino';
import { dispensableIn, plainerCard } from '../../../cards/kit/plainer';
import { RefusedElementStore } from '../../db/refused-element-store';
import type { InTransaction, Tx } from '../../db/transaction';
import { AppError, codeOf } from '../../domain/errors';
import type { CardJson } from '../../domain/messaging';
import { type Clock, DAY, type Instant } from '../../domain/time';

/** Feishu's codes for a card that is too large, or has too many elements: no kind of element is to blame. */
const TOO_MUCH = /ErrCode: *11310\b|code 230025\b/;

export interface PlainerCardsParts {
  inTransaction: InTransaction;
  appId: string;
  clock: Clock;
  log: Logger;
}

/** What Feishu refused is tried again after this time, since a refusal may have been Feishu's own fault. */
const TRIED_AGAIN_AFTER_MS = 7 * DAY;

/** One form of a card. If Feishu takes it after it refused the forms before, the kinds in `blamed` were at fault. */
interface Form {
  without: string[];
  blamed: string[];
}

/**
 * Draws cards without the kinds of elements that Feishu refuses. What it refuses is learnt once a week: the database
 * tells all processes, and later ones.
 */
export class PlainerCards {
  private refused: ReadonlyMap<string, Instant> = new Map();
  /** What a card that is on its way tries again: the others of the moment do not. */
  private readonly inTrial = new Set<string>();

  constructor(private readonly parts: PlainerCardsParts) {}

  /** Reads what any process has learnt. */
  async refresh(): Promise<void> {
    const { inTransaction, appId } = this.parts;
    this.refused = await inTransaction((tx) => new RefusedElementStore(tx, appId).all());
  }

  /** The card without what Feishu is known to refuse: for the answer to a tap, of which no plainer form can follow. */
  draw(card: CardJson): CardJson {
    return plainerCard(card, new Set(this.refused.keys()));
  }

  /**
   * Calls `show` with the card; after a refusal of the card, with plainer ones that still have its buttons and forms:
   * without one kind of element, then without any. `show` gets the number of the try, 0 for the first form. Throws the
   * first refusal if the plainest card is refused, too.
   */
  async try<T>(card: CardJson, show: (card: CardJson, tries: number) => Promise<T>): Promise<T> {
    const due = this.dueIn(card);
    for (const kind of due) this.inTrial.add(kind);
    try {
      return await this.shown(card, due, show);
    } finally {
      for (const kind of due) this.inTrial.delete(kind);
    }
  }

  private async shown<T>(
    card: CardJson,
    due: string[],
    show: (card: CardJson, tries: number) => Promise<T>,
  ): Promise<T> {
    let refusal: unknown;
    for (const [tries, { without, blamed }] of this.forms(card, due).entries()) {
      try {
        const shown = await show(plainerCard(card, new Set(without)), tries);
        if (tries === 0) await this.unlearn(due);
        else await this.learn(blamed, refusal);
        return shown;
      } catch (error) {
        if (codeOf(error) !== 'feishu_card_rejected') throw error;
        refusal ??= error;
      }
    }
    throw refusal;
  }

  /** The kinds on the card that Feishu refused long ago, and that no other card tries now. */
  private dueIn(card: CardJson): string[] {
    const before = this.parts.clock.now() - TRIED_AGAIN_AFTER_MS;
    const isDue = (kind: string) => (this.refused.get(kind) ?? Number.POSITIVE_INFINITY) <= before;
    return dispensableIn(card).filter((kind) => isDue(kind) && !this.inTrial.has(kind));
  }

  private forms(card: CardJson, due: string[]): Form[] {
    const known = [...this.refused.keys()];
    const others = dispensableIn(this.draw(card));
    const trial = { without: known.filter((kind) => !due.includes(kind)), blamed: [] };
    return [
      ...(due.length > 0 ? [trial] : []),
      { without: known, blamed: due },
      ...(others.length > 1 ? others.map((kind) => ({ without: [...known, kind], blamed: [kind] })) : []),
      ...(others.length > 0 ? [{ without: [...known, ...others], blamed: others }] : []),
    ];
  }

  private async learn(kinds: string[], refusal: unknown): Promise<void> {
    const { appId, clock, log } = this.parts;
    log.warn({ err: refusal, kinds }, 'Feishu refuses a card with these kinds of elements; it went out without them');
    if (refusal instanceof AppError && TOO_MUCH.test(refusal.message)) return;
    const now = clock.now();
    this.refused = new Map([...this.refused, ...kinds.map((kind) => [kind, now] as const)]);
    await this.tellOthers(kinds, (tx, kind) => new RefusedElementStore(tx, appId).note(kind, now));
  }

  private async unlearn(kinds: string[]): Promise<void> {
    if (kinds.length === 0) return;
    const { appId, log } = this.parts;
    log.info({ kinds }, 'Feishu takes these kinds of elements again');
    this.refused = new Map([...this.refused].filter(([kind]) => !kinds.includes(kind)));
    await this.tellOthers(kinds, (tx, kind) => new RefusedElementStore(tx, appId).forget(kind));
  }

  /** The message is out: a fault of the database must not send it again. */
  private async tellOthers(kinds: string[], tell: (tx: Tx, kind: string) => Promise<void>): Promise<void> {
    const { inTransaction, log } = this.parts;
    await inTransaction(async (tx) => {
      for (const kind of kinds) await tell(tx, kind);
    }).catch((error: unknown) => log.warn({ err: error }, 'other processes could not be told of refused elements'));
  }
}
