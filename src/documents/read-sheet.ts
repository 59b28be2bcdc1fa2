import { types } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { SheetData } from 'read-excel-file/universal';
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

/** A thread may take `memoryMb`: one at a time. */
const inTurn = oneAtATime();

/**
 * The cells of a workbook's first sheet as people see them: dates as 2026-12-01, numbers without exponent, empty cells as
 * empty texts; a formula's result, a broken formula's as nothing. A hostile file ends the thread that reads it, nothing else.
 */
export async function readSheet(bytes: Buffer, limits = SHEET_LIMITS): Promise<SheetRead> {
  const kind = kindOf(bytes);
  if (kind !== 'zip') return { ok: false, reason: kind };
  if (bytes.length > limits.bytes) return { ok: false, reason: 'too_large' };
  return inTurn(() => inThread(bytes, limits));
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

/**
 * What the thread runs. It is no file of its own, since a thread cannot load TypeScript. Sizes are added up before anything
 * is unpacked, and unpacking stops at the size that the file declares.
 */
const READING = `
  const { parentPort, workerData: { bytes, limits, reader, zip } } = require('node:worker_threads');
  async function read() {
    let unpacked = 0;
    require(zip).unzipSync(bytes, { filter: ({ originalSize }) => ((unpacked += originalSize), false) });
    if (!(unpacked <= limits.unpackedBytes)) return { reason: 'too_large' };
    const rows = await require(reader).readSheet(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    if (rows.length > limits.rows) return { reason: 'too_many_rows' };
    if (rows.some((row) => row.length > limits.columns)) return { reason: 'too_many_columns' };
    let characters = 0;
    for (const row of rows) for (const cell of row) characters += typeof cell === 'string' ? cell.length : 0;
    return characters > limits.characters ? { reason: 'too_large' } : { rows };
  }
  read().then((told) => parentPort.postMessage(told), () => parentPort.postMessage({ reason: 'damaged' }));
`;

type Told = { rows: SheetData } | { reason: SheetRefusal };

async function inThread(bytes: Buffer, limits: typeof SHEET_LIMITS): Promise<SheetRead> {
  const thread = new Worker(READING, {
    eval: true,
    workerData: {
      bytes: new Uint8Array(bytes),
      limits,
      reader: require.resolve('read-excel-file/universal'),
      zip: require.resolve('fflate'),
    },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  const told = await new Promise<Told>((resolve) => {
    thread.once('message', resolve);
    // Out of memory.
    thread.once('error', () => resolve({ reason: 'too_large' }));
    thread.once('exit', () => resolve({ reason: 'damaged' }));
    timer = setTimeout(() => resolve({ reason: 'too_large' }), limits.ms);
  });
  clearTimeout(timer);
  await thread.terminate();
  if ('reason' in told) return { ok: false, reason: told.reason };
  const cells = told.rows.map((row) => row.map(textOf));
  return cells.length === 0 ? { ok: false, reason: 'empty' } : { ok: true, cells };
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return DIGITS.format(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return types.isDate(cell) ? dateText(cell) : String(cell);
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
