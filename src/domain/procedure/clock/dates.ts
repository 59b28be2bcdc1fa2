import type { Calendar } from '../../calendar';
import type { Office } from '../../office';
import { atTimeOfDay, dateOf, type Instant, shiftDate } from '../../time';
import type { FieldDefinition } from '../definition';
import { momentOf, type ProcedureRecord } from '../record';
import type { Due, Moment, Opening } from '../stages';

const END_OF_WORK = 18 * 60;
/** What opens on a day opens when people are at work. */
const MORNING = 9 * 60;

/** The date `days` workdays after another one; before it if `days` is negative; the date itself for 0. */
export function shiftWorkdays(date: string, days: number, calendar: Calendar): string {
  const step = Math.sign(days);
  let at = date;
  for (let left = Math.abs(days); left > 0; ) {
    at = shiftDate(at, step);
    if (calendar.isWorkday(at)) left -= 1;
  }
  return at;
}

/** The date itself if it is a workday, else the next one in this direction. */
export function rolled(date: string, roll: Due['roll'], calendar: Calendar): string {
  const step = roll === 'previous_workday' ? -1 : 1;
  let at = date;
  while (roll !== null && !calendar.isWorkday(at)) at = shiftDate(at, step);
  return at;
}

/** The month so many months after another one: `2026-11` and 2 give `2027-01`. */
export function shiftMonth(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The last day of a month. */
export const lastDayOf = (month: string): string => shiftDate(`${shiftMonth(month, 1)}-01`, -1);

/** A day of a month, counted from the month each time: the 31st of a shorter month is its last day. */
export function dayOfMonth(month: string, day: number): string {
  const last = lastDayOf(month);
  const asked = `${month}-${String(day).padStart(2, '0')}`;
  return asked < last ? asked : last;
}

type Zone = Pick<Office, 'timeZone'>;

function dateInField(
  { values, children }: ProcedureRecord,
  field: string,
  last: boolean,
  { timeZone }: Zone,
): string | null {
  const own = last ? children.map((child) => child.values[field]) : [values[field]];
  const dates = own.flatMap((value) => {
    if (typeof value === 'string') return [value.slice(0, 10)];
    return typeof value === 'number' ? [dateOf(value, timeZone)] : [];
  });
  return dates.sort().at(-1) ?? null;
}

function monthIn({ values }: ProcedureRecord, field: string): string | null {
  const value = values[field];
  return typeof value === 'string' ? value.slice(0, 7) : null;
}

/** The date of a moment; null while it is unknown. Of a moment of the record's own course, the office's date. */
function dateOfMoment(moment: Moment, record: ProcedureRecord, office: Zone): string | null {
  const { timeZone } = office;
  switch (moment.kind) {
    case 'entered':
    case 'opened':
    case 'done': {
      const stage = moment.kind === 'done' ? moment.stage : record.stage;
      const at = momentOf(record, stage, moment.kind);
      return at === null ? null : dateOf(at, timeZone);
    }
    case 'field':
      return dateInField(record, moment.field, moment.last, office);
    case 'day_of_month': {
      const month = monthIn(record, moment.of);
      return month && dayOfMonth(shiftMonth(month, moment.months), moment.day);
    }
    case 'edge_of_month': {
      const month = monthIn(record, moment.of);
      return month && (moment.edge === 'first' ? `${month}-01` : lastDayOf(month));
    }
  }
}

/**
 * The end of a due date; null while its moment is unknown. Calendar days end at 24:00 of the day N days after the
 * moment's day, workdays at 18:00 of the N-th workday (procedures.md, Time); 24:00 is the last ms of the day.
 */
export function dueAtOf(due: Due, record: ProcedureRecord, office: Office): Instant | null {
  const { calendar, timeZone } = office;
  const from = dateOfMoment(due.moment, record, office);
  if (from === null) return due.else && dueAtOf(due.else, record, office);
  const days = due.side === 'after' ? due.add : -due.add;
  const counted = due.unit === 'workday' ? shiftWorkdays(from, days, calendar) : shiftDate(from, days);
  const date = rolled(counted, due.roll, calendar);
  if (due.at !== null) return atTimeOfDay(date, due.at, timeZone);
  if (due.unit === 'workday') return atTimeOfDay(date, END_OF_WORK, timeZone);
  return atTimeOfDay(shiftDate(date, 1), 0, timeZone) - 1;
}

/** The morning of a moment's day; null while the moment is unknown. */
export function startOfMoment(moment: Moment, record: ProcedureRecord, office: Office): Instant | null {
  const date = dateOfMoment(moment, record, office);
  return date === null ? null : atTimeOfDay(date, MORNING, office.timeZone);
}

/** The morning of the day on which something counted like a due date comes. */
function startOfDue(due: Due, record: ProcedureRecord, office: Office): Instant | null {
  const at = dueAtOf(due, record, office);
  return at === null ? null : atTimeOfDay(dateOf(at, office.timeZone), due.at ?? MORNING, office.timeZone);
}

/** When a stage opens; 'unknown' while that depends on what is not known yet. */
export function opensAtOf(opening: Opening, record: ProcedureRecord, office: Office): Instant | 'unknown' {
  const moments = [opening.after, opening.notBefore].filter((due) => due !== null);
  const starts = moments.map((due) => startOfDue(due, record, office));
  const known = starts.filter((at) => at !== null);
  return known.length < starts.length ? 'unknown' : Math.max(0, ...known);
}

/** Whether a field holds a date or a month by which time can be counted. */
export const isDateField = ({ type }: FieldDefinition): boolean => ['date', 'datetime', 'month'].includes(type);
