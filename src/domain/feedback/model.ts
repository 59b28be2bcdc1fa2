import type { RecordBase } from '../decision';
import { remembered } from '../memoize';
import { wordsIn } from '../merged-forward';
import type { IncomingAttachment, MergedItem } from '../messaging';
import type { Instant } from '../time';

export const STATUSES = [
  'draft',
  'triage',
  'review',
  'assigned',
  'handling',
  'waiting',
  'answered',
  'closed',
  'withdrawn',
  'discarded',
] as const;
export type Status = (typeof STATUSES)[number];

/** Submitted, and not yet at rest. */
export const OPEN_STATUSES: Status[] = ['triage', 'review', 'assigned', 'handling', 'waiting', 'answered'];

export const KINDS = ['inquiry', 'suggestion', 'complaint', 'customer', 'competitor', 'market'] as const;
export type Kind = (typeof KINDS)[number];

export const CHANNELS = [
  'visit',
  'letter',
  'phone',
  'fax',
  'email',
  'wechat',
  'social',
  'survey',
  'web',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const PRIORITIES = ['normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const SATISFACTIONS = ['satisfied', 'neutral', 'unsatisfied'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** Why an attachment is not kept: the platform would not, it is too large, or too many came at once. */
export type Loss = 'refused' | 'too_large' | 'too_many';

export interface Attachment extends IncomingAttachment {
  messageId: string;
  /** Our own copy's key on the platform; null until it is kept. */
  keptKey: string | null;
  /** True where it will never be kept. */
  lost: boolean;
  why?: Loss;
}

/** How a message read before it was edited. */
export interface Wording {
  text: string;
  until: Instant;
}

/** One message of the customer's, as the rep forwarded it. */
export interface Source {
  /** Null where it came over the API. */
  messageId: string | null;
  form: string;
  text: string;
  sentAt: Instant;
  /** Set where the rep recalled the message: it is struck out, not erased. */
  recalledAt: Instant | null;
  attachments: Attachment[];
  /** What a merged forward holds; `text` is empty then. */
  inside?: MergedItem[];
  /** How much of it was left out. */
  leftOut?: number;
  /** The content as it came, of a form that is not known. */
  raw?: string;
  /** Oldest first; a draft takes over new words without a trace. */
  earlier?: Wording[];
  /** The platform lets nobody pass it on. */
  unforwardable?: boolean;
}

/** What somebody wrote under a card: progress of the department, an addition of the rep. */
export interface Note {
  at: Instant;
  by: string;
  from: 'department' | 'rep';
  /** The department's key, for a department's note. */
  department: string | null;
  text: string;
  /** The record's cycle when it was written; absent in the first. */
  cycle?: number;
  /** The platform's `message_type`; `text` is empty for a bare picture. */
  form?: string;
  messageId?: string;
  attachments?: Attachment[];
  recalledAt?: Instant;
  earlier?: Wording[];
}

export interface Question {
  at: Instant;
  by: string;
  question: string;
  info: string | null;
  answeredAt: Instant | null;
  /** The message that the information came in, where it did not come by the card. */
  infoMessageId?: string;
  infoAttachments?: Attachment[];
  infoRecalledAt?: Instant;
}

export interface Extension {
  reason: string;
  until: Instant;
  by: string;
  at: Instant;
}

/** The record (反馈). Everything a card shows is here; who did what when is on the timeline. */
export interface Feedback extends RecordBase {
  status: Status;
  repId: string;
  sources: Source[];
  /** The rep's newest forwarded message, for joining a burst; null for the API. */
  lastSourceAt: Instant | null;

  customer: string;
  contact: string;
  channel: Channel;
  kind: Kind;
  category: string;
  /** The responsible department's key; null while nobody knows. */
  department: string | null;
  priority: Priority;
  note: string;
  /** The words in the text from which the rules guessed, per field, and what they guessed. */
  guessedFrom: {
    kind: string[];
    category: string[];
    department: string[];
    priority: string[];
    values?: { kind: Kind; category: string | null; department: string | null; priority: Priority };
  };

  createdAt: Instant;
  submittedAt: Instant | null;
  /** The customer's clock; null for information and for drafts. */
  dueAt: Instant | null;
  /** 1, and one more for each reopening. */
  cycle: number;
  overdue: boolean;
  /** The latest rung of the ladder that was sent in this cycle. */
  remindedAt: Instant | null;
  lastUrgedAt: Instant | null;
  /** When the holder of a silent claim was asked 还在处理吗？, and last said yes. */
  stillAskedAt: Instant | null;
  stillAt: Instant | null;

  assignedAt: Instant | null;
  claimedBy: string | null;
  claimedAt: Instant | null;
  instruction: string;
  instructedBy: string | null;
  instructedAt: Instant | null;
  transferReason: string;
  transferredFrom: string | null;
  questions: Question[];
  notes: Note[];
  extension: Extension | null;
  /** When the rep gave the customer an interim reply (阶段性答复) to an extended case, and in which words. */
  interimAt: Instant | null;
  interimReply: string | null;

  answer: string;
  cause: string;
  prevention: string;
  answeredBy: string | null;
  answeredAt: Instant | null;

  toldCustomer: string;
  satisfaction: Satisfaction | null;
  customerWords: string;
  goodwill: string;
  closedBy: string | null;
  closedAt: Instant | null;
  /** Why it was withdrawn or reopened, whichever came last. */
  reason: string;
  /** Since when the one who now holds the ball has held it. */
  heldSince: Instant;
  /** The last thing that moved the case, for whoever taps too late. */
  lastMove: { what: string; by: string | null; at: Instant };
}

/** What people call the record: `FB-12`. */
export function numberOf(feedback: Pick<Feedback, 'id'>): string {
  return `FB-${feedback.id}`;
}

/** `customer`, `competitor` and `market` inform; they ask for no answer and have no clock (design §3.3). */
export function isInformation(kind: Kind): boolean {
  return kind === 'customer' || kind === 'competitor' || kind === 'market';
}

/** Written by the responsible department in this cycle: such a reply may become the answer. */
export function isReplyOf(note: Note, { department, cycle }: Pick<Feedback, 'department' | 'cycle'>): boolean {
  return note.from === 'department' && note.department === department && (note.cycle ?? 1) === cycle;
}

/** Closed, withdrawn, discarded: nobody holds the ball. */
export function isAtRest(feedback: Pick<Feedback, 'status'>): boolean {
  return feedback.status === 'closed' || feedback.status === 'withdrawn' || feedback.status === 'discarded';
}

/** The words of one message; of a merged forward, a line for each thing said. */
export function wordsOf({ inside = [], text }: Pick<Source, 'inside' | 'text'>): string {
  return inside.length > 0 ? wordsIn(inside) : text;
}

const BEGINNING = 200;

/** How the customer's words begin, without who said them: by this a draft is known that names nobody yet. */
export function beginningOf({ sources }: Pick<Feedback, 'sources'>): string {
  let beginning = '';
  const read = (items: Pick<MergedItem, 'text' | 'inside'>[]): void => {
    for (const { text, inside = [] } of items) {
      if (beginning.length > BEGINNING) return;
      if (text !== '') beginning += `${beginning === '' ? '' : ' '}${text}`;
      read(inside);
    }
  };
  read(sources.filter(({ recalledAt }) => recalledAt === null));
  return beginning.slice(0, BEGINNING);
}

const textOfAll = remembered((sources: Source[]): string =>
  sources
    .filter(({ recalledAt }) => recalledAt === null)
    .map(wordsOf)
    .filter((words) => words !== '')
    .join('\n'),
);

/** The customer's words without what the rep recalled, oldest first. */
export function textOf({ sources }: Pick<Feedback, 'sources'>): string {
  return textOfAll(sources);
}
