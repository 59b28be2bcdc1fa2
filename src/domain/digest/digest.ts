import type { ReminderFigures } from '../reminder-figures';

import { atTimeOfDay, dateOf, type Instant, shiftDate } from '../time';
import {
  type DayFigures,
  type DepartmentLine,
  type DigestFigures,
  dayOf,
  figuresOf,
  type Tally,
  tallied,
} from './figures';

/** An open record, as all digests see it. */
export interface OpenItem {
  workflow: string;
  id: number;
  /** Null if the record has no deadline. */
  dueAt: Instant | null;
  isUrgent: boolean;
  /** A group or the office holds the record, and nobody has taken it. */
  isUnclaimed: boolean;
  /** The department that has the record; null if none has it yet. */
  department: string | null;
  /** The person who works on the record for its department; null if nobody does. */
  workerId: string | null;
  /** The person whose record it is: the rep of a case. */
  ownerId: string | null;
  /** From whom the record wants something now. */
  asks: { personId: string; tellsCustomer: boolean }[];
}

/** A record of a digest by its workflow and id. */
export type ItemRef = Pick<OpenItem, 'workflow' | 'id'>;

/** One workflow's part of the digests of a moment. */
export interface DigestPart {
  items: OpenItem[];
  /** How many drafts lie with each person, by open_id. */
  drafts: Record<string, number>;
  figures: DigestFigures;
}

/** What all the digests of one moment are made of. */
export interface DigestMaterial extends DigestPart {
  slot: Instant;
  /** `2026-11-23`, the day that the digests are for. */
  date: string;
  /** The first moment of the next day. */
  dayEnds: Instant;
}

/** Puts the parts of all workflows together, for the office day that `slot` opens. */
export function materialOf(parts: DigestPart[], slot: Instant, zone: string): DigestMaterial {
  const date = dateOf(slot, zone);
  const drafts = tallied(parts.flatMap((part) => Object.entries(part.drafts).map(([key, count]) => ({ key, count }))));
  return {
    slot,
    date,
    dayEnds: atTimeOfDay(shiftDate(date, 1), 0, zone),
    items: parts.flatMap(({ items }) => items),
    drafts: Object.fromEntries(drafts.map(({ key, count }) => [key, count])),
    figures: figuresOf(parts.map(({ figures }) => figures)),
  };
}

/** How pressing a selection of records is. */
interface Pressure {
  /** Overdue, or due in the rest of the day. */
  due: number;
  overdue: number;
  /** Of those that are due: urgent ones, and ones that nobody has taken. */
  urgent: number;
  unclaimed: number;
}

/** A manager's digest: the whole company. */
export interface OfficeDigest extends Pressure {
  audience: 'office';
  date: string;
  open: number;
  /** What needs the manager, most pressing first; not all of it. */
  rows: ItemRef[];
  /** What makes the first row the first. */
  first: { isUrgent: boolean; isUnclaimed: boolean };
  /** How many more are due today than the rows show. */
  more: number;
  /** The people who work on overdue records, by open_id. */
  chased: string[];
  yesterday: DayFigures;
  /** The same day of the week before; null if nothing happened then. */
  weekBefore: DayFigures | null;
  days: DayFigures[];
  departments: DepartmentLine[];
  categories: Tally[];
  customers: Tally[];
  reopened: number;
  extended: number;
  /** How the reminders of the day before were delivered; only for admins. */
  reminders?: ReminderFigures;
}

/** A lead's digest: their departments. */
export interface LeadDigest extends Pressure {
  audience: 'lead';
  date: string;
  /** The departments' keys. */
  departments: string[];
  open: number;
  rows: ItemRef[];
  more: number;
  /** How many records each person works on, most first. */
  carries: Tally[];
  /** How many records nobody has taken. */
  waiting: number;
  /** The departments' figures, added up. */
  lines: DepartmentLine[];
}

/** A person's own digest: what waits for this person. */
export interface OwnDigest {
  audience: 'own';
  date: string;
  /** How many records want something of this person, and how many of these a word to the customer. */
  asked: number;
  toTell: number;
  rows: ItemRef[];
  /** How many of the person's own records are with others. */
  elsewhere: number;
  drafts: number;
}

export type Digest = OfficeDigest | LeadDigest | OwnDigest;

/** Who reads a row of a digest, and of what kind the digest is; the act of the first row stands out. */
export interface DigestReader {
  id: string;
  audience: Digest['audience'];
  isFirst: boolean;
}

/** A digest is read on a phone: so many rows. */
const OFFICE_ROWS = 3;
const LEAD_ROWS = 4;
const OWN_ROWS = 4;
/** Longer lists are read elsewhere. */
const MOST_TALLIES = 5;

const refOf = ({ workflow, id }: OpenItem): ItemRef => ({ workflow, id });

/** Urgent ones first, then the longest overdue, then the soonest due. */
const byPressure = (a: OpenItem, b: OpenItem): number =>
  Number(b.isUrgent) - Number(a.isUrgent) ||
  (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY) ||
  a.id - b.id;

const isOverdue = ({ dueAt }: OpenItem, { slot }: DigestMaterial): boolean => dueAt !== null && dueAt <= slot;

/** Overdue, or due before the day ends. */
const isDue = ({ dueAt }: OpenItem, { dayEnds }: DigestMaterial): boolean => dueAt !== null && dueAt < dayEnds;

function pressureOf(due: OpenItem[], material: DigestMaterial): Pressure {
  return {
    due: due.length,
    overdue: due.filter((item) => isOverdue(item, material)).length,
    urgent: due.filter(({ isUrgent }) => isUrgent).length,
    unclaimed: due.filter(({ isUnclaimed }) => isUnclaimed).length,
  };
}

/** The whole company's day. */
export function officeDigest(material: DigestMaterial): OfficeDigest {
  const { items, figures, date } = material;
  const due = items.filter((item) => isDue(item, material)).sort(byPressure);
  const overdue = due.filter((item) => isOverdue(item, material));
  // What somebody works on, and what has time, needs no manager.
  const pressing = due.filter((item) => isOverdue(item, material) || item.isUrgent || item.isUnclaimed);
  const rows = pressing.slice(0, OFFICE_ROWS).map(refOf);
  const { isUrgent = false, isUnclaimed = false } = pressing[0] ?? {};
  const yesterday = shiftDate(date, -1);
  const dayAt = (day: string) => figures.days.find((one) => one.date === day) ?? dayOf(day, []);
  const weekBefore = dayAt(shiftDate(yesterday, -7));
  return {
    audience: 'office',
    date,
    open: items.length,
    ...pressureOf(due, material),
    rows,
    first: { isUrgent, isUnclaimed },
    more: due.length - rows.length,
    chased: [...new Set(overdue.flatMap(({ workerId, asks }) => workerId ?? asks[0]?.personId ?? []))],
    yesterday: dayAt(yesterday),
    weekBefore: weekBefore.new + weekBefore.closed > 0 ? weekBefore : null,
    days: figures.days,
    departments: figures.departments,
    categories: figures.categories.slice(0, MOST_TALLIES),
    customers: figures.customers.filter(({ count }) => count > 1).slice(0, 2),
    reopened: figures.reopened,
    extended: figures.extended,
  };
}

/** The day of these departments. */
export function leadDigest(departments: string[], material: DigestMaterial): LeadDigest {
  const { items, figures, date } = material;
  const own = items.filter(({ department }) => department !== null && departments.includes(department));
  const due = own.filter((item) => isDue(item, material)).sort(byPressure);
  const rows = due.slice(0, LEAD_ROWS).map(refOf);
  const workers = own.flatMap(({ workerId }) => (workerId === null ? [] : [{ key: workerId, count: 1 }]));
  return {
    audience: 'lead',
    date,
    departments,
    open: own.length,
    ...pressureOf(due, material),
    rows,
    more: due.length - rows.length,
    carries: tallied(workers),
    waiting: own.filter(({ isUnclaimed }) => isUnclaimed).length,
    lines: figures.departments.filter(({ department }) => department !== null && departments.includes(department)),
  };
}

/** What waits for this person. */
export function ownDigest(personId: string, { items, drafts, date }: DigestMaterial): OwnDigest {
  const asksOf = ({ asks }: OpenItem) => asks.filter((one) => one.personId === personId);
  const asked = items.filter((item) => asksOf(item).length > 0).sort(byPressure);
  return {
    audience: 'own',
    date,
    asked: asked.length,
    toTell: asked.filter((item) => asksOf(item).some(({ tellsCustomer }) => tellsCustomer)).length,
    rows: asked.slice(0, OWN_ROWS).map(refOf),
    elsewhere: items.filter((item) => item.ownerId === personId && asksOf(item).length === 0).length,
    drafts: drafts[personId] ?? 0,
  };
}

/** The people from whom their own records want something. */
export function askedOwners({ items }: DigestMaterial): string[] {
  const asked = items.flatMap(({ ownerId, asks }) =>
    ownerId !== null && asks.some(({ personId }) => personId === ownerId) ? [ownerId] : [],
  );
  return [...new Set(asked)];
}
