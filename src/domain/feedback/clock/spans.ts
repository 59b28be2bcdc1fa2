import type { Entry } from '../../decision';
import type { Json } from '../../messaging';
import type { Instant } from '../../time';
import { OPEN_STATUSES, type Status } from '../model';

export type HolderKind = 'rep' | 'clerk' | 'manager' | 'department';

/** Who held the ball (design §2), from when to when. */
export interface Span {
  from: Instant;
  /** The end; of the span that still lasts, the moment it was asked for. */
  to: Instant;
  lasts: boolean;
  /** What the case was waiting for: a claim (`assigned`), the rep's information (`waiting`), … */
  status: Status;
  holder: HolderKind;
  /** Whose time it is. While a rep is asked for information it is nobody's but the rep's. */
  department: string | null;
  /** The one person who held it, where it was one; null for a group, clerks or managers. */
  person: string | null;
  /** 1, and one more for each reopening. */
  cycle: number;
  /** Of the customer's time, in ms: all of it, or the part that falls on working days. */
  countedMs: number;
}

/** How much of [from, to) is the customer's time (`addTime`'s counterpart), in ms. */
export type Counting = (from: Instant, to: Instant) => number;

const HOLDERS: Partial<Record<Status, HolderKind>> = {
  triage: 'clerk',
  review: 'manager',
  assigned: 'department',
  handling: 'department',
  waiting: 'rep',
  answered: 'rep',
};

/** The holder that the timeline has reached; `since` is when the ball came to it. */
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

/** Null where nobody held the ball: a draft, a case at rest. */
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
 * Reads off a case's timeline (oldest first) who held the ball from when to when, up to `now`. Each department is
 * charged for the spans that name it and for no others, so that a late transfer is not the second one's fault. What
 * changed no hands (a note, a reminder) parts no span; while the case was closed there is none.
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
