import type { ListedCase } from '../../../cards/feedback/case-line';
import { FeedbackPages, type Order, type PagesAsked } from '../../db/feedback-pages';
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
import { departmentServedBy, departmentsOf, ledBy, seesAll } from '../../domain/org/membership';
import { departmentOf, type Org } from '../../domain/org/org';
import { atTimeOfDay, DAY, dateOf, type Instant, shiftDate } from '../../domain/time';
import { routersOf } from '../../domain/who';
import { actsOf, type Reader } from './row-acts';

/** A person who acted for a department counts as its member for so long (ADR 022). */
const OF_A_DEPARTMENT_FOR_MS = 30 * DAY;

const SUBMITTED: Status[] = [...OPEN_STATUSES, 'closed', 'withdrawn'];
const AT_REST: Status[] = ['closed', 'withdrawn'];

const orderOf = (list: ListName): Order => (list === 'search' || list === 'closed' ? 'newest' : 'pressing');

/** The departments for which this person has lately claimed, answered and the like. */
export async function actsFor(tx: Tx, personId: string, now: Instant): Promise<string[]> {
  return new TimelineStore(tx).departmentsActedFor('feedback', personId, now - OF_A_DEPARTMENT_FOR_MS);
}

/** The departments whose member this person is: in their group, or lately seen to act in it. */
export async function membershipsOf(tx: Tx, { actor, org, now, groupMembers }: Context): Promise<string[]> {
  const personId = actor.id ?? '';
  const known = departmentsOf(personId, org, groupMembers ?? new Map());
  return [...new Set([...known, ...(await actsFor(tx, personId, now))])];
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

/** What waits for the person to act first. */
function waitingFor(personId: string, departments: string[], org: Org): FeedbackQuery[] {
  return [
    { repId: personId, status: ['draft', 'waiting', 'answered'] },
    { repId: personId, status: OPEN_STATUSES, withoutInterim: true },
    { claimedBy: personId, status: ['handling'] },
    ...departments.map((department): FeedbackQuery => ({ department, status: ['assigned'] })),
    ...(routersOf(org).includes(personId) ? [{ status: ['triage' as const] }] : []),
    ...(org.managers.includes(personId) ? [{ status: ['review' as const] }] : []),
  ];
}

/** What the person has to see to although it is another's turn: a manager all that is overdue, a lead the department's. */
function overseenBy(personId: string, org: Org, now: Instant): FeedbackQuery[] {
  if (org.managers.includes(personId)) return [overdueBy(now)];
  return ledBy(personId, org).map((department) => ({ department, ...overdueBy(now) }));
}

/** A person's list in the direct chat. */
function personal(list: ListName, departments: string[], context: Context): ListedQueries {
  const { actor, org, now } = context;
  const personId = actor.id ?? '';
  const theirs = [...new Set([...ledBy(personId, org), ...departments])];
  const waiting = waitingFor(personId, theirs, org);
  const seen = visibleTo(personId, org);
  const own: FeedbackQuery[] = [{ repId: personId }, { claimedBy: personId }];
  switch (list) {
    case 'mine': {
      const open = own.map((query) => ({ ...query, status: OPEN_STATUSES }));
      return { queries: [{ repId: personId, status: ['draft'] }, ...open], first: waiting };
    }
    case 'closed':
      return { queries: own.map((query) => ({ ...query, status: AT_REST })) };
    case 'todo':
      return { queries: [...waiting, ...overseenBy(personId, org, now)], first: waiting };
    case 'unclaimed':
      return { queries: theirs.map((department) => ({ department, status: ['assigned'] })) };
    case 'overdue':
      return { queries: seen.map((query) => ({ ...query, ...overdueBy(now) })) };
    case 'due_today':
      return { queries: seen.map((query) => ({ ...query, ...overdueBy(endOfDay(context)) })) };
    case 'search':
      return { queries: seen };
  }
}

type ListedQueries = Pick<PagesAsked, 'queries' | 'first'>;

const overdueBy = (now: Instant): FeedbackQuery => ({ dueBefore: now, status: OPEN_STATUSES });

/** The last moment of the office's day. */
const endOfDay = ({ now, timeZone }: Context): Instant =>
  atTimeOfDay(shiftDate(dateOf(now, timeZone), 1), 0, timeZone) - 1;

/** A group's list: everybody reads along, so it shows only cases on the department's wall, whoever asks. */
function ofGroup(list: ListName, department: string, context: Context): FeedbackQuery[] {
  const personId = context.actor.id ?? '';
  const base: FeedbackQuery = { department, status: SUBMITTED, assigned: true };
  const own = [
    { ...base, repId: personId },
    { ...base, claimedBy: personId },
  ];
  switch (list) {
    case 'mine':
      return own.map((query) => ({ ...query, status: OPEN_STATUSES }));
    case 'closed':
      return own.map((query) => ({ ...query, status: AT_REST }));
    case 'todo':
      return [
        { ...base, status: ['assigned'] },
        { ...base, claimedBy: personId, status: ['handling'] },
      ];
    case 'unclaimed':
      return [{ ...base, status: ['assigned'] }];
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
  const here = departmentServedBy(context.actor.chatId, context.org);
  const departments = await membershipsOf(tx, context);
  const asked: ListedQueries =
    here === null ? personal(list, departments, context) : { queries: ofGroup(list, here, context) };
  const queries = list === 'search' ? asked.queries.map((query) => ({ ...query, words })) : asked.queries;
  const group = departments.map((key) => departmentOf(context.org, key)).find((one) => one?.chat);
  const reader: Reader = { context, actsFor: here ?? group?.key ?? null, inGroup: here !== null };
  const pages = new FeedbackPages(tx, { ...asked, queries, order: orderOf(list) });
  return {
    actsIn: here === null ? (group?.chat ?? null) : null,
    counts: (before) => pages.counts(before),
    items: async (from, limit) => {
      const found = await pages.items(from, limit);
      return found.map(({ feedback, rank }): SectionItem => {
        const item = listed(feedback, words, reader) as unknown as JsonObject;
        return { rank, id: feedback.id, item };
      });
    },
  };
}

/** A case in the form that the list's message stores. */
export function listed(feedback: Feedback, words: string, reader: Reader): ListedCase {
  const { id, customer, department, repId, status, priority, createdAt } = feedback;
  const isDraft = status === 'draft';
  const isOpen = !isAtRest(feedback);
  return {
    ...{ id, customer, department, status, priority, dueAt: isOpen ? deadlineOf(feedback) : null },
    subject: subjectOf(feedback),
    holderId: holderIdOf(feedback),
    snippet: words === '' ? '' : snippetOf(feedback, wordsIn(words)),
    ...(repId === reader.context.actor.id && owesInterim(feedback) ? { owesInterim: true } : {}),
    ...(isDraft ? { snippet: beginningOf(feedback), forwardedAt: createdAt } : {}),
    ...actsOf(feedback, reader),
  };
}
