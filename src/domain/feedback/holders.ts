import { chat, person, type Recipient } from '../messaging';
import { departmentOf, type Org } from '../org/org';
import type { Feedback } from './model';

/** Who routes what nobody routed: the clerks, or the admins where a company has none. */
export function routersOf(org: Org): string[] {
  return org.clerks.length > 0 ? org.clerks : org.admins;
}

export function groupOf(feedback: Pick<Feedback, 'department'>, org: Org): Recipient | null {
  const group = departmentOf(org, feedback.department)?.chat;
  return group ? chat(group) : null;
}

/** Who acts for the department: its group; without one whoever claimed the case, and its lead. */
export function departmentSideOf(feedback: Pick<Feedback, 'department' | 'claimedBy'>, org: Org): Recipient[] {
  const group = groupOf(feedback, org);
  if (group) return [group];
  const people = [feedback.claimedBy, departmentOf(org, feedback.department)?.lead ?? null];
  return [...new Set(people)].filter((id) => id !== null).map(person);
}

/** Who holds the ball (design §2): the group while nobody claimed, else people. Empty at rest. */
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
