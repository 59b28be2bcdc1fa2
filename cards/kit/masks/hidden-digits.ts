import { kindBefore, type NumberKind } from '../../../src/domain/number-names';
import { partsOfDate } from './dates';
import { isCode, lettersBefore } from './joined-letters';
import { numberParts, type Part } from './number-parts';
import { type Found, READERS, READERS_OF_THINGS } from './number-readers';

/** A number has at most this many parts: even an identity card written digit by digit has 18. */
const MOST_PARTS = 20;
/** A list of numbers has one name in front for so many at most. */
const LONGEST_LIST = 12;
/** The longest text that is looked at before a number. */
const LOOKED_AT = 32;

/** `PO-1、PO-2`. */
const LETTERS_OF_NEXT = /(?<![A-Za-z])(?!and|or|to)[A-Za-z]{1,4}[-_.]?$/;
/** The longest text between two numbers of a list. */
const LONGEST_LINK = 12;

/** A code goes on behind these: `HT-2026-13912345678`. */
const WITHIN_CODE = /^[-_./:]$/;
/** Between the numbers of a list. */
const LISTED = /^\s{0,2}(?:[、/&~-]|和|与|及|以及|或|或者|跟|还有|至|到|(?<= )(?:and|or|to)(?= ))\s{0,2}$/;
/** People go on with something else behind these, too: only a number of the same length shares the name. */
const LISTED_IF_ALIKE = /^\s{0,2}[,;\n]\s{0,2}$/;

const MONEY_AFTER =
  /^(?:\.\d+)?\s?(?:元(?![旦宵月])|万元|亿|块钱|圆(?!通)|人民币|美元|美金|港币|港元|欧元|日元|韩元|rmb|cny|usd|eur|hkd)/i;
const DECIMALS_AFTER = /^\.\d\d(?!\d)(?![-. ]?\d)/;
/** So many of something; not the beginning of a word, such as 13812345678只接微信. */
const COUNT_AFTER = /^\s?(?:件|只|套|个|台|公斤|千克|吨|米|pcs|kg)(?!\p{L})/iu;
const UNIT_AFTER =
  /^\s?(?:万|件|台(?!湾)|套|只|个(?!人)|箱|批|次(?!日)|条|张|卷|双|米|吨|克|公斤|毫米|厘米|pcs|kg|mm|cm|units?|times|pieces)/i;

/** What a part is by the words around it; `code` stands for letters joined to it, such as `SO138…`. */
type Named = NumberKind | 'code' | null;

/** The numbers of a text, with what is known of those already read. */
class Numbers {
  readonly hidden: number[] = [];
  private readonly parts: Part[];
  private readonly kinds = new Map<Part, Named>();
  /** The last part of the last telephone number. */
  private phone: Part | null = null;

  constructor(private readonly text: string) {
    this.parts = numberParts(text);
  }

  read(): this {
    for (let i = 0; i < this.parts.length; ) i += this.readAt(i);
    return this;
  }

  /** Hides the number that begins at a part; returns of how many parts it is. */
  private readAt(index: number): number {
    if (!this.mayBegin(index)) return 1;
    const ahead = this.ahead(index);
    const kind = this.kindOf(index);
    if (kind === 'code') return 1;
    const isThing = kind === 'order' || kind === 'amount';
    const date = isThing ? 0 : partsOfDate(ahead);
    if (date > 0) return date;
    const found = this.found(ahead, kind);
    if (!found || this.isAmount(found, kind)) return 1;
    this.hide(found);
    const last = found.parts.at(-1) as Part;
    if (kind !== 'card' && kind !== 'identity') this.phone = last;
    return ahead.findIndex(({ end }) => end === last.end) + 1;
  }

  private found(ahead: Part[], kind: NumberKind | null): Found | null {
    const [first] = ahead as [Part];
    const place = {
      kind,
      xAt: (end: number) => /[xX]/.test(this.text[end] ?? ''),
      isBracketed: this.text[first.start - 1] === '(' && this.text[first.end] === ')',
    };
    const readers = kind === 'order' || kind === 'amount' ? READERS_OF_THINGS : READERS;
    for (const read of readers) {
      const found = read(ahead, place);
      if (found) return found;
    }
    return null;
  }

  /** The parts of the same run from an index on. */
  private ahead(index: number): Part[] {
    let end = index + 1;
    while (end < index + MOST_PARTS && (this.parts[end]?.gap ?? null) !== null) end += 1;
    return this.parts.slice(index, end);
  }

  /** No number has fewer digits in three parts, but for the country's code of a long one. */
  private mayBegin(index: number): boolean {
    let total = 0;
    let count = 0;
    for (let i = index; i < index + 4 && i < this.parts.length; i += 1) {
      const part = this.parts[i] as Part;
      if (i > index && part.gap === null) break;
      count += 1;
      if (count < 4) total += part.digits.length;
    }
    return total >= 7 || (count === 4 && this.parts[index]?.gap === null);
  }

  /** The name in front of a number, or in front of the list that it stands in. */
  private kindOf(index: number): Named {
    const part = this.parts[index] as Part;
    const own = this.ownKind(part);
    if (own !== null) return own;
    for (let i = index; i > Math.max(0, index - LONGEST_LIST); i -= 1) {
      const [before, at] = [this.parts[i - 1] as Part, this.parts[i] as Part];
      if (!this.goesOn(before, at)) break;
      const kind = this.ownKind(before);
      if (kind === 'code') return WITHIN_CODE.test(at.gap ?? '') ? kind : null;
      if (kind !== null) return kind;
    }
    return this.followsPhone(part) ? 'phone' : null;
  }

  /** The name right in front of a part; found once, because all numbers of a list ask for it. */
  private ownKind(part: Part): Named {
    const known = this.kinds.get(part);
    if (known !== undefined) return known;
    const kind = this.readKind(this.before(part));
    this.kinds.set(part, kind);
    return kind;
  }

  private readKind(before: string): Named {
    const letters = lettersBefore(before);
    const kind = kindBefore(before) ?? (letters === '' ? null : kindBefore(before.slice(0, -letters.length)));
    if (kind !== null) return kind;
    return isCode(letters) ? 'code' : /(?<!\d)0\.$/.test(before) ? 'amount' : null;
  }

  private before({ start }: Part): string {
    return this.text.slice(Math.max(0, start - LOOKED_AT), start).replace(/[+(]{1,2}$/, '');
  }

  private goesOn(before: Part, part: Part): boolean {
    if (WITHIN_CODE.test(part.gap ?? '')) return true;
    const between = this.text.slice(before.end, part.start);
    if (between.length > LONGEST_LINK) return false;
    const link = between.replace(/[+(]{1,2}$/, '').replace(LETTERS_OF_NEXT, '');
    return LISTED.test(link) || (LISTED_IF_ALIKE.test(link) && before.digits.length === part.digits.length);
  }

  /** `0755-26001234/26001235`: a short number in the list of a telephone number is one, too. */
  private followsPhone({ start, digits }: Part): boolean {
    if (!this.phone || digits.length < 7 || digits.length > 8) return false;
    const between = this.text.slice(this.phone.end, start);
    if (between.length > LONGEST_LINK) return false;
    return LISTED.test(between) || (LISTED_IF_ALIKE.test(between) && this.phone.digits.length === digits.length);
  }

  /** Money, or so many of something. */
  private isAmount({ parts, isGuess = false }: Found, kind: NumberKind | null): boolean {
    const end = parts.at(-1)?.end ?? 0;
    const after = this.text.slice(end, end + 12);
    return (
      [MONEY_AFTER, COUNT_AFTER].some((sign) => sign.test(after)) ||
      (kind === null && DECIMALS_AFTER.test(after)) ||
      (isGuess && UNIT_AFTER.test(after))
    );
  }

  private hide({ parts, keep, tail }: Found): void {
    const at = parts.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
    this.hidden.push(...at.slice(keep, at.length - tail));
  }
}

/**
 * The indexes of the digits that a group must not read: telephone numbers, identity and bank cards. Linear.
 *
 * Where two rules want the same number: a name right in front of it wins (订单号码), also over a telephone word further in
 * front, and for all numbers of its list (A、B, A 和 B); a plausible date is a date, even after a telephone word; money
 * stays, and so many of something stays after a telephone word (来电 1234567 次); else what looks like a person's is
 * hidden.
 */
export function hiddenDigits(text: string): number[] {
  return new Numbers(text).read().hidden;
}
