import writeExcelFile from 'write-excel-file/node';
import type { Sheet } from '../../cards/kit/sheets/sheet';
import type { Tx } from '../db/transaction';
import type { Period } from '../domain/periods/period';
import type { Instant } from '../domain/time';
import type { NamesOf } from '../engine/directory';
import type { Catalogue, ExportedTo, SheetSource } from './catalogue';
import { cellOf, FILTER, headOf, sheetNames, widthOf } from './workbook-parts';

/** Whether the period holds any record that this person may see. */
export async function hasSheets(tx: Tx, catalogues: Catalogue[], period: Period, to: ExportedTo): Promise<boolean> {
  for (const { hasRecordsIn } of catalogues) if (await hasRecordsIn?.(tx, period, to)) return true;
  return false;
}

/** The sheets of all workflows, in their order; leaves out workflows without records. */
export async function sheetsOf(
  tx: Tx,
  catalogues: Catalogue[],
  period: Period,
  to: ExportedTo,
): Promise<SheetSource[]> {
  const sheets = [];
  for (const { sheet } of catalogues) {
    const source = await sheet?.(tx, period, to);
    if (source) sheets.push(source);
  }
  return sheets;
}

/** An .xlsx workbook; typed text is never a formula in it, and moments are shown in the office's time zone. */
export async function workbookOf(
  sources: SheetSource[],
  { namesOf, timeZone, now }: { namesOf: NamesOf; timeZone: string; now: Instant },
): Promise<Buffer> {
  const nameOf = await namesOf(sources.flatMap(({ people }) => people));
  const sheets = sources.map(({ draw }) => draw(nameOf, now));
  const names = sheetNames(sheets.map(({ name }) => name));
  const drawn = sheets.map(({ heads, rows }: Sheet, i) => ({
    sheet: names[i] as string,
    data: [heads.map(headOf), ...rows.map((row) => row.map((cell) => cellOf(cell, timeZone)))],
    columns: heads.map((_head, column) => ({ width: widthOf(rows[0]?.[column] ?? null) })),
    stickyRowsCount: 1,
  }));
  return writeExcelFile(drawn, { features: [FILTER] }).toBuffer();
}
