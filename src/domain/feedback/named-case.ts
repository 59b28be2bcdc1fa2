/** A case that a text names; `begins`: the text begins with it, so that it can hardly be about anything else. */
export interface NamedCase {
  id: number;
  begins: boolean;
}

/** `FB-12`, `fb12`, `FB 12` stand anywhere, but are no part of a longer code such as `AFB-12` or `FB-12A`. */
const ANYWHERE = /(?<![\p{L}\p{N}-])fb[\s-]?0*(\d{1,9})(?![\da-z-])/giu;
/** Before the number with which a text begins. */
const LEAD = '^(?:关于|催一?下?|补充|补充到)?[\\s【\\[（(]*';
/** `#12` begins the text: in its middle it may be a machine's number, such as `#2机`. */
const HASH = new RegExp(`${LEAD}#\\s?0*(\\d{1,9})(?![\\da-z-])(?!\\s?#)`, 'iu');
/** A bare number is a case only before the customer: `126 客户又来催了`; `3 台空调` is none. */
const BARE = /^0*(\d{1,9})(?:号|\s)\s?客户\S/u;
const BEGINNING = new RegExp(`${LEAD}$`, 'u');

/** The cases that a text names, each once, in the order of the text. Pure; whether there are such cases is not asked. */
export function casesNamedIn(text: string): NamedCase[] {
  const folded = text.normalize('NFKC').trim();
  const first = HASH.exec(folded)?.[1] ?? BARE.exec(folded)?.[1];
  const named = first === undefined ? [] : [{ id: Number(first), begins: true }];
  for (const { 1: number, index } of folded.matchAll(ANYWHERE)) {
    named.push({ id: Number(number), begins: BEGINNING.test(folded.slice(0, index)) });
  }
  return [...new Map(named.toReversed().map((one) => [one.id, one])).values()].toReversed();
}
