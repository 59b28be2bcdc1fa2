import { person } from '../../messaging';
import type { Context } from '../../office';
import { UNSURE } from '../../org/org';
import type { Instant } from '../../time';
import { departmentSideOf } from '../holders';
import { type Feedback, isReplyOf } from '../model';
import { assignedTo, departmentFault, handOver, notice, type Of, type Outcome, tooLate, toTriage } from './shared';

export function claim(_feedback: Feedback, _command: Of<'claim'>, { now, actor }: Context): Outcome {
  return { changes: { claimedBy: actor.id, claimedAt: now } };
}

/** Back to the group: whoever claimed it cannot go on, or (by the program) has gone silent. */
export function release(feedback: Feedback, command: Of<'release'>, { now, actor, org }: Context): Outcome {
  const detail = { reason: command.reason };
  const side = departmentSideOf({ department: feedback.department, claimedBy: null }, org);
  // Its group is gone, and the one who held it was the last who could act.
  const outcome = side.length === 0 ? toTriage({ department: null, transferredFrom: feedback.department }, org) : null;
  if (outcome && 'changes' in outcome) return { ...outcome, detail };
  const params = { by: actor.id, reason: command.reason };
  return {
    changes: { assignedAt: now, claimedBy: null, claimedAt: null },
    notices: () => (actor.id === null ? [] : side.map((to) => notice('released', to, params))),
    detail,
  };
}

export function answer(feedback: Feedback, command: Of<'answer'>, { now, actor }: Context): Outcome {
  const { answer: words, cause, prevention } = command;
  return answered(feedback, { answer: words, cause, prevention }, { now, by: actor.id });
}

type Answer = Pick<Feedback, 'answer' | 'cause' | 'prevention'>;

function answered(feedback: Feedback, given: Answer, { now, by }: { now: Instant; by: string | null }): Outcome {
  return {
    changes: {
      ...given,
      answeredBy: by,
      answeredAt: now,
      // Whoever answers a case that nobody claimed has claimed it by that.
      claimedBy: feedback.claimedBy ?? by,
      claimedAt: feedback.claimedAt ?? now,
    },
    notices: (next) => [notice('answered', person(next.repId))],
  };
}

/**
 * Makes a reply the answer, in the name of whoever wrote it. It is the reply that the tapped card showed, though a newer
 * one may have come meanwhile; one of another department or an earlier cycle answers nothing.
 */
export function answerWithReply(feedback: Feedback, command: Of<'answer_with_reply'>, { now }: Context): Outcome {
  const reply = feedback.notes[command.reply - 1];
  if (!reply || !isReplyOf(reply, feedback)) return tooLate(feedback);
  return answered(feedback, { answer: reply.text, cause: '', prevention: '' }, { now, by: reply.by });
}

export function transfer(feedback: Feedback, command: Of<'transfer'>, { now, org }: Context): Outcome {
  if (command.department === feedback.department) return { refusal: 'same_department' };
  const changes: Partial<Feedback> = { transferReason: command.reason, transferredFrom: feedback.department };
  const detail = { reason: command.reason, transferredFrom: feedback.department };
  if (command.department === UNSURE) {
    const outcome = toTriage({ ...changes, department: null }, org);
    return 'refusal' in outcome ? outcome : { ...outcome, detail };
  }
  return (
    departmentFault(command.department, org) ?? {
      changes: { ...changes, ...assignedTo(command.department, now) },
      notices: (next) => handOver(next, org),
      detail,
    }
  );
}

export function requestInfo(feedback: Feedback, command: Of<'request_info'>, { now, actor }: Context): Outcome {
  const asked = { at: now, by: actor.id ?? '', question: command.question, info: null, answeredAt: null };
  return {
    changes: { questions: [...feedback.questions, asked] },
    notices: (next) => [notice('question', person(next.repId), { question: command.question })],
    detail: { question: command.question },
  };
}

export function extend(feedback: Feedback, command: Of<'extend'>, { now, actor, org }: Context): Outcome {
  const dueAt = feedback.extension?.until ?? feedback.dueAt;
  if (command.until <= now || (dueAt !== null && command.until <= dueAt)) {
    return { refusal: 'until_not_later', detail: { dueAt } };
  }
  const extension = { reason: command.reason, until: command.until, by: actor.id ?? '', at: now };
  const params = { reason: command.reason, until: command.until };
  return {
    changes: { extension },
    notices: (next) => [next.repId, ...org.managers].map((id) => notice('extended', person(id), params)),
    detail: params,
  };
}
