import type { Holiday } from '../calendar';
import { HOUR } from '../time';
import type { OfficeLadder } from './ladders';
import {
  type Absence,
  type Category,
  DEFAULT_CATEGORIES,
  type DigestTimes,
  type Org,
  type Routing,
  type Sla,
} from './org';

/** The settings of a department, in `org.yaml` or from the chat. A value that nobody set is absent or null. */
export interface DepartmentSettings {
  key: string;
  name?: string;
  chat?: string | null;
  lead?: string | null;
  feishuDepartment?: string | null;
  categories?: string[];
  keywords?: string[];
}

/** A department that was removed. Its cases are now with the department `into`, or with the clerks (null). */
export interface FormerDepartment {
  key: string;
  name: string;
  into: string | null;
}

/** The settings of the organisation, in `org.yaml` or from the chat. Every part is optional. */
export interface OrgSettings {
  departments?: DepartmentSettings[];
  clerks?: string[];
  managers?: string[];
  admins?: string[];
  routing?: Routing;
  categories?: Category[];
  sla?: Partial<Sla>;
  digest?: Partial<DigestTimes>;
  /** Whole years of holidays, with their make-up days (调休). */
  holidays?: Holiday[];
  /** People by the position's key: the first is asked, the others stand in. */
  positions?: Record<string, string[]>;
  /** By the position's key. */
  positionNames?: Record<string, string>;
  /**
   * In chat, an absence replaces the one of `org.yaml` of the same person that begins on the same day; one that ends
   * before it begins calls that absence off.
   */
  absences?: Absence[];
  /** By the ladder's name; only `org.yaml` says them. */
  ladders?: Record<string, OfficeLadder>;
  /** Only `org.yaml` says it. */
  proceduresOff?: string[];
  former?: FormerDepartment[];
}

/** One of Feishu's own departments, from the contacts. */
export interface FoundDepartment {
  name: string;
  lead: string | null;
  chat: string | null;
}

/** Feishu's departments by their ids (`od-…`). */
export type Found = Record<string, FoundDepartment>;

/** Where the organisation comes from. The earlier source wins, field by field (design §3.1). */
export interface OrgSources {
  file: OrgSettings;
  said: OrgSettings;
  found: Found;
  /** Groups and people that can no longer be reached. */
  gone: ReadonlySet<string>;
  /** Groups that cannot be written to for the moment. */
  muted?: ReadonlySet<string>;
  /** The last names of all departments, by key. */
  names?: Record<string, string>;
}

/** The organisation as it is now, with its sources. */
export interface OrgState extends OrgSources {
  org: Org;
  /** The version of `said`. A change is refused if somebody else made a change meanwhile. */
  version: number;
}

/** The values that nobody set (design §3.4). */
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
    extensionNeedsNod: false,
    quietHours: { from: 22 * 60, to: 8 * 60 },
  },
  digest: { at: 9 * 60, weekly: 1, monthly: 1 },
};

/**
 * The parts of a department that `org.yaml` names, which cannot be changed in chat. A group or a lead that is gone can be
 * changed.
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

/**
 * What `org.yaml` says of a position, which cannot be changed in chat: its name, its people. People who are all gone can be
 * changed.
 */
export function fixedInPosition(
  { file, gone }: Pick<OrgSources, 'file' | 'gone'>,
  key: string,
): { name: boolean; people: boolean } {
  return {
    name: file.positionNames?.[key] !== undefined,
    people: (file.positions?.[key] ?? []).some((id) => !gone.has(id)),
  };
}
