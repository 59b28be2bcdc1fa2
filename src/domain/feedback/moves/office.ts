import type { Context } from '../../office';
import type { Feedback } from '../model';
import { assignedTo, categoryFault, departmentFault, handOver, type Of, type Outcome, toManagers } from './shared';

export function route(feedback: Feedback, command: Of<'route'>, { now, org }: Context): Outcome {
  const fault =
    departmentFault(command.department, org) ?? (command.category ? categoryFault(command.category, org) : null);
  if (fault) return fault;
  const changes: Partial<Feedback> = {
    category: command.category || feedback.category,
    priority: command.priority ?? feedback.priority,
    note: [feedback.note, command.note].filter(Boolean).join('\n'),
  };
  if (org.routing === 'clerk+manager' && org.managers.length > 0) {
    return {
      changes: { ...changes, department: command.department, status: 'review' },
      notices: () => toManagers(org),
    };
  }
  return { changes: { ...changes, ...assignedTo(command.department, now) }, notices: (next) => handOver(next, org) };
}

export function instruct(_feedback: Feedback, command: Of<'instruct'>, { now, actor, org }: Context): Outcome {
  return (
    departmentFault(command.department, org) ?? {
      changes: {
        ...assignedTo(command.department, now),
        instruction: command.instruction,
        instructedBy: actor.id,
        instructedAt: now,
      },
      notices: (next) => handOver(next, org),
    }
  );
}
