import { person } from '../../messaging';
import { UNSURE } from '../../org';
import type { Feedback } from '../model';
import {
  assignedTo,
  departmentFault,
  handOver,
  notice,
  type Of,
  type Outcome,
  type PolicyContext,
  toTriage,
} from './shared';

export function claim(_feedback: Feedback, _command: Of<'claim'>, { now, actor }: PolicyContext): Outcome {
  return { changes: { claimedBy: actor.id, claimedAt: now } };
}

export function answer(feedback: Feedback, command: Of<'answer'>, { now, actor }: PolicyContext): Outcome {
  return {
    changes: {
      answer: command.answer,
      cause: command.cause,
      prevention: command.prevention,
      answeredBy: actor.id,
      answeredAt: now,
      // Whoever answers a case that nobody claimed has claimed it by that.
      claimedBy: feedback.claimedBy ?? actor.id,
      claimedAt: feedback.claimedAt ?? now,
    },
    notices: (next) => [notice('answered', person(next.repId))],
  };
}

export function transfer(feedback: Feedback, command: Of<'transfer'>, { now, org }: PolicyContext): Outcome {
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

export function requestInfo(feedback: Feedback, command: Of<'request_info'>, { now, actor }: PolicyContext): Outcome {
  const asked = { at: now, by: actor.id ?? '', question: command.question, info: null, answeredAt: null };
  return {
    changes: { questions: [...feedback.questions, asked] },
    notices: (next) => [notice('question', person(next.repId), { question: command.question })],
    detail: { question: command.question },
  };
}

export function extend(feedback: Feedback, command: Of<'extend'>, { now, actor, org }: PolicyContext): Outcome {
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
