import { departmentOf, type Org } from '../org/org';
import { routersOf } from '../who';
import type { Command } from './commands';
import { departmentSideOf } from './holders';
import { type Feedback, isAtRest } from './model';

/** The department that took over a former department, however often it was merged; null: the clerks took over. */
function successorOf(key: string, org: Org): string | null {
  const seen = new Set<string>();
  for (let at: string | null = key; at !== null && !seen.has(at); ) {
    if (departmentOf(org, at)) return at;
    seen.add(at);
    at = org.former?.find((one) => one.key === at)?.into ?? null;
  }
  return null;
}

/** Who takes over the rep's side: the clerks in turn, so that no clerk inherits all cases of a rep. */
function heirOf({ id }: Feedback, org: Org, gone: ReadonlySet<string>): string | null {
  const heirs = routersOf(org).filter((one) => !gone.has(one));
  return heirs[id % Math.max(1, heirs.length)] ?? null;
}

/**
 * The program's command for a draft or an open case on which nobody can act any more; null if all is well. `gone` are
 * the people and groups that cannot be reached. One command is one step: the caller asks again after it.
 */
export function rescueOf(feedback: Feedback, org: Org, gone: ReadonlySet<string>): Command | null {
  const { status, department, claimedBy, repId } = feedback;
  if (isAtRest(feedback)) return null;
  const heir = gone.has(repId) ? heirOf(feedback, org, gone) : null;
  if (heir !== null) return { type: 'take_over', rep: heir };
  // A draft's department is only a guess, and the rep corrects it.
  if (status === 'draft') return null;
  if (department !== null && !departmentOf(org, department)) {
    const into = successorOf(department, org);
    // If nobody took over an answered case's department, the rep goes on alone; a reopened case goes to the clerks.
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
