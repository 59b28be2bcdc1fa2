import type { Holiday } from '../calendar';
import type { TimeOfDay } from '../time';

export interface Department {
  /** Stable; what callbacks and the database carry. */
  key: string;
  name: string;
  /** The department's group; null until it is bound. */
  chat: string | null;
  lead: string | null;
  /** Feishu's own department (`od-…`), from which a missing group and lead are looked up. */
  feishuDepartment?: string | null;
  categories: string[];
  keywords: string[];
}

export interface Category {
  key: string;
  /** Null where the texts name it (the built-in six). */
  name: string | null;
}

export type Routing = 'direct' | 'clerk' | 'clerk+manager';

export interface Sla {
  replyWithinMs: number;
  calendar: 'wall-clock' | 'workdays';
  nudgeUnclaimedAfterMs: number;
  /** Longest first; the last rung is buzzed (加急). */
  remindBeforeMs: number[];
  escalateEveryMs: number;
  /** Null: none. `from` may be later than `to`: the hours cross midnight. */
  quietHours: { from: TimeOfDay; to: TimeOfDay } | null;
}

export interface DigestTimes {
  at: TimeOfDay;
  /** 0 = Sunday … 6 = Saturday. */
  weekly: number;
  /** Day of the month, 1–28. */
  monthly: number;
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
  /** A year named here is taken as it stands here; absent: only what the program knows. */
  holidays?: Holiday[];
  /** Departments that are no longer there, and who has their cases now (null: the clerks). */
  former?: { key: string; name: string; into: string | null }[];
}

export const DEFAULT_CATEGORIES = ['quality', 'service', 'after_sales', 'price', 'delivery', 'other'] as const;

/** What a department select offers for "I do not know whose it is". */
export const UNSURE = 'unsure';

/** Who is told what managers are told: the managers, or the admins where a company has none. */
export function chiefsOf(org: Org): string[] {
  return org.managers.length > 0 ? org.managers : org.admins;
}

/** What a department is called, or was when it was last there; null for a key that never was one. */
export function nameOfDepartment(org: Org, key: string): string | null {
  return (departmentOf(org, key) ?? org.former?.find((one) => one.key === key))?.name ?? null;
}

/** Null where no department has that key. */
export function departmentOf(org: Org, key: string | null): Department | null {
  return org.departments.find((department) => department.key === key) ?? null;
}
