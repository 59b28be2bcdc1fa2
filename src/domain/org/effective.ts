import { absencesOf } from './absences';
import { ownHolidays } from './holidays';
import type { Department, Org, Routing } from './org';
import { DEFAULT_ORG, type DepartmentSettings, type OrgSources } from './settings';

/**
 * The organisation as it is now. Each value comes from `org.yaml`, else from the chat, else from Feishu's contacts, else
 * from the defaults. People and groups that can no longer be reached are left out.
 */
export function orgOf(sources: OrgSources): Org {
  const { file, said, gone, names = {} } = sources;
  const people = (role: 'clerks' | 'managers' | 'admins') =>
    (file[role] ?? said[role] ?? []).filter((id) => !gone.has(id));
  const categories = file.categories ?? said.categories ?? DEFAULT_ORG.categories;
  const managers = people('managers');
  const sla = { ...DEFAULT_ORG.sla, ...said.sla, ...file.sla };
  const departments = departmentsOf(sources);
  const merged = (said.former ?? []).filter(({ key }) => !departments.some((one) => one.key === key));
  const known = new Set([...departments, ...merged].map(({ key }) => key));
  const holidays = ownHolidays(sources);
  const absences = absencesOf(sources);
  const vanished = Object.entries(names).filter(([key]) => !known.has(key));
  return {
    departments: departments.map((department) => ({
      ...department,
      categories: department.categories.filter((key) => categories.some((category) => category.key === key)),
    })),
    clerks: people('clerks'),
    managers,
    admins: people('admins'),
    routing: routingOf(file.routing ?? said.routing ?? DEFAULT_ORG.routing, managers),
    categories,
    sla: { ...sla, remindBeforeMs: sla.remindBeforeMs.filter((ms) => ms < sla.replyWithinMs) },
    digest: digestOf(sources, managers),
    ...(holidays.length > 0 ? { holidays } : {}),
    ...positionsOf(sources),
    ...(absences.length > 0 ? { absences } : {}),
    ...(file.ladders ? { ladders: file.ladders } : {}),
    ...(file.proceduresOff ? { proceduresOff: file.proceduresOff } : {}),
    former: [...merged, ...vanished.map(([key, name]) => ({ key, name, into: null }))],
  };
}

/** The positions of the file, with their gaps filled from the chat; then those that were added in chat. */
function positionsOf({ file, said, gone }: OrgSources): Pick<Org, 'positions' | 'positionNames'> {
  const keys = [...new Set([file, said].flatMap(({ positions = {} }) => Object.keys(positions)))];
  const names = { ...said.positionNames, ...file.positionNames };
  const named = keys.flatMap((key) => (names[key] === undefined ? [] : [[key, names[key]] as const]));
  const there = (people: string[] = []) => people.filter((id) => !gone.has(id));
  const held = keys.map((key) => {
    const people = there(file.positions?.[key]);
    return [key, people.length > 0 ? people : there(said.positions?.[key])] as const;
  });
  return {
    ...(held.length > 0 ? { positions: Object.fromEntries(held) } : {}),
    ...(named.length > 0 ? { positionNames: Object.fromEntries(named) } : {}),
  };
}

/** Somebody hears of each late case: with nobody left but readers of the digest, all managers do. */
function digestOf({ file, said }: OrgSources, managers: string[]): Org['digest'] {
  const { digestOnly = [], ...times } = { ...DEFAULT_ORG.digest, ...said.digest, ...file.digest };
  const only = digestOnly.filter((id) => managers.includes(id));
  return only.length === 0 || only.length === managers.length ? times : { ...times, digestOnly: only };
}

/** Without managers nobody could give an instruction: cases then go through the clerks alone. */
function routingOf(routing: Routing, managers: string[]): Routing {
  return routing === 'clerk+manager' && managers.length === 0 ? 'clerk' : routing;
}

/** The departments of the file, with their gaps filled from the chat; then those that were added in chat. */
function departmentsOf({ file, said, found, gone, muted }: OrgSources): Department[] {
  const named = file.departments ?? [];
  const added = (said.departments ?? []).filter(
    ({ key, name }) => name !== undefined && !named.some((one) => one.key === key),
  );
  const chats = new Set<string>(named.flatMap(({ chat }) => chat ?? []));
  return [...named, ...added].map((department) => {
    const inChat = said.departments?.find(({ key }) => key === department.key);
    const merged = mergedDepartment(department, inChat, { found, gone });
    const isOwn = merged.chat !== null && merged.chat === department.chat && named.includes(department);
    const isTaken = merged.chat !== null && !isOwn && chats.has(merged.chat);
    if (merged.chat !== null) chats.add(merged.chat);
    if (isTaken) return { ...merged, chat: null };
    return merged.chat !== null && muted?.has(merged.chat) ? { ...merged, isMuted: true } : merged;
  });
}

function mergedDepartment(
  first: DepartmentSettings,
  second: DepartmentSettings | undefined,
  { found, gone }: Pick<OrgSources, 'found' | 'gone'>,
): Department {
  const feishuDepartment = first.feishuDepartment ?? second?.feishuDepartment ?? null;
  const known = feishuDepartment === null ? undefined : found[feishuDepartment];
  const there = (...ids: (string | null | undefined)[]) => ids.find((id) => id && !gone.has(id)) ?? null;
  return {
    key: first.key,
    name: first.name ?? second?.name ?? first.key,
    chat: there(first.chat, second?.chat, known?.chat),
    lead: there(first.lead, second?.lead, known?.lead),
    feishuDepartment,
    categories: first.categories ?? second?.categories ?? [],
    keywords: first.keywords ?? second?.keywords ?? [],
  };
}
