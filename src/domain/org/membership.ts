import type { Org } from './org';

/** Clerks, managers and admins see every record. */
export function seesAll(personId: string, org: Org): boolean {
  return [org.clerks, org.managers, org.admins].some((people) => people.includes(personId));
}

/** The departments whose lead this person is. */
export function ledBy(personId: string, org: Org): string[] {
  return org.departments.filter(({ lead }) => lead === personId).map(({ key }) => key);
}

/** The department that a group serves; null for any other chat. */
export function departmentServedBy(chatId: string | null, org: Org): string | null {
  return org.departments.find(({ chat }) => chat !== null && chat === chatId)?.key ?? null;
}

/** The members of groups, by `chat_id`, as far as Feishu has told them. */
export type GroupMembers = ReadonlyMap<string, ReadonlySet<string>>;

/** The lead and the known members of a department's group, by open_id. */
export function peopleOf(key: string | null, org: Org, groupMembers?: GroupMembers): string[] {
  const { chat = null, lead = null } = org.departments.find((one) => one.key === key) ?? {};
  const members = chat === null ? [] : [...(groupMembers?.get(chat) ?? [])];
  return [...new Set([...(lead === null ? [] : [lead]), ...members])];
}

/** The departments whose group is known to have this person as a member. */
export function departmentsOf(personId: string, org: Org, members: GroupMembers): string[] {
  return org.departments.filter(({ chat }) => chat !== null && members.get(chat)?.has(personId)).map(({ key }) => key);
}

/** Whether the person manages or administers, or leads a department: nobody who hears customers all day. */
export function isOfTheOffice(personId: string, org: Org): boolean {
  const isChief = org.managers.includes(personId) || org.admins.includes(personId);
  return !org.clerks.includes(personId) && (isChief || ledBy(personId, org).length > 0);
}
