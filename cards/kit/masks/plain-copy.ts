const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2500\u2796\u30FC';
const DOTS = '\u00B7\u2022\u2024\u2027\u2219\u22C5\u25CF\u30FB';
const PLUSES = '\u2795';
/** The last five have no ink, but are letters or signs by their class: Hangul fillers and the empty Braille cell. */
const BLANKS =
  '\t\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u3000' +
  '\u115F\u1160\u3164\uFFA0\u2800';

/** All marks that people use as a dash, a dot between the parts of a number, a plus, or a blank. */
const MARKS = new Map(
  [
    [DASHES, '-'],
    [DOTS, '.'],
    [PLUSES, '+'],
    [BLANKS, ' '],
  ].flatMap(([marks = '', plain = '']) => [...marks].map((mark) => [mark, plain] as const)),
);

/** A text in the writing that patterns are made for: `text[i]` stands for the original's units from `origin[i]` on. */
export interface PlainCopy {
  text: string;
  origin: number[];
}

/** All other characters are plain already: those of most texts. */
const MAY_DIFFER = /[^\n -~\u4E00-\u9FFF]/gu;

/** What puts no character of its own on the screen: joiners, hyphens for a line's end, variants, accents, keycaps. */
const UNSEEN = /^[\p{M}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const DIGIT = /^\p{Nd}$/u;

/** `①` numbers the items of a list: it is no digit of what follows. */
const NUMBER_SIGN = /^\p{No}$/u;
const ENCLOSED = /^[(]?(\d{1,2})[).]?$/;

/** A digit of any script; Unicode keeps the ten of a script in a row. */
function digitOf(point: string): string {
  const code = point.codePointAt(0) as number;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** What was found for a character before; there are only so many characters. */
const known = new Map(MARKS);

function plainOf(point: string): string {
  const found = known.get(point);
  if (found !== undefined) return found;
  const folded = UNSEEN.test(point) ? '' : point.normalize('NFKC');
  const plain = NUMBER_SIGN.test(point)
    ? folded.replace(ENCLOSED, '($1)')
    : DIGIT.test(folded)
      ? digitOf(folded)
      : folded;
  known.set(point, plain);
  return plain;
}

/**
 * Full-width and other variants of letters, digits, dashes and blanks become the plain ones, each in its place. What
 * cannot be seen is left out, and belongs to the character before it.
 */
export function plainCopy(original: string): PlainCopy {
  const parts: string[] = [];
  const origin: number[] = [];
  let done = 0;
  const copyUpTo = (end: number) => {
    parts.push(original.slice(done, end));
    for (let at = done; at < end; at += 1) origin.push(at);
  };
  for (const { 0: point, index } of original.matchAll(MAY_DIFFER)) {
    const plain = plainOf(point);
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
