import { type Accepted, type Decision, type Entry, refuse } from '../decision';
import type { JsonObject } from '../messaging';
import type { Context } from '../office';
import { nextReminderAt } from './clock/next-reminder';
import type { CommandType, RecordCommand } from './commands';
import { type Flow, flowOf } from './course/flow';
import { addApprover, approve, delegate, giveBack, readIt, reject } from './moves/approve';
import { addChild, addRows, claim, save, submit } from './moves/fill';
import { correct, voidIt, withdraw } from './moves/finish';
import { decline, handOver, transfer } from './moves/hand';
import { isRefused, type Move } from './moves/move';
import { fromOutside } from './moves/outside';
import { childEnded, parentMoved, peopleChanged } from './moves/program';
import { note, question, reply, urge } from './moves/talk';
import { skipLine, tell } from './moves/tell';
import { addFiles, keepFile, takeCells, write } from './moves/thread';
import { allowExtension, extend } from './moves/time';
import type { ProcedureRecord } from './record';

/** What each command does; who may give it, and when, is in the move itself. */
const MOVES: { [C in CommandType]: Move<C> } = {
  submit,
  save,
  add_rows: addRows,
  claim,
  approve,
  return: giveBack,
  reject,
  delegate,
  add_approver: addApprover,
  transfer,
  hand_over: handOver,
  decline,
  question,
  reply,
  extend,
  allow_extension: allowExtension,
  tell,
  tell_skip: skipLine,
  read: readIt,
  note,
  urge,
  correct,
  withdraw,
  void: voidIt,
  add_child: addChild,
  child_ended: childEnded,
  parent_moved: parentMoved,
  people_changed: peopleChanged,
  add_files: addFiles,
  keep_file: keepFile,
  outside: fromOutside,
  printed: (record) => ({ flow: flowOf(record) }),
  write,
  cells: takeCells,
};

/** The program's own commands; nobody else may give them. */
const PROGRAMS: ReadonlySet<CommandType> = new Set(['people_changed', 'outside', 'keep_file']);

/**
 * Decides what a command does to a record: the record afterwards with its notices, the records that it opens, and what
 * other records hear of it; or why nothing changes.
 */
export function decide(record: ProcedureRecord, command: RecordCommand, context: Context): Decision<ProcedureRecord> {
  if (PROGRAMS.has(command.type) && context.actor.id !== null) return refuse('card_unknown');
  const move = MOVES[command.type] as Move<CommandType>;
  const moved = move(record, command, context);
  if (isRefused(moved)) return moved;
  return settled(moved.flow, {
    what: command.type,
    from: record,
    context,
    ...(moved.detail ? { detail: moved.detail } : {}),
  });
}

/** What happened, for the timeline. */
interface Happened {
  what: string;
  from: ProcedureRecord;
  context: Context;
  detail?: JsonObject;
}

/** The decision that a flow comes to: its record with due date and next reminder, and a line of the timeline. */
export function settled(flow: Flow, { what, from, context, detail = {} }: Happened): Accepted<ProcedureRecord> {
  const { now, actor } = context;
  const { notices, opens, gives } = flow;
  const next = timed({ ...flow.record, version: from.version + 1 }, context);
  const remark = next.deeds.length > from.deeds.length ? (next.deeds.at(-1)?.remark ?? '') : '';
  const entry: Entry = {
    ...{ at: now, actorId: actor.id, what },
    detail: { stage: from.stage, to: next.stage, ...(remark === '' ? {} : { remark }), ...detail },
  };
  return {
    ...{ ok: true, next, entry, notices },
    ...(opens.length > 0
      ? { opens: opens.map((one) => ({ ...one, next: timed(one.next as ProcedureRecord, context) })) }
      : {}),
    ...(gives.length > 0 ? { gives } : {}),
  };
}

/** The record with the due date of whoever must act first, and the clock's next moment. */
export function timed(record: ProcedureRecord, context: Context): ProcedureRecord {
  const dates = record.asked.flatMap(({ dueAt }) => dueAt ?? []);
  const next = { ...record, dueAt: dates.length === 0 ? null : Math.min(...dates) };
  return { ...next, nextReminderAt: nextReminderAt(next, context.now, context) };
}
