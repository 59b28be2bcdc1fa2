import { hiddenDigits } from './mask-numbers';
import { plainCopy } from './plain-copy';
import { clean } from './plain-text';

/** A piece of a text, and what stands in its place. */
interface Edit {
  from: number;
  to: number;
  by: string;
}

/** What follows a word like 微信 is an account if it says so (`：`, 号) or holds a digit. */
const ACCOUNT =
  /(?:微信|薇信|威信|微 ?信|加我 ?v|v信|扣扣|企鹅号|(?<![a-z])(?:we ?chat|wei ?xin|wx|vx|qq))(?:号|id){0,2}([ :是为]{0,6})([a-z0-9][a-z0-9_-]{4,29})/gi;

const LOCAL_PART = /[A-Za-z0-9._%+-]/;
const DOMAIN_PART = /[A-Za-z0-9.-]/;
/** Labels and a top-level domain of letters. */
const DOMAIN = /^(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}/;
const LONGEST_DOMAIN = 255;

function* accounts(text: string): Generator<Edit> {
  for (const found of text.matchAll(ACCOUNT)) {
    const [all, link = '', account = ''] = found;
    if (!/[:是为]/.test(link) && !/\d/.test(account)) continue;
    const to = found.index + all.length;
    yield { from: to - account.length + 1, to, by: '***' };
  }
}

/** Looks at each @ once, so that a long text without addresses costs no more than reading it. */
function* addresses(text: string): Generator<Edit> {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let from = at;
    while (from > 0 && LOCAL_PART.test(text[from - 1] ?? '')) from -= 1;
    while (from < at && !/[A-Za-z0-9]/.test(text[from] ?? '')) from += 1;
    const host = text.slice(at + 1, at + 1 + LONGEST_DOMAIN);
    if (from < at && DOMAIN_PART.test(host[0] ?? '') && DOMAIN.test(host)) yield { from: from + 1, to: at, by: '***' };
  }
}

const digits = (text: string): Edit[] => hiddenDigits(text).map((at) => ({ from: at, to: at + 1, by: '*' }));

/** Makes the edits that do not overlap an earlier one; positions are those of the plain copy. */
function edited(original: string, origin: number[], edits: Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, by } of edits.sort((a, b) => a.from - b.from)) {
    const start = origin[from] ?? 0;
    if (start < done) continue;
    parts.push(original.slice(done, start), by);
    done = origin[to] ?? original.length;
  }
  return parts.join('') + original.slice(done);
}

/**
 * Hides from a group what reaches or proves a person (design §2): telephone numbers, identity and bank cards, e-mail
 * addresses, accounts of WeChat and QQ: `138****1234`, `0755-****5678`, `a***@x.com`. Numbers of orders, contracts and
 * parts stay readable. Takes time in proportion to the text.
 */
export function mask(text: string): string {
  // Cleaned first: an invisible character between two digits hides the number from these patterns, but from no reader.
  const shown = clean(text);
  const { text: plain, origin } = plainCopy(shown);
  const numbers = digits(plain);
  const hidden = new Set(numbers.map(({ from }) => from));
  // `wx138…` is a telephone number, and stays recognisable as one.
  const others = [...accounts(plain), ...addresses(plain)].filter(({ from, to }) => !touches(hidden, from, to));
  return edited(shown, origin, [...numbers, ...others]);
}

function touches(hidden: ReadonlySet<number>, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (hidden.has(at)) return true;
  return false;
}

/** Masks the field of contact details: there, an account counts without a word before it. */
export function maskContact(text: string): string {
  return mask(text).replace(/[A-Za-z0-9_*-]+/g, (word) => {
    const isAccount = word.length > 4 && !word.includes('*') && /^[A-Za-z0-9]/.test(word);
    return isAccount ? `${word[0]}***` : word;
  });
}
