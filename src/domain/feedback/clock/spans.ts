import type { Entry } from '../../decision';
import type { Json } from '../../messaging';
import type { Instant } from '../../time';
import { OPEN_STATUSES, type Status } from '../model';

export type HolderKind = 'rep' | 'clerk' | 'manager' | 'department';

/** From when to when a holder had the case (design §2). */
export interface Span {
  from: Instant;
  /** The end; for a span that still lasts, the moment of the question. */
  to: Instant;
  lasts: boolean;
  /** Says what the case waited for: a claim (`assigned`), the rep's information (`waiting`), … */
  status: Status;
  holder: HolderKind;
  /** The department that held the case; null while the rep looks for information, for example. */
  department: string | null;
  /** The person who held the case; null if a group, the clerks or the managers did. */
  person: string | null;
  /** 1, and 1 more for each reopening. */
  cycle: number;
  /** How much of the span counts as the customer's time, in ms. */
  countedMs: number;
}

/** How much of [from, to) counts as the customer's time, in ms. */
export type Counting = (from: Instant, to: Instant) => number;

const HOLDERS: Partial<Record<Status, HolderKind>> = {
  triage: 'clerk',
  review: 'manager',
  assigned: 'department',
  handling: 'department',
  waiting: 'rep',
  answered: 'rep',
};

/** The holder after an entry of the timeline, and since when. */
interface Reached {
  since: Instant;
  status: Status;
  department: string | null;
  claimedBy: string | null;
  cycle: number;
}

const text = (json: Json | undefined): string | null => (typeof json === 'string' ? json : null);

function reachedBy({ at, actorId, what, detail = {} }: Entry, before: Reached | null): Reached | null {
  const status = text(detail.to) as Status | null;
  if (status === null) return before;
  const department = text(detail.department);
  const cycle = (before?.cycle ?? 1) + (what === 'reopen' ? 1 : 0);
  const isElsewhere = HOLDERS[status] === 'department' && before?.department !== department;
  const isSame = before?.status === status && before.cycle === cycle && !isElsewhere;
  if (isSame && what !== 'claim') return before;
  const claimedBy = what === 'claim' ? actorId : status === 'assigned' ? null : (before?.claimedBy ?? null);
  return { since: at, status, department, claimedBy, cycle };
}

/** Null if nobody held the case: it was a draft or at rest. */
function spanOf(reached: Reached, to: Instant, repId: string, counting: Counting): Span | null {
  const { since, status, department, claimedBy, cycle } = reached;
  const holder = HOLDERS[status];
  if (!holder || !OPEN_STATUSES.includes(status) || to <= since) return null;
  const isDepartments = holder === 'department';
  return {
    from: since,
    to,
    lasts: false,
    status,
    holder,
    department: isDepartments ? department : null,
    person: holder === 'rep' ? repId : status === 'handling' ? claimedBy : null,
    cycle,
    countedMs: counting(since, to),
  };
}

/**
 * Reads who held a case, and from when to when, from its timeline (oldest entry first). A span names only the
 * department that held the case then, so a late transfer is not the second department's fault. A note or a reminder
 * ends no span.
 */
export function spansOf(
  timeline: Entry[],
  { repId, now, counting = (from, to) => to - from }: { repId: string; now: Instant; counting?: Counting },
): Span[] {
  const spans: Span[] = [];
  let reached: Reached | null = null;
  for (const entry of timeline) {
    const next = reachedBy(entry, reached);
    if (next === reached) continue;
    const span = reached && spanOf(reached, entry.at, repId, counting);
    if (span) spans.push(span);
    reached = next;
  }
  const last = reached && spanOf(reached, now, repId, counting);
  return last ? [...spans, { ...last, lasts: true }] : spans;
}
