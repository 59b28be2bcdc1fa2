const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u30FC';
const DOTS = '\u00B7\u2022\u2027\u30FB';
const BLANKS = '\t\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u3000';

/** All marks that people use as a dash, a dot between the parts of a number, or a blank. */
const MARKS = new Map([
  ...[...DASHES].map((mark) => [mark, '-'] as const),
  ...[...DOTS].map((mark) => [mark, '.'] as const),
  ...[...BLANKS].map((mark) => [mark, ' '] as const),
]);

/** A text in the writing that patterns are made for: `text[i]` stands for the original's unit `origin[i]`. */
export interface PlainCopy {
  text: string;
  origin: number[];
}

/** All other characters are plain already: those of most texts. */
const MAY_DIFFER = /[^\n -~\u4E00-\u9FFF]/gu;

/** Full-width and other variants of letters, digits, dashes and blanks become the plain ones, each in its place. */
export function plainCopy(original: string): PlainCopy {
  const parts: string[] = [];
  const origin: number[] = [];
  let done = 0;
  const copyUpTo = (end: number) => {
    parts.push(original.slice(done, end));
    for (let at = done; at < end; at += 1) origin.push(at);
  };
  for (const { 0: point, index } of original.matchAll(MAY_DIFFER)) {
    const plain = MARKS.get(point) ?? point.normalize('NFKC');
    if (plain === point) continue;
    copyUpTo(index);
    parts.push(plain);
    for (let i = 0; i < plain.length; i += 1) origin.push(index);
    done = index + point.length;
  }
  copyUpTo(original.length);
  origin.push(original.length);
  return { text: parts.join(''), origin };
}
