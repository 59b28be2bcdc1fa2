import { accounts } from './masks/accounts';
import { addresses } from './masks/addresses';
import type { Edit } from './masks/edit';
import { hiddenDigits } from './masks/hidden-digits';
import { plainCopy } from './masks/plain-copy';
import { clean } from './plain-text';

/** Makes the edits that do not overlap an earlier one; positions are those of the plain copy. */
function edited(original: string, origin: number[], edits: Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, by } of edits.sort((a, b) => a.from - b.from)) {
    const start = origin[from] ?? 0;
    if (start < done) continue;
    parts.push(original.slice(done, start), by);
    let end = to;
    // One character may stand in the copy as several: `⑴`.
    while (end < origin.length - 1 && origin[end] === origin[to - 1]) end += 1;
    done = origin[end] ?? original.length;
  }
  return parts.join('') + original.slice(done);
}

/**
 * Hides from a group what reaches or proves a person (design §2): telephone numbers, identity and bank cards, e-mail
 * addresses, accounts of WeChat and QQ: `138****1234`, `0755-****5678`, `a***@x.com`. Numbers of orders, contracts and
 * parts stay readable. Takes time in proportion to the text.
 */
export function mask(text: string): string {
  return hide(clean(text), contactsIn);
}

/** Masks the field of contact details: there, an account counts without a word before it. */
export function maskContact(text: string): string {
  return hide(mask(text), wordsIn);
}

/** The patterns read a copy without what cannot be seen: it would hide a number from them, but from no reader. */
function hide(shown: string, find: (plain: string) => Edit[]): string {
  const { text, origin } = plainCopy(shown);
  return edited(shown, origin, find(text));
}

function contactsIn(plain: string): Edit[] {
  const digits = hiddenDigits(plain);
  const hidden = new Set(digits);
  // `wx138…` is a telephone number, and stays recognisable as one.
  const others = [...accounts(plain), ...addresses(plain)].filter(({ from, to }) => !touches(hidden, from, to));
  return [...digits.map((at) => ({ from: at, to: at + 1, by: '*' })), ...others];
}

function touches(hidden: ReadonlySet<number>, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (hidden.has(at)) return true;
  return false;
}

/** Words that may be accounts; not what is masked already. */
function wordsIn(plain: string): Edit[] {
  return [...plain.matchAll(/[A-Za-z0-9_*-]+/g)]
    .filter(({ 0: word }) => word.length > 4 && !word.includes('*') && /^[A-Za-z0-9]/.test(word))
    .map(({ 0: word, index }) => ({ from: index + 1, to: index + word.length, by: '***' }));
}
