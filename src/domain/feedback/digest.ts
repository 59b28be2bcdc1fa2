import type { DigestItem, DigestPart } from '../digest';
import { atTimeOfDay, dateOf, type Instant, shiftDate } from '../time';
import type { Charge } from './clock/charges';
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
  submittedAt: Instant | null;
  deadlineAt: Instant | null;
  closedAt: Instant | null;
}

type TimedLine = CaseLine & { deadlineAt: Instant };

const listed = (line: TimedLine): DigestCase => ({
  id: line.id,
  customer: line.customer,
  department: line.department,
  holderId: holderIdOf(line),
  status: line.status,
  dueAt: line.deadlineAt,
});

/** The facts of one day. */
export interface DigestInput {
  open: CaseLine[];
  closedYesterday: CaseLine[];
  newYesterday: number;
  /** Whom each overdue case is charged to, by the case's id; null or absent: nobody held the case. */
  charged: ReadonlyMap<number, Charge | null>;
}

/** The department that a digest counts an overdue case for; undefined if the rep held the case for the longest. */
function chargedDepartment(line: Pick<CaseLine, 'id' | 'department'>, charged: DigestInput['charged']) {
  const charge = charged.get(line.id);
  if (!charge) return line.department;
  return charge.holder === 'rep' ? undefined : charge.department;
}

/** Whether the digest of `slot` counts the case as overdue. */
export const isOverdueIn = ({ deadlineAt }: Pick<CaseLine, 'deadlineAt'>, slot: Instant): boolean =>
  deadlineAt !== null && deadlineAt <= slot;

/** Sums up the day for `slot` from the open cases, yesterday's closed ones and the number of yesterday's new ones. */
export function summarise(
  input: DigestInput,
  slot: Instant,
  zone: string,
): DigestPart & { dueToday: DigestCase[]; overdue: DigestCase[] } {
  const endOfToday = atTimeOfDay(shiftDate(dateOf(slot, zone), 1), 0, zone);
  const timed = input.open.filter((line): line is TimedLine => line.deadlineAt !== null);
  const byDue = timed.sort((a, b) => a.deadlineAt - b.deadlineAt).map(listed);
  const overdue = byDue.filter(({ dueAt }) => dueAt <= slot);
  // Information was never with a department: it counts in the company's numbers only.
  const closed = input.closedYesterday.filter((line) => !isInformation(line.kind));
  const answerable = closed.filter((line) => line.deadlineAt !== null);
  const charged = overdue.map((line) => chargedDepartment(line, input.charged));
  const held = [...input.open, ...closed].map((line) => line.department);
  const departments = new Set([...held, ...charged.filter((key) => key !== undefined)]);
  return {
    newYesterday: input.newYesterday,
    closedYesterday: input.closedYesterday.length,
    timed: answerable.length,
    onTime: answerable.filter((line) => (line.closedAt as Instant) <= (line.deadlineAt as Instant)).length,
    open: input.open.length,
    dueToday: byDue.filter(({ dueAt }) => dueAt > slot && dueAt < endOfToday),
    overdue,
    byDepartment: [...departments].map((department) => ({
      department,
      open: input.open.filter((line) => line.department === department).length,
      overdue: charged.filter((key) => key === department).length,
      closedYesterday: closed.filter((line) => line.department === department).length,
    })),
  };
}
