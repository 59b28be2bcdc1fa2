import { FeedbackStore } from '../../db/feedback-store';
import type { Tx } from '../../db/transaction';
import { type Digest, digestSlot, nextDigestSlot, summarise, yesterdayOf } from '../../domain/feedback/digest';
import { type JsonObject, person } from '../../domain/messaging';
import { chiefsOf, type Org } from '../../domain/org/org';
import { dateOf, type Instant } from '../../domain/time';
import type { MessageNotice, Periodic } from '../../engine/workflow';

/** Sums up the office day that `slot` opens, and the day before it. */
export async function digestFor(tx: Tx, slot: Instant, timeZone: string): Promise<Digest> {
  const store = new FeedbackStore(tx);
  const { start, end } = yesterdayOf(dateOf(slot, timeZone), timeZone);
  const input = {
    open: await store.openLines(),
    closedYesterday: await store.closedBetween(start, end),
    newYesterday: await store.submittedBetween(start, end),
  };
  return summarise(input, slot, timeZone);
}

/** The morning digest (日报), to each manager; to the admins where there is none. */
export function dailyDigest(org: () => Org, timeZone: string): Periodic {
  return {
    name: 'digest',
    slot: (now) => digestSlot(now, org(), timeZone),
    nextSlot: (now) => nextDigestSlot(now, org(), timeZone),
    notices: async (tx, slot) => {
      const digest = (await digestFor(tx, slot, timeZone)) as unknown as JsonObject;
      return chiefsOf(org()).map(
        (id): MessageNotice => ({
          kind: 'message',
          name: 'digest',
          to: person(id),
          params: { digest },
        }),
      );
    },
  };
}
