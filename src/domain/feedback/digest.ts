import type { Instant } from '../time';

/** A case as a digest lists it. */
export interface DigestCase {
  id: number;
  customer: string;
  department: string | null;
  /** Who holds the ball: a person where one does, else null (the department, the clerks). */
  holderId: string | null;
  status: string;
  dueAt: Instant;
}

export interface DepartmentLine {
  /** Null: not yet routed. */
  department: string | null;
  open: number;
  overdue: number;
  closedYesterday: number;
}

/** The morning's summary for a manager (日报); yesterday is the office day before `date`. */
export interface Digest {
  /** `2026-11-23`, the day it is for. */
  date: string;
  newYesterday: number;
  closedYesterday: number;
  /** Of yesterday's closed cases with a clock, those closed in time; null where there were none. */
  onTimeRate: number | null;
  open: number;
  dueToday: DigestCase[];
  overdue: DigestCase[];
  byDepartment: DepartmentLine[];
}
