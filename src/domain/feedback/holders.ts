import { person, type Recipient } from '../messaging';
import type { Org } from '../org/org';
import { departmentSide, routersOf } from '../who';
import type { Feedback } from './model';

/** The person who holds the case; null if a department or the office holds it, or nobody does. */
export function holderIdOf({
  status,
  repId,
  claimedBy,
}: Pick<Feedback, 'status' | 'repId' | 'claimedBy'>): string | null {
  if (status === 'handling') return claimedBy;
  return status === 'draft' || status === 'waiting' || status === 'answered' ? repId : null;
}

/** Who acts for the case's department. */
export function departmentSideOf(feedback: Pick<Feedback, 'department' | 'claimedBy'>, org: Org): Recipient[] {
  return departmentSide(feedback.department, feedback.claimedBy, org);
}

/** Who must act next on the case (design §2): the group until somebody claims, else people. Empty if it is at rest. */
export function holdersOf(feedback: Feedback, org: Org): Recipient[] {
  switch (feedback.status) {
    case 'triage':
      return routersOf(org).map(person);
    case 'review':
      return org.managers.map(person);
    case 'assigned': {
      const side = departmentSideOf(feedback, org);
      return side.length > 0 ? side : routersOf(org).map(person);
    }
    case 'handling':
      return feedback.claimedBy ? [person(feedback.claimedBy)] : [];
    case 'draft':
    case 'waiting':
    case 'answered':
      return [person(feedback.repId)];
    case 'closed':
    case 'withdrawn':
    case 'discarded':
      return [];
  }
}
