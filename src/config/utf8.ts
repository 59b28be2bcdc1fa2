import { readFileSync } from 'node:fs';
import { AppError } from '../domain/errors';

/**
 * The text of a file, without a byte order mark. Throws `config_invalid` with one line that names the file: with the line
 * of the first wrong byte if it is not UTF-8, `org.yaml: line 3: is not UTF-8`, and with the system's reason if it cannot
 * be read.
 */
export function readUtf8(file: string): string {
  const bytes = bytesOf(file);
  try {
    return decoded(bytes);
  } catch (error) {
    throw new AppError('config_invalid', `${file}: line ${badLineOf(bytes)}: is not UTF-8`, { cause: error });
  }
}

/** Throws a `TypeError` for other bytes than UTF-8's. Latin text in UTF-16 would pass, but for the zero in each character. */
function decoded(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new TypeError('a zero byte');
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'EISDIR' ? 'is a folder, not a file' : `cannot be read: ${message}`;
    throw new AppError('config_invalid', `${file}: ${reason}`, { cause: error });
  }
}

const LINE_FEED = 10;

/** A line feed is never part of another character: each line can be read alone. */
function badLineOf(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; ; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    try {
      decoded(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
}
