import { AppError } from '../domain/errors';

/**
 * The text of a file, without a byte order mark. Throws `config_invalid` with one line, which names the file and the line
 * of the first wrong byte, if the file is not UTF-8: `org.yaml: line 3: is not UTF-8`.
 */
export function utf8Of(bytes: Uint8Array, file: string): string {
  try {
    return decoded(bytes);
  } catch (error) {
    throw new AppError('config_invalid', `${file}: line ${badLineOf(bytes)}: is not UTF-8`, { cause: error });
  }
}

/** Throws a `TypeError` for other bytes than UTF-8's. */
const decoded = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

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
