import { FeedbackStore } from '../../db/feedback-store';
import type { Tx } from '../../db/transaction';
import { type DigestPart, yesterdayOf } from '../../domain/digest';
import { summarise } from '../../domain/feedback/digest';
import type { Office } from '../../domain/office';
import { dateOf, type Instant } from '../../domain/time';

/** Sums up the office day that `slot` opens, and the day before it. */
export async function digestPart(tx: Tx, slot: Instant, { timeZone }: Office): Promise<DigestPart> {
  const store = new FeedbackStore(tx);
  const { start, end } = yesterdayOf(dateOf(slot, timeZone), timeZone);
  const input = {
    open: await store.openLines(),
    closedYesterday: await store.closedBetween(start, end),
    newYesterday: await store.submittedBetween(start, end),
  };
  return summarise(input, slot, timeZone);
}
