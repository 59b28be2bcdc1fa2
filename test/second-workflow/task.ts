import {
  accept,
  type Decision,
  NO_LONGER_APPLIES,
  type Notice,
  type RecordBase,
  refuse,
} from '../../src/domain/decision';
import { person } from '../../src/domain/messaging';
import type { Context, Office } from '../../src/domain/office';
import { HOUR, type Instant } from '../../src/domain/time';
import type { Rules } from '../../src/engine/workflow';

/** The record of the tests' second workflow: one thing to do for one person. */
export interface Task extends RecordBase {
  title: string;
  starter: string;
  holder: string;
  status: 'open' | 'done';
  createdAt: Instant;
  dueAt: Instant;
  doneAt: Instant | null;
}

export type TaskCommand = { type: 'done' } | { type: 'hand_over'; to: string };

const REMIND_EVERY_MS = 12 * HOUR;

/** A new task; it is due, and reminded of, at the same moment. */
export function newTask(title: string, { starter, holder }: { starter: string; holder: string }, at: Dates): Task {
  const { now, dueAt } = at;
  const dates = { createdAt: now, dueAt, nextReminderAt: dueAt, doneAt: null };
  return { id: 0, version: 1, title, starter, holder, status: 'open', ...dates };
}

export interface Dates {
  now: Instant;
  dueAt: Instant;
}

const says = (name: string, to: string, params = {}): Extract<Notice, { kind: 'message' }> => ({
  kind: 'message',
  name,
  to: person(to),
  params,
});

function decide(task: Task, command: TaskCommand, { now, actor }: Context): Decision<Task> {
  const version = task.version + 1;
  const entry = { at: now, actorId: actor.id, what: command.type };
  if (task.status === 'done') return refuse(NO_LONGER_APPLIES, { by: task.holder });
  if (command.type === 'hand_over') {
    const notices: Notice[] = [{ kind: 'card', wall: 'holder', to: person(command.to) }];
    return accept({ ...task, version, holder: command.to }, entry, notices);
  }
  if (actor.id !== task.holder) return refuse('not_yours', { holder: task.holder });
  const done: Task = { ...task, version, status: 'done', doneAt: now, nextReminderAt: null };
  return accept(done, entry, [says('done', task.starter)]);
}

function remind(task: Task, { now }: Context): Decision<Task> {
  if (task.nextReminderAt === null || task.nextReminderAt > now) return refuse('not_due');
  const reminded = { ...task, version: task.version + 1, nextReminderAt: now + REMIND_EVERY_MS };
  const notice: Notice = { ...says('reminder', task.holder, { rung: 'due' }), gathers: true };
  return accept(reminded, { at: now, actorId: null, what: 'remind' }, [notice]);
}

/** A task whose holder left goes to the first admin. */
function rescue(task: Task, gone: ReadonlySet<string>, { org }: Office): TaskCommand | null {
  const heir = org.admins[0];
  return task.status === 'open' && gone.has(task.holder) && heir ? { type: 'hand_over', to: heir } : null;
}

export const taskRules: Rules<Task, TaskCommand> = {
  parse: (type) =>
    type === 'done' ? { ok: true, command: { type } } : { ok: false, reason: 'card_unknown', detail: {} },
  decide,
  remind,
  rescue,
};
