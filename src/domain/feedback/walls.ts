import { person, type Recipient } from '../messaging';
import type { Org } from '../org/org';
import { routersOf } from '../who';
import { departmentSideOf } from './holders';
import { type Feedback, isAtRest } from './model';

/**
 * Where a live card of a feedback hangs. A department's wall carries the department's key, so that the card in a group
 * which the case has left knows that the case has left.
 */
export type Wall = 'rep' | 'clerk' | 'manager' | `department:${string}`;

export const departmentWall = (key: string): Wall => `department:${key}`;

/** The department's key; null if the wall is not a department's. */
export function departmentOfWall(wall: string): string | null {
  return wall.startsWith('department:') ? wall.slice('department:'.length) : null;
}

/** On which walls, and with whom, a live card of a draft or an open case must hang (the table of design §2). */
export function wallsOf(feedback: Feedback, org: Org): { wall: Wall; to: Recipient }[] {
  const { status, department } = feedback;
  if (isAtRest(feedback)) return [];
  const hung = (wall: Wall, recipients: Recipient[]) => recipients.map((to) => ({ wall, to }));
  const isWithDepartment = ['assigned', 'handling', 'waiting', 'answered'].includes(status);
  return [
    ...hung('rep', [person(feedback.repId)]),
    ...(status === 'triage' ? hung('clerk', routersOf(org).map(person)) : []),
    ...(status === 'review' ? hung('manager', org.managers.map(person)) : []),
    ...(isWithDepartment && department !== null
      ? hung(departmentWall(department), departmentSideOf(feedback, org))
      : []),
  ];
}
