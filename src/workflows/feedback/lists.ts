import type { ListedCase } from '../../../cards/feedback/case-line';
import { edgeOf, FeedbackPages, type Order } from '../../db/feedback-pages';
import type { FeedbackQuery } from '../../db/feedback-query';
import { TimelineStore } from '../../db/timeline-store';
import type { Tx } from '../../db/transaction';
import type { ListName, Section, SectionItem } from '../../desk/catalogue';
import { deadlineOf, owesInterim } from '../../domain/feedback/clock/deadline';
import { holderIdOf } from '../../domain/feedback/holders';
import { type Feedback, isAtRest, OPEN_STATUSES, type Status } from '../../domain/feedback/model';
import { snippetOf, wordsIn } from '../../domain/feedback/search';
import { beginningOf } from '../../domain/feedback/source-text';
import { subjectOf } from '../../domain/feedback/subject';
import type { JsonObject } from '../../domain/messaging';
import type { Context } from '../../domain/office';
import { departmentServedBy, ledBy, seesAll } from '../../domain/org/membership';
import type { Org } from '../../domain/org/org';
import { atTimeOfDay, DAY, dateOf, type Instant, shiftDate } from '../../domain/time';
import { routersOf } from '../../domain/who';

/** A person who acted for a department counts as its member for so long (ADR 022). */
const OF_A_DEPARTMENT_FOR_MS = 30 * DAY;

const SUBMITTED: Status[] = [...OPEN_STATUSES, 'closed', 'withdrawn'];

const ORDERS: Record<ListName, Order> = {
  mine: 'open_first',
  todo: 'due',
  overdue: 'due',
  due_today: 'due',
  search: 'newest',
};

/** The departments for which this person has lately claimed, answered and the like. */
export async function actsFor(tx: Tx, personId: string, now: Instant): Promise<string[]> {
  return new TimelineStore(tx).departmentsActedFor('feedback', personId, now - OF_A_DEPARTMENT_FOR_MS);
}

/** The queries that find all cases that this person may see, one per role. */
export function visibleTo(personId: string, org: Org): FeedbackQuery[] {
  if (seesAll(personId, org)) return [{ status: SUBMITTED }];
  const own: FeedbackQuery[] = [
    { repId: personId },
    { claimedBy: personId },
    { answeredBy: personId },
    ...ledBy(personId, org).map((department) => ({ department })),
  ];
  return own.map((query) => ({ ...query, status: SUBMITTED }));
}

async function waitingFor(tx: Tx, personId: string, { org, now }: Context): Promise<FeedbackQuery[]> {
  const departments = new Set([...ledBy(personId, org), ...(await actsFor(tx, personId, now))]);
  return [
    { repId: personId, status: ['draft', 'waiting', 'answered'] },
    { repId: personId, status: OPEN_STATUSES, withoutInterim: true },
    { claimedBy: personId, status: ['handling'] },
    ...[...departments].map((department): FeedbackQuery => ({ department, status: ['assigned'] })),
    ...(routersOf(org).includes(personId) ? [{ status: ['triage' as const] }] : []),
    ...(org.managers.includes(personId) ? [{ status: ['review' as const] }] : []),
  ];
}

/** A person's list in the direct chat. */
async function personal(tx: Tx, list: ListName, personId: string, context: Context): Promise<FeedbackQuery[]> {
  switch (list) {
    case 'mine':
      return [{ repId: personId }, { claimedBy: personId }].map((own) => ({ ...own, status: SUBMITTED }));
    case 'todo':
      return waitingFor(tx, personId, context);
    case 'overdue':
      return visibleTo(personId, context.org).map((query) => ({ ...query, ...overdueBy(context.now) }));
    case 'due_today':
      return visibleTo(personId, context.org).map((query) => ({ ...query, ...overdueBy(endOfDay(context)) }));
    case 'search':
      return visibleTo(personId, context.org);
  }
}

const overdueBy = (now: Instant): FeedbackQuery => ({ dueBefore: now, status: OPEN_STATUSES });

/** The last moment of the office's day. */
const endOfDay = ({ now, timeZone }: Context): Instant =>
  atTimeOfDay(shiftDate(dateOf(now, timeZone), 1), 0, timeZone) - 1;

/** A group's list: everybody reads along, so it shows only cases on the department's wall, whoever asks. */
function ofGroup(list: ListName, department: string, personId: string, context: Context): FeedbackQuery[] {
  const base: FeedbackQuery = { department, status: SUBMITTED, assigned: true };
  switch (list) {
    case 'mine':
      return [
        { ...base, repId: personId },
        { ...base, claimedBy: personId },
      ];
    case 'todo':
      return [
        { ...base, status: ['assigned'] },
        { ...base, claimedBy: personId, status: ['handling'] },
      ];
    case 'overdue':
      return [{ ...base, ...overdueBy(context.now) }];
    case 'due_today':
      return [{ ...base, ...overdueBy(endOfDay(context)) }];
    case 'search':
      return [base];
  }
}

/** The cases of a list, within the rights of the asker; in a group, the cases of its department. */
export async function sectionOf(
  tx: Tx,
  { list, words }: { list: ListName; words: string },
  context: Context,
): Promise<Section> {
  const personId = context.actor.id ?? '';
  const department = departmentServedBy(context.actor.chatId, context.org);
  const queries =
    department === null ? await personal(tx, list, personId, context) : ofGroup(list, department, personId, context);
  const order = ORDERS[list];
  const searched = list === 'search' ? queries.map((query) => ({ ...query, words })) : queries;
  const pages = new FeedbackPages(tx, searched, order);
  return {
    counts: (before) => pages.counts(before),
    items: async (from, limit) => {
      const found = await pages.items(from, limit);
      return found.map((feedback): SectionItem => {
        const item = listed(feedback, words, personId) as unknown as JsonObject;
        return { ...edgeOf(feedback, order), item };
      });
    },
  };
}

function listed(feedback: Feedback, words: string, personId: string): ListedCase {
  const { id, customer, department, repId, status, priority, createdAt } = feedback;
  const isDraft = status === 'draft';
  const isOpen = !isAtRest(feedback);
  return {
    ...{ id, customer, department, status, priority, dueAt: isOpen ? deadlineOf(feedback) : null },
    subject: subjectOf(feedback),
    holderId: holderIdOf(feedback),
    snippet: words === '' ? '' : snippetOf(feedback, wordsIn(words)),
    ...(repId === personId && owesInterim(feedback) ? { owesInterim: true } : {}),
    ...(isDraft ? { snippet: beginningOf(feedback), forwardedAt: createdAt } : {}),
  };
}
