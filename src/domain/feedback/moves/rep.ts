import type { Notice } from '../../decision';
import type { JsonObject, Recipient } from '../../messaging';
import { type Context, workClockOf } from '../../office';
import { departmentOf, type Org, UNSURE } from '../../org/org';
import { HOUR, type Instant, MINUTE } from '../../time';
import { addTime } from '../../work-clock';
import { attachmentsBy, keepingOf } from '../attachments';
import { departmentSideOf, holdersOf } from '../holders';
import { type Feedback, isInformation } from '../model';
import { writtenSubject } from '../subject';
import { categoryFault, departmentFault, toDepartment, toTriage } from './hand-over';
import { notice, type Of, type Outcome, tooLate, toRep } from './outcome';

/** A rep may chase at most once an hour (design §3.3). */
const URGE_EVERY_MS = HOUR;

/** Until when a customer whose clock starts now must hear from us. */
function dueFromNow(context: Context): Instant {
  return addTime(context.now, context.org.sla.replyWithinMs, workClockOf(context));
}

/** A message that came just now is as it was: reading it again would cost every quick case a counted call. */
const JUST_READ_MS = MINUTE;
/** How many messages are read again at most: the newest ones. */
const READ_AGAIN = 5;

/**
 * Feishu documents no event for an edited message, and many clients send none: what a person may have edited is read
 * again, once the case is stored.
 */
function readAgain({ sources }: Feedback, now: Instant): Notice[] {
  const old = sources.filter(({ sentAt }) => now - sentAt > JUST_READ_MS);
  const editable = old.filter(({ form, recalledAt }) => recalledAt === null && (form === 'text' || form === 'post'));
  const ids = editable.flatMap(({ messageId }) => messageId ?? []).slice(-READ_AGAIN);
  return ids.map((messageId) => ({ kind: 'read_again', messageId }));
}

/** Hands the case in; what its messages hold by then is looked at afterwards. */
export function submit(feedback: Feedback, command: Of<'submit'>, context: Context): Outcome {
  const outcome = submitted({ ...command, subject: writtenSubject(feedback, command.subject) }, context);
  if ('refusal' in outcome) return outcome;
  return { ...outcome, notices: (next) => [...(outcome.notices?.(next) ?? []), ...readAgain(feedback, context.now)] };
}

/** Information is archived at once; any other feedback goes to its department, or to the clerks. */
function submitted(command: Of<'submit'>, context: Context): Outcome {
  const { now, org } = context;
  const { type: _type, department: chosen, ...fields } = command;
  const department = chosen === '' || chosen === UNSURE ? null : chosen;
  const fault = categoryFault(command.category, org);
  if (fault) return fault;
  if (department !== null && !departmentOf(org, department)) {
    return { refusal: 'unknown_department', detail: { department } };
  }
  const changes: Partial<Feedback> = { ...fields, department, submittedAt: now };
  if (isInformation(command.kind)) return { changes: { ...changes, status: 'closed', closedAt: now } };
  changes.dueAt = dueFromNow(context);
  if (department === null || org.routing !== 'direct') return toTriage(changes, org);
  return departmentFault(department, org) ?? toDepartment(department, changes, context);
}

export function provideInfo(feedback: Feedback, command: Of<'provide_info'>, { now, org }: Context): Outcome {
  const attachments = attachmentsBy(command);
  const given = {
    info: command.info,
    answeredAt: now,
    ...(command.messageId === undefined ? {} : { infoMessageId: command.messageId }),
    ...(attachments.length > 0 ? { infoAttachments: attachments } : {}),
  };
  const questions = feedback.questions.map((question) =>
    question.answeredAt === null ? { ...question, ...given } : question,
  );
  const { info, messageId, form = 'text' } = command;
  const params: JsonObject = { info, form };
  if (messageId !== undefined) params.cause = messageId;
  // If the person who asked has left meanwhile, the case is free to be claimed.
  const free: Partial<Feedback> = feedback.claimedBy === null ? { status: 'assigned', assignedAt: now } : {};
  return {
    changes: { questions, ...free },
    notices: (next) => [
      ...departmentSideOf(next, org).map((to) => notice('info_provided', to, params)),
      ...keepingOf(attachments),
    ],
    detail: messageId === undefined ? { info } : { info, messageId },
  };
}

/** An interim reply is only asked for if the department needs longer (延期). */
export function interim(feedback: Feedback, command: Of<'interim'>, { now }: Context): Outcome {
  if (feedback.extension === null) return tooLate(feedback);
  return {
    changes: { interimAt: now, interimReply: command.toldCustomer },
    detail: { toldCustomer: command.toldCustomer },
  };
}

/**
 * A rep, or a department that waits for its rep, may chase once an hour; lead and manager whenever they like, unless they
 * urge several cases by one tap.
 */
export function urge(feedback: Feedback, command: Of<'urge' | 'nudge_rep'>, { now, actor, org }: Context): Outcome {
  const isTogether = command.type === 'urge' && command.together === true;
  const isSuperior = org.managers.includes(actor.id ?? '') || departmentOf(org, feedback.department)?.lead === actor.id;
  const to = holdersOf(feedback, org).filter(({ id }) => id !== actor.id);
  if (to.length === 0) return tooLate(feedback);
  const nextAt = (feedback.lastUrgedAt ?? Number.NEGATIVE_INFINITY) + URGE_EVERY_MS;
  if (now < nextAt && (!isSuperior || isTogether)) return { refusal: 'urged_recently', detail: { nextAt } };
  return {
    changes: { lastUrgedAt: now },
    notices: (next) => to.map((one) => urged(next, one, { org, by: actor.id, isSuperior, isTogether })),
  };
}

/** A word of a superior buzzes who must act: the holder, or the lead of a department in which nobody has claimed. */
function urged(
  feedback: Feedback,
  to: Recipient,
  { org, by, isSuperior, isTogether }: { org: Org; by: string | null; isSuperior: boolean; isTogether: boolean },
): Notice {
  const lead = departmentOf(org, feedback.department)?.lead ?? null;
  const who = to.type === 'person' ? to.id : lead;
  const buzz = isSuperior && who !== null && who !== by ? [who] : [];
  const { status, claimedBy } = feedback;
  const params = { by, status, claimedBy };
  return {
    kind: 'message',
    name: 'urged',
    to,
    params,
    ...(buzz.length > 0 ? { buzz } : {}),
    ...(isTogether ? { gathers: true } : {}),
  };
}

export function withdraw(feedback: Feedback, command: Of<'withdraw'>, { org }: Context): Outcome {
  const params = { reason: command.reason };
  return {
    changes: params,
    notices: (next) => {
      const side = feedback.assignedAt === null ? [] : departmentSideOf(next, org);
      return side.map((to) => notice('withdrawn', to, params));
    },
    detail: params,
  };
}

export function close(feedback: Feedback, command: Of<'close'>, { now, actor }: Context): Outcome {
  const { type: _type, ...told } = command;
  return {
    changes: { ...told, closedBy: actor.id, closedAt: now, overdue: false },
    notices: () => [toRep(feedback, 'closed_rep', { by: actor.id })],
    detail: { satisfaction: command.satisfaction },
  };
}

/** Back to the department. The customer's clock starts anew only if the customer had been told (closed). */
export function reopen(feedback: Feedback, command: Of<'reopen'>, context: Context): Outcome {
  const again: Partial<Feedback> = {
    reason: command.reason,
    cycle: feedback.cycle + 1,
    satisfaction: null,
    closedBy: null,
    closedAt: null,
    extension: null,
    interimAt: null,
    interimReply: null,
    remindedAt: null,
    // The department that has the case now has had it before.
    transferredFrom: null,
    transferReason: '',
    ...(feedback.status === 'closed' ? { dueAt: dueFromNow(context), overdue: false } : {}),
  };
  const detail = { reason: command.reason };
  const { department } = feedback;
  const side = departmentSideOf({ department, claimedBy: null }, context.org);
  const isUnrouted = department === null || side.length === 0;
  const reopened = isUnrouted ? toTriage(again, context.org, detail) : toDepartment(department, again, context, detail);
  if ('refusal' in reopened) return reopened;
  const params = { by: context.actor.id, reason: command.reason };
  return {
    ...reopened,
    notices: (next) => [...(reopened.notices?.(next) ?? []), toRep(feedback, 'reopened_rep', params)],
  };
}
