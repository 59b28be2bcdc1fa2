/** A run of digits without anything between them; `end` is the index after the last. */
export interface Part {
  digits: string;
  start: number;
  end: number;
  /**
   * What stands between this part and the one before, of which it may be the continuation; null for the first of a run.
   */
  gap: string | null;
  /** A plus stands before the first part of a run. */
  hasPlus: boolean;
}

/**
 * Parts that stand so close that they may be one number, such as `+86 138-0000-1234`. Letters and the signs of sums,
 * sizes, prices and addresses part numbers.
 */
const RUN = /\+?\(?\d(?:[^\p{L}\p{N}*×+=<>%@#$€£¥&]{0,4}\d)*/gu;
const PART = /\d+/g;

/** All parts of the numbers in a text, from its beginning to its end. */
export function numberParts(text: string): Part[] {
  const parts: Part[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    let done: number | null = null;
    for (const { 0: digits, index: at } of run.matchAll(PART)) {
      const start = index + at;
      parts.push({
        digits,
        start,
        end: start + digits.length,
        gap: done === null ? null : text.slice(done, start),
        hasPlus: done === null && run.startsWith('+'),
      });
      done = start + digits.length;
    }
  }
  return parts;
}

/** A part that the next one may continue, with all that follow. */
export function joined(parts: Part[], isGap: (gap: string) => boolean): Part[] {
  const end = parts.findIndex(({ gap }, index) => index > 0 && !isGap(gap ?? ''));
  return end < 0 ? parts : parts.slice(0, end);
}

export const digitsOf = (parts: Part[]): string => parts.map(({ digits }) => digits).join('');

/** `3-4-4`. */
export const lengthsOf = (parts: Part[]): string => parts.map(({ digits }) => digits.length).join('-');
