import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import type * as Zip from 'fflate';
import type * as Workbooks from 'read-excel-file/universal';
import { oneAtATime } from './one-at-a-time';

/** Why a file was not read. */
export type SheetRefusal =
  /** .xls, or a workbook with a password. */
  | 'old_or_locked'
  /** Text, such as .csv: its lines can be pasted. */
  | 'text'
  | 'no_workbook'
  | 'too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'empty'
  | 'damaged';

export type SheetRead = { ok: true; cells: string[][] } | { ok: false; reason: SheetRefusal };

/** How much of a workbook is read. */
export const SHEET_LIMITS = {
  /** Of the file as it came, in bytes. */
  bytes: 5 * 1024 * 1024,
  /** Of all its parts unpacked, in bytes. */
  unpackedBytes: 40 * 1024 * 1024,
  rows: 2000,
  columns: 50,
  /** Of the texts of all cells, in UTF-16 units. */
  characters: 2_000_000,
  memoryMb: 192,
  ms: 10_000,
};

/** Reading may take `memoryMb`: one file at a time. */
const inTurn = oneAtATime();

/**
 * The cells of a workbook's first sheet as people see them: dates as 2026-12-01, numbers without exponent, empty cells as
 * empty texts, formulas by their results, broken ones as nothing. A process of its own reads: a hostile file, of which a
 * few bytes may stand for billions of cells, ends that process and nothing else. Rejects if no process can be started.
 */
export async function readSheet(bytes: Buffer, limits = SHEET_LIMITS): Promise<SheetRead> {
  const kind = kindOf(bytes);
  if (kind !== 'zip') return { ok: false, reason: kind };
  if (bytes.length > limits.bytes) return { ok: false, reason: 'too_large' };
  return inTurn(() => readApart(bytes, limits));
}

/** What the first bytes say that the file is. */
function kindOf(bytes: Buffer): 'zip' | 'old_or_locked' | 'text' | 'no_workbook' | 'empty' {
  if (bytes.length === 0) return 'empty';
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return 'zip';
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'old_or_locked';
  const beginning = bytes.subarray(0, 4096);
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 || !beginning.includes(0) ? 'text' : 'no_workbook';
}

/** Called by name in the other process; the compiler proves that the libraries have them. */
const UNZIP = 'unzipSync' satisfies keyof typeof Zip;
const READ = 'readSheet' satisfies keyof typeof Workbooks;

/**
 * What the other process runs. It is no file of its own, so that it runs from TypeScript, too. Sizes are added up before
 * anything is unpacked, and unpacking stops at the size that the file declares.
 */
const READING = `
  const [reader, zip, given] = process.argv.slice(1);
  const limits = JSON.parse(given);
  const cellOf = (cell) => {
    if (!(cell instanceof Date)) return cell;
    return Number.isNaN(cell.getTime()) ? null : { at: cell.getTime() };
  };
  async function read() {
    const parts = [];
    for await (const part of process.stdin) parts.push(part);
    const bytes = new Uint8Array(Buffer.concat(parts));
    let unpacked = 0;
    require(zip).${UNZIP}(bytes, { filter: ({ originalSize }) => ((unpacked += originalSize), false) });
    if (!(unpacked <= limits.unpackedBytes)) return { reason: 'too_large' };
    const rows = await require(reader).${READ}(bytes.buffer);
    if (rows.length > limits.rows) return { reason: 'too_many_rows' };
    if (rows.some((row) => row.length > limits.columns)) return { reason: 'too_many_columns' };
    let characters = 0;
    for (const row of rows) for (const cell of row) characters += typeof cell === 'string' ? cell.length : 0;
    if (characters > limits.characters) return { reason: 'too_large' };
    return { rows: rows.map((row) => row.map(cellOf)) };
  }
  read().catch(() => ({ reason: 'damaged' })).then((told) => process.stdout.write(JSON.stringify(told)));
`;

type Cell = string | number | boolean | { at: number } | null;
type Told = { rows: Cell[][] } | { reason: SheetRefusal };

async function readApart(bytes: Buffer, limits: typeof SHEET_LIMITS): Promise<SheetRead> {
  const told = await toldBy(bytes, limits);
  if ('reason' in told) return { ok: false, reason: told.reason };
  const cells = told.rows.map((row) => row.map(textOf));
  return cells.length === 0 ? { ok: false, reason: 'empty' } : { ok: true, cells };
}

/** What the other process says of the file; that the file is too large if the process takes too much time or memory. */
function toldBy(bytes: Buffer, limits: typeof SHEET_LIMITS): Promise<Told> {
  const places = [require.resolve('read-excel-file/universal'), require.resolve('fflate'), JSON.stringify(limits)];
  const args = [`--max-old-space-size=${limits.memoryMb}`, '-e', READING, ...places];
  const child = spawn(process.execPath, args, { cwd: tmpdir(), env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), limits.ms);
  const said: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => said.push(part));
  // The process may end before it has read everything: how it ended says why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(bytes);
  return new Promise<Told>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(said).toString('utf8')) as Told);
      else resolve({ reason: 'too_large' });
    });
  }).finally(() => clearTimeout(timer));
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return DIGITS.format(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' ? cell : dateText(new Date(cell.at));
}

/** As many digits as Excel shows, and no exponent. */
const DIGITS = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15, useGrouping: false });

const MINUTE = 60_000;
/** Excel counts days from the end of 1899; a time without a date falls before this year. */
const FIRST_YEAR = 1901;

/** Excel's dates have no time zone: the library puts them into UTC. */
function dateText(date: Date): string {
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / MINUTE) * MINUTE).toISOString().split('T');
  const clock = time.slice(0, 5);
  if (date.getUTCFullYear() < FIRST_YEAR) return clock;
  return clock === '00:00' ? day : `${day} ${clock}`;
}

/** A register may have 5,000 rows, with a few lines of titles above them. */
const LONG_SHEET = 5010;

/** Like `readSheet`, for a sheet as long as a register. */
export const readLongSheet = (bytes: Buffer): Promise<SheetRead> =>
  readSheet(bytes, { ...SHEET_LIMITS, rows: LONG_SHEET });
