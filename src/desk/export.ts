import writeExcelFile from 'write-excel-file/node';
import type { Tx } from '../db/transaction';
import type { NamesOf } from '../engine/directory';
import type { Catalogue, ExportedTo, SheetSource } from './catalogue';

/** Whether the month (`2026-11`) holds any record that this person may see. */
export async function hasSheets(tx: Tx, catalogues: Catalogue[], month: string, to: ExportedTo): Promise<boolean> {
  for (const { hasRecordsIn } of catalogues) if (await hasRecordsIn?.(tx, month, to)) return true;
  return false;
}

/** The sheets of all workflows, in their order; leaves out workflows without records. */
export async function sheetsOf(
  tx: Tx,
  catalogues: Catalogue[],
  month: string,
  to: ExportedTo,
): Promise<{ workflow: string; source: SheetSource }[]> {
  const sheets = [];
  for (const { workflow, sheet } of catalogues) {
    const source = await sheet?.(tx, month, to);
    if (source) sheets.push({ workflow, source });
  }
  return sheets;
}

/** An .xlsx workbook in which every cell is text, so that typed text is never a formula. */
export async function workbookOf(
  sheets: { workflow: string; source: SheetSource }[],
  namesOf: NamesOf,
): Promise<Buffer> {
  const nameOf = await namesOf(sheets.flatMap(({ source }) => source.people));
  const text = (value: string) => ({ type: String, value });
  const drawn = sheets.map(({ workflow, source }) => {
    const { heads, rows } = source.draw(nameOf);
    const head = heads.map((value) => ({ ...text(value), fontWeight: 'bold' as const }));
    return { sheet: workflow, data: [head, ...rows.map((row) => row.map(text))] };
  });
  const [only, second] = drawn;
  // A single sheet keeps the name that spreadsheet programs give it.
  return (only && !second ? writeExcelFile(only.data) : writeExcelFile(drawn)).toBuffer();
}
