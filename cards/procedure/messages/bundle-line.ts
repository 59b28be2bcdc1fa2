import { departmentOf } from '../../../src/domain/org/org';
import { askFor } from '../../../src/domain/procedure/asks';
import type { ProcedureRecord } from '../../../src/domain/procedure/record';
import type { BundleLine } from '../../kit/bundle-card';
import type { CardContext } from '../../kit/context';
import { listedRecord, procedureRow } from '../list-row';
import { numberIn } from '../words/params';
import { readerOfNotice, type Sent } from './message-card';
import { isWanted, messageNameOf } from './message-kinds';

/** A record in a message about several, as a row with its act; contact details masked. */
export function bundleLineOf(notice: Sent, record: ProcedureRecord, ctx: CardContext): BundleLine {
  const { name, params = {} } = notice;
  const reader = readerOfNotice(notice, ctx);
  const ask = reader && askFor(record, reader);
  const situation = { record, reader, ask, texts: ctx.texts };
  const message = messageNameOf(name, situation);
  const isOver = !record.isOpen || message === null || !isWanted(message, situation);
  const item = listedRecord(record, reader, { mayUrge: message === 'escalation' });
  const dueAt = numberIn(params, 'dueAt') ?? item.dueAt;
  const row = procedureRow({ ...item, dueAt }, ctx);
  const inHand = record.asked.find(({ department }) => reader?.type === 'department' && department === reader.id);
  const lead = reader?.type === 'department' ? (departmentOf(ctx.org, reader.id)?.lead ?? null) : null;
  return {
    ...row,
    isPressing: row.isPressing && !isOver,
    acts: isOver ? [] : row.acts,
    dueAt,
    isSettled: isOver,
    isReadersTurn: ask !== null,
    isUrgent: item.priority === 'urgent' && !isOver,
    mention: inHand?.personId ?? lead,
    together: null,
  };
}
