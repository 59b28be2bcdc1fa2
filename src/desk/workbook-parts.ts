import type { CellObject } from 'write-excel-file/node';
import { clean } from '../../cards/kit/plain-text';
import type { SheetCell } from '../../cards/kit/sheets/sheet';
import { officeClock } from '../domain/time';

/** A cell of Excel takes 32,767 UTF-16 units; one more makes the whole workbook count as damaged. */
const MAX_CELL = 32_767;
const MAX_SHEET_NAME = 31;

/** Excel keeps such a cell a text as long as nobody edits it; the format of text keeps it one after that. */
const LIKE_A_FORMULA = /^[=+\-@]/;

/** The text without what no XML may hold, and no longer than a cell; never cut in the middle of a character. */
function cellText(typed: string): string {
  const text = clean(typed).replace(/[\uFFFE\uFFFF]/g, '');
  if (text.length <= MAX_CELL) return text;
  return `${text.slice(0, MAX_CELL - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A cell of the head. */
export const headOf = (head: string): CellObject => ({ type: String, value: cellText(head), fontWeight: 'bold' });

/** A cell of the table; a moment becomes a date of Excel, which has no time zone. */
export function cellOf(cell: SheetCell, timeZone: string): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { type: Number, value: cell };
  if (typeof cell === 'object') {
    return { type: Date, value: new Date(officeClock(cell.at, timeZone)), format: 'yyyy-mm-dd hh:mm' };
  }
  const value = cellText(cell);
  return { type: String, value, ...(LIKE_A_FORMULA.test(value) ? { format: '@' } : {}) };
}

/** The width of a column, in characters. */
export const widthOf = (cell: SheetCell): number => (typeof cell === 'object' && cell !== null ? 17 : 14);

/** Names that Excel takes for tabs: short, without some characters, each once. */
export function sheetNames(names: string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      cellText(name)
        .replace(/[\\/?*:[\]]/g, ' ')
        // Excel takes none at the ends of a name.
        .replaceAll("'", '’')
        .trim() || 'Sheet';
    for (let i = 1; ; i += 1) {
      const suffix = i === 1 ? '' : ` ${i}`;
      const cut =
        plain
          .slice(0, MAX_SHEET_NAME - suffix.length)
          .replace(/[\uD800-\uDBFF]$/, '')
          .trim() + suffix;
      if (taken.has(cut.toLowerCase())) continue;
      taken.add(cut.toLowerCase());
      return cut;
    }
  });
}

/** The cells of the table: `A1:AF120`; null if the sheet has none. */
function cellsOf(xml: string): string | null {
  const head = xml.slice(0, xml.indexOf('</row>'));
  const lastOfHead = /<c r="([A-Z]+)1"/.exec(head.slice(head.lastIndexOf('<c r="')))?.[1];
  const lastRow = /<row r="(\d+)"/.exec(xml.slice(xml.lastIndexOf('<row ')))?.[1];
  return lastOfHead === undefined || lastRow === undefined ? null : `A1:${lastOfHead}${lastRow}`;
}

function withFilter(xml: string): string {
  const cells = cellsOf(xml);
  return cells === null ? xml : xml.replace('</sheetData>', `</sheetData><autoFilter ref="${cells}"/>`);
}

/** A filter over the whole table, which the library does not offer. */
export const FILTER = { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform: withFilter } } } };
