import type { Account } from '../../../cards/feedback/export-sheet';
import type { FeedbackQuery } from '../../db/feedback-query';
import { FeedbackStore } from '../../db/feedback-store';
import { TimelineStore } from '../../db/timeline-store';
import type { Tx } from '../../db/transaction';
import type { ExportedTo } from '../../desk/catalogue';
import { chargedWith, chargesUntil } from '../../domain/feedback/clock/charges';
import { deadlineOf } from '../../domain/feedback/clock/deadline';
import { type Feedback, isAtRest } from '../../domain/feedback/model';
import type { Period } from '../../domain/periods/period';
import { atTimeOfDay, type Instant, shiftDate } from '../../domain/time';
import { visibleTo } from './lists';

const PAGE = 500;
/** A workbook of this many rows stays well under Feishu's 30 MB. */
const MAX_ROWS = 10_000;

/** The cases submitted in a period that this person may see, one query per role. */
function queriesFor({ first, last }: Period, { personId, office: { org, timeZone } }: ExportedTo): FeedbackQuery[] {
  const submittedFrom = atTimeOfDay(first, 0, timeZone);
  const submittedTo = atTimeOfDay(shiftDate(last, 1), 0, timeZone);
  return visibleTo(personId, org).map((query) => ({ ...query, submittedFrom, submittedTo }));
}

/** The cases submitted in a period that this person may see, oldest first. */
export async function casesOf(tx: Tx, period: Period, to: ExportedTo): Promise<Feedback[]> {
  const store = new FeedbackStore(tx);
  const found = new Map<number, Feedback>();
  for (const query of queriesFor(period, to)) {
    let before: number | undefined;
    for (;;) {
      const page = await store.find(before === undefined ? query : { ...query, before }, PAGE);
      for (const feedback of page) found.set(feedback.id, feedback);
      before = page.at(-1)?.id;
      if (page.length < PAGE || found.size >= MAX_ROWS) break;
    }
  }
  return [...found.values()].sort((a, b) => a.id - b.id).slice(0, MAX_ROWS);
}

/** Where the time of each case went, and whom a late one is charged to, by the case's id. */
export async function accountsOf(
  tx: Tx,
  cases: Feedback[],
  { office, now }: ExportedTo,
): Promise<Map<number, Account>> {
  const ids = cases.map(({ id }) => id);
  const timelines = await new TimelineStore(tx).ofAll('feedback', ids);
  return new Map(
    cases.map((feedback) => {
      const timeline = timelines.get(feedback.id) ?? [];
      const deadline = deadlineOf(feedback);
      const end = endOf(feedback, now);
      const isLate = deadline !== null && deadline <= end && feedback.status !== 'withdrawn';
      return [
        feedback.id,
        {
          isOnTime: deadline === null || (!isLate && feedback.status !== 'closed') ? null : !isLate,
          charges: chargesUntil(feedback, timeline, end, office),
          transfers: timeline.filter(({ what }) => what === 'transfer').length,
          charged: isLate ? chargedWith(feedback, timeline, deadline, office) : null,
        },
      ];
    }),
  );
}

/** The moment at which the customer's clock stopped, or now. */
const endOf = (feedback: Feedback, now: Instant): Instant =>
  isAtRest(feedback) ? (feedback.closedAt ?? feedback.lastMove.at) : now;

/** Whether the period has any case that this person may see. */
export async function hasCasesIn(tx: Tx, period: Period, to: ExportedTo): Promise<boolean> {
  for (const query of queriesFor(period, to)) {
    if ((await new FeedbackStore(tx).find(query, 1)).length > 0) return true;
  }
  return false;
}
