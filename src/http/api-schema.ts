import { z } from 'zod';
import type { FeedbackDetail, FeedbackSummary } from '../domain/feedback/api';
import { isBlank } from '../domain/fields';
import type { FieldProblem } from './problem-details';

const word = z.string().trim().max(100);
const text = z.string().trim().max(5000);

/** Checks shapes only; the domain checks keys and required fields, and names their faults together. */
export const NewFeedbackBody = z.strictObject({
  customer: text.optional(),
  contact: text.optional(),
  channel: word.optional(),
  kind: word.optional(),
  category: word.optional(),
  department: word.optional(),
  priority: word.optional(),
  note: text.optional(),
  text: z
    .string()
    .trim()
    .max(20_000)
    .refine((typed) => !isBlank(typed), 'is empty'),
  rep: z.string().regex(/^ou_[A-Za-z0-9_-]{1,61}$/, 'must be the open_id of a person'),
});

export const ListQuery = z.strictObject({
  status: word.optional(),
  department: word.optional(),
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
});

/** A JSON pointer and a text for each fault; an unknown key is named by its pointer. */
export function problemsOf(error: z.ZodError, prefix = '#'): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const detail = issue.code === 'unrecognized_keys' ? 'is not known' : issue.message;
    return paths.map((path) => ({ pointer: pointerTo(path, prefix), detail }));
  });
}

export function pointerTo(path: PropertyKey[], prefix = '#'): string {
  const parts = path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'));
  return [prefix, ...parts.map(encodeURIComponent)].join('/');
}

const moment = (at: number | null) => (at === null ? null : new Date(at).toISOString());

export function summaryJson({ id, number, status, dueAt }: FeedbackSummary) {
  return { id, number, status, due_at: moment(dueAt) };
}

export function detailJson(feedback: FeedbackDetail) {
  const { kind, channel, category, department, priority, customer, text, rep, overdue } = feedback;
  return {
    ...summaryJson(feedback),
    kind,
    channel,
    category,
    department,
    priority,
    customer,
    text,
    rep,
    overdue,
    created_at: moment(feedback.createdAt),
    submitted_at: moment(feedback.submittedAt),
    answer: feedback.answer,
    answered_at: moment(feedback.answeredAt),
    told_customer: feedback.toldCustomer,
    satisfaction: feedback.satisfaction,
    closed_at: moment(feedback.closedAt),
  };
}
