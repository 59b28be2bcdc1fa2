/** A run of digits without anything between them; `end` is the index after the last. */
export interface Part {
  digits: string;
  start: number;
  end: number;
}

/** Parts that stand so close that they may be one number, such as `+86 138-0000-1234`. */
export interface NumberRun {
  parts: Part[];
  hasPlus: boolean;
}

const RUN = /\+?\(?\d(?:[-. ()/]{0,3}\d)*/g;
const PART = /\d+/g;

/** All runs of digits in a text, from its beginning to its end. */
export function* numberRuns(text: string): Generator<NumberRun> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const parts = [...run.matchAll(PART)].map(({ 0: digits, index: at }) => {
      const start = index + at;
      return { digits, start, end: start + digits.length };
    });
    yield { parts, hasPlus: run.startsWith('+') };
  }
}
