import { type FeedbackQuery, FeedbackStore } from '../db/feedback-store';
import type { Tx } from '../db/transaction';
import type { Actor } from '../domain/actor';
import { type Feedback, OPEN_STATUSES } from '../domain/feedback/model';
import { ledBy, maySee, seesAll } from '../domain/feedback/visibility';
import { parseWord } from '../domain/feedback/words';
import type { Json, JsonObject } from '../domain/messaging';
import type { Org } from '../domain/org';
import { dateOf, type Instant } from '../domain/time';
import type { Said } from '../engine/workflow';
import { digestFor } from './feedback-digest';

/** A list on one card; who needs more is told how to narrow it. */
const LIST_LENGTH = 20;

interface Asking {
  org: Org;
  timeZone: string;
  now: Instant;
}

type ListName = 'mine' | 'todo' | 'overdue' | 'search';

/** Answers a typed word (design §3.5); in a group, anything else that mentions the bot gets one helpful line. */
export async function answerWord(tx: Tx, text: string, asker: Actor, asking: Asking): Promise<Said | null> {
  const personId = asker.id;
  const asked = parseWord(text);
  if (personId === null) return null;
  if (!asked) return asker.chatId === null ? null : { name: 'group_hint', params: {} };
  switch (asked.word) {
    case 'help':
      return { name: 'help', params: {} };
    case 'export':
      return exported(asked.month ?? dateOf(asking.now, asking.timeZone).slice(0, 7), personId);
    case 'show':
      return show(tx, asked.id, personId, asking.org);
    case 'digest':
      return seesAll(personId, asking.org)
        ? {
            name: 'digest',
            params: { digest: (await digestFor(tx, asking.now, asking.timeZone)) as unknown as JsonObject },
          }
        : { name: 'not_for_you', params: {} };
    case 'search':
      return list(tx, 'search', personId, asking, { words: asked.words });
    default:
      return list(tx, asked.word, personId, asking, {});
  }
}

/** The file follows: it is made when its turn to be sent comes. */
function exported(month: string, personId: string): Said {
  if (month === '') return { name: 'not_a_month', params: {} };
  return { name: 'export', params: { month, personId } };
}

async function show(tx: Tx, id: number, personId: string, org: Org): Promise<Said> {
  const feedback = await new FeedbackStore(tx).get(id);
  if (!feedback || feedback.status === 'draft') return { name: 'nothing_found', params: {} };
  if (!maySee(feedback, personId, org)) return { name: 'not_for_you', params: {} };
  return { name: 'case', params: {}, recordId: id };
}

/** The queries that find all the cases this person may see; several where a person has several roles. */
export function visibleTo(personId: string, org: Org): FeedbackQuery[] {
  if (seesAll(personId, org)) return [{ status: SUBMITTED }];
  const own = [
    { repId: personId },
    { claimedBy: personId },
    ...ledBy(personId, org).map((department) => ({ department })),
  ];
  return own.map((query) => ({ ...query, status: SUBMITTED }));
}

/** What each list asks of the store; several queries where a person has several roles. */
function queriesFor(name: ListName, personId: string, { org, now }: Asking): FeedbackQuery[] {
  switch (name) {
    case 'mine':
      return [{ repId: personId }];
    case 'todo':
      return [
        { repId: personId, status: ['waiting', 'answered'] },
        { claimedBy: personId, status: ['handling'] },
        ...ledBy(personId, org).map((department): FeedbackQuery => ({ department, status: ['assigned'] })),
        ...(org.clerks.includes(personId) ? [{ status: ['triage' as const] }] : []),
        ...(org.managers.includes(personId) ? [{ status: ['review' as const] }] : []),
      ];
    case 'overdue': {
      const overdue = { dueBefore: now, status: OPEN_STATUSES };
      return visibleTo(personId, org).map((query) => ({ ...overdue, ...query }));
    }
    case 'search':
      return visibleTo(personId, org);
  }
}

async function list(
  tx: Tx,
  name: ListName,
  personId: string,
  asking: Asking,
  { words }: { words?: string },
): Promise<Said> {
  const store = new FeedbackStore(tx);
  const found = new Map<number, Feedback>();
  for (const query of queriesFor(name, personId, asking)) {
    const asked = { ...query, ...(words ? { words } : {}), status: query.status ?? SUBMITTED };
    for (const feedback of await store.find(asked, LIST_LENGTH + 1)) found.set(feedback.id, feedback);
  }
  const newestFirst = [...found.values()].sort((a, b) => b.id - a.id);
  const cases: Json[] = newestFirst
    .slice(0, LIST_LENGTH)
    .map(({ id, customer, department, claimedBy, status, dueAt }) => ({
      id,
      customer,
      department,
      holderId: status === 'handling' ? claimedBy : null,
      status,
      dueAt,
    }));
  return { name: 'list', params: { list: name, words: words ?? '', cases, more: newestFirst.length > LIST_LENGTH } };
}

const SUBMITTED: Feedback['status'][] = [...OPEN_STATUSES, 'closed', 'withdrawn'];
