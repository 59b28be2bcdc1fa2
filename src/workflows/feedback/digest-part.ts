import { FeedbackStore } from '../../db/feedback-store';
import { TimelineStore } from '../../db/timeline-store';
import type { Tx } from '../../db/transaction';
import { type DigestPart, yesterdayOf } from '../../domain/digest';
import { type Charge, chargedWith } from '../../domain/feedback/clock/charges';
import { type CaseLine, isOverdueIn, summarise } from '../../domain/feedback/digest';
import type { Office } from '../../domain/office';
import { dateOf, type Instant } from '../../domain/time';

/** Sums up the office day that `slot` opens, and the day before it. */
export async function digestPart(tx: Tx, slot: Instant, office: Office): Promise<DigestPart> {
  const { timeZone } = office;
  const store = new FeedbackStore(tx);
  const { start, end } = yesterdayOf(dateOf(slot, timeZone), timeZone);
  const open = await store.openLines();
  const input = {
    open,
    charged: await chargedIn(tx, open, slot, office),
    closedYesterday: await store.closedBetween(start, end),
    newYesterday: await store.submittedBetween(start, end),
  };
  return summarise(input, slot, timeZone);
}

/** Whom each overdue case is charged to. */
async function chargedIn(tx: Tx, open: CaseLine[], slot: Instant, office: Office): Promise<Map<number, Charge | null>> {
  const overdue = open.filter((line) => isOverdueIn(line, slot));
  const ids = overdue.map(({ id }) => id);
  const timelines = await new TimelineStore(tx).ofAll('feedback', ids);
  return new Map(
    overdue.map((line) => {
      const charge = chargedWith(line, timelines.get(line.id) ?? [], line.deadlineAt as Instant, office);
      return [line.id, charge];
    }),
  );
}
