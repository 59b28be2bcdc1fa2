import { type Holiday, yearOf } from '../calendar';
import { seenAs } from '../fields';
import type { JsonObject } from '../messaging';
import { type ChangedAbsences, withAbsence, withReturn } from './absences';
import { orgOf } from './effective';
import type { Absence, Category, DigestTimes, Org, Routing, Sla } from './org';
import {
  type DepartmentSettings,
  fixedInDepartment,
  fixedInPosition,
  type OrgSettings,
  type OrgState,
} from './settings';
import { distinct } from './values';

/** A change of the organisation, parsed. A part that is absent stays as it is. */
export type OrgChange = FormChange | SpokenChange;

/** A change that an admin makes in a form of the setup. */
export type FormChange =
  | { type: 'bind'; department: string; chat: string | null }
  | { type: 'department'; department: DepartmentSettings }
  | { type: 'remove_department'; key: string; into: string | null }
  | { type: 'people'; clerks?: string[]; managers?: string[]; admins?: string[] }
  | { type: 'routing'; routing: Routing }
  | { type: 'categories'; categories: Category[] }
  | { type: 'times'; sla: Partial<Sla>; digest: Partial<DigestTimes> }
  /** All holidays of a year: those that were entered before are forgotten. */
  | { type: 'holidays'; year: number; holidays: Holiday[] }
  | { type: 'remove_holidays'; year: number }
  | { type: 'import'; departments: DepartmentSettings[] }
  /** `name` is null where the program's own name holds. The first of `people` is asked, the others stand in. */
  | { type: 'position'; key: string; name?: string | null; people?: string[] }
  | { type: 'remove_position'; key: string };

/** A change that somebody makes by a word. `today` is a date of the office. */
export type SpokenChange =
  /** The first admin, who typed the code from the log. */
  | { type: 'claim'; admin: string }
  /** `请假` */
  | { type: 'away'; absence: Absence; today: string }
  /** `销假` */
  | { type: 'back'; person: string; today: string };

/** What the detail of `away` and `back` says of earlier absences of the person. */
export type AbsenceDetail = Pick<ChangedAbsences, 'ended' | 'shortened'>;

/** Why a form is refused: a field, and what is wrong with it. */
export interface SetupFault {
  field: string;
  fault: SetupFaultName;
}

export type SetupFaultName =
  | 'missing'
  | 'too_long'
  | 'not_a_choice'
  | 'not_a_duration'
  | 'not_a_time'
  | 'not_hours'
  | 'not_a_day'
  | 'not_shorter'
  | 'not_lines'
  | 'taken'
  | 'another_position'
  | 'needed_by_routing'
  | 'no_admin_left'
  | 'no_category_left';

/** The settings after the change, with `detail` for the audit; or why nothing was changed. */
export type Changed =
  | { ok: true; said: OrgSettings; detail: JsonObject }
  | { ok: false; reason: 'fixed_in_file' | 'unknown_department' | 'unknown_position' | 'not_away' }
  | { ok: false; reason: 'setup_faults'; faults: SetupFault[] };

const faulty = (...faults: SetupFault[]): Changed => ({ ok: false, reason: 'setup_faults', faults });

/** Decides a change of the settings that were made in chat. The caller saves it over the version of `state`. */
export function changeOrg(state: OrgState, change: OrgChange): Changed {
  const changed = applied(state, change);
  if (!changed.ok) return changed;
  const faults = faultsOf(orgOf({ ...state, said: changed.said }), change, state);
  return faults.length > 0 ? faulty(...faults) : changed;
}

function applied(state: OrgState, change: OrgChange): Changed {
  const { said, file } = state;
  const done = (next: Partial<OrgSettings>, detail: object): Changed => ({
    ok: true,
    said: { ...said, ...next },
    detail: JSON.parse(JSON.stringify(detail)),
  });
  const { type, ...asked } = change;
  switch (change.type) {
    case 'bind':
      return bind(state, change, done);
    case 'department':
      return done({ departments: withDepartments(state, [change.department]) }, asked);
    case 'import':
      return done({ departments: withDepartments(state, change.departments) }, asked);
    case 'remove_department':
      return remove(state, change, done);
    case 'people': {
      const roles = (['clerks', 'managers', 'admins'] as const).filter((role) => change[role] && !file[role]);
      return done(Object.fromEntries(roles.map((role) => [role, change[role]])), asked);
    }
    case 'routing':
      return file.routing ? { ok: false, reason: 'fixed_in_file' } : done({ routing: change.routing }, asked);
    case 'categories':
      return file.categories ? { ok: false, reason: 'fixed_in_file' } : done({ categories: change.categories }, asked);
    case 'times':
      return done({ sla: { ...said.sla, ...change.sla }, digest: { ...said.digest, ...change.digest } }, asked);
    case 'holidays':
      return holidays(state, change.year, change.holidays, done);
    case 'remove_holidays':
      return holidays(state, change.year, [], done);
    case 'claim':
      return file.admins?.length
        ? { ok: false, reason: 'fixed_in_file' }
        : done({ admins: distinct([...(said.admins ?? []), change.admin]) }, asked);
    case 'position':
      return position(state, change, done);
    case 'remove_position':
      return removePosition(state, change.key, done);
    case 'away': {
      const { absences, ...detail } = withAbsence(state, change.absence, change.today);
      return done({ absences }, { ...asked, ...detail });
    }
    case 'back': {
      const back = withReturn(state, change.person, change.today);
      if (!back) return { ok: false, reason: 'not_away' };
      const { absences, ...detail } = back;
      return done({ absences }, { ...asked, ...detail });
    }
  }
}

type Done = (next: Partial<OrgSettings>, detail: object) => Changed;

/** Binds a group to a department. A department that had the group before loses it: one group serves one department. */
function bind(state: OrgState, { department, chat }: Extract<OrgChange, { type: 'bind' }>, done: Done): Changed {
  const { org, file, said } = state;
  if (!org.departments.some(({ key }) => key === department)) return { ok: false, reason: 'unknown_department' };
  const isOthers = (file.departments ?? []).some((one) => chat !== null && one.chat === chat && one.key !== department);
  if (isOthers || fixedInDepartment(state, department).has('chat')) return { ok: false, reason: 'fixed_in_file' };
  const others = (said.departments ?? []).map((one) =>
    chat !== null && one.chat === chat && one.key !== department ? { ...one, chat: null } : one,
  );
  return done(
    { departments: withDepartments({ ...state, said: { ...said, departments: others } }, [{ key: department, chat }]) },
    { department, chat },
  );
}

/** The departments said in chat, with these changes. Parts that `org.yaml` names are left out. */
function withDepartments({ said, file, gone }: OrgState, changes: DepartmentSettings[]): DepartmentSettings[] {
  const departments = [...(said.departments ?? [])];
  for (const change of changes) {
    const fixed = fixedInDepartment({ file, gone }, change.key);
    const open = Object.entries(change).filter(
      ([name]) => name === 'key' || !fixed.has(name as keyof DepartmentSettings),
    );
    const at = departments.findIndex(({ key }) => key === change.key);
    const before = departments[at] ?? { key: change.key };
    departments.splice(at < 0 ? departments.length : at, at < 0 ? 0 : 1, { ...before, ...Object.fromEntries(open) });
  }
  return departments;
}

function remove(state: OrgState, change: Extract<OrgChange, { type: 'remove_department' }>, done: Done): Changed {
  const { org, file, said } = state;
  const { key, into } = change;
  const department = org.departments.find((one) => one.key === key);
  if (!department) return { ok: false, reason: 'unknown_department' };
  if (file.departments?.some((one) => one.key === key)) return { ok: false, reason: 'fixed_in_file' };
  if (into === key || (into !== null && !org.departments.some((one) => one.key === into))) {
    return faulty({ field: 'into', fault: 'not_a_choice' });
  }
  // Departments that were merged into this one go where it goes.
  const former = (said.former ?? [])
    .filter((one) => one.key !== key)
    .map((one) => (one.into === key ? { ...one, into } : one));
  return done(
    {
      departments: (said.departments ?? []).filter((one) => one.key !== key),
      former: [...former, { key, name: department.name, into }],
    },
    { ...change, name: department.name },
  );
}

/** Replaces a year. A year without holidays is the built-in one again. */
function holidays({ file, said }: OrgState, year: number, ofYear: Holiday[], done: Done): Changed {
  if (file.holidays?.some((holiday) => yearOf(holiday) === year)) return { ok: false, reason: 'fixed_in_file' };
  const others = (said.holidays ?? []).filter((holiday) => yearOf(holiday) !== year);
  const inOrder = [...others, ...ofYear].sort((a, b) => (a.from < b.from ? -1 : 1));
  return done({ holidays: inOrder }, { year, holidays: ofYear });
}

/** Adds or changes a position. Parts that `org.yaml` names are left out. */
function position(state: OrgState, change: Extract<OrgChange, { type: 'position' }>, done: Done): Changed {
  const { said } = state;
  const { type: _type, key, name, people } = change;
  const fixed = fixedInPosition(state, key);
  const { [key]: known, ...otherNames } = said.positionNames ?? {};
  const named = name === undefined || fixed.name ? known : (name ?? undefined);
  const held = people && !fixed.people ? { [key]: people } : {};
  return done(
    {
      positions: { [key]: [], ...said.positions, ...held },
      positionNames: named === undefined ? otherNames : { ...otherNames, [key]: named },
    },
    { key, name, people },
  );
}

function removePosition({ org, file, said }: OrgState, key: string, done: Done): Changed {
  if (file.positions && Object.hasOwn(file.positions, key)) return { ok: false, reason: 'fixed_in_file' };
  if (!org.positions || !Object.hasOwn(org.positions, key)) return { ok: false, reason: 'unknown_position' };
  const without = <T>(entries: Record<string, T> = {}) =>
    Object.fromEntries(Object.entries(entries).filter(([one]) => one !== key));
  return done(
    { positions: without(said.positions), positionNames: without(said.positionNames) },
    { key, people: org.positions[key] },
  );
}

/** The faults of the organisation as it would be after the change. */
function faultsOf(next: Org, change: OrgChange, { file }: OrgState): SetupFault[] {
  const faults: SetupFault[] = [];
  if (change.type === 'department' || change.type === 'import') {
    const names = next.departments.map(({ name }) => seenAs(name));
    if (new Set(names).size < names.length) faults.push({ field: 'name', fault: 'taken' });
  }
  if (change.type === 'people' && next.admins.length === 0) faults.push({ field: 'admins', fault: 'no_admin_left' });
  if (change.type === 'categories' && next.categories.length === 0) {
    faults.push({ field: 'categories', fault: 'no_category_left' });
  }
  if (change.type === 'people' || change.type === 'routing') {
    const routing = change.type === 'routing' ? change.routing : next.routing;
    if (routing !== 'direct' && next.clerks.length === 0 && !file.clerks) {
      faults.push({ field: 'clerks', fault: 'needed_by_routing' });
    }
    if (routing === 'clerk+manager' && next.managers.length === 0 && !file.managers) {
      faults.push({ field: 'managers', fault: 'needed_by_routing' });
    }
  }
  if (change.type === 'times') {
    const before = change.sla.remindBeforeMs;
    if (before?.some((ms) => ms >= next.sla.replyWithinMs))
      faults.push({ field: 'remind_before', fault: 'not_shorter' });
  }
  return faults;
}
