import { ProcedureStore } from '../../db/procedure/procedure-store';
import type { Tx } from '../../db/transaction';
import type { Context } from '../../domain/office';
import { askFor } from '../../domain/procedure/asks';
import { wallOf } from '../../domain/procedure/course/flow';
import type { DefinitionsOf } from '../../domain/procedure/definitions';
import { type ProcedureRecord, personKey } from '../../domain/procedure/record';
import { maySee } from '../../domain/procedure/walls';
import type { Said } from '../../engine/desk';
import { wallsFor } from './lists';
import { RECORD } from './name';

const about = (recordId: number) => ({ workflow: RECORD, recordId });

/** Whether the person may read the record: the involved, the office, and the department that is asked. */
export function reads(record: ProcedureRecord, context: Context): boolean {
  const walls = wallsFor(context);
  const { actor } = context;
  if (actor.chatId !== null) return record.parties.some(({ key }) => walls.includes(key));
  return (
    maySee(record, actor.id ?? '', context) ||
    record.asked.some((one) => walls.includes(wallOf(one))) ||
    record.parties.some(({ key }) => walls.includes(key))
  );
}

/** Answers `#CAPA-2026-001`: the whole record, or why the person may not read it. */
export async function show(tx: Tx, definitions: DefinitionsOf, id: number, context: Context): Promise<Said> {
  const record = await new ProcedureStore(tx, definitions, context.timeZone).get(id);
  if (!record) return { name: 'nothing_found', params: {} };
  if (!reads(record, context))
    return { name: context.actor.chatId === null ? 'not_for_you' : 'direct_only', params: {} };
  return { name: 'whole', params: {}, about: about(id) };
}

/** The record's live card, hung anew where the person looks; null if it asks nothing of them. */
export async function live(
  tx: Tx,
  definitions: DefinitionsOf,
  id: number,
  { actor, timeZone }: Context,
): Promise<Said | null> {
  const record = await new ProcedureStore(tx, definitions, timeZone).get(id);
  if (!record || actor.id === null || actor.chatId !== null) return null;
  const asks = askFor(record, { type: 'person', id: actor.id }) !== null;
  return asks ? { name: 'whole', params: {}, about: about(id), wall: personKey(actor.id) } : null;
}
