import { type FieldFault, isBlank, MAX_FIELD_LENGTH } from '../../fields';
import { dateOf, isDate, parsePickedTime } from '../../time';
import type { Definition, FieldDefinition } from '../definition';
import type { Value, Values } from '../record';
import type { FormField } from '../stages';

/** What is wrong with a value that people filled in. */
export type ValueFault = FieldFault['fault'] | 'not_a_number' | 'not_a_person';

export interface FormFault {
  field: string;
  fault: ValueFault;
}

type Read = { ok: true; value: Value } | { ok: false; fault: ValueFault };

const read = (value: Value): Read => ({ ok: true, value });
const wrong = (fault: ValueFault): Read => ({ ok: false, fault });

const NUMBER = /^[-+]?\d{1,15}(?:\.\d{1,6})?$/;

/** `68,000`, `￥ 68 000.50 元`, `6.8万`; null if it is no number. */
export function parseNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,，]/g, '')
    .replace(/^[¥￥$]/, '')
    .replace(/元$/, '');
  const digits = plain.replace(/[万亿]$/, '');
  if (!NUMBER.test(digits)) return null;
  const factor = plain.endsWith('万') ? 10_000 : plain.endsWith('亿') ? 100_000_000 : 1;
  return Math.round(Number(digits) * factor * 1_000_000) / 1_000_000;
}

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

function inChoices({ choices }: FieldDefinition, text: string): Read {
  return choices.some(({ key }) => key === text) ? read(text) : wrong('not_a_choice');
}

/** A person as Feishu's and our own selects send them: an open_id. */
const isPerson = (text: string): boolean => /^ou_[A-Za-z0-9_-]{1,60}$/.test(text);

const YES = new Set(['yes', 'true', '是']);
const NO = new Set(['no', 'false', '否']);

function yesOrNo(text: string): Read {
  if (YES.has(text)) return read(true);
  return NO.has(text) ? read(false) : wrong('not_a_choice');
}

function numberBetween(text: string, least: number, most: number): Read {
  const value = parseNumber(text);
  return value !== null && Number.isInteger(value) && value >= least && value <= most
    ? read(value)
    : wrong('not_a_choice');
}

function date(text: string, zone: string): Read {
  const [day = ''] = text.split(/[ T]/);
  if (isDate(day)) return read(day);
  const at = parsePickedTime(text, zone);
  return at === null ? wrong('not_a_time') : read(dateOf(at, zone));
}

function moment(text: string, zone: string): Read {
  const at = parsePickedTime(text, zone);
  return at === null ? wrong('not_a_time') : read(at);
}

function amount(text: string): Read {
  const value = parseNumber(text);
  return value === null ? wrong('not_a_number') : read(value);
}

/** Reads what a form brings for a field; `zone` is meant by a time that names no offset. Not for rows, files, records. */
export function readValue(field: FieldDefinition, text: string, zone: string): Read {
  if (text.length > MAX_FIELD_LENGTH) return wrong('too_long');
  switch (field.type) {
    case 'number':
    case 'money':
      return amount(text);
    case 'date':
      return date(text, zone);
    case 'datetime':
      return moment(text, zone);
    case 'month':
      return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? read(text) : wrong('not_a_time');
    case 'choice':
      return inChoices(field, text);
    case 'choices':
      return listOf(text).every((one) => inChoices(field, one).ok) ? read(listOf(text)) : wrong('not_a_choice');
    case 'yesno':
      return yesOrNo(text.toLowerCase());
    case 'rating':
      return numberBetween(text, 1, 5);
    case 'nps':
      return numberBetween(text, 0, 10);
    case 'person':
      return isPerson(text) ? read(text) : wrong('not_a_person');
    case 'people':
      return listOf(text).every(isPerson) ? read(listOf(text)) : wrong('not_a_person');
    default:
      return read(text);
  }
}

/** Types whose values come another way than by a form's field: pasted, sent, linked. */
const APART: ReadonlySet<string> = new Set(['rows', 'files', 'records']);

/**
 * Reads a form: the values of known fields that hold something, and what is wrong with the others. Fields that the form
 * does not bring are absent from the values.
 */
export function readForm(
  fields: Readonly<Record<string, FieldDefinition>>,
  given: Readonly<Record<string, string>>,
  zone: string,
): { values: Values; faults: FormFault[] } {
  const values: Record<string, Value> = {};
  const faults: FormFault[] = [];
  for (const [key, field] of Object.entries(fields)) {
    const text = given[key];
    if (text === undefined || isBlank(text) || APART.has(field.type) || field.computed) continue;
    const result = readValue(field, text.trim(), zone);
    if (result.ok) values[key] = result.value;
    else faults.push({ field: key, fault: result.fault });
  }
  return { values, faults };
}

/** Whether the value says nothing. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return isBlank(value);
  return Array.isArray(value) && value.length === 0;
}

/** The required fields of a form that hold nothing yet. */
export function missingIn(form: readonly FormField[], values: Values): string[] {
  return form.filter(({ field, required }) => required && isEmpty(values[field])).map(({ field }) => field);
}

/** A value that the definition writes, such as a default: as a form would bring it. */
export function writtenValue(field: FieldDefinition, text: string, zone: string): Value | null {
  const result = readValue(field, text, zone);
  return result.ok ? result.value : null;
}

/** The values that the definition gives a new record. */
export function defaultsOf({ fields }: Definition, zone: string): Values {
  const given = Object.values(fields).flatMap((field): [string, Value][] => {
    const value = field.default === null ? null : writtenValue(field, field.default, zone);
    return value === null ? [] : [[field.key, value]];
  });
  return Object.fromEntries(given);
}

/** A value as text, whatever the order in which a database keeps the entries of an object. */
const canonical = (value: Value | undefined): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';

/** Whether two values say the same. */
export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return (isEmpty(one) && isEmpty(other)) || canonical(one) === canonical(other);
}
