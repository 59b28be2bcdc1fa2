import { InboxStore } from '../../db/inbox-store';
import { holdMutex } from '../../db/small-stores';
import type { InTransaction, Tx } from '../../db/transaction';
import { chat, type Incoming, type JsonObject, person, type Tap, type TapAnswer } from '../../domain/messaging';
import type { Clock } from '../../domain/time';
import type { Directory } from '../directory';
import type { OtherTap } from '../inbox/inbox';
import { type AnyWorkflow, byCommand, noticeOf, type Said, type TapReply } from '../workflow';
import type { CommandHandler } from './command-handler';
import { enqueueAll, type NewId } from './commit';
import { untilFresh } from './retry-stale';

export interface AnswerTapParts {
  inTransaction: InTransaction;
  workflows: AnyWorkflow[];
  commands: CommandHandler;
  directory: Directory;
  normalize: (envelope: JsonObject) => Incoming;
  clock: Clock;
  newId: NewId;
  wake: () => void;
}

/** Answers the buttons on what a workflow said: taps about no record, decided at once like any other. */
export function answerTap(parts: AnswerTapParts): OtherTap {
  return async ({ eventId, eventType, tap }, envelope) => {
    const found = byCommand(parts.workflows, tap.cmd);
    const { answerTaps } = found?.workflow ?? {};
    if (!found || !answerTaps?.commands.includes(found.type)) return null;
    const { workflow, type } = found;
    const reply = await untilFresh(parts.inTransaction, async (tx): Promise<TapReply> => {
      const isNew = await new InboxStore(tx).add({ eventId, eventType, messageId: null, envelope }, now(), 'done');
      if (!isNew) return {};
      const desk = { takeIn: (messageId: string) => takeIn(parts, tx, workflow, tap, messageId) };
      const replied = await answerTaps.answer(tx, type, tap, now(), desk);
      if (replied.says) await say(parts, tx, workflow, tap, replied.says, replied.inGroup === true);
      return replied;
    });
    parts.wake();
    const { warning, note } = reply;
    const card = reply.card && (await drawn(parts, workflow, tap, reply.card));
    return {
      ...(warning ? { toast: { type: 'warning', content: answerTaps.remark(warning) } } : {}),
      ...(note ? { toast: { type: 'success', content: answerTaps.remark(note) } } : {}),
      ...(card ? { card } : {}),
    } satisfies TapAnswer;
  };

  function now() {
    return parts.clock.now();
  }
}

async function say(
  { clock, commands, newId }: AnswerTapParts,
  tx: Tx,
  workflow: AnyWorkflow,
  { operatorId, chatId }: Tap,
  said: Said,
  inGroup: boolean,
): Promise<void> {
  const { recordId = 0, command } = said;
  if (command !== undefined) await commands.run(tx, workflow, recordId, command, { id: operatorId, chatId: null });
  const to = inGroup ? chat(chatId) : person(operatorId);
  return enqueueAll(tx, workflow.name, recordId, [noticeOf(said, to)], { now: clock.now(), newId });
}

/** Names that the platform does not tell in time are left out this once: nothing draws this card again. */
async function drawn({ directory }: AnswerTapParts, workflow: AnyWorkflow, tap: Tap, { name, params }: Said) {
  const notice = { kind: 'message' as const, name, to: person(tap.operatorId), params };
  const { nameOf } = await directory.namesWithin(workflow.peopleIn(null, notice));
  return workflow.compose(notice, null, nameOf);
}

/** One at a time per sender, as any message of theirs; a second tap finds that it is done. */
async function takeIn(
  { commands, normalize, clock }: AnswerTapParts,
  tx: Tx,
  workflow: AnyWorkflow,
  { operatorId }: Tap,
  messageId: string,
): Promise<boolean> {
  await holdMutex(tx, `intake:${operatorId}`, clock.now());
  const inbox = new InboxStore(tx);
  const row = await inbox.byMessage(messageId);
  const incoming = row && normalize(row.envelope);
  if (!row || incoming?.kind !== 'message' || incoming.message.senderId !== operatorId) return false;
  if (row.state === 'recalled') return false;
  if (row.recordId !== null) return true;
  const record = await commands.takeIn(tx, workflow, incoming.message);
  if (record) await inbox.finish(row.id, 'done', { workflow: workflow.name, recordId: record.id });
  return record !== null;
}
