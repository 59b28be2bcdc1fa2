import type { Notice } from '../../decision';
import { type JsonObject, person } from '../../messaging';
import type { Context } from '../../office';
import { departmentOf, type Org } from '../../org/org';
import { routersOf } from '../../who';
import { attachedFor } from '../attachments';
import { departmentSideOf } from '../holders';
import type { Feedback } from '../model';
import { departmentWall, type Wall } from '../walls';
import type { Outcome, Refusal } from './outcome';

/** The case goes to a department, in which nobody has claimed it yet. */
export function toDepartment(
  department: string,
  changes: Partial<Feedback>,
  { now, org }: Pick<Context, 'now' | 'org'>,
  detail: JsonObject = {},
): Exclude<Outcome, Refusal> {
  return {
    changes: { ...changes, department, assignedAt: now, claimedBy: null, claimedAt: null },
    notices: (next) => handOver(next, department, org),
    detail,
  };
}

/**
 * The card for those who act for the department, and the files and messages that no card can show. An urgent case buzzes
 * the lead at once.
 */
function handOver(next: Feedback, department: string, org: Org): Notice[] {
  const { lead = null } = departmentOf(org, department) ?? {};
  const { priority, status, claimedBy } = next;
  const buzzed = priority === 'urgent' && status === 'assigned' && lead !== null;
  const buzz = buzzed ? { buzz: [lead], unbuzzed: { name: 'urgent', params: { status, claimedBy } } } : {};
  return departmentSideOf(next, org).flatMap((to): Notice[] => [
    { kind: 'card', wall: departmentWall(department), to, ...buzz },
    ...attachedFor(next, to),
  ]);
}

/** The case goes to the clerks: nobody knows the department, or the company wants the clerks to look first. */
export function toTriage(changes: Partial<Feedback>, org: Org, detail: JsonObject = {}): Outcome {
  if (routersOf(org).length === 0) return { refusal: 'nobody_to_route' };
  return {
    changes: { ...changes, status: 'triage', assignedAt: null, claimedBy: null, claimedAt: null },
    notices: () => cardsFor('clerk', routersOf(org)),
    detail,
  };
}

/** The case goes to the managers, who instruct the proposed department. */
export function toReview(department: string, changes: Partial<Feedback>, org: Org): Outcome {
  return {
    changes: { ...changes, department, status: 'review' },
    notices: () => cardsFor('manager', org.managers),
  };
}

const cardsFor = (wall: Wall, people: string[]): Notice[] =>
  people.map((id) => ({ kind: 'card', wall, to: person(id) }));

/** Why a case cannot go to this department; null if it can. */
export function departmentFault(key: string, org: Org): Refusal | null {
  const department = departmentOf(org, key);
  if (!department) return { refusal: 'unknown_department', detail: { department: key } };
  // A lead can act for a department without a group; without both, nobody would see the case.
  if (!department.chat && !department.lead) return { refusal: 'department_without_group', detail: { department: key } };
  return null;
}

/** Why the category cannot be chosen; null if it can. */
export function categoryFault(key: string, org: Org): Refusal | null {
  const isKnown = org.categories.some((category) => category.key === key);
  return isKnown ? null : { refusal: 'unknown_category', detail: { category: key } };
}
