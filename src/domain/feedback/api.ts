import type { ApiFault } from './api-faults';

/** The API of design §3.6 without HTTP, which the routes add. */
export interface FeedbackApi {
  /**
   * Records and submits a feedback. The same key with the same input returns the first record, with another input a
   * `conflict`. `faults` name fields as in design §3.3.
   */
  create(input: NewFeedback, idempotencyKey: string): Promise<Creation>;
  /** The faults of a request that is wrong in other ways too, so that all of them can be named at once. */
  faultsIn?(input: Partial<NewFeedback>): Promise<ApiFault[]>;
  get(id: number): Promise<FeedbackDetail | null>;
  /** Newest first; the faults if the query names a status or department that nobody knows. */
  list(query: FeedbackQuery): Promise<FeedbackPage | { faults: ApiFault[] }>;
}

export interface NewFeedback {
  /** The fields of the form `feedback.submit`; an empty field is absent. */
  fields: Record<string, string>;
  /** The customer's message. */
  text: string;
  /** open_id of the rep who will answer the customer. */
  rep: string;
}

export type Creation =
  | { outcome: 'created'; feedback: FeedbackSummary }
  | { outcome: 'conflict' }
  | { outcome: 'invalid'; faults: ApiFault[] };

export interface FeedbackSummary {
  id: number;
  number: string;
  status: string;
  /** Milliseconds since the epoch; null for information, which has no clock. */
  dueAt: number | null;
}

/** Without the customer's contact details, because the API does not know who asks. */
export interface FeedbackDetail extends FeedbackSummary {
  kind: string;
  channel: string;
  category: string;
  department: string | null;
  priority: string;
  customer: string;
  /** What it is about, in a few words; made from the text unless the rep wrote it. */
  subject: string;
  text: string;
  rep: string;
  overdue: boolean;
  createdAt: number;
  submittedAt: number | null;
  answer: string;
  answeredAt: number | null;
  toldCustomer: string;
  satisfaction: string | null;
  closedAt: number | null;
}

export interface FeedbackQuery {
  status?: string;
  department?: string;
  q?: string;
  /** `nextCursor` of the page before. */
  cursor?: string;
}

export interface FeedbackPage {
  items: FeedbackDetail[];
  /** Null on the last page. */
  nextCursor: string | null;
}
