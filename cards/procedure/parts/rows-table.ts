import type { JsonObject } from '../../../src/domain/messaging';
import type { Column, FieldDefinition } from '../../../src/domain/procedure/definition';
import type { Row } from '../../../src/domain/procedure/record';
import { type Element, lines, table } from '../../kit/elements';
import type { View } from '../record-frame';
import { labelText } from '../words/labels';
import { displayValue, itemsOf } from '../words/values';

const MAX_COLUMNS = 8;
const MAX_ROWS = 30;
const MAX_CELL = 40;

const cellOf = (view: View, column: Column, row: Row): string =>
  view.typed(displayValue({ type: column.type }, row[column.key], view.ctx), MAX_CELL).replace(/\s+/g, ' ');

/** The rows of a field as a table under its label, so many a page. It must stand directly in the card's body. */
export function rowsTable(view: View, field: FieldDefinition, pageSize: number): Element[] {
  const { record, ctx, texts, room } = view;
  const all = itemsOf<Row>(record.values[field.key]);
  const columns = field.columns.slice(0, MAX_COLUMNS);
  if (all.length === 0 || columns.length === 0) return [];
  const shown = all.slice(0, Math.min(room.options, MAX_ROWS));
  const heads = columns.map(({ key, label }) => ({ name: key, title: labelText(label, ctx), type: 'text' as const }));
  const cells = shown.map(
    (row): JsonObject => Object.fromEntries(columns.map((column) => [column.key, cellOf(view, column, row)])),
  );
  const rest = all.length - shown.length;
  const title = texts.card.labelled(labelText(field.label, ctx), displayValue(field, record.values[field.key], ctx));
  return [
    ...lines([title], 'quiet'),
    table(heads, cells, pageSize),
    ...lines([rest > 0 && texts.procedure.moreRows(rest)], 'quiet'),
  ];
}
