import type { Tx } from '../db/transaction';
import { PORTION, Retention } from '../db/upkeep/retention';
import { DAY, type Instant } from '../domain/time';
import type { Core } from './core';

/** Event ids are remembered for longer than the platform repeats a push (about 7 h; design §3.2 asks for a day). */
const EVENTS_KEPT_MS = 7 * DAY;
/** Sent messages are kept so long, to recognise replies to them and to answer questions about the past. */
const KEPT_MS = 90 * DAY;
const ANSWERS_KEPT_MS = 30 * DAY;
const LOCKS_KEPT_MS = DAY;

/** Of one kind an hour: what is left after a long pause waits for the next hours. */
const PORTIONS_AT_ONCE = 100;

/** Deletes what nobody needs any more; each portion is a transaction of its own, so that no other work waits long. */
export class Housekeeping {
  constructor(private readonly core: Pick<Core, 'inTransaction' | 'workflows' | 'clock'>) {}

  async run(): Promise<void> {
    const now = this.core.clock.now();
    await this.inPortions((kept) => kept.forgetEvents(now - EVENTS_KEPT_MS));
    await this.inPortions((kept) => kept.forgetFailedEvents(now - KEPT_MS));
    await this.inPortions((kept) => kept.forgetMessages(now - KEPT_MS));
    await this.inPortions((kept) => kept.forgetAnswers(now - ANSWERS_KEPT_MS));
    await this.inPortions((kept) => kept.forgetLocks(now - LOCKS_KEPT_MS));
    let after = 0;
    await this.inPortions(async (_, tx) => {
      const { looked, last } = await this.forgetCards(tx, now - KEPT_MS, after);
      after = last;
      return looked;
    });
  }

  private async inPortions(work: (kept: Retention, tx: Tx) => Promise<number>): Promise<void> {
    for (let portions = 0; portions < PORTIONS_AT_ONCE; portions += 1) {
      const looked = await this.core.inTransaction((tx) => work(new Retention(tx), tx));
      if (looked < PORTION) return;
    }
  }

  /** Deletes dead cards of records that are gone or wait for nobody; the cards of all others answer taps and replies. */
  private async forgetCards(tx: Tx, before: Instant, after: number): Promise<{ looked: number; last: number }> {
    const kept = new Retention(tx);
    const cards = await kept.deadCards(before, after);
    const ids: number[] = [];
    for (const card of cards) {
      const known = await this.core.workflows.record(tx, card);
      if (!known || known.record.nextReminderAt === null) ids.push(card.id);
    }
    await kept.deleteCards(ids);
    return { looked: cards.length, last: cards.at(-1)?.id ?? after };
  }
}
