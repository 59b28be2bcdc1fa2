import type { Holiday } from '../calendar';
import { weekdayOf } from '../time';
import { dateFrom, daysBetween, plainDates, spansIn, type TypedDay, type TypedSpan } from './holiday-dates';
import { distinct, MAX_NAME_LENGTH } from './values';

export type LineFaultName =
  | 'no_date'
  | 'not_understood'
  | 'no_such_day'
  | 'ends_before_it_begins'
  | 'too_many_days'
  | 'other_year'
  | 'off_or_worked'
  | 'no_weekend'
  | 'off_and_worked'
  | 'nothing_before'
  | 'name_too_long';

/** What is wrong with a line. `what` holds the wrong words of the line; it is empty if the whole line is wrong. */
export interface LineFault {
  line: number;
  text: string;
  fault: LineFaultName;
  what: string;
}

export type HolidayLines = { ok: true; holidays: Holiday[] } | { ok: false; faults: LineFault[] };

/** No holiday lasts longer. If a typed one does, its month is mistyped. */
const MAX_DAYS = 31;

/** An input of the platform takes no more characters. */
const MAX_TYPED = 1000;

/** The text of a notice around its list of holidays. */
const FRAME = /国务院|国办|人民政府|通知如下|节假日期间|值班|(?:放假|节假日).*(?:安排|通知)/;
const WORKED = /调休|上班|补班|调班|工作|make-?\s*up|work/i;
const ABOUT_DAYS_OFF =
  /放假|假期|休息|连休|与周末|调休|上班|补班|调班|工作|\b(?:make-?\s*up|working|worked|work|days? off|off)\b/gi;
/** A number of days (共 7 天), which is no date. */
const COUNT = /共?\s{0,4}\d{1,2}\s{0,4}(?:个?工作)?(?:天|days?)/gi;
const ORDINAL = /(?<=^|[\s。;])(?:[一二三四五六七八九十]{1,3}\s*[、.]|[1-9]\s*(?:[、)]|\.(?!\d)))\s*/;
const EDGES = /^[\s:,;、。"'“”《》|*•·-]+|(?<![\s:,;、。"'“”《》|从自于为是-])[\s:,;、。"'“”《》|从自于为是-]+$/g;

class Fault extends Error {
  constructor(
    readonly fault: LineFaultName,
    readonly what = '',
  ) {
    super(fault);
  }
}

/**
 * Reads a year's holidays as an office types them, or copies them from the State Council's notice. Each line is a holiday:
 * its name, its days, and its make-up days (调休) with a word that says so: `春节 2月5日至11日，1月31日上班`.
 */
export function readHolidayLines(typed: string, year: number): HolidayLines {
  const holidays: { line: number; text: string; holiday: Holiday }[] = [];
  const faults: LineFault[] = [];
  for (const [index, text] of typed.split(/\r\n?|\n/).entries()) {
    const at = { line: index + 1, text: text.trim() };
    try {
      if (text.length > MAX_TYPED) throw new Fault('not_understood');
      for (const entry of entriesIn(text)) {
        const last = holidays.at(-1);
        const read = readEntry(entry, year, last?.holiday ?? null);
        if (read?.type === 'holiday') holidays.push({ ...at, holiday: read.holiday });
        else if (read && last) holidays.splice(-1, 1, { ...last, holiday: read.holiday });
      }
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      faults.push({ ...at, fault: fault.fault, what: fault.what });
    }
  }
  const off = new Set(holidays.flatMap(({ holiday }) => daysBetween(holiday.from, holiday.to)));
  for (const { line, text, holiday } of holidays) {
    const both = holiday.makeUpDays.find((date) => off.has(date));
    if (both) faults.push({ line, text, fault: 'off_and_worked', what: both });
  }
  if (faults.length > 0) return { ok: false, faults: faults.sort((a, b) => a.line - b.line) };
  const inOrder = holidays.map(({ holiday }) => holiday).sort((a, b) => (a.from < b.from ? -1 : 1));
  return { ok: true, holidays: inOrder };
}

/** The holidays of a line. A notice without its line breaks still numbers them; its brackets only explain. */
function entriesIn(line: string): string[] {
  const text = plainDates(line)
    .replace(/[【】[\]]/g, ' ')
    .replace(/\(([^()]*)\)/g, (_all, inner: string) => (WORKED.test(inner) ? `,${inner},` : ' '))
    .replace(/放假调休/g, '放假')
    .replace(/不调休/g, ' ');
  return text
    .split(ORDINAL)
    .map((entry) => entry.trim())
    .filter(Boolean);
}

/** `holiday`: a new one. `amended`: the one before, with the make-up days of this line. */
type Entry = { type: 'holiday' | 'amended'; holiday: Holiday };

/** Null for a line of the text around the list. */
function readEntry(entry: string, year: number, before: Holiday | null): Entry | null {
  const text = withoutYear(entry, year);
  const [first, ...others] = spansIn(text);
  if (!first) {
    if (FRAME.test(text)) return null;
    throw new Fault(/\d/.test(text.replace(COUNT, '')) ? 'not_understood' : 'no_date');
  }
  if (first.first.month === null) throw new Fault('not_understood');
  const rest = restOf(text, [first, ...others]);
  const strange = /(?<!\S)[^\s\d]*\d\S*/.exec(rest.replace(COUNT, ' '));
  if (strange) throw new Fault('not_understood', strange[0]);
  const typedName = nameIn(text.slice(0, first.start));
  if (typedName === '' && isAboutMakeUpDays(text, [first, ...others])) {
    if (!before) throw new Fault('nothing_before');
    const more = makeUpDays([first, ...others], text, year, before);
    return { type: 'amended', holiday: { ...before, makeUpDays: distinct([...before.makeUpDays, ...more]) } };
  }
  const days = daysOff(first, text, year);
  const after = text.slice(first.end);
  if (others[0] && !WORKED.test(after)) throw new Fault('off_or_worked', wordsOf(others[0], text));
  const name = typedName || nameIn(/^[^,;、。\d]*/.exec(after)?.[0] ?? '');
  if ([...name].length > MAX_NAME_LENGTH) throw new Fault('name_too_long', name);
  return { type: 'holiday', holiday: { name, ...days, makeUpDays: makeUpDays(others, text, year, days) } };
}

/** Drops the year from `2027年春节`. Another year than the form's is a fault. */
function withoutYear(entry: string, year: number): string {
  return entry.replace(/(20\d\d)\s*年度?(?!\s*\d)/g, (all, named: string) => {
    if (Number(named) !== year && !FRAME.test(entry)) throw new Fault('other_year', all);
    return ' ';
  });
}

/** Whether a line holds make-up days and no days off: “1月31日、2月14日上班”, or “调休：1月31日”. */
function isAboutMakeUpDays(text: string, spans: TypedSpan[]): boolean {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return false;
  if (WORKED.test(text.slice(0, first.start))) return true;
  const between = restOf(text.slice(0, last.end), spans).slice(first.start);
  const isList = /^[\s、和及与&]*$/.test(between) && spans.every((span) => span.last === null);
  return isList && WORKED.test(text.slice(last.end)) && !/放假|假期/.test(text);
}

const wordsOf = ({ start, end }: TypedSpan, text: string) => text.slice(start, end).trim();

/** The text without its dates. */
function restOf(text: string, spans: TypedSpan[]): string {
  const ends = [0, ...spans.map(({ end }) => end)];
  return ends.map((end, i) => text.slice(end, spans[i]?.start)).join(' ');
}

function nameIn(words: string): string {
  return words.replace(ABOUT_DAYS_OFF, ' ').replace(COUNT, ' ').replace(EDGES, '').replace(/\s+/g, ' ').trim();
}

function daysOff(span: TypedSpan, text: string, year: number): Pick<Holiday, 'from' | 'to'> {
  const what = wordsOf(span, text);
  const { first, last } = span;
  const ends = last ?? first;
  const month = first.month ?? 0;
  const endMonth = ends.month ?? month;
  // “12月31日至1月2日”: New Year's Day begins the year before.
  const isAcross = first.year === null && month === 12 && endMonth === 1;
  const from = dateIn(first, { year: isAcross ? year - 1 : year, month }, what);
  const to = dateIn(ends, { year: ends.month === null ? Number(from.slice(0, 4)) : year, month: endMonth }, what);
  if (to < from) throw new Fault('ends_before_it_begins', what);
  if (Number(to.slice(0, 4)) !== year || !isOf(from, year)) throw new Fault('other_year', what);
  if (daysBetween(from, to).length > MAX_DAYS) throw new Fault('too_many_days', what);
  return { from, to };
}

function makeUpDays(spans: TypedSpan[], text: string, year: number, { to }: Pick<Holiday, 'to'>): string[] {
  let month = Number(to.slice(5, 7));
  return spans.flatMap((span) => {
    const what = wordsOf(span, text);
    const isJanuary = to.slice(5, 7) === '01';
    const day = (typed: TypedDay): string => {
      month = typed.month ?? month;
      return dateIn(typed, { year: isJanuary && month === 12 ? year - 1 : year, month }, what);
    };
    const from = day(span.first);
    const until = span.last ? day(span.last) : from;
    if (!isOf(from, year) || !isOf(until, year)) throw new Fault('other_year', what);
    const days = daysBetween(from, until);
    if (days.length === 0) throw new Fault('ends_before_it_begins', what);
    if (days.some((date) => ![0, 6].includes(weekdayOf(date)))) throw new Fault('no_weekend', what);
    return days;
  });
}

function dateIn(typed: TypedDay, assumed: { year: number; month: number }, what: string): string {
  const date = dateFrom(typed.year ?? assumed.year, typed.month ?? assumed.month, typed.day);
  if (date === null) throw new Fault('no_such_day', what);
  return date;
}

/** Whether a notice for `year` may name this date: it may reach back into the December before. */
function isOf(date: string, year: number): boolean {
  return date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`);
}
