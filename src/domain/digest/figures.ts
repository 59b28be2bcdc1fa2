/** So many whole days are shown one by one. */
export const SHOWN_DAYS = 14;
/** Departments are measured over so many days, and compared with as many days before. */
export const MEASURED_DAYS = 30;

/** What happened on one day. Information asks for no answer and is counted apart. */
export interface DayFigures {
  /** `2026-11-23`. */
  date: string;
  new: number;
  closed: number;
  /** Of the closed records: how many had a deadline, and how many of these kept it. */
  timed: number;
  onTime: number;
  /** Of the closed records: how many customers said how satisfied they are, and how many were satisfied. */
  rated: number;
  satisfied: number;
  /** News that only inform; neither new nor closed counts them. */
  information: number;
}

/** How many of the records with a deadline kept it. */
export interface Punctuality {
  timed: number;
  onTime: number;
}

/** A department beside the others. Each record counts in one line of each column, so that the columns add up. */
export interface DepartmentLine {
  /** The department's key; null: not with any department. */
  department: string | null;
  /** Of no department: what is charged to the reps, who had the records for the longest. */
  ofReps?: true;
  open: number;
  overdue: number;
  /** Of the records closed in the last days, and in as many days before. */
  lately: Punctuality;
  before: Punctuality;
  /** Of the records closed lately: how many satisfied and asked customers. */
  rated: number;
  satisfied: number;
  /** How long this department alone held those records, in ms, and how many records that were. */
  heldMs: number;
  held: number;
}

/** How often something came, such as a category. */
export interface Tally {
  key: string;
  count: number;
}

/** What happened in the last days, as counts; the desk adds up the counts of all workflows. */
export interface DigestFigures {
  /** Whole days before the digest's, oldest first. */
  days: DayFigures[];
  departments: DepartmentLine[];
  /** Of the last seven days, most first. */
  categories: Tally[];
  customers: Tally[];
  reopened: number;
  extended: number;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Adds up tallies by key, most first; keys that come as often stand in the order of the alphabet. */
export function tallied(tallies: Tally[]): Tally[] {
  const counts = new Map<string, number>();
  for (const { key, count } of tallies) counts.set(key, (counts.get(key) ?? 0) + count);
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count || compare(a.key, b.key));
}

/** A line without any record. */
export function emptyLine({ department, ofReps }: Pick<DepartmentLine, 'department' | 'ofReps'>): DepartmentLine {
  const none = { timed: 0, onTime: 0 };
  return {
    department,
    ...(ofReps ? { ofReps } : {}),
    ...{ open: 0, overdue: 0, lately: { ...none }, before: { ...none }, rated: 0, satisfied: 0, heldMs: 0, held: 0 },
  };
}

/** Departments come before the line without one, and that line before the reps'. */
const placeOf = ({ department, ofReps }: DepartmentLine): number => (ofReps ? 2 : department === null ? 1 : 0);

/** Adds up lines by department: most overdue first, then most open. */
export function addedUp(lines: DepartmentLine[]): DepartmentLine[] {
  const sums = new Map<string, DepartmentLine>();
  for (const line of lines) {
    const name = `${placeOf(line)} ${line.department ?? ''}`;
    const sum = sums.get(name) ?? emptyLine(line);
    sums.set(name, {
      ...sum,
      open: sum.open + line.open,
      overdue: sum.overdue + line.overdue,
      lately: both(sum.lately, line.lately),
      before: both(sum.before, line.before),
      rated: sum.rated + line.rated,
      satisfied: sum.satisfied + line.satisfied,
      heldMs: sum.heldMs + line.heldMs,
      held: sum.held + line.held,
    });
  }
  return [...sums.values()].sort(
    (a, b) =>
      b.overdue - a.overdue ||
      b.open - a.open ||
      placeOf(a) - placeOf(b) ||
      compare(a.department ?? '', b.department ?? ''),
  );
}

const both = (a: Punctuality, b: Punctuality): Punctuality => ({
  timed: a.timed + b.timed,
  onTime: a.onTime + b.onTime,
});

/** Adds up the figures of all workflows. */
export function figuresOf(parts: DigestFigures[]): DigestFigures {
  const sum = (of: (part: DigestFigures) => number) => parts.reduce((total, part) => total + of(part), 0);
  const dates = [...new Set(parts.flatMap(({ days }) => days.map(({ date }) => date)))].sort();
  return {
    days: dates.map((date) =>
      dayOf(
        date,
        parts.flatMap(({ days }) => days.filter((day) => day.date === date)),
      ),
    ),
    departments: addedUp(parts.flatMap(({ departments }) => departments)),
    categories: tallied(parts.flatMap(({ categories }) => categories)),
    customers: tallied(parts.flatMap(({ customers }) => customers)),
    reopened: sum(({ reopened }) => reopened),
    extended: sum(({ extended }) => extended),
  };
}

const COUNTS = ['new', 'closed', 'timed', 'onTime', 'rated', 'satisfied', 'information'] as const;

/** One day out of what several parts counted on it; all zero without any part. */
export function dayOf(date: string, days: DayFigures[]): DayFigures {
  const sums = COUNTS.map((name) => [name, days.reduce((sum, day) => sum + day[name], 0)]);
  return { date, ...(Object.fromEntries(sums) as Record<(typeof COUNTS)[number], number>) };
}
