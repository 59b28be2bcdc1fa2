import type { Org } from './org/org';
import type { ReminderFigures } from './reminder-figures';
import { atTimeOfDay, dateOf, type Instant, shiftDate } from './time';

/** A record as a digest lists it; a workflow adds what it draws its line from. */
export interface DigestItem {
  id: number;
  dueAt: Instant;
}

export interface DepartmentLine {
  /** Null: not yet routed. */
  department: string | null;
  open: number;
  overdue: number;
  closedYesterday: number;
}

/** One workflow's part of a digest. Yesterday is the office day before the digest's. */
export interface DigestPart {
  newYesterday: number;
  closedYesterday: number;
  /** Of the records closed yesterday: how many had a deadline, and how many of these kept it. */
  timed: number;
  onTime: number;
  open: number;
  dueToday: DigestItem[];
  overdue: DigestItem[];
  byDepartment: DepartmentLine[];
}

type Listed = DigestItem & { workflow: string };

/** The morning's summary for a manager (日报), of all workflows. */
export interface Digest {
  /** `2026-11-23`, the day it is for. */
  date: string;
  newYesterday: number;
  closedYesterday: number;
  /** Of the records closed yesterday with a deadline, the share that kept it; null if there were none. */
  onTimeRate: number | null;
  open: number;
  dueToday: Listed[];
  overdue: Listed[];
  byDepartment: DepartmentLine[];
  /** How the reminders of the day before were delivered; only for admins. */
  reminders?: ReminderFigures;
}

/** The office day before the digest's, as [start, end). */
export function yesterdayOf(date: string, zone: string): { start: Instant; end: Instant } {
  return { start: atTimeOfDay(shiftDate(date, -1), 0, zone), end: atTimeOfDay(date, 0, zone) };
}

/** The latest moment at or before `now` at which a digest is due. */
export function digestSlot(now: Instant, org: Org, zone: string): Instant {
  const today = dateOf(now, zone);
  const at = atTimeOfDay(today, org.digest.at, zone);
  return at <= now ? at : atTimeOfDay(shiftDate(today, -1), org.digest.at, zone);
}

/** The first moment after `now` at which a digest is due. */
export function nextDigestSlot(now: Instant, org: Org, zone: string): Instant {
  const latest = dateOf(digestSlot(now, org, zone), zone);
  return atTimeOfDay(shiftDate(latest, 1), org.digest.at, zone);
}

/** Adds up the parts of all workflows; `date` is the day the digest is for. */
export function digestOf(parts: { workflow: string; part: DigestPart }[], date: string): Digest {
  const sum = (of: (part: DigestPart) => number) => parts.reduce((total, { part }) => total + of(part), 0);
  const listed = (of: (part: DigestPart) => DigestItem[]) =>
    parts
      .flatMap(({ workflow, part }) => of(part).map((item): Listed => ({ ...item, workflow })))
      .sort((a, b) => a.dueAt - b.dueAt);
  const timed = sum((part) => part.timed);
  return {
    date,
    newYesterday: sum((part) => part.newYesterday),
    closedYesterday: sum((part) => part.closedYesterday),
    onTimeRate: timed === 0 ? null : sum((part) => part.onTime) / timed,
    open: sum((part) => part.open),
    dueToday: listed((part) => part.dueToday),
    overdue: listed((part) => part.overdue),
    byDepartment: addedUp(parts.flatMap(({ part }) => part.byDepartment)),
  };
}

function addedUp(lines: DepartmentLine[]): DepartmentLine[] {
  const byDepartment = new Map<string | null, DepartmentLine>();
  for (const line of lines) {
    const known = byDepartment.get(line.department);
    byDepartment.set(line.department, {
      department: line.department,
      open: (known?.open ?? 0) + line.open,
      overdue: (known?.overdue ?? 0) + line.overdue,
      closedYesterday: (known?.closedYesterday ?? 0) + line.closedYesterday,
    });
  }
  return [...byDepartment.values()];
}
