import type { DigestCase } from '../../../cards/feedback/digest-row';
import { FeedbackStore } from '../../db/feedback-store';
import { TimelineStore } from '../../db/timeline-store';
import type { Tx } from '../../db/transaction';
import type { DigestPart } from '../../domain/digest/digest';
import { MEASURED_DAYS, SHOWN_DAYS } from '../../domain/digest/figures';
import { daysBefore } from '../../domain/digest/slots';
import { deadlineOf, owesInterim } from '../../domain/feedback/clock/deadline';
import { caseFigures, timelinesFor } from '../../domain/feedback/digest/figures';
import { openItem } from '../../domain/feedback/digest/open-items';
import { holderIdOf } from '../../domain/feedback/holders';
import { subjectOf } from '../../domain/feedback/subject';
import type { Office } from '../../domain/office';
import { dateOf, type Instant } from '../../domain/time';

/** The open cases, and the figures of the days before the one that `slot` opens. */
export async function digestPart(tx: Tx, slot: Instant, office: Office): Promise<DigestPart> {
  const { timeZone } = office;
  const store = new FeedbackStore(tx);
  const before = (days: number) => daysBefore(dateOf(slot, timeZone), days, timeZone);
  const [measured, shown] = [before(2 * MEASURED_DAYS), before(SHOWN_DAYS)];
  const cases = {
    open: await store.openLines(),
    closed: await store.closedBetween(measured.start, measured.end),
    submitted: await store.submittedBetween(shown.start, shown.end),
  };
  const day = { slot, office };
  const timelines = await new TimelineStore(tx).ofAll('feedback', timelinesFor(cases, day));
  return {
    items: cases.open.map(openItem),
    drafts: await store.draftCounts(),
    figures: caseFigures(cases, timelines, day),
  };
}

/** The cases of these ids as rows show them. */
export async function digestCases(tx: Tx, ids: number[]): Promise<DigestCase[]> {
  if (ids.length === 0) return [];
  const found = await new FeedbackStore(tx).find({ ids }, ids.length);
  return found.map((feedback) => {
    const { id, customer, department, repId, status, priority } = feedback;
    return {
      ...{ id, customer, department, repId, status, priority, dueAt: deadlineOf(feedback) },
      subject: subjectOf(feedback),
      holderId: holderIdOf(feedback),
      ...(owesInterim(feedback) ? { owesInterim: true } : {}),
    };
  });
}
