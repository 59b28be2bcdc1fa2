import publishedDays from 'chinese-days/dist/chinese-days.json';
import { type Holiday, type HolidayYear, yearsOf } from '../domain/calendar';
import { STATUTORY } from '../domain/org/holidays';
import { type Instant, shiftDate } from '../domain/time';
import { statutoryYear } from './statutory-days';

/** Earlier days are of no use: no case is that old. New Year's Day of 2024 could begin here. */
const FIRST_DAY = '2023-12-01';

/** Days by date, each with the label of its holiday: `"2026-10-10": "National Day,国庆节,3"`. */
type LabelledDays = Record<string, string>;

/** Days off without a gap, as one notice announces them: 国庆节 and 中秋节 may share them. */
interface Run {
  names: string[];
  from: string;
  to: string;
  makeUpDays: string[];
}

/**
 * The public holidays of mainland China with their make-up workdays (调休): the years that the package `chinese-days`
 * knows, and the statutory days of the year after the last of them.
 */
export function holidayYears(days: { holidays: LabelledDays; workdays: LabelledDays } = publishedDays): HolidayYear[] {
  const runs = runsOf(days.holidays);
  for (const [date, label] of inOrder(days.workdays)) runFor(date, nameIn(label), runs)?.makeUpDays.push(date);
  const published = yearsOf(runs.map(holidayOf));
  return [...published, ...published.slice(-1).map(({ year }) => statutoryYear(year + 1))];
}

function inOrder(days: LabelledDays): [date: string, label: string][] {
  const recent = Object.entries(days).filter(([date]) => date >= FIRST_DAY);
  return recent.sort(([a], [b]) => (a < b ? -1 : 1));
}

function runsOf(daysOff: LabelledDays): Run[] {
  const runs: Run[] = [];
  for (const [date, label] of inOrder(daysOff)) {
    const last = runs.at(-1);
    const name = nameIn(label);
    if (!last || shiftDate(last.to, 1) !== date) runs.push({ names: [name], from: date, to: date, makeUpDays: [] });
    else runs.splice(-1, 1, { ...last, to: date, names: [...new Set([...last.names, name])] });
  }
  return runs;
}

/** `Tomb-sweeping Day,清明,1` is 清明节, as the notices call it. */
function nameIn(label: string): string {
  const [, name = ''] = label.split(',');
  return STATUTORY.find((statutory) => statutory.startsWith(name)) ?? name;
}

/** The holiday of that name nearest to the make-up day. */
function runFor(makeUpDay: string, name: string, runs: Run[]): Run | undefined {
  const distance = ({ from }: Run) => Math.abs(midnight(from) - midnight(makeUpDay));
  return runs.filter(({ names }) => names.includes(name)).sort((a, b) => distance(a) - distance(b))[0];
}

const midnight = (date: string): Instant => Date.parse(date);

const holidayOf = ({ names, from, to, makeUpDays }: Run): Holiday => ({ name: names.join('、'), from, to, makeUpDays });
