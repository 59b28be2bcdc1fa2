import { clean } from './plain-text';

const E_MAIL = /([A-Za-z0-9])[A-Za-z0-9._%+-]*@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})/g;

/** A number stands alone, or after a word like `tel`. The tail of an order number such as `SO138…` is no phone number. */
const BEGINS = String.raw`(?:(?<![\dA-Za-z])|(?<=tel|phone|mobile|wechat|weixin|wx|vx))`;
const numbers = (pattern: string) => new RegExp(`${BEGINS}${pattern}(?!\\d)`, 'gi');

/** A Chinese mobile number, with or without the country's code, in one run or parted 3-4-4. */
const MOBILE = numbers(String.raw`((?:(?:\+|00)?86[- ]?)?)(1[3-9]\d)([-. ]?)\d{4}([-. ]?)(\d{4})`);
/** A landline with an area code (010, 02x, 0xxx): a separator or brackets tell it from an order number. */
const LANDLINE = numbers(String.raw`(\(0\d{2,3}\) ?|（0\d{2,3}） ?|0\d{2,3}[- ])(\d{3,4})([- ]?\d{4})`);
/** A landline without a separator: 11 or 12 digits that begin like an area code. */
const LANDLINE_RUN = numbers(String.raw`(0(?:10|2\d|[3-9]\d{2}))([2-8]\d{2,3})(\d{4})`);
/** A foreign number with its country's code. */
const ABROAD = numbers(String.raw`(\+(?!86)\d{1,3}[- ]?)(\d[\d -]{4,12}\d)`);
/** A local number has seven or eight digits and counts only after a word like 电话. */
const AFTER_A_WORD =
  /((?:电话|座机|手机|致电|联系方式|[Tt]el(?:ephone)?|TEL|[Pp]hone|[Cc]all)\s*(?:是|为)?\s*[:：]?\s*)(\d{3,4})([- ]?\d{4})(?!\d)/g;

/** An account of WeChat or QQ counts only after a word like 微信. */
const ACCOUNT =
  /((?:微信号?|[Ww]e[Cc]hat|[Ww]eixin|WX|wx|VX|vx|QQ号?)[ \t]*(?:号|是|为|[:：])+[ \t]*)([A-Za-z0-9])[A-Za-z0-9_-]{4,29}/g;

/** Anything like an account or a number, for a field that holds nothing but contact details. */
const ANY_ACCOUNT = /(?<![A-Za-z0-9_*-])([A-Za-z0-9])[A-Za-z0-9_-]{4,}(?![A-Za-z0-9_*-])/g;

const stars = (digits: string) => '*'.repeat(digits.length);

/** Leaves the last four digits of a number with blanks: a person who knows the number recognises it. */
function maskRun(run: string): string {
  let seen = 0;
  const total = run.replace(/\D/g, '').length;
  return run.replace(/\d/g, (digit) => {
    seen += 1;
    return seen > total - 4 ? digit : '*';
  });
}

/**
 * Hides phone numbers and e-mail addresses from a group (design §2): `138****1234`, `0755-****5678`, `a***@x.com`.
 * Order numbers stay readable.
 */
export function mask(text: string): string {
  // Cleaned first: an invisible character between two digits hides the number from these patterns, but from no reader.
  return clean(text)
    .replace(E_MAIL, '$1***@$2')
    .replace(MOBILE, '$1$2$3****$4$5')
    .replace(ABROAD, (_all, code: string, run: string) => code + maskRun(run))
    .replace(LANDLINE, (_all, area: string, mid: string, tail: string) => area + stars(mid) + tail)
    .replace(LANDLINE_RUN, (_all, area: string, mid: string, tail: string) => area + stars(mid) + tail)
    .replace(AFTER_A_WORD, (_all, word: string, mid: string, tail: string) => word + stars(mid) + tail)
    .replace(ACCOUNT, '$1$2***');
}

/** Masks the field of contact details: there an account counts without a word before it. */
export function maskContact(text: string): string {
  return mask(text).replace(ANY_ACCOUNT, '$1***');
}
