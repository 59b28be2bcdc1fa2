import { holderName } from '../../../cards/feedback/situation';
import { FeedbackPages } from '../../db/feedback-pages';
import type { FeedbackQuery } from '../../db/feedback-query';
import { FeedbackStore } from '../../db/feedback-store';
import type { Command } from '../../domain/feedback/commands';
import { type Feedback, OPEN_STATUSES } from '../../domain/feedback/model';
import type { Context } from '../../domain/office';
import { ledBy } from '../../domain/org/membership';
import type { Batch } from '../../engine/workflow';

/** More cases than anybody holds, or urges by one tap. */
const MAX_CASES = 50;

/** The overdue cases that this person may urge: a lead those of the department, a manager all. */
function overdueFor({ actor, org, now }: Context): FeedbackQuery[] {
  const overdue: FeedbackQuery = { dueBefore: now, status: OPEN_STATUSES };
  if (actor.id === null) return [];
  if (org.managers.includes(actor.id)) return [overdue];
  return ledBy(actor.id, org).map((department) => ({ ...overdue, department }));
}

const urgeAll: Batch<Feedback, Command> = {
  targets: async (tx, context) => {
    const queries = overdueFor(context);
    if (queries.length === 0) return [];
    const late = await new FeedbackPages(tx, { queries, order: 'pressing' }).items(null, MAX_CASES);
    return late.map(({ feedback: { id } }) => ({ recordId: id, command: { type: 'urge', together: true } }));
  },
  toast: (done, context) => {
    const { clock, card } = context.texts;
    if (done.length === 0) return { type: 'info', content: clock.noneToUrge };
    const names = [...new Set(done.map((feedback) => holderName(feedback, context)))];
    return { type: 'success', content: clock.urgedTogether(done.length, card.list(names)) };
  },
};

const stillWorkingAll: Batch<Feedback, Command> = {
  targets: async (tx, { actor }) => {
    if (actor.id === null) return [];
    const held = await new FeedbackStore(tx).find({ claimedBy: actor.id, status: ['handling'] }, MAX_CASES);
    return held.map(({ id }) => ({ recordId: id, command: { type: 'still_working' } }));
  },
  toast: (done, { texts: { clock } }) =>
    done.length === 0
      ? { type: 'info', content: clock.noneHeld }
      : { type: 'success', content: clock.stillOnNoted(done.length) },
};

/** Taps on messages about several cases: 一起催, 都在办. */
export const BATCHES: Record<string, Batch<Feedback, Command>> = {
  urge_all: urgeAll,
  still_working_all: stillWorkingAll,
};
