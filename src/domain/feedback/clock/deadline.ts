import type { Instant } from '../../time';
import { type Feedback, OPEN_STATUSES } from '../model';

type Dated = Pick<Feedback, 'dueAt' | 'extension'> & { interimAt?: Instant | null };

/**
 * Until when the customer must hear from us: the customer's own clock, and once an extended case's interim reply was
 * given, the extension's end. Null for information and drafts.
 */
export function deadlineOf({ dueAt, extension, interimAt = null }: Dated): Instant | null {
  return interimAt === null ? dueAt : departmentDeadlineOf({ dueAt, extension });
}

/** Until when the department is to have an answer: an extension that it was given counts from the start. */
export function departmentDeadlineOf({ dueAt, extension }: Dated): Instant | null {
  return dueAt === null || extension === null ? dueAt : Math.max(dueAt, extension.until);
}

/** An extended case whose customer still waits for an interim reply: giving it is the rep's duty, whoever works on. */
export function owesInterim({ status, dueAt, extension, interimAt = null }: Dated & Pick<Feedback, 'status'>): boolean {
  const isUnanswered = OPEN_STATUSES.includes(status) && status !== 'answered';
  return dueAt !== null && extension !== null && interimAt === null && isUnanswered;
}

/** What somebody is reminded of: to answer the customer, to give the interim reply that an extension asks for, to submit a draft. */
export type Duty = 'answer' | 'interim' | 'submit';

/** Towards which moment somebody is reminded: to answer the customer, or to give the interim reply; null for a draft. */
export function targetOf(feedback: Dated & Pick<Feedback, 'status'>, duty: Duty): Instant | null {
  if (duty === 'interim') return feedback.dueAt;
  return owesInterim(feedback) ? departmentDeadlineOf(feedback) : deadlineOf(feedback);
}
