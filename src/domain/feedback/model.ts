import type { RecordBase } from '../decision';
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

/** A case in these statuses was submitted and is not yet at rest. */
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

/** Why an attachment is not kept: Feishu refused, it is too large, or the message brought too many. */
export type Loss = 'refused' | 'too_large' | 'too_many';

export interface Attachment extends IncomingAttachment {
  messageId: string;
  /** Our own copy's key on the platform; null until it is kept. */
  keptKey: string | null;
  /** True if it will never be kept. */
  lost: boolean;
  why?: Loss;
}

/** The text of a message before an edit, and when the edit came. */
export interface EarlierText {
  text: string;
  until: Instant;
}

/** One message of the customer, as the rep forwarded it. */
export interface Source {
  /** Null if it came over the API. */
  messageId: string | null;
  form: string;
  text: string;
  sentAt: Instant;
  /** When the rep recalled the message; the message is struck out, not erased. */
  recalledAt: Instant | null;
  attachments: Attachment[];
  /** The items of a merged forward, whose `text` is empty. */
  inside?: MergedItem[];
  /** How many items of the merged forward were left out. */
  leftOut?: number;
  /** The content as it came, if the form is unknown. */
  raw?: string;
  /** Oldest first. A draft keeps no earlier text. */
  earlier?: EarlierText[];
  /** Feishu lets nobody forward the message. */
  unforwardable?: boolean;
}

/** A reply under a card: progress of the department, or an addition of the rep. */
export interface Note {
  at: Instant;
  by: string;
  from: 'department' | 'rep';
  /** The key of the department that wrote the note; null for the rep. */
  department: string | null;
  text: string;
  /** The record's cycle when the note was written; absent in the first cycle. */
  cycle?: number;
  /** The platform's `message_type`; `text` is empty for a bare picture. */
  form?: string;
  messageId?: string;
  attachments?: Attachment[];
  recalledAt?: Instant;
  earlier?: EarlierText[];
  /** The reply gave an answer: the record's, unless a later one gave another. */
  isAnswer?: true;
}

export interface Question {
  at: Instant;
  by: string;
  question: string;
  info: string | null;
  answeredAt: Instant | null;
  /** The message that the information came in; absent if it came by the card. */
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

/** The case which a draft may be about, as it was when the draft was stored. */
export interface SimilarCase {
  id: number;
  customer: string;
  subject: string;
  priority: Priority;
  department: string | null;
  status: Status;
  holderId: string | null;
  dueAt: Instant | null;
}

/** The record (反馈). Everything that a card shows is here; the timeline says who did what, and when. */
export interface Feedback extends RecordBase {
  status: Status;
  repId: string;
  sources: Source[];
  /** The rep's newest forwarded message, for joining a burst; null for the API. */
  lastSourceAt: Instant | null;
  /**
   * When the rules fill the long draft in anew, because messages have joined it since; null if they have read all of
   * them, and for a submitted case.
   */
  refillAt: Instant | null;

  /** What the case is about, in the rep's own words; empty: made from the customer's words (`subjectOf`). */
  subject: string;
  customer: string;
  contact: string;
  channel: Channel;
  kind: Kind;
  category: string;
  /** The responsible department's key; null while nobody knows. */
  department: string | null;
  priority: Priority;
  note: string;
  /** By field: the keywords in the text from which the rules guessed. `values` is what the rules guessed. */
  guessedFrom: {
    kind: string[];
    category: string[];
    department: string[];
    priority: string[];
    values?: { kind: Kind; category: string | null; department: string | null; priority: Priority };
    /** Departments between which the keywords do not decide. */
    rivals?: { department: string; words: string[] }[];
  };

  /** The rep's open case which the draft may be about: the store looks for it whenever it writes a draft. */
  similar: SimilarCase | null;

  createdAt: Instant;
  submittedAt: Instant | null;
  /** Until when the customer must hear from us; null for information and for drafts. */
  dueAt: Instant | null;
  /** 1, and 1 more for each reopening. */
  cycle: number;
  overdue: boolean;
  /** When the latest rung of the ladder was said in this cycle. */
  remindedAt: Instant | null;
  lastUrgedAt: Instant | null;
  /** When the silent holder was asked 还在处理吗？, and when the holder last said yes. */
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
  /** An extension that waits for a manager's nod: it moves nothing yet. */
  askedExtension: Extension | null;
  /** When the rep gave the customer of an extended case an interim reply (阶段性答复), and its text. */
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
  /** Why the case was withdrawn or reopened, whichever came last. */
  reason: string;
  /** Since when the present holder holds the case. */
  heldSince: Instant;
  /** The last move of the case, for a person who taps too late. */
  lastMove: { what: string; by: string | null; at: Instant };
}

/** The number that people use: `FB-12`. */
export function numberOf(feedback: Pick<Feedback, 'id'>): string {
  return `FB-${feedback.id}`;
}

/** `customer`, `competitor` and `market` only inform: nobody owes an answer, and no clock runs (design §3.3). */
export function isInformation(kind: Kind): boolean {
  return kind === 'customer' || kind === 'competitor' || kind === 'market';
}

/** Whether the responsible department wrote the note in this cycle; such a reply may become the answer. */
export function isReplyOf(note: Note, { department, cycle }: Pick<Feedback, 'department' | 'cycle'>): boolean {
  return note.from === 'department' && note.department === department && (note.cycle ?? 1) === cycle;
}

/** The reply that gave the answer of this cycle; undefined if the answer came by a form, or there is none. */
export function answeringNote({ notes, cycle }: Pick<Feedback, 'notes' | 'cycle'>): Note | undefined {
  return notes.findLast((note) => note.isAnswer && (note.cycle ?? 1) === cycle);
}

/** Closed, withdrawn or discarded: nobody holds the case. */
export function isAtRest(feedback: Pick<Feedback, 'status'>): boolean {
  return feedback.status === 'closed' || feedback.status === 'withdrawn' || feedback.status === 'discarded';
}
