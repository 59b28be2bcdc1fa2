import type { Org } from '../org';
import type { Feedback } from './model';

/** Clerks, managers and admins see every case. */
export function seesAll(personId: string, org: Org): boolean {
  return [org.clerks, org.managers, org.admins].some((people) => people.includes(personId));
}

/** The departments whose lead this person is. */
export function ledBy(personId: string, org: Org): string[] {
  return org.departments.filter(({ lead }) => lead === personId).map(({ key }) => key);
}

/** Customers' data stays with those who need it (design §2): who may look a case up. */
export function maySee(feedback: Feedback, personId: string, org: Org): boolean {
  if (seesAll(personId, org)) return true;
  if ([feedback.repId, feedback.claimedBy, feedback.answeredBy].includes(personId)) return true;
  return feedback.department !== null && ledBy(personId, org).includes(feedback.department);
}
