import type { Context } from '../../office';
import { UNSURE } from '../../org/org';
import type { Feedback } from '../model';
import { writtenSubject } from '../subject';
import { raisedTo } from './correct';
import { type Of, type Outcome, tooLate } from './outcome';

/** The rep's corrections of a draft, which is not handed in yet; a choice that is left open stays as it was. */
export function save(feedback: Feedback, command: Of<'save'>): Outcome {
  const { customer, contact, note } = command;
  return {
    changes: {
      ...{ customer, contact, note },
      subject: writtenSubject(feedback, command.subject),
      channel: command.channel || feedback.channel,
      kind: command.kind || feedback.kind,
      category: command.category || feedback.category,
      department: command.department === UNSURE ? null : command.department || feedback.department,
      priority: command.priority ?? feedback.priority,
    },
  };
}

/** A discarded draft comes back, unless its rep took back all of its messages. */
export function restore(feedback: Feedback): Outcome {
  return feedback.sources.length === 0 ? tooLate(feedback) : { changes: {} };
}

/** The rep says how urgent the case is. */
export function setPriority(feedback: Feedback, { priority }: Of<'set_priority'>, { actor, org }: Context): Outcome {
  if (priority === feedback.priority) return { refusal: 'nothing_changed' };
  return {
    changes: { priority },
    notices: () => raisedTo(feedback, priority, { org, by: actor.id }),
    detail: { was: { priority: feedback.priority } },
  };
}
