import type { Instant } from '../../time';
import { type Feedback, OPEN_STATUSES } from '../model';

type Dated = Pick<Feedback, 'dueAt' | 'extension'> & { interimAt?: Instant | null };

/**
 * Until when the customer must hear from us; null for information and drafts. An extension counts only after the
 * customer got an interim reply.
 */
export function deadlineOf({ dueAt, extension, interimAt = null }: Dated): Instant | null {
  return interimAt === null ? dueAt : departmentDeadlineOf({ dueAt, extension });
}

/** Until when the department must answer. Its extension counts at once. */
export function departmentDeadlineOf({ dueAt, extension }: Dated): Instant | null {
  return dueAt === null || extension === null ? dueAt : Math.max(dueAt, extension.until);
}

/** Whether the customer of an open case should have heard from us by now. */
export function isOverdue(feedback: Dated & Pick<Feedback, 'status'>, now: Instant): boolean {
  const deadline = deadlineOf(feedback);
  return OPEN_STATUSES.includes(feedback.status) && deadline !== null && deadline <= now;
}

/** Whether the rep still owes the customer of an extended case an interim reply. */
export function owesInterim({ status, dueAt, extension, interimAt = null }: Dated & Pick<Feedback, 'status'>): boolean {
  const isUnanswered = OPEN_STATUSES.includes(status) && status !== 'answered';
  return dueAt !== null && extension !== null && interimAt === null && isUnanswered;
}

/** What people are reminded to do: answer the customer, give the interim reply, or submit a draft. */
export type Duty = 'answer' | 'interim' | 'submit';

/** The deadline of a duty; null for a draft. */
export function targetOf(feedback: Dated & Pick<Feedback, 'status'>, duty: Duty): Instant | null {
  if (duty === 'interim') return feedback.dueAt;
  return owesInterim(feedback) ? departmentDeadlineOf(feedback) : deadlineOf(feedback);
}
