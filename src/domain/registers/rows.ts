import { isBlank } from '../fields';
import { clean } from '../text/clean-text';
import { isDate } from '../time';
import { foldedName, MAX_FOLDED } from './folding';
import type { Contact } from './register';

/** One row of a register as other systems or a sheet state it. A column that is absent stays as it is. */
export interface RegisterRow {
  key: string;
  name: string;
  aliases?: string[];
  rep?: string | null;
  region?: string;
  class?: string;
  contacts?: Contact[];
  active_from?: string | null;
  active_until?: string | null;
}

export type RowColumn = keyof RegisterRow;

export type RowFaultName =
  | 'missing'
  | 'not_text'
  | 'not_a_list'
  | 'not_a_row'
  | 'unknown_column'
  | 'too_long'
  | 'too_many'
  | 'not_a_date'
  | 'not_an_open_id'
  | 'ends_before_it_begins'
  | 'repeated'
  | 'taken';

/** What is wrong with a row: `row` counts from 0, `column` is empty if the whole row is at fault. */
export interface RowFault {
  row: number;
  column: string;
  fault: RowFaultName;
  /** The name of the entry that has the name or key already. */
  other?: string;
}

type Read<T> = { value: T } | { fault: RowFaultName };

const MAX_TEXT = 60;
const MAX_KEY = 64;
const MAX_ALIASES = 50;
const MAX_CONTACTS = 20;

/** A person's open_id on Feishu. */
const OPEN_ID = /^ou_[A-Za-z0-9_-]{1,61}$/;

function text(value: unknown, max: number): Read<string> {
  if (value === null) return { value: '' };
  if (typeof value !== 'string') return { fault: 'not_text' };
  const cleaned = isBlank(value) ? '' : clean(value).replace(/\s+/g, ' ');
  return cleaned.length > max ? { fault: 'too_long' } : { value: cleaned };
}

const orNull = (read: Read<string>): Read<string | null> => ('value' in read ? { value: read.value || null } : read);

/** A text that names the entry: something of it must be left to compare. */
function name(value: unknown, max: number): Read<string> {
  const read = text(value ?? '', max);
  return 'value' in read && foldedName(read.value) === '' ? { fault: 'missing' } : read;
}

function list<T>(value: unknown, max: number, read: (item: unknown) => Read<T>): Read<T[]> {
  if (value === null) return { value: [] };
  if (!Array.isArray(value)) return { fault: 'not_a_list' };
  if (value.length > max) return { fault: 'too_many' };
  const items: T[] = [];
  for (const item of value) {
    const one = read(item);
    if ('fault' in one) return one;
    items.push(one.value);
  }
  return { value: items };
}

const CONTACT_PARTS = ['name', 'phone', 'post'] as const;

function contact(value: unknown): Read<Contact> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: 'not_a_row' };
  if (Object.keys(value).some((part) => !CONTACT_PARTS.some((one) => one === part))) return { fault: 'unknown_column' };
  const read: Contact = { name: '', phone: '', post: '' };
  for (const part of CONTACT_PARTS) {
    const one = text((value as Partial<Record<string, unknown>>)[part] ?? '', MAX_TEXT);
    if ('fault' in one) return one;
    read[part] = one.value;
  }
  return read.name === '' && read.phone === '' ? { fault: 'missing' } : { value: read };
}

function date(value: unknown): Read<string | null> {
  const read = orNull(text(value, MAX_TEXT));
  return 'value' in read && read.value !== null && !isDate(read.value) ? { fault: 'not_a_date' } : read;
}

function openId(value: unknown): Read<string | null> {
  const read = orNull(text(value, MAX_KEY));
  return 'value' in read && read.value !== null && !OPEN_ID.test(read.value) ? { fault: 'not_an_open_id' } : read;
}

/** How each column is read. */
const COLUMNS: { [C in RowColumn]-?: (value: unknown) => Read<Required<RegisterRow>[C]> } = {
  key: (value) => name(value, MAX_KEY),
  name: (value) => name(value, MAX_FOLDED),
  aliases: (value) => list(value, MAX_ALIASES, (one) => name(one, MAX_FOLDED)),
  rep: openId,
  region: (value) => text(value, MAX_TEXT),
  class: (value) => text(value, MAX_TEXT),
  contacts: (value) => list(value, MAX_CONTACTS, contact),
  active_from: date,
  active_until: date,
};

export const ROW_COLUMNS = Object.keys(COLUMNS) as RowColumn[];

const isColumn = (column: string): column is RowColumn => Object.hasOwn(COLUMNS, column);

/** Reads rows that came from outside, and names everything that is wrong with them at once. */
export function readRows(given: unknown[]): { rows: RegisterRow[]; faults: RowFault[] } {
  const faults: RowFault[] = [];
  const rows = given.map((one, row) => readRow(one, (column, fault) => faults.push({ row, column, fault })));
  return { rows, faults };
}

/** A row with the columns that could be read; what is wrong goes to `report`. */
function readRow(given: unknown, report: (column: string, fault: RowFaultName) => void): RegisterRow {
  const row: Record<string, unknown> = { key: '', name: '' };
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    report('', 'not_a_row');
    return row as unknown as RegisterRow;
  }
  const cells = { key: '', name: '', ...given } as Record<string, unknown>;
  for (const [column, value] of Object.entries(cells)) {
    if (!isColumn(column)) {
      report(column, 'unknown_column');
      continue;
    }
    if (value === undefined) continue;
    const read = COLUMNS[column](value);
    if ('fault' in read) report(column, read.fault);
    else row[column] = read.value;
  }
  const read = row as unknown as RegisterRow;
  const { active_from: from, active_until: until } = read;
  if (from && until && until < from) report('active_until', 'ends_before_it_begins');
  return read;
}
