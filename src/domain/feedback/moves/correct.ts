import type { Notice } from '../../decision';
import { type JsonObject, person } from '../../messaging';
import type { Context } from '../../office';
import type { Org } from '../../org/org';
import { groupOf } from '../../who';
import { type Feedback, PRIORITIES, type Priority } from '../model';
import { assignedTo, categoryFault, departmentFault, handOver, notice, type Of, type Outcome } from './shared';

/** Nobody works on it yet: the department is only proposed. */
const isProposed = ({ status }: Feedback) => status === 'triage' || status === 'review';

const isRaised = (from: Priority, to: Priority) => PRIORITIES.indexOf(to) > PRIORITIES.indexOf(from);

/** A clerk puts right what is wrong on an open case; another department is a transfer, which owes a reason. */
export function correct(feedback: Feedback, command: Of<'correct'>, { now, actor, org }: Context): Outcome {
  const category = command.category || feedback.category;
  const department = command.department || feedback.department;
  const priority = command.priority ?? feedback.priority;
  const moves = department !== feedback.department;
  const was = changedFrom(feedback, { category, department, priority });
  if (Object.keys(was).length === 0) return { refusal: 'nothing_changed' };
  const fault =
    (category === feedback.category ? null : categoryFault(category, org)) ??
    (moves && department !== null ? departmentFault(department, org) : null);
  if (fault) return fault;
  const detail = { was, reason: command.reason };
  const changes: Partial<Feedback> = { category, department, priority };
  if (!moves || department === null || isProposed(feedback)) {
    const raised = isRaised(feedback.priority, priority) ? toHolders(feedback, org, actor.id) : [];
    return { changes, notices: () => raised, detail };
  }
  if (command.reason === '') {
    return {
      refusal: 'field_faults',
      detail: { command: 'correct', faults: [{ field: 'reason', fault: 'missing' }] },
    };
  }
  return {
    changes: {
      ...changes,
      status: 'assigned',
      ...assignedTo(department, now),
      transferReason: command.reason,
      transferredFrom: feedback.department,
    },
    notices: (next) => [...toFormerHolders(feedback, next, org, actor.id), ...handOver(next, org)],
    detail: { ...detail, transferredFrom: feedback.department },
  };
}

type Corrected = Pick<Feedback, 'category' | 'department' | 'priority'>;

/** What each changed field was before. */
function changedFrom(feedback: Feedback, corrected: Corrected): JsonObject {
  const names = ['category', 'department', 'priority'] as const;
  const changed = names.filter((name) => feedback[name] !== corrected[name]);
  return Object.fromEntries(changed.map((name) => [name, feedback[name]]));
}

/** A card that changes quietly does not tell whoever works on it that it has become urgent. */
function toHolders(feedback: Feedback, org: Org, by: string | null): Notice[] {
  const group = feedback.assignedAt === null ? null : groupOf(feedback.department, org);
  return group ? [notice('priority_raised', group, { by })] : [];
}

/** The group that had it, and the rep where it was the rep's turn: for them the work has just gone elsewhere. */
function toFormerHolders(feedback: Feedback, next: Feedback, org: Org, by: string | null): Notice[] {
  const params = { by, department: next.department, reason: next.transferReason };
  const group = groupOf(feedback.department, org);
  const isRepsTurn = feedback.status === 'waiting' || feedback.status === 'answered';
  return [
    ...(group ? [notice('moved', group, params)] : []),
    ...(isRepsTurn ? [notice('moved_rep', person(feedback.repId), params)] : []),
  ];
}
