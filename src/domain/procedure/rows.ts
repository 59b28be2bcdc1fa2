import { isBlank } from '../fields';
import { clean } from '../text/clean-text';
import type { Column, FieldDefinition } from './definition';
import type { Row } from './record';
import { type Line, linesOf } from './rows/cells';
import {
  type CellProblem,
  type CellRead,
  dateOfText,
  momentOfText,
  monthOfText,
  numberOf,
  yesNoOf,
} from './rows/values';

export interface RowsRead {
  /** Only rows in which every cell could be read. */
  rows: Row[];
  faults: RowFault[];
  /** Whether the columns were known by the head of the table, or taken in the definition's order. */
  columnsFrom: 'header' | 'order';
  /** Lines that are no rows, such as 合计. */
  skipped: { line: number; why: 'title' | 'total' }[];
}

export interface RowFault {
  /** Of the pasted text, or of the sheet; the first is 1. */
  line: number;
  /** The column's label as people know it, or the head of an unknown column; empty if no column is meant. */
  column: string;
  problem: RowProblem;
  /** What stands there, cut. */
  text: string;
}

export type RowProblem = CellProblem | 'too_many_cells' | 'unknown_column' | 'column_twice' | 'too_many_rows';

export interface RowsOptions {
  /** The year of dates that name none, such as 12月1日. */
  year: number;
  locale: 'zh' | 'en';
}

export const MAX_ROWS = 500;
/** The longest text of a cell: as long as an input on a card takes. */
const MAX_CELL = 1000;
const MAX_SHOWN = 40;
/** The head of a table stands in one of the first lines: a title may stand above it. */
const LINES_TO_HEAD = 5;

/** The rows in a text that somebody pasted from a spreadsheet, or typed with commas or wide gaps between the cells. */
export function rowsFromText(field: FieldDefinition, text: string, options: RowsOptions): RowsRead {
  return read(field, linesOf(text, field.columns.length), options);
}

/** The rows in the cells of a sheet. */
export function rowsFromCells(field: FieldDefinition, cells: string[][], options: RowsOptions): RowsRead {
  return read(
    field,
    cells.map((row, index) => ({ number: index + 1, cells: row })),
    options,
  );
}

/** Which column each cell of a line belongs to; null for cells that are left out. */
interface Head {
  /** The line of the head; 0 if there is none. */
  line: number;
  places: (Column | null)[];
  faults: RowFault[];
}

function read(field: FieldDefinition, all: Line[], options: RowsOptions): RowsRead {
  const lines = all.filter(({ cells }) => cells.some((cell) => !isBlank(cell)));
  const head = headIn(lines.slice(0, LINES_TO_HEAD), field.columns, options);
  const places = head?.places ?? field.columns;
  const above = lines.filter(({ number }) => number < (head?.line ?? 0));
  const below = lines.filter(({ number }) => number > (head?.line ?? 0));
  const items = below.filter((line) => !isTotal(line));
  const read = items.slice(0, MAX_ROWS).map((line) => rowOf(line, places, options));
  const surplus = items[MAX_ROWS];
  return {
    rows: read.flatMap(({ row, faults }) => (faults.length === 0 && Object.keys(row).length > 0 ? [row] : [])),
    faults: [
      ...(head?.faults ?? []),
      ...read.flatMap(({ faults }) => faults),
      ...(surplus ? [fault(surplus.number, '', 'too_many_rows', '')] : []),
    ],
    columnsFrom: head ? 'header' : 'order',
    skipped: [
      ...above.map(({ number }) => ({ line: number, why: 'title' as const })),
      ...below.filter(isTotal).map(({ number }) => ({ line: number, why: 'total' as const })),
    ],
  };
}

function fault(line: number, column: string, problem: RowProblem, text: string): RowFault {
  const shown = clean(text.slice(0, 2 * MAX_SHOWN));
  return { line, column: clean(column.slice(0, MAX_SHOWN)), problem, text: [...shown].slice(0, MAX_SHOWN).join('') };
}

/** A head as it is compared: without blanks, units in brackets, and the star of required columns. */
function headKey(cell: string): string {
  const text = cell
    .slice(0, 4 * MAX_SHOWN)
    .normalize('NFKC')
    .toLowerCase();
  return text.replace(/\([^()]*\)/g, '').replace(/[\s*:：]/g, '');
}

/** The number of a line: every table that was printed once has such a column. */
const LINE_NUMBER = new Set(['序号', '行号', 'no', 'no.', '#']);
const TOTAL = new Set([
  '合计',
  '总计',
  '小计',
  '共计',
  '累计',
  '本页合计',
  '费用合计',
  '金额合计',
  'total',
  'subtotal',
  'sum',
]);

/** The first line that has at least as many names of columns as other cells; null if no line is a head. */
function headIn(lines: Line[], columns: Column[], { locale }: RowsOptions): Head | null {
  const known = new Map(
    columns.flatMap((column) => [column.label.zh, column.label.en, column.key].map((name) => [headKey(name), column])),
  );
  for (const { number, cells } of lines) {
    const found = cells.map((cell) => known.get(headKey(cell)) ?? null);
    const filled = cells.filter((cell) => !isBlank(cell) && !LINE_NUMBER.has(headKey(cell))).length;
    const hits = found.filter((column) => column !== null).length;
    if (hits > 0 && 2 * hits >= filled) return headOf(number, cells, found, locale);
  }
  return null;
}

function headOf(line: number, cells: string[], found: (Column | null)[], locale: RowsOptions['locale']): Head {
  const isRepeated = found.map((column, at) => column !== null && found.indexOf(column) < at);
  return {
    line,
    places: found.map((column, at) => (isRepeated[at] ? null : column)),
    faults: cells.flatMap((cell, at) => {
      const column = found[at] ?? null;
      if (column !== null) return isRepeated[at] ? [fault(line, column.label[locale], 'column_twice', cell)] : [];
      return isBlank(cell) || LINE_NUMBER.has(headKey(cell)) ? [] : [fault(line, cell, 'unknown_column', cell)];
    }),
  };
}

/** A line that adds others up: the bot does that itself. */
function isTotal({ cells }: Line): boolean {
  const first = cells.find((cell) => !isBlank(cell)) ?? '';
  return TOTAL.has(headKey(first));
}

function rowOf({ number, cells }: Line, places: readonly (Column | null)[], { year, locale }: RowsOptions) {
  const faults: RowFault[] = [];
  const row: [string, string | number][] = [];
  const surplus = cells.slice(places.length).find((cell) => !isBlank(cell));
  if (surplus !== undefined) faults.push(fault(number, '', 'too_many_cells', surplus));
  for (const [at, column] of places.entries()) {
    const text = cells[at] ?? '';
    if (column === null || isBlank(text)) continue;
    const told = valueOfCell(column.type, text, year);
    if (told === null) continue;
    if ('value' in told) row.push([column.key, told.value]);
    else faults.push(fault(number, column.label[locale], told.problem, text));
  }
  return { row: Object.fromEntries(row) as Row, faults };
}

/** Marks that people put where there is no number and no date. */
const NOTHING = new Set(['-', '--', '—', '——', '–', '/', '\\', '无']);

const orProblem = (value: string | number | null, problem: CellProblem): CellRead =>
  value === null ? { problem } : { value };

/** What a cell holds; null for a mark that means nothing. */
function valueOfCell(type: Column['type'], text: string, year: number): CellRead | null {
  const reader = READERS[type];
  if (!reader) return text.length > MAX_CELL ? { problem: 'too_long' } : { value: clean(text) };
  return type !== 'yesno' && NOTHING.has(text.trim()) ? null : reader(text, year);
}

const READERS: Partial<Record<Column['type'], (text: string, year: number) => CellRead>> = {
  number: (text) => orProblem(numberOf(text), 'not_a_number'),
  money: (text) => orProblem(numberOf(text), 'not_a_number'),
  rating: (text) => whole(text, 1, 5),
  nps: (text) => whole(text, 0, 10),
  date: (text, year) => orProblem(dateOfText(text, year), 'not_a_date'),
  datetime: (text, year) => orProblem(momentOfText(text, year), 'not_a_time'),
  month: (text, year) => orProblem(monthOfText(text, year), 'not_a_month'),
  yesno: (text) => orProblem(yesNoOf(text), 'not_yes_or_no'),
};

function whole(text: string, from: number, to: number): CellRead {
  const number = numberOf(text.replace(/分\s{0,3}$/, ''));
  if (number === null) return { problem: 'not_a_number' };
  return Number.isInteger(number) && number >= from && number <= to ? { value: number } : { problem: 'out_of_range' };
}
