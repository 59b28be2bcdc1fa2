import type { Actor } from '../../actor';
import type { Office } from '../../office';
import { peopleOf } from '../../org/membership';
import { chiefsOf, departmentOf, type Org } from '../../org/org';
import { holdersOf, standInFor } from '../../org/positions';
import { dateOf, type Instant } from '../../time';
import { routersOf } from '../../who';
import type { Who } from '../definition';
import type { Asked, ProcedureRecord } from '../record';

/** Somebody who can be asked: a person, or a department until somebody of it has claimed the record. */
export type Part = Pick<Asked, 'who' | 'personId' | 'department' | 'insteadOf'>;

const textIn = (record: ProcedureRecord, field: string): string | null => {
  const value = record.values[field];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** The department that a part belongs to; null if it belongs to none. */
export function departmentIn(who: Who, record: ProcedureRecord, org: Org): string | null {
  if (who.kind === 'department') return departmentOf(org, who.key)?.key ?? null;
  if (who.kind === 'department_of' || who.kind === 'lead')
    return departmentOf(org, textIn(record, who.field))?.key ?? null;
  return who.kind === 'parent' && record.parent ? departmentIn(who.who, record.parent, org) : null;
}

/** Everybody who may play a part, the one who is asked first. Departments are none of them. */
export function playersOf(who: Who, record: ProcedureRecord, org: Org): string[] {
  switch (who.kind) {
    case 'holder':
      return [record.holderId];
    case 'starter':
      return [record.starterId];
    case 'manager':
      return chiefsOf(org);
    case 'clerk':
      return routersOf(org);
    case 'admin':
      return org.admins;
    case 'parent_holder':
      return workersOn(record.parent ?? record);
    case 'position':
      return holdersOf(org, who.position);
    case 'person':
      return peopleIn(record, who.field);
    case 'lead': {
      const lead = departmentOf(org, textIn(record, who.field))?.lead ?? null;
      return lead === null ? [] : [lead];
    }
    case 'parent':
      return record.parent ? playersOf(who.who, record.parent, org) : [];
    // An outside form goes through the holder, who may also fill it in for the customer.
    case 'outside':
      return [record.holderId];
    case 'department':
    case 'department_of':
    case 'rep_of':
      return [];
  }
}

/** Whoever works on a record now, else whoever holds it. */
function workersOn({ asked, holderId }: ProcedureRecord): string[] {
  const people = asked.flatMap(({ personId }) => personId ?? []);
  return people.length > 0 ? people : [holderId];
}

function peopleIn(record: ProcedureRecord, field: string): string[] {
  const value = record.values[field];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

interface Asking {
  office: Pick<Office, 'org' | 'timeZone'>;
  now: Instant;
  /** People who must not be asked, such as the author of what is to be approved. */
  except?: ReadonlySet<string>;
}

/**
 * Who is asked to play a part now: the first who may, or the deputy of an absent one; a department's claimer, else the
 * department. Null if nobody can.
 */
export function partOf(who: Who, record: ProcedureRecord, asking: Asking): Part | null {
  const { org } = asking.office;
  const department = departmentIn(who, record, org);
  if (department !== null && who.kind !== 'lead') {
    const claimer = record.claims[department] ?? null;
    return claimer === null || asking.except?.has(claimer)
      ? { who, personId: null, department, insteadOf: null }
      : { who, department, ...standing(claimer, asking) };
  }
  for (const id of playersOf(who, record, org)) {
    const stand = standing(id, asking);
    if (!asking.except?.has(stand.personId)) return { who, department, ...stand };
  }
  return null;
}

function standing(id: string, { office, now }: Asking): { personId: string; insteadOf: string | null } {
  const stand = standInFor(office.org, id, dateOf(now, office.timeZone));
  return { personId: stand.id, insteadOf: stand.insteadOf };
}

/** Whoever is asked of the parts: each that somebody can play, nobody twice. */
export function partsOf(whos: readonly Who[], record: ProcedureRecord, asking: Asking): Part[] {
  const parts = whos.flatMap((who) => partOf(who, record, asking) ?? []);
  return parts.filter(
    ({ personId, department }, index) =>
      parts.findIndex((one) => one.personId === personId && (personId !== null || one.department === department)) ===
      index,
  );
}

type Acting = Pick<Office, 'org' | 'groupMembers' | 'timeZone'> & { actor: Actor; now: Instant };

/** Whether the actor acts for a department: in its group, as its lead, or as a known member. */
export function actsFor(department: string, { actor, org, groupMembers }: Acting): boolean {
  const chat = departmentOf(org, department)?.chat ?? null;
  if (actor.id === null) return false;
  return (chat !== null && actor.chatId === chat) || peopleOf(department, org, groupMembers).includes(actor.id);
}

/** Whether the actor is one of those who may play the part, in their own right. */
export function plays(who: Who, record: ProcedureRecord, acting: Acting): boolean {
  const { actor, org } = acting;
  if (actor.id === null) return false;
  const department = who.kind === 'lead' ? null : departmentIn(who, record, org);
  if (department !== null) return actsFor(department, acting);
  return playersOf(who, record, org).includes(actor.id);
}

/**
 * Whether the actor may do what is asked: they are asked, or stand in for whoever is; are of the asked department, or
 * hold the same position.
 */
export function mayActOn(asked: Asked, record: ProcedureRecord, acting: Acting): boolean {
  const { actor, org, now, timeZone } = acting;
  if (actor.id === null) return false;
  if (asked.personId === actor.id || asked.insteadOf === actor.id) return true;
  if (asked.personId !== null && standInFor(org, asked.personId, dateOf(now, timeZone)).id === actor.id) return true;
  if (asked.personId === null) return asked.department !== null && actsFor(asked.department, acting);
  const standIn: Who['kind'][] = ['position', 'manager', 'clerk', 'admin'];
  return standIn.includes(asked.who.kind) && plays(asked.who, record, acting);
}
