import type { DigestItem, DigestPart } from '../digest';
import { atTimeOfDay, dateOf, type Instant, shiftDate } from '../time';
import { holderIdOf } from './holders';
import { isInformation, type Kind, type Status } from './model';

/** A case as a digest lists it. */
export interface DigestCase extends DigestItem {
  customer: string;
  department: string | null;
  /** The person who holds the case; null if a department or the clerks do. */
  holderId: string | null;
  status: Status;
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

type TimedLine = CaseLine & { dueAt: Instant };

const listed = (line: TimedLine): DigestCase => ({
  id: line.id,
  customer: line.customer,
  department: line.department,
  holderId: holderIdOf(line),
  status: line.status,
  dueAt: line.dueAt,
});

/** Sums up the day for `slot` from the open cases, yesterday's closed ones and the number of yesterday's new ones. */
export function summarise(
  input: { open: CaseLine[]; closedYesterday: CaseLine[]; newYesterday: number },
  slot: Instant,
  zone: string,
): DigestPart & { dueToday: DigestCase[]; overdue: DigestCase[] } {
  const endOfToday = atTimeOfDay(shiftDate(dateOf(slot, zone), 1), 0, zone);
  const timed = input.open.filter((line): line is TimedLine => line.dueAt !== null);
  const byDue = timed.sort((a, b) => a.dueAt - b.dueAt).map(listed);
  const overdue = byDue.filter(({ dueAt }) => dueAt <= slot);
  // Information was never with a department: it counts in the company's numbers only.
  const closed = input.closedYesterday.filter((line) => !isInformation(line.kind));
  const answerable = closed.filter((line) => line.dueAt !== null);
  const departments = new Set([...input.open, ...closed].map((line) => line.department));
  return {
    newYesterday: input.newYesterday,
    closedYesterday: input.closedYesterday.length,
    timed: answerable.length,
    onTime: answerable.filter((line) => (line.closedAt as Instant) <= (line.dueAt as Instant)).length,
    open: input.open.length,
    dueToday: byDue.filter(({ dueAt }) => dueAt > slot && dueAt < endOfToday),
    overdue,
    byDepartment: [...departments].map((department) => ({
      department,
      open: input.open.filter((line) => line.department === department).length,
      overdue: overdue.filter((line) => line.department === department).length,
      closedYesterday: closed.filter((line) => line.department === department).length,
    })),
  };
}
