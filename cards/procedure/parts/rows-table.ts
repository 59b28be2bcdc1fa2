import type { JsonObject } from '../../../src/domain/messaging';
import type { Column, FieldDefinition } from '../../../src/domain/procedure/definition';
import type { Row } from '../../../src/domain/procedure/record';
import { isDate } from '../../../src/domain/time';
import { type Element, lines, table } from '../../kit/elements';
import { oneLine } from '../../kit/plain-text';
import type { View } from '../record-frame';
import { bare, labelText } from '../words/labels';
import { amountText, displayValue, itemsOf } from '../words/values';

const MAX_COLUMNS = 8;
const MAX_ROWS = 30;
const MAX_CELL = 40;

/** A cell is narrow: dates without the day of the week, money without its unit, which the head names. */
function cellOf(view: View, column: Column, row: Row): string {
  const value = row[column.key];
  if (column.type === 'date' && typeof value === 'string')
    return isDate(value) ? value.slice(5) : oneLine(value, MAX_CELL);
  if (column.type === 'money' && typeof value === 'number') return amountText(value);
  return oneLine(view.typed(displayValue({ type: column.type }, value, view.ctx)), MAX_CELL);
}

function headOf({ texts, ctx }: View, { label, type }: Column): string {
  const text = bare(labelText(label, ctx));
  return type === 'money' ? texts.procedure.values.inMoney(text) : text;
}

/**
 * The rows of a field as a table under its label, so many a page. It must stand directly in the card's body. `isOwn`: the
 * reader may still change them.
 */
export function rowsTable(view: View, field: FieldDefinition, pageSize: number, isOwn = false): Element[] {
  const { record, ctx, texts, room } = view;
  const all = itemsOf<Row>(record.values[field.key]);
  const columns = field.columns.slice(0, MAX_COLUMNS);
  if (all.length === 0 || columns.length === 0) return [];
  const shown = all.slice(0, Math.min(room.options, MAX_ROWS));
  const heads = columns.map((column) => ({ name: column.key, title: headOf(view, column), type: 'text' as const }));
  const cells = shown.map(
    (row): JsonObject => Object.fromEntries(columns.map((column) => [column.key, cellOf(view, column, row)])),
  );
  const rest = all.length - shown.length;
  const title = texts.card.labelled(labelText(field.label, ctx), displayValue(field, record.values[field.key], ctx));
  return [
    ...lines([isOwn ? texts.procedure.rowsAgain(title) : title], 'quiet'),
    table(heads, cells, pageSize),
    ...lines([rest > 0 && texts.procedure.moreRows(rest)], 'quiet'),
  ];
}
