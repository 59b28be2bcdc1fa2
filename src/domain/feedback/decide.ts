import { accept, type Decision, type Notice, type Refused, refuse } from '../decision';
import type { JsonObject } from '../messaging';
import type { Context } from '../office';
import { commandOf } from './acts';
import { deadlineOf, isOverdue } from './clock/deadline';
import { holidayWarnings } from './clock/holiday-warning';
import { nextReminderAt } from './clock/remind';
import { greyed } from './clock/reminder-notices';
import type { Command } from './commands';
import type { Feedback, Status } from './model';
import { MOVES } from './moves/moves';
import { type Move, toOthers, tooLate } from './moves/outcome';
import { mayDo, mightOnce, ownerOf } from './rights';

type Type = Command['type'];

/** What happens to a case's messages, in any status. */
const ITS_MESSAGES = { recall: 'same', edit: 'same', keep_attachment: 'same', forward_refused: 'same' } as const;
const AT_REST = { ...ITS_MESSAGES, look: 'same' } as const;
const OPEN_MOVES = {
  ...AT_REST,
  withdraw: 'withdrawn',
  correct: 'same',
  set_priority: 'same',
  reveal_contact: 'same',
  note: 'same',
  undo: 'same',
  take_over: 'same',
  move_department: 'same',
  instruct: 'same',
  grant_extension: 'same',
  refuse_extension: 'same',
} as const;

/**
 * The life of a feedback (design §2): which command is allowed in which status, and the status after it; `same` keeps
 * the status. A move may lead elsewhere: `submit` leads to triage if nobody knows the department.
 */
export const NEXT: Record<Status, Partial<Record<Type, Status | 'same'>>> = {
  draft: {
    ...ITS_MESSAGES,
    submit: 'assigned',
    save: 'same',
    set_priority: 'same',
    discard: 'discarded',
    merge: 'discarded',
    split: 'same',
    undo: 'same',
    adopt: 'same',
    take_over: 'same',
  },
  // The customer of an extended case still waits for the interim reply, even if the case goes back to triage.
  triage: { ...OPEN_MOVES, route: 'assigned', interim: 'same', urge: 'same' },
  review: { ...OPEN_MOVES, instruct: 'assigned', interim: 'same', urge: 'same', skip_review: 'assigned' },
  assigned: {
    ...OPEN_MOVES,
    claim: 'handling',
    assign: 'handling',
    answer: 'answered',
    answer_with_reply: 'answered',
    transfer: 'assigned',
    urge: 'same',
    extend: 'same',
    interim: 'same',
  },
  handling: {
    ...OPEN_MOVES,
    release: 'assigned',
    assign: 'same',
    still_working: 'same',
    answer: 'answered',
    answer_with_reply: 'answered',
    transfer: 'assigned',
    request_info: 'waiting',
    extend: 'same',
    interim: 'same',
    urge: 'same',
    unassign: 'assigned',
  },
  waiting: {
    ...OPEN_MOVES,
    provide_info: 'handling',
    nudge_rep: 'same',
    // The customer may have phoned the department meanwhile.
    answer: 'answered',
    answer_with_reply: 'answered',
    transfer: 'assigned',
    extend: 'same',
    interim: 'same',
    urge: 'same',
    unassign: 'same',
  },
  answered: { ...OPEN_MOVES, amend_answer: 'same', cause: 'same', close: 'closed', reopen: 'assigned', urge: 'same' },
  closed: { ...AT_REST, cause: 'same', reopen: 'assigned' },
  withdrawn: AT_REST,
  discarded: { ...AT_REST, restore: 'draft' },
};

const WITH_A_DEPARTMENT: ReadonlySet<Status> = new Set(['assigned', 'handling', 'waiting']);

/** Applies a command that the table and the rights allow. */
function move(feedback: Feedback, command: Command, context: Context, status: Status): Decision<Feedback> {
  const apply = MOVES[command.type] as Move<Command>;
  const outcome = apply(feedback, command, context);
  if ('refusal' in outcome) return refuse(outcome.refusal, outcome.detail);
  const { now, actor } = context;
  const moved: Feedback = {
    ...feedback,
    status,
    refillAt: status === 'draft' ? feedback.refillAt : null,
    ...outcome.changes,
    version: feedback.version + 1,
  };
  // Before the case is assigned, its department is only proposed.
  const isElsewhere = moved.assignedAt !== null && moved.department !== feedback.department;
  // What a department has asked for does not go with the case to another one, nor beyond its answer.
  if (isElsewhere || !WITH_A_DEPARTMENT.has(moved.status)) moved.askedExtension = null;
  const changedHands = moved.status !== feedback.status || isElsewhere;
  if (changedHands) {
    moved.heldSince = now;
    moved.lastMove = { what: command.type, by: actor.id, at: now };
  }
  // A new deadline, such as one by an extension, may lie ahead again.
  if (deadlineOf(moved) !== deadlineOf(feedback)) moved.overdue = isOverdue(moved, now);
  const next = { ...moved, nextReminderAt: nextReminderAt(moved, context, now) };
  const detail: JsonObject = { from: feedback.status, to: next.status, department: next.department, ...outcome.detail };
  const isDated = next.dueAt !== feedback.dueAt;
  const notices: Notice[] = [
    ...toOthers(outcome.notices?.(next) ?? [], actor.id),
    ...(isDated ? holidayWarnings(now, next.dueAt, context) : []),
    ...(changedHands ? greyed(feedback) : []),
  ];
  const decided = accept(next, { at: now, actorId: actor.id, what: command.type, detail }, notices);
  const { opens, gives } = outcome;
  return { ...decided, ...(opens ? { opens } : {}), ...(gives ? { gives } : {}) };
}

function movedOn(feedback: Feedback): Refused {
  const { refusal, detail } = tooLate(feedback);
  return refuse(refusal, detail);
}

/** The refusal of a command, whatever it says, if the actor lacks the right to it; null if they have it. */
export function refusalByRight(
  feedback: Feedback,
  type: Type,
  context: Pick<Context, 'actor' | 'org'>,
): Refused | null {
  return mayDo(type, feedback, context) ? null : notTheirs(feedback, type, context);
}

/** Why the actor cannot have the form of an act now; null if they can. */
export function refusalOfForm(
  feedback: Feedback,
  act: string,
  context: Pick<Context, 'actor' | 'org'>,
): Refused | null {
  const type = act === 'edit' ? 'submit' : act === 'close_unsatisfied' ? 'close' : commandOf(act);
  if (type === null) return refuse('card_unknown');
  return refusalByRight(feedback, type, context) ?? (NEXT[feedback.status][type] ? null : movedOn(feedback));
}

/** The refusal for a person without the right; who had it when the tapped card was hung hears where the case went. */
function notTheirs(feedback: Feedback, type: Type, context: Pick<Context, 'actor' | 'org'>): Refused {
  if (mightOnce(type, feedback, context)) return movedOn(feedback);
  const who = ownerOf(type);
  const detail: JsonObject = { who, department: feedback.department };
  if (who === 'holder' && feedback.claimedBy !== null) detail.names = [feedback.claimedBy];
  // A person who wrote a note must learn that nobody will read it.
  return refuse(type === 'note' ? 'not_noted' : 'not_yours', detail);
}

/**
 * Decides what a command does to a feedback: the next record with its timeline entry and notices, or a refusal, for
 * whose reason the texts have a sentence. Pure; the caller saves all of it in one transaction.
 */
export function decide(feedback: Feedback, command: Command, context: Context): Decision<Feedback> {
  // Rights come first: a person without the right learns nothing of the case, not even that it has moved on.
  const refused = refusalByRight(feedback, command.type, context);
  if (refused) return refused;
  const status = NEXT[feedback.status][command.type];
  if (!status) return movedOn(feedback);
  return move(feedback, command, context, status === 'same' ? feedback.status : status);
}
