import type { Org } from '../org/org';
import { atTimeOfDay, dateOf, type Instant, shiftDate } from '../time';
import { isInformation, type Kind, type Status } from './model';

/** A case as a digest lists it. */
export interface DigestCase {
  id: number;
  customer: string;
  department: string | null;
  /** Who holds the ball: a person where one does, else null (the department, the clerks). */
  holderId: string | null;
  status: Status;
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

/** What a digest needs of a case. */
export interface CaseLine {
  id: number;
  status: Status;
  kind: Kind;
  customer: string;
  department: string | null;
  repId: string;
  claimedBy: string | null;
  dueAt: Instant | null;
  closedAt: Instant | null;
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

function holderOf(line: CaseLine): string | null {
  if (line.status === 'handling') return line.claimedBy;
  return line.status === 'waiting' || line.status === 'answered' ? line.repId : null;
}

/** Sums up the day for `slot` from the open cases, yesterday's closed ones and the number of yesterday's new ones. */
export function summarise(
  input: { open: CaseLine[]; closedYesterday: CaseLine[]; newYesterday: number },
  slot: Instant,
  zone: string,
): Digest {
  const date = dateOf(slot, zone);
  const endOfToday = atTimeOfDay(shiftDate(date, 1), 0, zone);
  const timed = input.open.filter((line): line is CaseLine & { dueAt: Instant } => line.dueAt !== null);
  const listed = timed
    .sort((a, b) => a.dueAt - b.dueAt)
    .map(
      (line): DigestCase => ({
        id: line.id,
        customer: line.customer,
        department: line.department,
        holderId: holderOf(line),
        status: line.status,
        dueAt: line.dueAt,
      }),
    );
  const overdue = listed.filter(({ dueAt }) => dueAt <= slot);
  // Information is archived without ever being anybody's: it is counted above, in no department's line.
  const closed = input.closedYesterday.filter((line) => !isInformation(line.kind));
  const answerable = closed.filter((line) => line.dueAt !== null);
  const onTime = answerable.filter((line) => (line.closedAt as Instant) <= (line.dueAt as Instant));
  const departments = new Set([...input.open, ...closed].map((line) => line.department));
  return {
    date,
    newYesterday: input.newYesterday,
    closedYesterday: input.closedYesterday.length,
    onTimeRate: answerable.length === 0 ? null : onTime.length / answerable.length,
    open: input.open.length,
    dueToday: listed.filter(({ dueAt }) => dueAt > slot && dueAt < endOfToday),
    overdue,
    byDepartment: [...departments].map((department) => ({
      department,
      open: input.open.filter((line) => line.department === department).length,
      overdue: overdue.filter((line) => line.department === department).length,
      closedYesterday: closed.filter((line) => line.department === department).length,
    })),
  };
}
