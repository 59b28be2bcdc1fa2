import { person, type Recipient } from '../messaging';
import { departmentOf, type Org } from '../org/org';
import { routersOf } from '../who';
import type { Command } from './commands';
import { departmentSideOf } from './holders';
import { type Feedback, isAtRest } from './model';
import { departmentWall, type Wall } from './walls';

/** Where a former department's cases go, however often it was merged; null: to the clerks. */
function successorOf(key: string, org: Org): string | null {
  const seen = new Set<string>();
  for (let at: string | null = key; at !== null && !seen.has(at); ) {
    if (departmentOf(org, at)) return at;
    seen.add(at);
    at = org.former?.find((one) => one.key === at)?.into ?? null;
  }
  return null;
}

/** Who takes the rep's side over: the clerks in turn, so that nobody inherits a whole desk. */
function heirOf({ id }: Feedback, org: Org, gone: ReadonlySet<string>): string | null {
  const heirs = routersOf(org).filter((one) => !gone.has(one));
  return heirs[id % Math.max(1, heirs.length)] ?? null;
}

/**
 * What the program does about a draft or an open case that people's comings and goings have left without somebody who can act; null
 * where all is well. `gone` are the people and groups that cannot be reached. One step at a time: to be asked again.
 */
export function rescueOf(feedback: Feedback, org: Org, gone: ReadonlySet<string>): Command | null {
  const { status, department, claimedBy, repId } = feedback;
  if (isAtRest(feedback)) return null;
  const heir = gone.has(repId) ? heirOf(feedback, org, gone) : null;
  if (heir !== null) return { type: 'take_over', rep: heir };
  // What it says of a department is a guess, and its rep's to correct.
  if (status === 'draft') return null;
  if (department !== null && !departmentOf(org, department)) {
    const into = successorOf(department, org);
    // Answered and gone for good: the rep goes on alone, and a reopened case goes to the clerks.
    if (into !== null || status !== 'answered') return { type: 'move_department', department: into, why: 'removed' };
  }
  if (status === 'review' && org.managers.length === 0) return { type: 'skip_review' };
  const isClaimed = status === 'handling' || status === 'waiting';
  if (isClaimed && claimedBy !== null && gone.has(claimedBy)) return { type: 'unassign' };
  const isWithDepartment = status === 'assigned' || isClaimed;
  if (isWithDepartment && departmentSideOf(feedback, org).length === 0 && routersOf(org).length > 0) {
    return { type: 'move_department', department: null, why: 'no_group' };
  }
  return null;
}

/** On whose walls a live card of a draft or an open case must hang (the table of design §2). */
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
