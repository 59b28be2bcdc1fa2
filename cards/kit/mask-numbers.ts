import { namesNumber } from '../../src/domain/number-names';
import { type NumberRun, numberRuns, type Part } from './number-parts';

/** Digits to hide: `keep` of the first ones and `tail` of the last ones stay readable. */
interface Found {
  parts: Part[];
  keep: number;
  tail: number;
}

/** Latin words that may stand joined to a telephone number; other letters make it a part number, such as `SO138…`. */
const CONTACT_WORDS = /(?:tel|telephone|phone|mobile|cell|call|wechat|weixin|wx|vx|v|qq|fax|whatsapp)$/i;
const JOINED_LETTERS = /[A-Za-z]{1,12}[-_.]?$/;

/** After these, a short number is a telephone number, too. */
const PHONE_WORD =
  /(?:电话|座机|手机号?|致电|来电|拨打|号码|联系方式|联系人|热线|传真|tel|telephone|phone|mobile|call|fax)\s{0,3}(?:号码?|是|为|no)?[\s:.]{0,4}$/i;
const CARD_WORD =
  /(?:银行卡|储蓄卡|信用卡|借记卡|卡号|账号|账户|帐号|帐户|card|account)\s{0,3}(?:号码?|是|为|no)?[\s:.]{0,4}$/i;
const ID_WORD = /(?:身份证|身份证号码?|证件号?码?|id card)\s{0,3}(?:号码?|是|为|no)?[\s:.]{0,4}$/i;

const WORD_LENGTH = 24;

/** No number has more parts. */
const MOST_PARTS = 6;

const lengths = (parts: Part[]) => parts.map(({ digits }) => digits.length).join('-');

/** The check digit of a resident identity card (GB 11643), over 17 digits. */
function isIdentityCard(digits: string, last: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10X98765432'[sum % 11] === last.toUpperCase();
}

/** The check digit of a bank card (ISO/IEC 7812, Luhn). */
function isBankCard(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** What stands before a part, and how the text goes on after it. */
interface Place {
  before: string;
  /** The letter X directly after the last part of an identity card. */
  xAt: (end: number) => boolean;
  isFirst: boolean;
  hasPlus: boolean;
}

type Reader = (parts: Part[], place: Place) => Found | null;

const identityCard: Reader = (parts, { before, xAt }) => {
  for (const taken of [parts.slice(0, 1), parts.slice(0, 3)]) {
    const digits = taken.map((part) => part.digits).join('');
    const hasX = digits.length === 17 && xAt(taken.at(-1)?.end ?? 0);
    const isShaped = taken.length === 1 || /^6-8-[34]$/.test(lengths(taken));
    const isWhole = digits.length === 18 || hasX;
    if (isShaped && isWhole && isIdentityCard(digits, hasX ? 'X' : digits.slice(17))) {
      return { parts: taken, keep: 3, tail: hasX ? 3 : 4 };
    }
    if (taken.length === 1 && /^(?:15|17|18)$/.test(String(digits.length)) && ID_WORD.test(before)) {
      return { parts: taken, keep: 3, tail: hasX ? 3 : 4 };
    }
  }
  return null;
};

const bankCard: Reader = (parts, { before }) => {
  const isNamed = CARD_WORD.test(before);
  for (const count of [1, 4, 5]) {
    const taken = parts.slice(0, count);
    if (taken.length < count || !/^(?:\d\d|4-4-4-4|4-4-4-4-[1-3])$/.test(lengths(taken))) continue;
    const digits = taken.map((part) => part.digits).join('');
    const isLong = digits.length >= 16 && digits.length <= 19;
    const isCard = isLong && /^[3-69]/.test(digits) && isBankCard(digits);
    if (isCard || (isNamed && digits.length >= 12 && digits.length <= 21)) return { parts: taken, keep: 4, tail: 4 };
  }
  return null;
};

/** The parts after the code of the country China, which stay readable. */
function afterChina(parts: Part[]): Part[] {
  const [first] = parts;
  if (!first || !/^(?:00)?86/.test(first.digits)) return parts;
  const code = first.digits.startsWith('00') ? 4 : 2;
  if (first.digits.length === code) return parts.slice(1);
  const rest = { digits: first.digits.slice(code), start: first.start + code, end: first.end };
  return rest.digits.length >= 9 ? [rest, ...parts.slice(1)] : parts;
}

const mobile: Reader = (all) => {
  const parts = afterChina(all);
  const one = parts.slice(0, 1);
  if (/^1[3-9]\d{9}$/.test(one[0]?.digits ?? '')) return { parts: one, keep: 3, tail: 4 };
  for (const count of [3, 2]) {
    const taken = parts.slice(0, count);
    const digits = taken.map((part) => part.digits).join('');
    if (/^(?:3-4-4|3-8|7-4)$/.test(lengths(taken)) && /^1[3-9]\d{9}$/.test(digits)) {
      return { parts: taken, keep: 3, tail: 4 };
    }
  }
  return null;
};

/** An area code is 010, 02x or 0xxx; after the country's code it has lost its 0. */
const landline: Reader = (all) => {
  const parts = afterChina(all);
  const isAbroadForm = parts !== all;
  const area = isAbroadForm ? /^0?(?:10|2\d|[3-9]\d\d)$/ : /^0(?:10|2\d|[3-9]\d\d)$/;
  const joined = isAbroadForm ? /^0?(?:10|2\d|[3-9]\d\d)[2-8]\d{6,7}$/ : /^0(?:10|2\d|[3-9]\d\d)[2-8]\d{6,7}$/;
  const [first, ...rest] = parts;
  if (!first) return null;
  if (joined.test(first.digits)) {
    return { parts: [first], keep: first.digits.length > 11 || /^0[3-9]/.test(first.digits) ? 4 : 3, tail: 4 };
  }
  if (!area.test(first.digits)) return null;
  const number = [rest.slice(0, 1), rest.slice(0, 2)].find((taken) => /^(?:[78]|[34]-4)$/.test(lengths(taken)));
  return number ? { parts: number, keep: 0, tail: 4 } : null;
};

const abroad: Reader = (parts, { isFirst, hasPlus }) => {
  const [first] = parts;
  const isCalled = isFirst && (hasPlus || /^00[1-9]\d{0,2}$/.test(first?.digits ?? ''));
  if (!first || !isCalled) return null;
  const taken: Part[] = [];
  let total = 0;
  for (const part of parts) {
    if (total + part.digits.length > 17) break;
    taken.push(part);
    total += part.digits.length;
  }
  if (total < 7) return null;
  return { parts: taken, keep: Math.min(first.digits.length, first.digits.length > 5 ? 1 : 5), tail: 4 };
};

/** Any number of the length of a telephone number counts after a word like 电话. */
const called: Reader = (parts, { before }) => {
  if (!PHONE_WORD.test(before)) return null;
  for (const count of [1, 2, 3]) {
    const taken = parts.slice(0, count);
    const total = taken.reduce((sum, { digits }) => sum + digits.length, 0);
    if (taken.length === count && total >= 7 && total <= 13) return { parts: taken, keep: 0, tail: 4 };
  }
  return null;
};

const READERS: Reader[] = [identityCard, mobile, landline, abroad, called, bankCard];
/** A number that a word calls an order's can still be a person's by its check digit. */
const READERS_OF_NAMED: Reader[] = [identityCard];

const isNamed = (before: string) =>
  namesNumber(before) && ![PHONE_WORD, CARD_WORD, ID_WORD].some((word) => word.test(before));

/** The indexes of the digits that a group must not read: telephone numbers, identity and bank cards. Linear. */
export function hiddenDigits(text: string): number[] {
  const hidden: number[] = [];
  for (const run of numberRuns(text)) hideIn(text, run, hidden);
  return hidden;
}

/** No number has fewer digits in three parts, but for the country's code of a long one. */
function mayBegin(parts: Part[], at: number): boolean {
  let total = 0;
  for (let i = at; i < at + 3; i += 1) total += parts[i]?.digits.length ?? 0;
  return total >= 7 || (at === 0 && parts.length > 3);
}

function hideIn(text: string, { parts, hasPlus }: NumberRun, hidden: number[]): void {
  for (let i = 0; i < parts.length; ) {
    const first = parts[i] as Part;
    if (!mayBegin(parts, i)) {
      i += 1;
      continue;
    }
    const before = text.slice(Math.max(0, first.start - WORD_LENGTH), first.start).replace(/[+(]{1,2}$/, '');
    const letters = JOINED_LETTERS.exec(before)?.[0].replace(/[-_.]$/, '') ?? '';
    const isCode = letters !== '' && !CONTACT_WORDS.test(letters);
    const readers = isCode ? [] : isNamed(before) ? READERS_OF_NAMED : READERS;
    const place = { before, xAt: (end: number) => /[xX]/.test(text[end] ?? ''), isFirst: i === 0, hasPlus };
    const ahead = parts.slice(i, i + MOST_PARTS);
    const found = readers.map((read) => read(ahead, place)).find((one) => one !== null);
    if (found) hide(found, hidden);
    const last = found?.parts.at(-1) ?? first;
    while ((parts[i]?.end ?? last.end) < last.end) i += 1;
    i += 1;
  }
}

function hide({ parts, keep, tail }: Found, hidden: number[]): void {
  const at = parts.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
  hidden.push(...at.slice(keep, at.length - tail));
}
