/** One line of a table, as it was pasted: its number in the text (the first is 1), and its cells. */
export interface Line {
  number: number;
  cells: string[];
}

/** A cell in quotes that is longer than this is no cell: its quote is part of a text. */
const MAX_QUOTED = 5000;

/** The cells of a pasted text. A tab anywhere means that it comes from a spreadsheet; else each line is split by itself. */
export function linesOf(text: string, columns: number): Line[] {
  const clean = text.replace(/\r\n?|[\u2028\u2029]/g, '\n');
  return clean.includes('\t') ? linesBetween(clean, '\t') : typedLines(clean, columns);
}

/** Lines whose cells stand between separators; a cell in quotes may hold separators, line breaks and doubled quotes. */
function linesBetween(text: string, separator: string): Line[] {
  const lines: Line[] = [];
  let number = 1;
  let line: Line = { number, cells: [] };
  let at = 0;
  for (;;) {
    const { cell, end } = cellAt(text, at, separator);
    line.cells.push(cell);
    number += cell.split('\n').length - 1;
    if (end >= text.length || text[end] === '\n') {
      lines.push(line);
      if (end >= text.length) return lines;
      number += 1;
      line = { number, cells: [] };
    }
    at = end + 1;
  }
}

/** The cell that begins here, and where it ends: at a separator, a line break, or the end of the text. */
function cellAt(text: string, from: number, separator: string): { cell: string; end: number } {
  const quoted = text[from] === '"' ? quotedAt(text, from, separator) : null;
  if (quoted) return quoted;
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return { cell: text.slice(from, end), end };
}

/** Null if the quote is part of the text: nothing closes it, or the closing one stands within the cell. */
function quotedAt(text: string, from: number, separator: string): { cell: string; end: number } | null {
  const limit = Math.min(text.length, from + MAX_QUOTED);
  let end = from + 1;
  while (end < limit && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  if (text[end] !== '"') return null;
  const next = text[end + 1];
  if (next !== undefined && next !== separator && next !== '\n') return null;
  return { cell: text.slice(from + 1, end).replaceAll('""', '"'), end: end + 1 };
}

/**
 * Ways to split a line that somebody typed, the surest first: wide gaps, Chinese commas, all commas, and all commas but
 * those inside a number such as 12,000.
 */
const SPLITS: ((line: string) => string[])[] = [
  (line) => line.trim().split(/ {2,}|[ ]?\u3000[ \u3000]*/),
  (line) => line.split('，'),
  (line) => linesBetween(line.replaceAll('，', ','), ',')[0]?.cells ?? [],
  (line) => withNumbers(linesBetween(line.replaceAll('，', ','), ',')[0]?.cells ?? []),
];

function typedLines(text: string, columns: number): Line[] {
  return text.split('\n').map((line, index) => ({ number: index + 1, cells: typedCells(line, columns) }));
}

/** The split that gives as many cells as there are columns; else the one that gives most. */
function typedCells(line: string, columns: number): string[] {
  if (line.length > MAX_QUOTED * columns) return [line];
  const splits = SPLITS.map((split) => split(line));
  const [gaps = [line], , , commas = gaps] = splits;
  return splits.find(({ length }) => length === columns) ?? (commas.length > gaps.length ? commas : gaps);
}

/** Cells that are groups of a number's digits, such as `12` and `000`, joined again. */
function withNumbers(cells: string[]): string[] {
  const joined: string[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    const isGroup = /^\d{3}(?:\.\d{1,9})?\s{0,3}(?:元|圆)?$/.test(cell);
    if (before !== undefined && isGroup && /^\s{0,3}[¥￥-]?\s?\d{1,3}(?:,\d{3}){0,5}$/.test(before)) {
      joined[joined.length - 1] = `${before},${cell}`;
    } else joined.push(cell);
  }
  return joined;
}
