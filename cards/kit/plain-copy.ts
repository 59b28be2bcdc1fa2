/** All marks that people use as a dash, and the dots between the parts of a number. */
const DASHES = /[\u2010-\u2015\u2212\u2500\u30FC]/;
const DOTS = /[\u00B7\u2022\u2027\u30FB]/;
const BLANKS = /[\t\u00A0\u2000-\u200A\u3000]/;

/** A text in the writing that patterns are made for: `text[i]` stands for the original's unit `origin[i]`. */
export interface PlainCopy {
  text: string;
  origin: number[];
}

function plainOf(point: string): string {
  if (point <= '\u007E') return point === '\t' ? ' ' : point;
  if (DASHES.test(point)) return '-';
  if (DOTS.test(point)) return '.';
  return BLANKS.test(point) ? ' ' : point.normalize('NFKC');
}

/** Full-width and other variants of letters, digits, dashes and blanks become the plain ones, each in its place. */
export function plainCopy(original: string): PlainCopy {
  const parts: string[] = [];
  const origin: number[] = [];
  let at = 0;
  for (const point of original) {
    const plain = plainOf(point);
    parts.push(plain);
    for (let i = 0; i < plain.length; i += 1) origin.push(at);
    at += point.length;
  }
  origin.push(at);
  return { text: parts.join(''), origin };
}
