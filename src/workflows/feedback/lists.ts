import type { ListedCase } from '../../../cards/feedback/case-line';
import type { ListName } from '../../../cards/texts/words';
import { type Edge, edgeOf, FeedbackPages, type From, type Order } from '../../db/feedback-pages';
import type { FeedbackQuery } from '../../db/feedback-query';
import { TimelineStore } from '../../db/timeline-store';
import type { Tx } from '../../db/transaction';
import type { Actor } from '../../domain/actor';
import type { Calendar } from '../../domain/calendar';
import { owesInterim } from '../../domain/feedback/clock/deadline';
import { routersOf } from '../../domain/feedback/holders';
import { beginningOf, type Feedback, isAtRest, OPEN_STATUSES, type Status } from '../../domain/feedback/model';
import { snippetOf, wordsIn } from '../../domain/feedback/search';
import { departmentServedBy, ledBy, seesAll } from '../../domain/feedback/visibility';
import type { Json } from '../../domain/messaging';
import type { Org } from '../../domain/org/org';
import { DAY, type Instant } from '../../domain/time';
import type { Said } from '../../engine/workflow';

export const LISTS: readonly ListName[] = ['mine', 'todo', 'overdue', 'search'];

export interface Asking {
  org: Org;
  timeZone: string;
  calendar: Calendar;
  now: Instant;
}

export interface AskedList {
  list: ListName;
  /** What is searched for. */
  words: string;
  from: From;
}

const PAGE = 8;
/** Whoever has acted for a department is taken to be of it for this long (ADR 022). */
const OF_A_DEPARTMENT_FOR_MS = 30 * DAY;

const SUBMITTED: Status[] = [...OPEN_STATUSES, 'closed', 'withdrawn'];

const ORDERS: Record<ListName, Order> = { mine: 'open_first', todo: 'due', overdue: 'due', search: 'newest' };

/** The departments that this person has lately claimed for, answered for and the like. */
export async function actsFor(tx: Tx, personId: string, now: Instant): Promise<string[]> {
  return new TimelineStore(tx).departmentsActedFor('feedback', personId, now - OF_A_DEPARTMENT_FOR_MS);
}

/** The queries that find all the cases this person may see; several where a person has several roles. */
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

async function waitingFor(tx: Tx, personId: string, { org, now }: Asking): Promise<FeedbackQuery[]> {
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

/** What a list holds for one person, in the direct chat. */
async function personal(tx: Tx, list: ListName, personId: string, asking: Asking): Promise<FeedbackQuery[]> {
  switch (list) {
    case 'mine':
      return [{ repId: personId }, { claimedBy: personId }].map((own) => ({ ...own, status: SUBMITTED }));
    case 'todo':
      return waitingFor(tx, personId, asking);
    case 'overdue':
      return visibleTo(personId, asking.org).map((query) => ({ ...query, ...overdueBy(asking.now) }));
    case 'search':
      return visibleTo(personId, asking.org);
  }
}

const overdueBy = (now: Instant): FeedbackQuery => ({ dueBefore: now, status: OPEN_STATUSES });

/** In a group everybody reads along: only what its department has on its wall, whoever asks. */
function ofGroup(list: ListName, department: string, personId: string, now: Instant): FeedbackQuery[] {
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
      return [{ ...base, ...overdueBy(now) }];
    case 'search':
      return [base];
  }
}

/** One page of a list, within the rights of the one who asks; in a group that serves no department, a line instead. */
export async function listFor(tx: Tx, asked: AskedList, asker: Actor, asking: Asking): Promise<Said> {
  const personId = asker.id ?? '';
  const { list, words, from } = asked;
  const department = departmentServedBy(asker.chatId, asking.org);
  if (asker.chatId !== null && department === null) return { name: 'direct_only', params: {} };
  const queries =
    department === null ? await personal(tx, list, personId, asking) : ofGroup(list, department, personId, asking.now);
  const order = ORDERS[list];
  const searched = list === 'search' ? queries.map((query) => ({ ...query, words })) : queries;
  const { items, position, total } = await new FeedbackPages(tx, searched, order, PAGE).page(from);
  const [first, last] = [items[0], items.at(-1)];
  const edge = (feedback: Feedback | undefined, isThere: boolean) =>
    feedback && isThere ? written(edgeOf(feedback, order)) : null;
  return {
    name: 'list',
    params: {
      list,
      words,
      by: personId,
      inGroup: asker.chatId !== null,
      cases: items.map((feedback) => listed(feedback, words, personId, asking.now) as unknown as Json),
      position,
      total,
      before: edge(first, position > 0),
      after: edge(last, position + items.length < total),
    },
  };
}

function listed(feedback: Feedback, words: string, personId: string, now: Instant): ListedCase {
  const { id, customer, department, repId, claimedBy, status, dueAt, createdAt } = feedback;
  const isDraft = status === 'draft';
  const isOpen = !isAtRest(feedback);
  const atRep = isDraft || status === 'waiting' || status === 'answered';
  return {
    ...{ id, customer, department, status, dueAt: isOpen ? dueAt : null },
    holderId: status === 'handling' ? claimedBy : atRep ? repId : null,
    overdue: isOpen && dueAt !== null && dueAt <= now,
    snippet: words === '' ? '' : snippetOf(feedback, wordsIn(words)),
    ...(repId === personId && owesInterim(feedback) ? { owesInterim: true } : {}),
    ...(isDraft ? { snippet: beginningOf(feedback), forwardedAt: createdAt } : {}),
  };
}

const written = ({ rank, id }: Edge): string => `${rank}.${id}`;

/** An edge as a button carries it; null where it is none. */
export function readEdge(text: string | undefined): Edge | null {
  const [, rank, id] = /^(\d{1,16})\.(\d{1,9})$/.exec(text ?? '') ?? [];
  return rank === undefined || id === undefined ? null : { rank: Number(rank), id: Number(id) };
}
