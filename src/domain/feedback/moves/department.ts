import { isBlank } from '../../fields';
import { person } from '../../messaging';
import type { Context } from '../../office';
import { UNSURE } from '../../org/org';
import type { Instant } from '../../time';
import { groupOf } from '../../who';
import { attachmentsBy, keepingOf, seeAttached } from '../attachments';
import { departmentSideOf } from '../holders';
import { type Attachment, type Feedback, isReplyOf, type Note, type Question } from '../model';
import { departmentFault, toDepartment, toTriage } from './hand-over';
import { actingIn, notice, type Of, type Outcome, toHolder, tooLate, toRep, toRepsTurn } from './outcome';

export function claim(_feedback: Feedback, _command: Of<'claim'>, { now, actor }: Context): Outcome {
  return { changes: { claimedBy: actor.id, claimedAt: now } };
}

/** Back to the group: the holder cannot go on, or the program releases a silent holder's case. */
export function release(feedback: Feedback, command: Of<'release'>, { now, actor, org }: Context): Outcome {
  const detail = { reason: command.reason };
  const { department } = feedback;
  const side = departmentSideOf({ department, claimedBy: null }, org);
  if (side.length === 0) {
    // The group is gone, and the holder was the last person who could act.
    const outcome = toTriage({ department: null, transferredFrom: department }, org, detail);
    if ('changes' in outcome) return outcome;
  }
  const params = { by: actor.id, reason: command.reason };
  const ofGroup = actingIn(groupOf(department, org));
  return {
    changes: { assignedAt: now, claimedBy: null, claimedAt: null },
    notices: () =>
      actor.id === null
        ? []
        : [
            ...side.map((to) => notice('released', to, params)),
            ...toHolder(feedback, 'released_holder', { ...params, ...ofGroup }),
          ],
    detail,
  };
}

export function answer(feedback: Feedback, command: Of<'answer'>, { now, actor }: Context): Outcome {
  const { answer: text, cause, prevention } = command;
  if (isBlank(text)) return { refusal: 'empty_answer' };
  const given = { ...withReply(feedback, command, { now, by: actor.id ?? '' }), answer: text, cause, prevention };
  const brings = attachmentsBy(command);
  return answered(feedback, given, { now, by: actor.id, actor: actor.id, brings });
}

/** Another answer in the thread takes the place of the first one, until the customer is told. */
export function amendAnswer(feedback: Feedback, command: Of<'amend_answer'>, { now, actor }: Context): Outcome {
  const { answer: text } = command;
  if (isBlank(text)) return { refusal: 'empty_answer' };
  const given = withReply(feedback, command, { now, by: actor.id ?? '' });
  return {
    changes: { ...given, answer: text, answeredBy: actor.id, answeredAt: now },
    notices: (next) => [
      notice('answer_amended', person(next.repId), { by: actor.id }),
      notice('wording', person(next.repId)),
      ...keepingOf(attachmentsBy(command)),
    ],
    detail: { text, earlier: feedback.answer, ...(command.messageId ? { messageId: command.messageId } : {}) },
  };
}

/** The record's notes with the reply that gave an answer: it brings attachments, and may be recalled. */
function withReply(
  { notes, department, cycle }: Feedback,
  command: Of<'answer'> | Of<'amend_answer'>,
  { now, by }: { now: Instant; by: string },
): Partial<Feedback> {
  const { answer: text, messageId, form = 'text' } = command;
  if (messageId === undefined) return {};
  const attachments = attachmentsBy(command);
  const reply: Note = {
    at: now,
    by,
    from: 'department',
    department,
    text,
    ...(cycle > 1 ? { cycle } : {}),
    messageId,
    form,
    ...(attachments.length > 0 ? { attachments } : {}),
    isAnswer: true,
  };
  return { notes: [...notes, reply] };
}

type Answer = Pick<Feedback, 'answer' | 'cause' | 'prevention'> & Partial<Pick<Feedback, 'notes'>>;

/** When, by whom, and on whose tap or reply the answer came, with the attachments that are to be fetched. */
interface Given {
  now: Instant;
  by: string | null;
  actor: string | null;
  brings?: Attachment[];
}

/** The department goes on without the information that it asked for. */
const settled = (questions: Question[], now: Instant): Question[] =>
  questions.map((question) => (question.answeredAt === null ? { ...question, answeredAt: now } : question));

function answered(feedback: Feedback, given: Answer, { now, by, actor, brings = [] }: Given): Outcome {
  return {
    changes: {
      ...given,
      questions: settled(feedback.questions, now),
      answeredBy: by,
      answeredAt: now,
      // An answer to an unclaimed case is a claim as well.
      claimedBy: feedback.claimedBy ?? by,
      claimedAt: feedback.claimedAt ?? now,
    },
    notices: (next) => [
      ...toRepsTurn(next),
      notice('wording', person(next.repId)),
      ...toHolder(feedback, 'answered_holder', { by: actor }),
      ...keepingOf(brings),
    ],
  };
}

/**
 * Makes a reply the answer, in the name of its author: the reply that the tapped card showed, even if a newer one has
 * come. A reply of another department or of an earlier cycle is refused.
 */
export function answerWithReply(
  feedback: Feedback,
  command: Of<'answer_with_reply'>,
  { now, actor }: Context,
): Outcome {
  const reply = feedback.notes[command.reply - 1];
  if (!reply || !isReplyOf(reply, feedback)) return tooLate(feedback);
  const notes = feedback.notes.map((note) => (note === reply ? { ...reply, isAnswer: true as const } : note));
  const given = { notes, answer: reply.text || seeAttached(reply.attachments), cause: '', prevention: '' };
  return answered(feedback, given, { now, by: reply.by, actor: actor.id });
}

export function transfer(feedback: Feedback, command: Of<'transfer'>, context: Context): Outcome {
  const { department, reason } = command;
  if (department === feedback.department) return { refusal: 'same_department' };
  const transferredFrom = feedback.department;
  const questions = settled(feedback.questions, context.now);
  const changes: Partial<Feedback> = { transferReason: reason, transferredFrom, questions };
  const detail = { reason, transferredFrom };
  const isUnsure = department === UNSURE;
  const moved = isUnsure
    ? toTriage({ ...changes, department: null }, context.org, detail)
    : (departmentFault(department, context.org) ?? toDepartment(department, changes, context, detail));
  if ('refusal' in moved) return moved;
  const params = { by: context.actor.id, department: isUnsure ? null : department, reason };
  return {
    ...moved,
    notices: (next) => [
      ...(moved.notices?.(next) ?? []),
      toRep(feedback, 'moved_rep', params),
      ...toHolder(feedback, 'transferred_holder', params),
    ],
  };
}

export function requestInfo(feedback: Feedback, { question }: Of<'request_info'>, { now, actor }: Context): Outcome {
  const asked = { at: now, by: actor.id ?? '', question, info: null, answeredAt: null };
  return {
    changes: { questions: [...feedback.questions, asked] },
    notices: (next) => [...toRepsTurn(next), ...toHolder(feedback, 'asked_holder', { by: actor.id, question })],
    detail: { question },
  };
}

/** Why it happened and how it will not again: added after the answer, when there is time for it. */
export function addCause(_feedback: Feedback, { cause, prevention }: Of<'cause'>): Outcome {
  return { changes: { cause, prevention }, detail: { text: cause } };
}
