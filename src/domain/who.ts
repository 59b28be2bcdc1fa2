import { chat, person, type Recipient } from './messaging';
import type { Context } from './office';
import { departmentOf, type Org } from './org/org';

/**
 * A part that somebody can play in a record: the words in which a workflow's table of rights says who may do what.
 * `rep`, `department` and `holder` depend on the record; `program` is the bot itself.
 */
export type Who = 'rep' | 'department' | 'holder' | 'lead' | 'clerk' | 'manager' | 'admin' | 'program';

/** Whom a record names: its rep and its holder by open_id, its department by key; null if it names none. */
export interface Parties {
  rep: string | null;
  department: string | null;
  holder: string | null;
}

/** Whether the actor plays this part in the record. */
export function plays(who: Who, parties: Parties, { actor, org }: Pick<Context, 'actor' | 'org'>): boolean {
  const { id } = actor;
  if (who === 'program') return id === null;
  if (id === null) return false;
  switch (who) {
    case 'rep':
      return id === parties.rep;
    case 'holder':
      return id === parties.holder;
    case 'department':
      return (
        departmentOf(org, parties.department) !== null &&
        departmentSide(parties.department, parties.holder, org).some((side) =>
          side.type === 'chat' ? side.id === actor.chatId : side.id === id,
        )
      );
    case 'lead':
      return departmentOf(org, parties.department)?.lead === id;
    case 'clerk':
      return org.clerks.includes(id);
    case 'manager':
      return org.managers.includes(id);
    case 'admin':
      return org.admins.includes(id);
  }
}

/** The department's group; null if the department is unknown or has no group. */
export function groupOf(department: string | null, org: Org): Recipient | null {
  const group = departmentOf(org, department)?.chat;
  return group ? chat(group) : null;
}

/**
 * Who acts for a department: its group, with the lead beside it while the group is muted; without a group, the record's
 * holder and the department's lead.
 */
export function departmentSide(department: string | null, holder: string | null, org: Org): Recipient[] {
  const group = groupOf(department, org);
  const { lead = null, isMuted = false } = departmentOf(org, department) ?? {};
  if (group) return isMuted && lead !== null ? [group, person(lead)] : [group];
  const people = [holder, lead];
  return [...new Set(people)].filter((id) => id !== null).map(person);
}

/** Who routes a record that has no department: the clerks, or the admins if the company has no clerks. */
export function routersOf(org: Org): string[] {
  return org.clerks.length > 0 ? org.clerks : org.admins;
}
