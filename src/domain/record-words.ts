/** A word about records of procedures (design §3.7). */
export type RecordWord =
  /** `name` as typed after 新建, in lower case; empty if none was typed. */
  | { word: 'begin'; name: string }
  /** `number` as typed, such as `capa-2026-001`. */
  | { word: 'print'; number: string };

const BEGIN = /^(?:新建|新增|发起|發起|new)(?:[\s:：]+(.{1,40}))?$/;
const PRINT = /^(?:打印|列印|print)[\s:：]*#?\s?(\d{1,9}|[a-z]{1,10}-[\p{L}\p{N}-]{1,60})$/u;

/** The number of a record with its letters in front, such as `capa-2026-001` or `ad-2026-12-城南`. */
export const RECORD_NUMBER = /^[a-z]{1,10}-\d{2,4}(?:-[\p{L}\p{N}]{1,40}){1,4}$/u;

/** Reads a word about records from a text in the form of `normalised`; null for any other text. */
export function recordWord(typed: string): RecordWord | null {
  const begun = BEGIN.exec(typed);
  if (begun) return { word: 'begin', name: (begun[1] ?? '').trim() };
  const printed = PRINT.exec(typed)?.[1];
  return printed === undefined ? null : { word: 'print', number: printed };
}
