import type { Holiday } from '../calendar';
import type { TimeOfDay } from '../time';
import type { OfficeLadder } from './ladders';

export interface Department {
  /** Never changes: callbacks and the database carry it. */
  key: string;
  name: string;
  /** The department's group; null until it is bound. */
  chat: string | null;
  lead: string | null;
  /** The group cannot be written to for the moment: the lead stands beside it. */
  isMuted?: true;
  /** The id of Feishu's own department (`od-…`): a missing group or lead is looked up there. */
  feishuDepartment?: string | null;
  categories: string[];
  keywords: string[];
}

export interface Category {
  key: string;
  /** Null for a built-in category, which the texts name. */
  name: string | null;
}

export type Routing = 'direct' | 'clerk' | 'clerk+manager';

export interface Sla {
  replyWithinMs: number;
  calendar: 'wall-clock' | 'workdays';
  nudgeUnclaimedAfterMs: number;
  /** Longest first. The last reminder is buzzed (加急). */
  remindBeforeMs: number[];
  escalateEveryMs: number;
  /** A manager must agree before an extension (延期) counts. */
  extensionNeedsNod: boolean;
  /** Null for none. `from` may be later than `to`: the hours then cross midnight. */
  quietHours: { from: TimeOfDay; to: TimeOfDay } | null;
}

export interface DigestTimes {
  at: TimeOfDay;
  /** 0 is Sunday, 6 is Saturday. */
  weekly: number;
  /** A day of the month, from 1 to 28. */
  monthly: number;
  /** Managers who get the digest and no escalations, by open_id; never all managers. */
  digestOnly?: string[];
}

/**
 * Somebody is away from `from` to `until`, dates of the office (`2026-12-01`), both included. `deputy` acts for them; null
 * once the deputy has left the company.
 */
export interface Absence {
  person: string;
  from: string;
  until: string;
  deputy: string | null;
}

/** Who is who, and how long things may take (`org.yaml`, design §3.4). */
export interface Org {
  departments: Department[];
  clerks: string[];
  managers: string[];
  admins: string[];
  routing: Routing;
  categories: Category[];
  sla: Sla;
  digest: DigestTimes;
  /** The company's own years. Other years are as the program knows them. */
  holidays?: Holiday[];
  /** Who holds each position, by its key: the first is asked, the others stand in. */
  positions?: Record<string, string[]>;
  /** What the company calls a position, by its key; absent where the program's own name for it holds. */
  positionNames?: Record<string, string>;
  absences?: Absence[];
  /** The company's own ladders (催办阶梯) for procedures, by name; others are as the program knows them. */
  ladders?: Record<string, OfficeLadder>;
  /** Procedures that nobody may begin any more, by name. */
  proceduresOff?: string[];
  /** Departments that were removed. Their cases are now with the department `into`, or with the clerks (null). */
  former?: { key: string; name: string; into: string | null }[];
}

export const DEFAULT_CATEGORIES = ['quality', 'service', 'after_sales', 'price', 'delivery', 'other'] as const;

/** The option of a department select that means "I do not know". */
export const UNSURE = 'unsure';

/** Who gets the messages for managers: the managers, or the admins if there are no managers. */
export function chiefsOf(org: Org): string[] {
  return org.managers.length > 0 ? org.managers : org.admins;
}

/** Who above the leads hears of each late record: the managers who get more than the digest. */
export function escalatedTo(org: Org): string[] {
  return chiefsOf(org).filter((id) => !org.digest.digestOnly?.includes(id));
}

/** The name of a department, or the last name of one that was removed; null for an unknown key. */
export function nameOfDepartment(org: Org, key: string): string | null {
  return (departmentOf(org, key) ?? org.former?.find((one) => one.key === key))?.name ?? null;
}

/** Null if no department has that key. */
export function departmentOf(org: Org, key: string | null): Department | null {
  return org.departments.find((department) => department.key === key) ?? null;
}
