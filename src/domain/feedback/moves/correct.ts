import type { Notice } from '../../decision';
import type { JsonObject } from '../../messaging';
import type { Context } from '../../office';
import { departmentOf, type Org } from '../../org/org';
import { groupOf } from '../../who';
import { holderIdOf } from '../holders';
import { type Feedback, PRIORITIES, type Priority } from '../model';
import { categoryFault, departmentFault, toDepartment } from './hand-over';
import { notice, type Of, type Outcome, toHolder, toRep } from './outcome';

/** Nobody works on the case yet: its department is only proposed. */
const isProposed = ({ status }: Feedback) => status === 'triage' || status === 'review';

const isRaised = (from: Priority, to: Priority) => PRIORITIES.indexOf(to) > PRIORITIES.indexOf(from);

/** A clerk corrects an open case. Another department is a transfer, which needs a reason. */
export function correct(feedback: Feedback, command: Of<'correct'>, context: Context): Outcome {
  const { actor, org } = context;
  const { reason } = command;
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
  const detail = { was, reason };
  const changes: Partial<Feedback> = { category, department, priority };
  if (!moves || department === null || isProposed(feedback)) {
    return { changes, notices: () => raisedTo(feedback, priority, { org, by: actor.id }), detail };
  }
  if (reason === '') {
    const faults = [{ field: 'reason', fault: 'missing' }];
    return { refusal: 'field_faults', detail: { command: 'correct', faults } };
  }
  const transferredFrom = feedback.department;
  const transferred: Partial<Feedback> = { ...changes, status: 'assigned', transferReason: reason, transferredFrom };
  const moved = toDepartment(department, transferred, context, { ...detail, transferredFrom });
  return {
    ...moved,
    notices: (next) => [...toFormerHolders(feedback, next, context), ...(moved.notices?.(next) ?? [])],
  };
}

type Corrected = Pick<Feedback, 'category' | 'department' | 'priority'>;

/** The former value of each changed field. */
function changedFrom(feedback: Feedback, corrected: Corrected): JsonObject {
  const names = ['category', 'department', 'priority'] as const;
  const changed = names.filter((name) => feedback[name] !== corrected[name]);
  return Object.fromEntries(changed.map((name) => [name, feedback[name]]));
}

/**
 * Tells the group of a raised priority, because its card changes without a sound; an urgent one buzzes the holder, else the
 * lead.
 */
export function raisedTo(
  feedback: Feedback,
  priority: Priority,
  { org, by }: { org: Org; by: string | null },
): Notice[] {
  const group = feedback.assignedAt === null ? null : groupOf(feedback.department, org);
  if (!group || !isRaised(feedback.priority, priority)) return [];
  const who = holderIdOf(feedback) ?? departmentOf(org, feedback.department)?.lead ?? null;
  const isWithDepartment = feedback.status === 'assigned' || feedback.status === 'handling';
  const buzzes = priority === 'urgent' && isWithDepartment && who !== null && who !== by;
  return [{ kind: 'message', name: 'priority_raised', to: group, params: { by }, ...(buzzes ? { buzz: [who] } : {}) }];
}

/** Tells the former group and holder, and the rep, that the case has moved. */
function toFormerHolders(feedback: Feedback, next: Feedback, { actor, org }: Context): Notice[] {
  const params = { by: actor.id, department: next.department, reason: next.transferReason };
  const group = groupOf(feedback.department, org);
  return [
    ...(group ? [notice('moved', group, params)] : []),
    toRep(feedback, 'moved_rep', params),
    ...toHolder(feedback, 'transferred_holder', params),
  ];
}
