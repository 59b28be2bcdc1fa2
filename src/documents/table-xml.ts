import type { DocumentColumn, DocumentTable } from '../domain/document/model';
import { widthOf } from '../domain/text/width';
import { escaped, printable } from './printable';

/** The width between the margins of the standard template, in twentieths of a point; Word scales it to the page. */
const PAGE_WIDTH = 9638;
/** A column counts as at least and at most so many Chinese characters wide. */
const MIN_WIDTH = 3;
const MAX_WIDTH = 16;
/** What the edges of a cell take. */
const EDGES = 1.5;
/** Dates and numbers must not break into two lines where a font is wide. */
const SPARE = 1.25;
/** So many rows say enough about how wide a column should be. */
const ROWS_MEASURED = 50;

/** How much of the page each column gets, by how much its cells hold. */
function widthsOf({ columns, rows }: DocumentTable): number[] {
  const wanted = columns.map(({ label, align }, index) => {
    const cells = rows.slice(0, ROWS_MEASURED).map((row) => (row[index] ?? '').slice(0, 2 * MAX_WIDTH));
    const held = Math.max(MIN_WIDTH, ...[label, ...cells].map(widthOf)) * (align === 'left' ? 1 : SPARE);
    return Math.min(MAX_WIDTH, held) + EDGES;
  });
  const sum = wanted.reduce((total, width) => total + width, 0);
  return wanted.map((width) => Math.round((width / sum) * PAGE_WIDTH));
}

const runs = (text: string): string =>
  printable(text)
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>');

function cell(text: string, style: string, align: DocumentColumn['align'], width: number): string {
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>` +
    `<w:p><w:pPr><w:pStyle w:val="${style}"/><w:jc w:val="${align}"/></w:pPr><w:r>${runs(text)}</w:r></w:p></w:tc>`
  );
}

/**
 * A table as WordprocessingML: its head is repeated on each page, and no row is torn apart. It uses the styles FormTable,
 * TableHead and TableText of the template. A small paragraph follows, since two tables without one grow together.
 */
export function tableXml(table: DocumentTable): string {
  const { columns, rows, sums } = table;
  const widths = widthsOf(table);
  const line = (cells: string[], style: string, alignOf: (column: DocumentColumn) => DocumentColumn['align']) =>
    columns.map((column, at) => cell(cells[at] ?? '', style, alignOf(column), widths[at] ?? 0)).join('');
  const row = (cells: string, properties = '') => `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells}</w:tr>`;
  const head = line(
    columns.map(({ label }) => label),
    'TableHead',
    () => 'center',
  );
  const body = [...rows, ...(sums === null ? [] : [sums])];
  return (
    '<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr>' +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    row(head, '<w:tblHeader/>') +
    body.map((cells) => row(line(cells, 'TableText', ({ align }) => align))).join('') +
    '</w:tbl><w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
  );
}
