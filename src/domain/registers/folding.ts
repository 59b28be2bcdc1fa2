import { inSimplifiedScript } from '../feedback/chinese-script';

/** Longer than any name of a register; more is not compared. */
export const MAX_FOLDED = 100;

const INVISIBLE = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
/** Blanks and marks that people leave out or put in. Hyphens, dots and slashes tell products apart, and stay. */
const MARKS = /[\s()[\]{}<>《》〈〉「」『』【】"'“”‘’·•,，、。;；:：!！?？]/gu;
const IN_BRACKETS = /\([^()]{0,100}\)/g;

/** Legal forms at the end of a company's name, the longest first, as they read without blanks and dots. */
const LEGAL_FORMS = [
  ...['股份有限公司', '有限责任公司', '集团公司', '有限公司', '总公司', '股份', '集团', '公司'],
  ...['coltd', 'company', 'limited', 'corp', 'gmbh', 'ltd', 'inc', 'llc', 'co'],
];

const isLatin = (text: string) => /^[a-z]+$/.test(text);

/** Full-width forms, capitals, invisible characters and traditional characters made alike; at most 100 characters. */
const plain = (name: string): string =>
  inSimplifiedScript(name.normalize('NFKC').replace(INVISIBLE, '').toLowerCase()).trim().slice(0, MAX_FOLDED);

/**
 * The form in which two spellings of one name are the same: `恒泰建材 （苏州）` and `恒泰建材(苏州)`. A legal form stays, since
 * two companies may differ in nothing else. Empty if the name holds nothing to compare.
 */
export const foldedName = (name: string): string => plain(name).replace(MARKS, '');

/**
 * The name without legal form and without what stands in brackets: `恒泰建材（苏州）有限公司` → `恒泰建材`. Several entries may
 * have the same core; only one that is alone with it is meant by it.
 */
export const coreName = (name: string): string => foldedName(stemOf(name));

/** As `coreName`, with the blanks between words, for a search in texts. */
export function stemOf(name: string): string {
  const whole = plain(name);
  const unbracketed = whole.replace(IN_BRACKETS, ' ').replace(/\s+/g, ' ').trim();
  let stem = unbracketed === '' ? whole : unbracketed;
  for (let shorter = withoutForm(stem); shorter !== stem; shorter = withoutForm(stem)) stem = shorter;
  return stem;
}

/** What stands in brackets, which tells two branches of a company apart: `（苏州）` → `苏州`; empty for none. */
export const branchIn = (name: string): string => foldedName((plain(name).match(IN_BRACKETS) ?? []).join(''));

/** Takes one legal form off the end, if a name of two characters or more is left. */
function withoutForm(name: string): string {
  const bare = name.replace(/[.,]/g, '');
  for (const form of LEGAL_FORMS) {
    const end = endOf(bare, form);
    if (end >= 2) return bare.slice(0, end).trim();
  }
  return name;
}

/** Where the name ends in front of the legal form; -1 without one. A Latin form is a word, and may hold a blank. */
function endOf(name: string, form: string): number {
  if (!isLatin(form)) return name.endsWith(form) ? name.length - form.length : -1;
  for (const written of form === 'coltd' ? [' co ltd', ' coltd'] : [` ${form}`]) {
    if (name.endsWith(written)) return name.length - written.length;
  }
  return -1;
}
