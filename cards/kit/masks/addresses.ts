import type { Edit } from './edit';

const AT = /@|[([]at[)\]]/gi;
const LOCAL_PART = /[A-Za-z0-9._%+-]/;
const HAN = /\p{Script=Han}/u;
/** A local part in Chinese is a name; nothing shows where the words before it end. */
const LONGEST_NAME = 4;
/** Labels, Chinese ones too, and a top-level domain. People type a Chinese full stop, too. */
const DOMAIN = /^(?:[A-Za-z0-9\p{Script=Han}-]{1,63}[.。]){1,8}(?:[A-Za-z]{2,24}|中国|公司|网络|网址|集团)/u;
const LONGEST_DOMAIN = 255;
/** With blanks around the @, only these are domains: `hi @li.ming` is a greeting. */
const USUAL_DOMAIN =
  /^[A-Za-z0-9.-]{1,250}\.(?:com|cn|net|org|edu|gov|io|co|me|cc|hk|tw|mo|sg|jp|kr|de|fr|uk|us|eu)(?![A-Za-z0-9])/i;

/** The beginning of what stands before the @; -1 if nothing does. */
function beginOf(text: string, at: number): number {
  let from = at;
  while (from > 0 && LOCAL_PART.test(text[from - 1] ?? '')) from -= 1;
  while (from < at && !/[A-Za-z0-9]/.test(text[from] ?? '')) from += 1;
  if (from < at) return from;
  while (from > 0 && at - from < LONGEST_NAME && HAN.test(text[from - 1] ?? '')) from -= 1;
  return from < at ? from : -1;
}

/**
 * The e-mail addresses in a plain text: all but the first character before the @ is hidden. Looks at each @ once, so
 * that a long text without addresses costs no more than reading it.
 */
export function* addresses(text: string): Generator<Edit> {
  for (const { 0: mark, index } of text.matchAll(AT)) {
    const behind = text.slice(index + mark.length, index + mark.length + LONGEST_DOMAIN);
    const host = behind.replace(/^ {1,2}/, '');
    const blanks = /( {0,2})$/.exec(text.slice(Math.max(0, index - 2), index))?.[1]?.length ?? 0;
    const isApart = blanks > 0 || host !== behind || mark !== '@';
    const end = index - blanks;
    const from = beginOf(text, end);
    if (from < 0 || !(isApart ? USUAL_DOMAIN : DOMAIN).test(host)) continue;
    if (isApart && HAN.test(text[from] ?? '')) continue;
    yield { from: from + 1, to: end, by: '***' };
  }
}
