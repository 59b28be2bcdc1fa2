import type { Context } from '../office';
import { goTo } from './course/course';
import { type Flow, flowOf } from './course/flow';
import type { Definition } from './definition';
import type { ProcedureRecord, RecordLink, Values } from './record';
import { defaultsOf } from './values/form-values';

/** What a new record begins with. */
export interface Beginning {
  starterId: string;
  /** Who holds it, if not the starter. */
  holderId?: string;
  values: Values;
  origin: RecordLink | null;
  /** The record whose child it is, and the field that lists it there. */
  parent?: { record: ProcedureRecord; field: string | null };
  context: Context;
}

/** A new record at its first stage, with the cards that must hang for it. It has no number yet, and id 0. */
export function newRecord(
  definition: Definition,
  { starterId, holderId, values, origin, parent, context }: Beginning,
): Flow {
  const { now, timeZone } = context;
  const record: ProcedureRecord = {
    ...{ id: 0, version: 1, nextReminderAt: null, definition, number: '', title: '', starterId, origin },
    holderId: holderId ?? starterId,
    ...{ stage: '', isOpen: true, turn: 0, round: 1, moments: {}, dueAt: null, asked: [], approval: null },
    values: { ...defaultsOf(definition, timeZone), ...values },
    ...{ lines: [], deeds: [], parties: [], claims: {}, extension: null, question: null },
    ...{ remindedAt: null, urgedAt: null, createdAt: now, endedAt: null, children: [] },
    parentId: parent?.record.id ?? null,
    parentField: parent?.field ?? null,
    parent: parent?.record ?? null,
  };
  const [first] = definition.stages;
  if (!first) throw new Error(`${definition.name} has no stage`);
  return goTo(flowOf(record), first.key, context);
}
