import type { Context } from '../../office';
import { UNSURE } from '../../org/org';
import type { Command } from '../commands';
import { type Feedback, numberOf } from '../model';
import { notRecalled, textOfSource } from '../source-text';
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

/** A discarded draft comes back, unless its rep took back all of its messages, or it became part of another case. */
export function restore(feedback: Feedback): Outcome {
  const isGone = feedback.sources.length === 0 || feedback.lastMove.what === 'merge';
  return isGone ? tooLate(feedback) : { changes: {} };
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

/** The draft's messages join the rep's other case as notes, and whoever holds it is told that the customer asks again. */
export function merge(feedback: Feedback, { into }: Of<'merge'>): Outcome {
  if (feedback.similar?.id !== into) return { refusal: 'card_unknown' };
  const standing = notRecalled(feedback.sources);
  const notes = standing.map((source): Command => {
    const { messageId, form, attachments } = source;
    const by = messageId === null ? {} : { messageId, form, attachments };
    return { type: 'note', text: textOfSource(source), ...by };
  });
  const messageIds = standing.flatMap(({ messageId }) => messageId ?? []);
  return {
    changes: {},
    detail: { text: numberOf({ id: into }) },
    gives: [
      { recordId: into, commands: notes, messageIds },
      { recordId: into, commands: [{ type: 'urge' }], mayFail: true },
    ],
  };
}
