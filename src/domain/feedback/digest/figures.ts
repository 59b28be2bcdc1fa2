import type { Entry } from '../../decision';
import {
  addedUp,
  type DayFigures,
  type DepartmentLine,
  type DigestFigures,
  dayOf,
  emptyLine,
  MEASURED_DAYS,
  type Punctuality,
  SHOWN_DAYS,
  tallied,
} from '../../digest/figures';
import type { Office } from '../../office';
import { atTimeOfDay, dateOf, type Instant, shiftDate } from '../../time';
import { type Charge, chargedWith, chargesUntil } from '../clock/charges';
import { isInformation } from '../model';
import type { CaseLine } from './case-lines';

/** What comes often, what is reopened and extended is counted over so many days. */
const WEEK_DAYS = 7;
/** How long a department holds a case is measured on so many cases at most: reading more timelines changes little. */
const MOST_TIMED = 500;

/** The cases behind the figures. `closed`: of twice `MEASURED_DAYS`; `submitted`: of `SHOWN_DAYS`. */
export interface DigestCases {
  open: CaseLine[];
  closed: CaseLine[];
  submitted: CaseLine[];
}

/** The office day that a digest is for, and the office. */
export interface DigestDay {
  slot: Instant;
  office: Office;
}

const dateBefore = ({ slot, office }: DigestDay, days: number): string =>
  shiftDate(dateOf(slot, office.timeZone), -days);

const isRequest = ({ kind }: CaseLine): boolean => !isInformation(kind);

/** Whether the digest of this slot counts the open case as overdue. */
export const isOverdueIn = ({ deadlineAt }: Pick<CaseLine, 'deadlineAt'>, slot: Instant): boolean =>
  deadlineAt !== null && deadlineAt <= slot;

const isLate = ({ closedAt, deadlineAt }: CaseLine): boolean =>
  closedAt !== null && deadlineAt !== null && closedAt > deadlineAt;

const punctualityOf = (line: CaseLine): Punctuality => {
  const timed = line.deadlineAt === null ? 0 : 1;
  return { timed, onTime: isLate(line) ? 0 : timed };
};

const ratingOf = ({ satisfaction }: CaseLine): { rated: number; satisfied: number } => ({
  rated: satisfaction === null ? 0 : 1,
  satisfied: satisfaction === 'satisfied' ? 1 : 0,
});

/** Tells whether a case was closed in the last days that departments are measured over. */
function latelyClosed(day: DigestDay): (line: CaseLine) => boolean {
  const since = atTimeOfDay(dateBefore(day, MEASURED_DAYS), 0, day.office.timeZone);
  return ({ closedAt }) => closedAt !== null && closedAt >= since;
}

/** The cases whose timelines the figures need. */
export function timelinesFor({ open, closed }: DigestCases, day: DigestDay): number[] {
  const requests = closed.filter(isRequest);
  const lately = requests.filter(latelyClosed(day));
  const needed = [
    ...open.filter((line) => isOverdueIn(line, day.slot) || line.cycle > 1),
    ...requests.filter(isLate),
    ...lately.filter(({ cycle }) => cycle > 1),
    ...lately.toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0)).slice(0, MOST_TIMED),
  ];
  return [...new Set(needed.map(({ id }) => id))];
}

/** What happened in the days before the slot's, and how the departments stand; each case counts once in each figure. */
export function caseFigures(
  cases: DigestCases,
  timelines: ReadonlyMap<number, Entry[]>,
  day: DigestDay,
): DigestFigures {
  const { open, closed, submitted } = cases;
  const weekBegins = dateBefore(day, WEEK_DAYS);
  const today = dateBefore(day, 0);
  const isThisWeek = (at: Instant | null | undefined): boolean => {
    if (typeof at !== 'number') return false;
    const date = dateOf(at, day.office.timeZone);
    return date >= weekBegins && date < today;
  };
  const ofWeek = submitted.filter((line) => isRequest(line) && isThisWeek(line.submittedAt));
  const known = [...open, ...closed];
  const reopenings = known.flatMap(({ id }) => (timelines.get(id) ?? []).filter(({ what }) => what === 'reopen'));
  return {
    days: daysOf(cases, day),
    departments: linesOf(cases, timelines, day),
    categories: tallied(ofWeek.map(({ category }) => ({ key: category, count: 1 }))),
    customers: tallied(ofWeek.flatMap(({ customer }) => (customer === '' ? [] : [{ key: customer, count: 1 }]))),
    reopened: reopenings.filter(({ at }) => isThisWeek(at)).length,
    extended: known.filter(({ extension }) => isThisWeek(extension?.at)).length,
  };
}

function daysOf({ closed, submitted }: DigestCases, day: DigestDay): DayFigures[] {
  const { timeZone } = day.office;
  const counted = new Map<string, DayFigures>();
  const add = (at: Instant, figures: Partial<DayFigures>) => {
    const date = dateOf(at, timeZone);
    counted.set(date, dayOf(date, [counted.get(date) ?? dayOf(date, []), { ...dayOf(date, []), ...figures }]));
  };
  for (const line of submitted) add(line.submittedAt ?? 0, isRequest(line) ? { new: 1 } : { information: 1 });
  for (const line of closed.filter(isRequest)) {
    add(line.closedAt ?? 0, { closed: 1, ...punctualityOf(line), ...ratingOf(line) });
  }
  const dates = Array.from({ length: SHOWN_DAYS }, (_, at) => dateBefore(day, SHOWN_DAYS - at));
  return dates.map((date) => counted.get(date) ?? dayOf(date, []));
}

/** Whose line a late case counts in: whoever held it for the longest until its deadline; else its department. */
function chargedLine({ department }: CaseLine, charge: Charge | null): Pick<DepartmentLine, 'department' | 'ofReps'> {
  if (charge === null) return { department };
  return charge.holder === 'rep' ? { department: null, ofReps: true } : { department: charge.department };
}

function linesOf(
  { open, closed }: DigestCases,
  timelines: ReadonlyMap<number, Entry[]>,
  day: DigestDay,
): DepartmentLine[] {
  const charged = (line: CaseLine) =>
    chargedLine(line, chargedWith(line, timelines.get(line.id) ?? [], line.deadlineAt ?? 0, day.office));
  const isLatelyClosed = latelyClosed(day);
  const ofClosed = closed.filter(isRequest).flatMap((line): DepartmentLine[] => {
    const punctual = punctualityOf(line);
    const counted = emptyLine(isLate(line) ? charged(line) : line);
    if (!isLatelyClosed(line)) return [{ ...counted, before: punctual }];
    return [
      { ...counted, lately: punctual },
      { ...emptyLine(line), ...ratingOf(line) },
      ...heldLines(line, timelines.get(line.id), day),
    ];
  });
  return addedUp([
    ...open.map((line) => ({ ...emptyLine(line), open: 1 })),
    ...open.filter((line) => isOverdueIn(line, day.slot)).map((line) => ({ ...emptyLine(charged(line)), overdue: 1 })),
    ...ofClosed,
  ]);
}

/** How long each department alone held a closed case; nothing without its timeline. */
function heldLines(line: CaseLine, timeline: Entry[] | undefined, { office }: DigestDay): DepartmentLine[] {
  if (!timeline) return [];
  const charges = chargesUntil(line, timeline, line.closedAt ?? 0, office);
  const ofDepartments = charges.filter(({ holder, ms }) => holder === 'department' && ms > 0);
  return ofDepartments.map(({ department, ms }) => ({ ...emptyLine({ department }), heldMs: ms, held: 1 }));
}
