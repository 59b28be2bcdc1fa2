import { In } from 'typeorm';
import type { DefinitionsOf } from '../../domain/procedure/definitions';
import { type ChildView, momentOf, type ProcedureRecord } from '../../domain/procedure/record';
import { isPrivate } from '../../domain/procedure/walls';
import type { Tx } from '../transaction';
import { previousOf } from './previous';
import { ProcedureRow, type RecordData } from './procedure-row';

const PRIORITIES: ReadonlySet<unknown> = new Set(['urgent', 'high']);

/** The row of a record; its id and what the store attaches are left out. */
export function rowOf(record: ProcedureRecord): Omit<ProcedureRow, 'id'> {
  const {
    id: _id,
    definition,
    parent: _parent,
    children: _children,
    previous: _previous,
    worked: _worked,
    ...own
  } = record;
  const { version, nextReminderAt, number, title, starterId, holderId, stage, isOpen, dueAt, ...rest } = own;
  const { parentId, parentField, createdAt, endedAt, ...data } = rest;
  return {
    ...{ version, nextReminderAt, title, starterId, holderId, stage, isOpen, dueAt },
    ...{ parentId, parentField, createdAt, endedAt, data },
    procedureName: definition.name,
    definitionVersion: definition.version,
    number: number === '' ? null : number,
    isPrivate: isPrivate({ definition }),
    priority: PRIORITIES.has(data.values.priority) ? String(data.values.priority) : 'normal',
  };
}

/** The record of a row by itself: neither its parent nor its children nor the record before it are looked up. */
export function alone({ data, ...row }: ProcedureRow, definitions: DefinitionsOf): ProcedureRecord {
  const { procedureName, definitionVersion, number, priority: _priority, isPrivate: _isPrivate, ...columns } = row;
  return {
    ...(data as RecordData),
    ...columns,
    definition: definitions.of(procedureName, definitionVersion),
    number: number ?? '',
    parent: null,
    children: [],
  };
}

function childOf({
  id,
  definition,
  parentField,
  number,
  title,
  stage,
  isOpen,
  holderId,
  dueAt,
  values,
  deeds,
  endedAt,
}: ProcedureRecord): ChildView {
  const [first] = definition.stages;
  const doers = deeds.filter(({ what }) => what !== first?.key).map(({ by }) => by);
  const named = { procedure: definition.name, field: parentField };
  return { id, ...named, number, title, stage, isOpen, holderId, dueAt, values, doers: [...new Set(doers)], endedAt };
}

/** The records in these rows, each with its parent and its children, and with the record before it where a gate asks. */
export async function recordsOf(tx: Tx, rows: ProcedureRow[], definitions: DefinitionsOf): Promise<ProcedureRecord[]> {
  if (rows.length === 0) return [];
  const parentIds = rows.flatMap(({ parentId }) => parentId ?? []);
  const parents = parentIds.length === 0 ? [] : await tx.findBy(ProcedureRow, { id: In(parentIds) });
  const parentOf = new Map(parents.map((row) => [row.id, alone(row, definitions)]));
  const where = { parentId: In(rows.map(({ id }) => id)) };
  const children = await tx.find(ProcedureRow, { where, order: { id: 'ASC' } });
  const records = rows.map((row) => ({
    ...alone(row, definitions),
    parent: row.parentId === null ? null : (parentOf.get(row.parentId) ?? null),
    children: children.filter(({ parentId }) => parentId === row.id).map((child) => childOf(alone(child, definitions))),
  }));
  return Promise.all(
    records.map(async (record) => (hasGate(record) ? { ...record, previous: await previousOf(tx, record) } : record)),
  );
}

/** Whether a gate of the definition is still ahead. */
function hasGate(record: ProcedureRecord): boolean {
  return (
    record.isOpen &&
    record.definition.stages.some(
      (stage) => stage.kind === 'fill' && stage.gate !== null && momentOf(record, stage.key, 'done') === null,
    )
  );
}
