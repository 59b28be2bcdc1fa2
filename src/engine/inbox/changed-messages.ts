import { InboxStore } from '../../db/inbox-store';
import type { Tx } from '../../db/transaction';
import { PROGRAM } from '../../domain/actor';
import type { IncomingMessage, JsonObject } from '../../domain/messaging';
import type { Instant } from '../../domain/time';
import type { CommandHandler } from '../commands/command-handler';
import type { Core } from '../core';
import type { Reconciler } from '../reconciler';
import type { RecordEvent } from '../workflow';
import { type Origin, PATIENT_ATTEMPTS, tooEarly } from './router';

/** Tells records that one of their messages was recalled or edited. */
export class ChangedMessages {
  constructor(private readonly parts: { core: Core; commands: CommandHandler; reconciler: Pick<Reconciler, 'lost'> }) {}

  /** Also if a recall comes before its own message, that message is never worked off. */
  async recalled(tx: Tx, messageId: string): Promise<Origin> {
    if (await this.parts.reconciler.lost(tx, messageId)) return null;
    const origin = await new InboxStore(tx).recall(messageId, this.parts.core.clock.now());
    return origin && this.tell(tx, origin, { kind: 'recalled', messageId });
  }

  /**
   * Throws `too_early` until the message itself was worked off. The edit of a message that has not come for long is
   * kept for it: Feishu may push the message again minutes later.
   */
  async edited(tx: Tx, edit: { message: IncomingMessage; at: Instant }, attempts: number): Promise<Origin> {
    const inbox = new InboxStore(tx);
    const { messageId } = edit.message;
    const row = await inbox.byMessage(messageId);
    const isEarly = row ? row.state === 'waiting' : attempts <= PATIENT_ATTEMPTS;
    if (isEarly) throw tooEarly('the edited message is not worked off yet');
    if (!row) await inbox.keepEdit(messageId, edit as unknown as JsonObject, this.parts.core.clock.now());
    if (!row || row.workflow === null || row.recordId === null) return null;
    const origin = { workflow: row.workflow, recordId: row.recordId };
    return this.tell(tx, origin, { kind: 'edited', message: edit.message, at: edit.at });
  }

  /** The message as an edit that overtook it has left it; mostly the message itself. */
  async asEdited(tx: Tx, message: IncomingMessage): Promise<IncomingMessage> {
    const kept = await new InboxStore(tx).keptEdit(message.messageId);
    if (kept === null) return message;
    const { sentAt, parentId, rootId } = message;
    return { ...(kept.message as unknown as IncomingMessage), sentAt, parentId, rootId };
  }

  private async tell(tx: Tx, origin: NonNullable<Origin>, event: RecordEvent): Promise<Origin> {
    const { core, commands } = this.parts;
    const known = await core.workflows.record(tx, origin);
    const command = known?.workflow.messages?.hear(known.record, event);
    if (known && command) await commands.run(tx, { ...known, recordId: known.record.id }, command, PROGRAM);
    return known && origin;
  }
}
