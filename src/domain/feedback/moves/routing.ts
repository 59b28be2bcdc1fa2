import type { Context } from '../../office';
import { holdersOf } from '../holders';
import type { Feedback } from '../model';
import { categoryFault, departmentFault, toDepartment, toReview } from './hand-over';
import { notice, type Of, type Outcome } from './outcome';

export function route(feedback: Feedback, command: Of<'route'>, context: Context): Outcome {
  const { org } = context;
  const { department, category } = command;
  const fault = departmentFault(department, org) ?? (category ? categoryFault(category, org) : null);
  if (fault) return fault;
  const changes: Partial<Feedback> = {
    category: category || feedback.category,
    priority: command.priority ?? feedback.priority,
    note: [feedback.note, command.note].filter(Boolean).join('\n'),
  };
  const isReviewed = org.routing === 'clerk+manager' && org.managers.length > 0;
  return isReviewed ? toReview(department, changes, org) : toDepartment(department, changes, context);
}

/** An instruction before the department starts hands the case over; later it goes to whoever works on the case. */
export function instruct(feedback: Feedback, command: Of<'instruct'>, context: Context): Outcome {
  const { department, instruction } = command;
  const instructed = { instruction, instructedBy: context.actor.id, instructedAt: context.now };
  if (feedback.status === 'review') {
    return departmentFault(department, context.org) ?? toDepartment(department, instructed, context);
  }
  const params = { by: context.actor.id, instruction };
  return {
    changes: instructed,
    notices: (next) => holdersOf(next, context.org).map((to) => notice('instructed', to, params)),
    detail: { text: instruction },
  };
}
