import { refuse } from '../../domain/decision';
import { isBlank } from '../../domain/fields';
import type { IncomingMessage } from '../../domain/messaging';
import type { RecordCommand } from '../../domain/procedure/commands';
import { attachmentOf } from '../../domain/procedure/moves/thread';
import type { ProcedureRecord } from '../../domain/procedure/record';
import type { Messages, RecordEvent } from '../../engine/workflow';

/** How replies under a record's cards become part of it. No message opens a record of a procedure. */
export const threadMessages: Messages<ProcedureRecord, RecordCommand> = {
  openFor: async () => null,
  takeIn: () => refuse('nothing_changes'),
  hear,
  attachment: (record, key) => attachmentOf(record, key),
};

function hear(record: ProcedureRecord, event: RecordEvent): RecordCommand | null {
  switch (event.kind) {
    case 'replied':
      return replied(record, event.message);
    case 'kept':
      return { type: 'keep_file', key: event.key, keptKey: event.keptKey };
    default:
      return null;
  }
}

function replied({ isOpen }: ProcedureRecord, { messageId, text, attachments }: IncomingMessage): RecordCommand | null {
  if (!isOpen) return null;
  const said = isBlank(text) ? '' : text.trim();
  if (attachments.length > 0) return { type: 'add_files', messageId, attachments, text: said };
  return said === '' ? null : { type: 'write', messageId, text: said };
}
