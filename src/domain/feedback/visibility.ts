import type { Actor } from '../actor';
import { ledBy, seesAll } from '../org/membership';
import { departmentOf, type Org } from '../org/org';
import type { Feedback } from './model';

/** Customers' data stays with those who need it (design §2): who may look a case up, and have all of it. */
export function maySee(feedback: Feedback, personId: string, org: Org): boolean {
  if (seesAll(personId, org)) return true;
  if ([feedback.repId, feedback.claimedBy, feedback.answeredBy].includes(personId)) return true;
  return feedback.department !== null && ledBy(personId, org).includes(feedback.department);
}

/** Whether the case's card hangs in this group: then its members see it anyway, without contact details. */
export function hangsIn(feedback: Feedback, { chatId }: Pick<Actor, 'chatId'>, org: Org): boolean {
  const group = departmentOf(org, feedback.department)?.chat ?? null;
  return feedback.assignedAt !== null && group !== null && group === chatId;
}

/** Contact details in full: the rep whose customer it is, the clerks, the managers (design §2). */
export function seesContact(feedback: Pick<Feedback, 'repId'>, personId: string, org: Org): boolean {
  return personId === feedback.repId || org.clerks.includes(personId) || org.managers.includes(personId);
}
