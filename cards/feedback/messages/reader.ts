import { type Feedback, isAtRest } from '../../../src/domain/feedback/model';
import type { Recipient } from '../../../src/domain/messaging';
import type { Org } from '../../../src/domain/org/org';
import { departmentOf } from '../../../src/domain/org/org';
import { routersOf } from '../../../src/domain/who';

/** What the reader of a notice is to its case: that decides what the notice offers. */
export type Part = 'group' | 'holder' | 'rep' | 'router' | 'lead' | 'manager' | 'other';

/** The reader's part; a group that the case has left is `other`. */
export function partOf(feedback: Feedback, to: Recipient, org: Org): Part {
  const { status, claimedBy, repId } = feedback;
  const { chat = null, lead = null } = departmentOf(org, feedback.department) ?? {};
  if (to.type === 'chat') return to.id === chat ? 'group' : 'other';
  if (status === 'handling' && claimedBy === to.id) return 'holder';
  if (repId === to.id) return 'rep';
  if ((status === 'triage' || status === 'draft') && routersOf(org).includes(to.id)) return 'router';
  if (lead === to.id) return 'lead';
  return org.managers.includes(to.id) ? 'manager' : 'other';
}

/** The one person who must act, to be mentioned in the department's group: the holder, else the lead; null for nobody. */
export function whoMustAct({ status, department, claimedBy }: Feedback, org: Org): string | null {
  if (isAtRest({ status })) return null;
  return status === 'handling' ? claimedBy : (departmentOf(org, department)?.lead ?? null);
}
