import type { Notice } from '../../decision';
import { isBlank } from '../../fields';
import { type JsonObject, person } from '../../messaging';
import type { Context } from '../../office';
import type { Org } from '../../org/org';
import { type Instant, MINUTE } from '../../time';
import { groupOf } from '../../who';
import { attachmentsBy, attachmentsIn, keepingOf } from '../attachments';
import { departmentSideOf } from '../holders';
import { refilled } from '../intake/take-in';
import { answeringNote, type EarlierText, type Feedback, isAtRest, type Note, type Source } from '../model';
import { notice, type Of, type Outcome, toRep } from './outcome';

/** Nothing to do: the message is unknown or unchanged. */
const NOTHING: Outcome = { refusal: 'nothing_changes' };

export function note(feedback: Feedback, command: Of<'note'>, { now, actor, org }: Context): Outcome {
  const byRep = actor.id === feedback.repId && actor.chatId !== groupOf(feedback.department, org)?.id;
  const { text, messageId, form = 'text' } = command;
  const attachments = attachmentsBy(command);
  const written: Note = {
    at: now,
    by: actor.id ?? '',
    from: byRep ? ('rep' as const) : ('department' as const),
    department: byRep ? null : feedback.department,
    text,
    ...(feedback.cycle > 1 ? { cycle: feedback.cycle } : {}),
    ...(messageId === undefined ? {} : { messageId, form }),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
  const params: JsonObject = { text, form, by: actor.id, department: feedback.department };
  if (messageId !== undefined) params.cause = messageId;
  return {
    changes: { notes: [...feedback.notes, written] },
    notices: (next) => {
      const side = next.assignedAt === null ? [] : departmentSideOf(next, org);
      const told = byRep
        ? side.map((to): Notice => ({ kind: 'message', name: 'rep_note', to, params, aside: true }))
        : [notice('progress', person(next.repId), params)];
      return [...told, ...keepingOf(attachments)];
    },
    detail: messageId === undefined ? { text } : { text, messageId },
  };
}

/** A draft loses a recalled message, and is discarded with its last one; a submitted case strikes it out. */
export function recall(feedback: Feedback, { messageId }: Of<'recall'>, { now, org }: Context): Outcome {
  const detail = { messageId };
  const source = feedback.sources.find((one) => one.messageId === messageId);
  if (source && feedback.status === 'draft') {
    const sources = feedback.sources.filter((one) => one !== source);
    if (sources.length === 0) return { changes: { sources, status: 'discarded', refillAt: null }, detail };
    return { changes: refilled(feedback, sources, org), detail };
  }
  if (source && source.recalledAt === null) {
    const sources = feedback.sources.map((one) => (one === source ? { ...one, recalledAt: now } : one));
    return { changes: { sources }, detail };
  }
  const note = feedback.notes.find((one) => one.messageId === messageId && !one.recalledAt);
  if (note) {
    const notes = feedback.notes.map((one) => (one === note ? { ...one, recalledAt: now } : one));
    const told = [note.at, ...(note.earlier ?? []).map(({ until }) => until)];
    const redrawn = told.map((at): Notice => ({ kind: 'redraw', cause: messageId, at }));
    return {
      changes: { notes },
      notices: (next) => [...redrawn, ...withoutItsReply(feedback, note, next, org)],
      detail,
    };
  }
  const question = feedback.questions.find((one) => one.infoMessageId === messageId && !one.infoRecalledAt);
  if (question) {
    const questions = feedback.questions.map((one) => (one === question ? { ...one, infoRecalledAt: now } : one));
    const at = question.answeredAt ?? now;
    return { changes: { questions }, notices: () => [{ kind: 'redraw', cause: messageId, at }], detail };
  }
  return NOTHING;
}

/** So long a message that was added by a tap can be taken off the case again. */
const UNDO_WITHIN_MS = 10 * MINUTE;

/** When this person's message joined the case; null if it is none of the case's. */
function joinedAt(
  { sources, notes, questions, repId }: Feedback,
  messageId: string,
  by: string | null,
): Instant | null {
  const note = notes.find((one) => one.messageId === messageId && one.by === by);
  if (note) return note.recalledAt === undefined ? note.at : null;
  const info = questions.find((one) => one.infoMessageId === messageId && !one.infoRecalledAt);
  if (info) return by === repId ? info.answeredAt : null;
  const source = sources.find((one) => one.messageId === messageId && one.recalledAt === null);
  return source && by === repId ? source.sentAt : null;
}

/** The wrong case was tapped: the message counts as recalled there. */
export function undo(feedback: Feedback, { message }: Of<'undo'>, context: Context): Outcome {
  const at = joinedAt(feedback, message, context.actor.id);
  if (at === null || context.now - at > UNDO_WITHIN_MS) return { refusal: 'too_late_to_undo' };
  return recall(feedback, { type: 'recall', messageId: message }, context);
}

/**
 * The words of the answer were taken back, perhaps after the customer was told: the answer stays until it is corrected,
 * and those who rely on it hear so.
 */
function withoutItsReply(feedback: Feedback, recalled: Note, next: Feedback, org: Org): Notice[] {
  const isRelied = next.status === 'answered' || next.status === 'closed';
  if (!isRelied || answeringNote(feedback) !== recalled) return [];
  const params = { by: recalled.by };
  const side = departmentSideOf(next, org).map(
    (to): Notice => ({ kind: 'message', name: 'answer_recalled_side', to, params, aside: true }),
  );
  return [notice('answer_recalled', person(next.repId), params), ...side];
}

/**
 * A draft takes over the new text of an edited message; a submitted case keeps the earlier text beside the new one. The
 * edit of an answer corrects it, until the customer is told.
 */
export function edit(feedback: Feedback, command: Of<'edit'>, { org }: Context): Outcome {
  const { messageId, text, at } = command;
  const detail: JsonObject = { messageId, text };
  const source = feedback.sources.find((one) => one.messageId === messageId);
  if (source) {
    const sources = feedback.sources.map((one) => (one === source ? edited(feedback, source, command) : one));
    const known = new Set(source.attachments.map(({ key }) => key));
    const added = attachmentsIn(messageId, command.attachments).filter(({ key }) => !known.has(key));
    if (source.recalledAt !== null || (source.text === text && added.length === 0)) return NOTHING;
    const changes = feedback.status === 'draft' ? refilled(feedback, sources, org) : { sources };
    return { changes, notices: (next) => [...toWorkers(next, text, org), ...keepingOf(added)], detail };
  }
  const note = feedback.notes.find((one) => one.messageId === messageId);
  if (!note || note.recalledAt || note.text === text) return NOTHING;
  const rewritten = { ...note, text, earlier: [...(note.earlier ?? []), earlierText(note.text, at)] };
  const notes = feedback.notes.map((one) => (one === note ? rewritten : one));
  if (feedback.status === 'answered' && answeringNote(feedback) === note && !isBlank(text)) {
    const params = { by: note.by };
    const told = (next: Feedback) => [toRep(next, 'answer_amended', params), toRep(next, 'wording', {})];
    return { changes: { notes, answer: text }, notices: told, detail };
  }
  const told = (next: Feedback) => (note.from === 'rep' ? toWorkers(next, text, org) : toReader(next, rewritten));
  return { changes: { notes }, notices: told, detail };
}

/** Those who work on the case hear that what they read has changed; their card changes without a sound. */
function toWorkers(feedback: Feedback, text: string, org: Org): Notice[] {
  const isWorkedOn = ['assigned', 'handling', 'waiting'].includes(feedback.status);
  if (!isWorkedOn) return [];
  return departmentSideOf(feedback, org).map((to) => notice('edited', to, { text, by: feedback.repId }));
}

/** The rep's card shows no replies: the rep reads an edited one anew, in a message like the first one. */
function toReader(next: Feedback, { text, form = 'text', by, department, messageId }: Note): Notice[] {
  if (isAtRest(next) || messageId === undefined) return [];
  return [toRep(next, 'progress', { text, form, by, department, cause: messageId })];
}

const earlierText = (text: string, until: Instant): EarlierText => ({ text, until });

/** A draft drops an attachment that the edited message no longer has; a submitted case keeps it. */
function edited({ status }: Feedback, source: Source, { text, attachments, at }: Of<'edit'>): Source {
  const now = attachmentsIn(source.messageId ?? '', attachments);
  const had = new Map(source.attachments.map((one) => [one.key, one]));
  if (status === 'draft') return { ...source, text, attachments: now.map((one) => had.get(one.key) ?? one) };
  return {
    ...source,
    text,
    attachments: [...source.attachments, ...now.filter(({ key }) => !had.has(key))],
    earlier: [...(source.earlier ?? []), earlierText(source.text, at)],
  };
}
