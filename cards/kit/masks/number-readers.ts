import type { NumberKind } from '../../../src/domain/number-names';
import { digitsOf, joined, lengthsOf, type Part } from './number-parts';

/** Digits to hide: `keep` of the first ones and `tail` of the last ones stay readable. */
export interface Found {
  parts: Part[];
  keep: number;
  tail: number;
  /** Nothing but a word says that it is a person's number. */
  isGuess?: boolean;
}

/** What is known about a number beside its digits. */
export interface Place {
  kind: NumberKind | null;
  /** The letter X directly after the last part of an identity card. */
  xAt: (end: number) => boolean;
  /** The first part stands in brackets: `(0755)`. */
  isBracketed: boolean;
}

type Reader = (parts: Part[], place: Place) => Found | null;

/** People part numbers by one of these, and mix them. */
const isPlainGap = (gap: string) => /^[-. ()/_~|\n]*$/.test(gap);
const isNarrowGap = (gap: string) => /^[-. ()]{0,3}$/.test(gap);
/** Brackets aside: `(139) 1234 5678`. */
const bareGap = (part: Part | undefined) => (part?.gap ?? '').replace(/[()]+/g, '');
const areAlike = (parts: Part[]) => parts.every((part, index) => index < 2 || bareGap(part) === bareGap(parts[1]));

/** All beginnings of the parts that have so many digits, the longest first. */
function beginnings(parts: Part[], least: number, most: number): Part[][] {
  const found: Part[][] = [];
  let total = 0;
  for (const [index, { digits }] of parts.entries()) {
    total += digits.length;
    if (total > most) break;
    if (total >= least) found.unshift(parts.slice(0, index + 1));
  }
  return found;
}

/** The check digit of a resident identity card (GB 11643), over 17 digits with a date of birth. */
function isIdentityCard(digits: string, last: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(digits)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10X98765432'[sum % 11] === last.toUpperCase();
}

const identityCard: Reader = (all, { kind, xAt }) => {
  const isNamed = kind === 'identity';
  for (const parts of beginnings(joined(all, isPlainGap), isNamed ? 6 : 17, 18)) {
    const digits = digitsOf(parts);
    const hasX = digits.length === 17 && xAt(parts.at(-1)?.end ?? 0);
    const isWhole = digits.length === 18 || hasX;
    const isProven = isWhole && areAlike(parts) && isIdentityCard(digits, hasX ? 'X' : digits.slice(17));
    if (isNamed || isProven) return { parts, keep: digits.length < 15 ? 0 : 3, tail: hasX ? 3 : 4 };
  }
  return null;
};

/** The check digit of a bank card (ISO/IEC 7812, Luhn). */
function isBankCard(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const namedCard: Reader = (all, { kind }) => {
  if (kind !== 'card') return null;
  const parts = beginnings(joined(all, isPlainGap), 12, 21)[0];
  return parts ? { parts, keep: 4, tail: 4 } : null;
};

/**
 * Without a word, a number is a card's if it has the check digit and is written as on a card, or begins as UnionPay's.
 */
const bankCard: Reader = (all) => {
  const near = joined(all, (gap) => isPlainGap(gap) && !gap.includes('\n'));
  for (const parts of beginnings(near, 16, 19)) {
    const digits = digitsOf(parts);
    const isShaped = /^(?:\d\d|4-4-4-4|4-4-4-4-[1-3])$/.test(lengthsOf(parts));
    const isUnionPay = digits.startsWith('62') && areAlike(parts);
    if ((isShaped || isUnionPay) && /^[3-69]/.test(digits) && isBankCard(digits)) return { parts, keep: 4, tail: 4 };
  }
  return null;
};

/** The parts after the code of the country China, which stay readable. */
function afterChina(parts: Part[]): Part[] {
  const [first] = parts;
  if (!first || !/^(?:00)?86/.test(first.digits)) return parts;
  const code = first.digits.startsWith('00') ? 4 : 2;
  if (first.digits.length === code) return parts.slice(1);
  const rest = { ...first, digits: first.digits.slice(code), start: first.start + code };
  return rest.digits.length >= 9 ? [rest, ...parts.slice(1)] : parts;
}

const USUAL_MOBILE = /^(?:11|3-4-4|3-8|7-4)$/;

/**
 * Parts of other lengths than usual are a mobile number if they stand alone and are parted in one way. Round numbers
 * are sizes (1800 1200 750), threes behind a pair are thousands (13 912 345 678); 13-91234-5678 is a part, and
 * 139.1.23.45 an address of the net.
 */
function isUnusualMobile(parts: Part[], next: Part | undefined): boolean {
  if (parts[0]?.hasPlus) return false;
  const gap = bareGap(parts[1]);
  const isParted = /^(?:[ \n]{0,4}| ?[-_./~|\\] ?)$/.test(gap) && areAlike(parts) && (!next || bareGap(next) !== gap);
  const areSizes = parts.every(({ digits }) => digits.length > 1 && digits.endsWith('0'));
  const isOfBlanks = /^[ \n]*$/.test(gap);
  const beginsAsCode = (parts[0]?.digits.length ?? 0) < 3 && parts.some(({ digits }) => digits.length > 2);
  const isCode = !isOfBlanks && (beginsAsCode || (gap === '.' && parts.length === 4));
  return isParted && !areSizes && !isCode && lengthsOf(parts) !== '2-3-3-3';
}

const mobile: Reader = (all, { kind }) => {
  const parts = afterChina(all);
  for (const taken of beginnings(parts, 11, 11)) {
    if (!/^1[3-9]/.test(digitsOf(taken))) continue;
    const isPlain = joined(taken, isPlainGap).length === taken.length;
    const isUsual = USUAL_MOBILE.test(lengthsOf(taken)) && (isPlain || areAlike(taken));
    if (isUsual || (kind === 'phone' && isPlain) || isUnusualMobile(taken, parts[taken.length])) {
      return { parts: taken, keep: 3, tail: 4 };
    }
  }
  return null;
};

/** An area code is 010, 02x or 0xxx; after the country's code it has lost its 0. */
const landline: Reader = (all) => {
  const near = joined(all, isPlainGap);
  const parts = afterChina(near);
  const isAbroadForm = parts !== near;
  const area = isAbroadForm ? /^0?(?:10|2\d|[3-9]\d\d)$/ : /^0(?:10|2\d|[3-9]\d\d)$/;
  const whole = isAbroadForm ? /^0?(?:10|2\d|[3-9]\d\d)[2-8]\d{6,7}$/ : /^0(?:10|2\d|[3-9]\d\d)[2-8]\d{6,7}$/;
  const [first, ...rest] = parts;
  if (!first) return null;
  if (whole.test(first.digits)) {
    return { parts: [first], keep: first.digits.length > 11 || /^0[3-9]/.test(first.digits) ? 4 : 3, tail: 4 };
  }
  if (!area.test(first.digits)) return null;
  const number = [rest.slice(0, 1), rest.slice(0, 2)].find((taken) => /^(?:[78]|[34]-4)$/.test(lengthsOf(taken)));
  return number ? { parts: number, keep: 0, tail: 4 } : null;
};

/** How numbers of other countries are written at home, or with the country's code but without a plus. */
const HOME_FORMS: { lengths: RegExp; digits: RegExp; keep: number; isBracketed?: boolean }[] = [
  // North America
  { lengths: /^1-3-3-4$/, digits: /^1[2-9]\d\d[2-9]/, keep: 1 },
  { lengths: /^3-(?:7|3-4)$/, digits: /^[2-9]\d\d[2-9]/, keep: 3, isBracketed: true },
  // Hong Kong and Macao
  { lengths: /^3-(?:8|4-4)$/, digits: /^85[23][2-9]/, keep: 3 },
  // Taiwan: mobile numbers, and area codes in brackets
  { lengths: /^3-(?:9|3-3-3|3-6|1-8|1-4-4)$/, digits: /^886[2-9]/, keep: 3 },
  { lengths: /^4-(?:3-3|6)$/, digits: /^09/, keep: 4 },
  { lengths: /^2-(?:[78]|[34]-4)$/, digits: /^0[2-8]/, keep: 2, isBracketed: true },
  { lengths: /^3-(?:[67]|3-[34])$/, digits: /^0[3-8]/, keep: 3, isBracketed: true },
];

const homeForm: Reader = (all, place) => {
  for (const parts of beginnings(joined(all, isNarrowGap), 9, 12)) {
    const [lengths, digits] = [lengthsOf(parts), digitsOf(parts)];
    const form = HOME_FORMS.find(
      (one) => one.lengths.test(lengths) && one.digits.test(digits) && (!one.isBracketed || place.isBracketed),
    );
    if (form) return { parts, keep: form.keep, tail: 4 };
  }
  return null;
};

/** Country codes (ITU-T E.164) of countries where telephone numbers differ in length. */
const COUNTRY = new RegExp(
  '^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|' +
    '(?:2[1-69]|3[578]|42|50|59|6[789]|8[578]|88|9[679])\\d)',
);
const SHORTEST_ABROAD = 9;

function isNumberAbroad(digits: string): boolean {
  if (digits.startsWith('1')) return /^1[2-9]\d\d[2-9]\d{6}$/.test(digits);
  return digits.startsWith('7') ? digits.length === 11 : COUNTRY.test(digits);
}

const abroad: Reader = (all) => {
  const [first] = all;
  const isDialled = first?.gap === null && /^00[1-9]\d{0,2}$/.test(first.digits);
  if (!first || (!first.hasPlus && !isDialled)) return null;
  for (const parts of beginnings(joined(all, isPlainGap), SHORTEST_ABROAD, 17)) {
    if (!isNumberAbroad(digitsOf(parts).replace(/^00/, ''))) continue;
    return { parts, keep: Math.min(first.digits.length, first.digits.length > 5 ? 1 : 5), tail: 4 };
  }
  return null;
};

/** Any number of the length of a telephone number counts after a word like 电话. */
const called: Reader = (all, { kind }) => {
  if (kind !== 'phone') return null;
  const found = beginnings(joined(all, isNarrowGap), 7, 13);
  const shortest = found.at(-1);
  // Groups such as 260 0123 4567 go on; one long group is the number, and what follows its extension.
  const longer = found.find((parts) => digitsOf(parts).length <= 11 && areAlike(parts));
  const parts = shortest && shortest.length > 1 ? (longer ?? shortest) : shortest;
  return parts ? { parts, keep: 0, tail: 4, isGuess: true } : null;
};

/** The first that finds a number in the parts counts. */
export const READERS: Reader[] = [identityCard, namedCard, homeForm, mobile, landline, abroad, called, bankCard];
/** A number that a word calls an order's can still be a person's by its check digit. */
export const READERS_OF_THINGS: Reader[] = [identityCard];
