import { type ListedRecord, listedRecord } from '../../../cards/procedure/list-row';
import { ProcedurePages } from '../../db/procedure/procedure-pages';
import type { ProcedureQuery } from '../../db/procedure/procedure-query';
import type { Tx } from '../../db/transaction';
import type { ListName, Section, SectionItem } from '../../desk/catalogue';
import type { JsonObject } from '../../domain/messaging';
import type { Context } from '../../domain/office';
import { departmentServedBy, departmentsOf, ledBy, seesAll } from '../../domain/org/membership';
import type { DefinitionsOf } from '../../domain/procedure/definitions';
import { departmentKey, type ProcedureRecord, personKey } from '../../domain/procedure/record';
import { atTimeOfDay, dateOf, type Instant, shiftDate } from '../../domain/time';

/** The walls on which this person reads: their own, and those of their departments. */
export function wallsFor({ actor, org, groupMembers }: Context): string[] {
  const id = actor.id ?? '';
  const here = departmentServedBy(actor.chatId, org);
  if (here !== null) return [departmentKey(here)];
  const departments = [...departmentsOf(id, org, groupMembers ?? new Map()), ...ledBy(id, org)];
  return [personKey(id), ...[...new Set(departments)].map(departmentKey)];
}

const endOfDay = ({ now, timeZone }: Context): Instant =>
  atTimeOfDay(shiftDate(dateOf(now, timeZone), 1), 0, timeZone) - 1;

/** The records of a list, within the rights of its reader. */
function queriesFor(list: ListName, words: string, context: Context): ProcedureQuery[] {
  const { actor, org, now } = context;
  const walls = wallsFor(context);
  const isInGroup = departmentServedBy(actor.chatId, org) !== null;
  const all = seesAll(actor.id ?? '', org) && !isInGroup;
  const own: ProcedureQuery = { party: walls };
  const seen: ProcedureQuery[] = all ? [own, { isPrivate: false }] : [own];
  const isManager = org.managers.includes(actor.id ?? '') && !isInGroup;
  switch (list) {
    case 'mine':
      return [{ party: walls, isOpen: true }];
    case 'closed':
      return [{ party: walls, isOpen: false }];
    case 'todo':
      return [
        { askedOf: walls, isOpen: true },
        ...(isManager ? seen.map((query) => ({ ...query, isOpen: true, dueBefore: now })) : []),
      ];
    case 'unclaimed':
      return [{ askedOf: walls.filter((wall) => wall.startsWith('department:')), isOpen: true }];
    case 'overdue':
      return seen.map((query) => ({ ...query, isOpen: true, dueBefore: now }));
    case 'due_today':
      return seen.map((query) => ({ ...query, isOpen: true, dueBefore: endOfDay(context) }));
    case 'search':
      return seen.map((query) => ({ ...query, words }));
  }
}

/** A record as a row of a list for its reader: somebody alone, or whoever reads along in a group. */
export function rowFor(record: ProcedureRecord, { actor, org }: Context): ListedRecord {
  const here = departmentServedBy(actor.chatId, org);
  const reader =
    here === null ? { type: 'person' as const, id: actor.id ?? '' } : { type: 'department' as const, id: here };
  const isAbove = org.managers.includes(actor.id ?? '') || record.starterId === actor.id;
  return listedRecord(record, reader, { mayUrge: here === null && isAbove });
}

/** The records of a list; a record with private fields is found by those alone who have to do with it. */
export async function sectionOf(
  tx: Tx,
  definitions: DefinitionsOf,
  { list, words }: { list: ListName; words: string },
  context: Context,
): Promise<Section> {
  const order = list === 'search' || list === 'closed' ? 'newest' : 'pressing';
  const pages = new ProcedurePages(tx, definitions, {
    queries: queriesFor(list, words, context),
    order,
    first: wallsFor(context),
  });
  return {
    counts: (before) => pages.counts(before),
    items: async (from, limit) => {
      const found = await pages.items(from, limit);
      return found.map(
        ({ record, rank }): SectionItem => ({
          rank,
          id: record.id,
          item: rowFor(record, context) as unknown as JsonObject,
        }),
      );
    },
  };
}
