import type { Holiday } from '../calendar';
import { HOUR } from '../time';
import { type Category, DEFAULT_CATEGORIES, type DigestTimes, type Org, type Routing, type Sla } from './org';

/** What somebody said of a department; absent (or null) where nobody said anything. */
export interface DepartmentSettings {
  key: string;
  name?: string;
  chat?: string | null;
  lead?: string | null;
  feishuDepartment?: string | null;
  categories?: string[];
  keywords?: string[];
}

/** A department that is no longer there: what it was called, and who has its cases now (null: the clerks). */
export interface FormerDepartment {
  key: string;
  name: string;
  into: string | null;
}

/** What somebody said of the organisation, in `org.yaml` or in chat: the same shape, every part optional. */
export interface OrgSettings {
  departments?: DepartmentSettings[];
  clerks?: string[];
  managers?: string[];
  admins?: string[];
  routing?: Routing;
  categories?: Category[];
  sla?: Partial<Sla>;
  digest?: Partial<DigestTimes>;
  /** The days off and make-up days (调休) of whole years: a year named here is taken as it stands. */
  holidays?: Holiday[];
  former?: FormerDepartment[];
}

/** What Feishu's contacts say of a department (`od-…`). */
export interface FoundDepartment {
  name: string;
  lead: string | null;
  chat: string | null;
}

/** By `od-…`. */
export type Found = Record<string, FoundDepartment>;

/** Where the organisation is known from; the earlier wins, field by field (design §3.1). */
export interface OrgSources {
  file: OrgSettings;
  said: OrgSettings;
  found: Found;
  /** Groups and people that can no longer be reached. */
  gone: ReadonlySet<string>;
  /** What departments were called when they were last there, by key. */
  names?: Record<string, string>;
}

/** The organisation as it is now, with what it was put together from. */
export interface OrgState extends OrgSources {
  org: Org;
  /** Of what was said in chat; a change is refused where somebody else changed it meanwhile. */
  version: number;
}

/** What holds where nobody said anything (design §3.4). */
export const DEFAULT_ORG: Org = {
  departments: [],
  clerks: [],
  managers: [],
  admins: [],
  routing: 'direct',
  categories: DEFAULT_CATEGORIES.map((key) => ({ key, name: null })),
  sla: {
    replyWithinMs: 24 * HOUR,
    calendar: 'wall-clock',
    nudgeUnclaimedAfterMs: 2 * HOUR,
    remindBeforeMs: [12 * HOUR, 4 * HOUR, HOUR],
    escalateEveryMs: 12 * HOUR,
    quietHours: { from: 22 * 60, to: 8 * 60 },
  },
  digest: { at: 9 * 60, weekly: 1, monthly: 1 },
};

/**
 * The parts of a department that `org.yaml` names: they cannot be changed in chat. A group or a lead that is gone is no
 * longer one of them.
 */
export function fixedInDepartment(
  { file, gone }: Pick<OrgSources, 'file' | 'gone'>,
  key: string,
): ReadonlySet<keyof DepartmentSettings> {
  const department = file.departments?.find((one) => one.key === key);
  const named = Object.entries(department ?? {}).filter(
    ([, value]) => value !== undefined && value !== null && !(typeof value === 'string' && gone.has(value)),
  );
  return new Set(named.map(([name]) => name as keyof DepartmentSettings));
}
