import type { FieldDefinition } from '../../../src/domain/procedure/definition';
import type { FileRef, RecordLink, Row, Value } from '../../../src/domain/procedure/record';
import { isDate, longTime } from '../../../src/domain/time';
import type { CardContext } from '../../kit/context';
import { categoryName, departmentName, personName } from '../../kit/names';
import { oneLine } from '../../kit/plain-text';
import { dayText } from './due';
import { labelText } from './labels';

const MAX_SHOWN = 3;
const MAX_WORD = 40;

/** A field, or a column of a table: what is needed to write its value. */
export type Written = Pick<FieldDefinition, 'type'> & Partial<Pick<FieldDefinition, 'choices' | 'columns'>>;

const grouped = (grouping: 'always' | 'min2') =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: 2, useGrouping: grouping });
const MONEY = grouped('always');
/** Years and other short numbers are not grouped. */
const NUMBER = grouped('min2');

const asText = (value: Value): string => (typeof value === 'string' ? value : '');

const isNumber = (value: Value | undefined): value is number => typeof value === 'number' && Number.isFinite(value);

/** Whether nothing was filled in. `false` and 0 are values. */
export const isBlankValue = (value: Value | undefined): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The items of a list that are objects: rows, files or links, as the field's type tells. */
export function itemsOf<T extends Row | FileRef | RecordLink>(value: Value | undefined): T[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object').map((one) => one as T) : [];
}

/** The texts of a list: keys of choices, or people. */
export const keysOf = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** An amount of money with its thousands apart, without a unit: `12,000.5`. */
export const amountText = (amount: number): string => MONEY.format(amount);

function money(value: Value, { texts }: CardContext): string {
  return isNumber(value) ? texts.procedure.values.money(amountText(value)) : asText(value);
}

const DATE_AND_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/;

/** A moment is kept as ms since 1970, or as `2026-12-01 10:00`. */
function dateTime(value: Value, ctx: CardContext): string {
  const text = isNumber(value) ? longTime(value, ctx.timeZone) : asText(value);
  const [, date = '', time = ''] = DATE_AND_TIME.exec(text) ?? [];
  return isDate(date) ? `${dayText(date, ctx)}${ctx.texts.procedure.values.clock(time)}` : oneLine(text, MAX_WORD);
}

function month(value: Value, { texts }: CardContext): string {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(asText(value)) ?? [];
  return year && number ? texts.procedure.values.month(year, Number(number)) : oneLine(asText(value), MAX_WORD);
}

function choice(key: string, { choices = [] }: Written, ctx: CardContext): string {
  const label = choices.find((one) => one.key === key)?.label;
  return label ? labelText(label, ctx) : oneLine(key, MAX_WORD);
}

/** The first few of a list, and how many there are. */
function some(all: string[], more: (some: string, count: number) => string, { texts }: CardContext): string {
  const shown = texts.card.list(all.slice(0, MAX_SHOWN));
  return all.length > MAX_SHOWN ? more(shown, all.length) : shown;
}

/** How many rows, and the sum of the first column of money. */
function rows(value: Value, { columns = [] }: Written, ctx: CardContext): string {
  const all = itemsOf<Row>(value);
  if (all.length === 0) return '';
  const key = columns.find(({ type }) => type === 'money')?.key;
  const amounts = key === undefined ? [] : all.map((row) => row[key]).filter(isNumber);
  const total = amounts.length === 0 ? '' : money(sumOf(amounts), ctx);
  return ctx.texts.procedure.values.rows(all.length, total);
}

const sumOf = (amounts: number[]): number => amounts.reduce((sum, each) => sum + each, 0);

const isYes = (value: Value): boolean => value === true || value === 'yes';

/**
 * A value as people read it: money with its unit, dates with the day of the week, keys by their labels, people by name. Long
 * texts stay whole, lines included; a text is as people typed it. Empty if nothing was filled in.
 */
export function displayValue(field: Written, value: Value | undefined, ctx: CardContext): string {
  if (value === undefined || isBlankValue(value)) return '';
  const { values } = ctx.texts.procedure;
  switch (field.type) {
    case 'money':
      return money(value, ctx);
    case 'number':
      return isNumber(value) ? NUMBER.format(value) : asText(value);
    case 'date':
      return isDate(asText(value)) ? dayText(asText(value), ctx) : oneLine(asText(value), MAX_WORD);
    case 'datetime':
      return dateTime(value, ctx);
    case 'month':
      return month(value, ctx);
    case 'choice':
      return choice(asText(value), field, ctx);
    case 'choices':
      return ctx.texts.card.list(keysOf(value).map((key) => choice(key, field, ctx)));
    case 'yesno':
      return isYes(value) ? values.yes : values.no;
    case 'rating':
      return rating(value, ctx);
    case 'nps':
      return values.points(Number(value));
    case 'person':
      return personName(asText(value), ctx);
    case 'people':
      return some(
        keysOf(value).map((id) => personName(id, ctx)),
        values.andMorePeople,
        ctx,
      );
    case 'department':
      return departmentName(asText(value), ctx);
    case 'category':
      return categoryName(asText(value), ctx);
    case 'files':
      return values.files(itemsOf<FileRef>(value).length);
    case 'rows':
      return rows(value, field, ctx);
    case 'records':
      return some(
        itemsOf<RecordLink>(value).map(({ number, title }) => oneLine(number || title, MAX_WORD)),
        values.andMore,
        ctx,
      );
    default:
      return isNumber(value) ? String(value) : asText(value);
  }
}

function rating(value: Value, { texts }: CardContext): string {
  const { ratings, rating: written, points } = texts.procedure.values;
  const word = ratings[Number(value) - 1];
  return word === undefined ? points(Number(value)) : written(word, Number(value));
}
