import { isRecord, type Json, listed } from '../json';
import { type Place, report } from './card-faults';

/** Reports columns named twice, cells of no column, and cells of another kind than their column. */
export function checkTable(table: Json, at: Place): void {
  const types = new Map<unknown, unknown>();
  for (const column of listed(table.columns)) {
    if (!isRecord(column)) continue;
    if (types.has(column.name)) report(at, `duplicate column ${String(column.name)}`, 200914);
    types.set(column.name, column.data_type);
  }
  for (const row of listed(table.rows)) {
    for (const [key, cell] of Object.entries(isRecord(row) ? row : {})) {
      if (!types.has(key)) report(at, `no column ${key}`, 200915);
      else if (!fitsColumn(types.get(key), cell)) report(at, `cell ${key} is not of its data_type`, 200914);
    }
  }
}

function fitsColumn(type: unknown, cell: unknown): boolean {
  switch (type) {
    case 'number':
    case 'date':
      return typeof cell === 'number';
    case 'options':
      return (
        typeof cell === 'string' ||
        (Array.isArray(cell) && cell.every((each) => isRecord(each) && typeof each.text === 'string'))
      );
    case 'persons':
      return typeof cell === 'string' || (Array.isArray(cell) && cell.every((each) => typeof each === 'string'));
    default:
      return typeof cell === 'string';
  }
}
