import type { Actor } from '../actor';
import { ledBy, seesAll } from '../org/membership';
import { departmentOf, type Org } from '../org/org';
import type { Feedback } from './model';

/**
 * Whether the person may look the case up and read all of it (design §2: customers' data stays with those who need
 * it).
 */
export function maySee(feedback: Feedback, personId: string, org: Org): boolean {
  if (seesAll(personId, org)) return true;
  if ([feedback.repId, feedback.claimedBy, feedback.answeredBy].includes(personId)) return true;
  return feedback.department !== null && ledBy(personId, org).includes(feedback.department);
}

/** Whether the case's card hangs in this group, whose members see it without contact details. */
export function hangsIn(feedback: Feedback, { chatId }: Pick<Actor, 'chatId'>, org: Org): boolean {
  const group = departmentOf(org, feedback.department)?.chat ?? null;
  return feedback.assignedAt !== null && group !== null && group === chatId;
}

/** Whether the person sees contact details in full: the case's rep, the clerks and the managers do (design §2). */
export function seesContact(feedback: Pick<Feedback, 'repId'>, personId: string, org: Org): boolean {
  return personId === feedback.repId || org.clerks.includes(personId) || org.managers.includes(personId);
}
