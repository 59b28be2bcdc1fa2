import type { InboxRow } from '../db/engine-rows';
import { InboxStore } from '../db/inbox-store';
import type { Tx } from '../db/transaction';
import type { Incoming, IncomingMessage, JsonObject, Tap } from '../domain/messaging';
import type { CommandHandler, Executed, Target } from '../engine/commands/command-handler';
import type { AnyWorkflow } from '../engine/workflow';
import type { Reply } from './reply';

export interface TextTapsParts {
  commands: CommandHandler;
  normalize: (envelope: JsonObject) => Incoming;
}

/** A kept message, and the row of its event. */
interface Kept {
  row: InboxRow;
  message: IncomingMessage;
}

/** A tap on the question what becomes of a text, and the record that the question names. */
export interface AboutText {
  tap: Tap;
  workflow: AnyWorkflow;
  /** The record's number as people use it. */
  number: string;
}

/** Answers the buttons that say what becomes of a typed text: a customer's matter, one more word about a record. */
export class TextTaps {
  constructor(private readonly parts: TextTapsParts) {}

  /** The text is a customer's matter after all. */
  async take(tx: Tx, { fields, operatorId }: Tap): Promise<Reply> {
    const isTaken = await this.takeIn(tx, fields.message ?? '', operatorId);
    return isTaken ? { card: { name: 'taken_in', params: {} } } : { warning: 'message_gone' };
  }

  /** Adds a text that names a record to it, as if the text stood under its card; `urges` as well. */
  async note(tx: Tx, { tap, workflow, number }: AboutText, { urges }: { urges: boolean }): Promise<Reply | null> {
    const { operatorId, fields } = tap;
    const kept = await this.keptMessage(tx, fields.message ?? '', operatorId);
    if (!kept) return { warning: 'message_gone' };
    const target = { workflow, recordId: tap.recordId ?? 0 };
    const isIts = kept.row.workflow === workflow.name && kept.row.recordId === target.recordId;
    if (!isIts && (kept.row.recordId !== null || !(await this.joins(tx, target, kept)))) return null;
    const urge = urges ? workflow.rules.parse('urge', {}) : null;
    const urged = urge?.ok ? await this.parts.commands.run(tx, target, urge.command, actorOf(kept)) : null;
    const params = { number, workflow: workflow.name, recordId: target.recordId, message: kept.message.messageId };
    return { card: { name: urged?.outcome === 'done' ? 'noted_and_urged' : 'noted', params } };
  }

  /** Takes the text off the record again; the refusal, if it is too late. */
  async undo(tx: Tx, { tap, workflow, number }: AboutText): Promise<Reply | Extract<Executed, { outcome: 'refused' }>> {
    const { operatorId, fields } = tap;
    const kept = await this.keptMessage(tx, fields.message ?? '', operatorId);
    if (!kept) return { warning: 'message_gone' };
    const target = { workflow, recordId: tap.recordId ?? 0 };
    const undo = workflow.rules.parse('undo', { message: kept.message.messageId });
    if (!undo.ok) return { warning: 'card_unknown' };
    const done = await this.parts.commands.run(tx, target, undo.command, actorOf(kept));
    if (done.outcome === 'refused') return done;
    return { card: { name: 'note_undone', params: { number } } };
  }

  /**
   * Takes in a message that was first answered as a word; false if the message is gone or another person's. One message
   * of a sender at a time: a second tap finds the first one's record.
   */
  private async takeIn(tx: Tx, messageId: string, senderId: string): Promise<boolean> {
    const kept = await this.keptMessage(tx, messageId, senderId);
    if (!kept) return false;
    const { row, message } = kept;
    if (row.recordId !== null) return true;
    const opened = await this.parts.commands.intake(tx, message);
    if (!opened) return false;
    await new InboxStore(tx).finish(row.id, 'done', { workflow: opened.workflow.name, recordId: opened.record.id });
    return true;
  }

  /** A message of this person, under `holdIntake`; null if it is gone, was recalled, or is another person's. */
  private async keptMessage(tx: Tx, messageId: string, senderId: string): Promise<Kept | null> {
    const { commands, normalize } = this.parts;
    await commands.holdIntake(tx, senderId);
    const row = await new InboxStore(tx).byMessage(messageId);
    const incoming = row && normalize(row.envelope);
    if (!row || incoming?.kind !== 'message' || incoming.message.senderId !== senderId) return null;
    return row.state === 'recalled' ? null : { row, message: incoming.message };
  }

  /** False if the record no longer hears such a message. */
  private async joins(tx: Tx, { workflow, recordId }: Target, kept: Kept): Promise<boolean> {
    const { commands } = this.parts;
    const { row, message } = kept;
    const record = await workflow.store(tx).get(recordId);
    const heard = record && workflow.messages?.hear(record, { kind: 'replied', message });
    if (!record || !heard || heard === 'ask') return false;
    if (heard === 'join') {
      if (!(await commands.takeIn(tx, workflow, message, record))) return false;
    } else {
      const done = await commands.runMessage(tx, { workflow, recordId }, heard, message);
      if (done.outcome === 'refused') return false;
    }
    await new InboxStore(tx).finish(row.id, 'done', { workflow: workflow.name, recordId });
    return true;
  }
}

const actorOf = ({ message }: Kept) => ({ id: message.senderId, chatId: message.chatId });
