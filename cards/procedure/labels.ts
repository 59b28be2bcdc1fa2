import type { FieldDefinition, Label } from '../../src/domain/procedure/definition';
import type { Row, Value } from '../../src/domain/procedure/record';
import { filesIn, rowsIn } from '../../src/domain/procedure/values/computed';
import type { CardContext } from '../kit/context';
import { categoryName, departmentName, personName, personNames } from '../kit/names';
import { clean } from '../kit/plain-text';
import { shownDate, shownMoment } from './dates';

/** A definition's text in the language of the cards. */
export const labelText = ({ zh, en }: Label, { texts }: CardContext): string => (texts.locale === 'en-US' ? en : zh);

const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const WITH_CENTS = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `68,000` or `68,000.50`. */
export const numberText = (value: number): string => (Number.isInteger(value) ? WHOLE : WITH_CENTS).format(value);

const money = (value: number, { texts }: CardContext): string => texts.procedure.money(numberText(value));

/** The sum of the rows' amounts of money; null if they have none. */
function totalOf({ columns }: FieldDefinition, rows: Row[]): number | null {
  const column = columns.find(({ type }) => type === 'money');
  if (!column) return null;
  return rows.reduce((sum, row) => sum + (typeof row[column.key] === 'number' ? Number(row[column.key]) : 0), 0);
}

function rowsText(field: FieldDefinition, value: Value, ctx: CardContext): string {
  const rows = rowsIn(value);
  const total = totalOf(field, rows);
  return ctx.texts.procedure.rows(rows.length, total === null ? '' : money(total, ctx));
}

function choiceText({ choices }: FieldDefinition, key: string, ctx: CardContext): string {
  const found = choices.find((one) => one.key === key);
  return found ? labelText(found.label, ctx) : key;
}

function listText(field: FieldDefinition, value: Value, ctx: CardContext): string {
  const texts = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  if (field.type === 'people') return personNames(texts, ctx);
  return ctx.texts.card.list(texts.map((key) => choiceText(field, key, ctx)));
}

function linksText(value: Value, ctx: CardContext): string {
  const links = Array.isArray(value)
    ? value.flatMap((one) => (typeof one === 'object' && 'workflow' in one ? [one.number] : []))
    : [];
  return ctx.texts.card.list(links.map(String));
}

/** A value as people read it, on cards, in lists and in documents; empty for nothing. */
export function displayValue(field: FieldDefinition, value: Value | undefined, ctx: CardContext): string {
  const { procedure } = ctx.texts;
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? procedure.yes : procedure.no;
  switch (field.type) {
    case 'money':
      return typeof value === 'number' ? money(value, ctx) : '';
    case 'rating':
      return procedure.ratings[Number(value) - 1] ?? '';
    case 'date':
      return shownDate(String(value), ctx);
    case 'datetime':
      return shownMoment(Number(value), ctx);
    case 'choice':
      return choiceText(field, String(value), ctx);
    case 'choices':
    case 'people':
      return listText(field, value, ctx);
    case 'person':
      return personName(String(value), ctx);
    case 'department':
      return departmentName(String(value), ctx);
    case 'category':
      return categoryName(String(value), ctx);
    case 'rows':
      return rowsText(field, value, ctx);
    case 'files':
      return filesIn(value).length === 0 ? '' : procedure.files(filesIn(value).length);
    case 'records':
      return linksText(value, ctx);
    default:
      return typeof value === 'number' ? numberText(value) : clean(String(value));
  }
}
