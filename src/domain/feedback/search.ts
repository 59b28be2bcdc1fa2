import { attachmentsOf } from './attachments';
import { inSimplifiedScript } from './chinese-script';
import { type Feedback, numberOf } from './model';
import { notRecalled, textOfSource } from './source-text';

/** MySQL's TEXT holds 65,535 bytes. */
const MAX_BYTES = 64_000;
const MAX_WORDS = 5;
/** No record holds so many parted numbers but one that was made to; they must leave room for the text. */
const MAX_RUNS = 200;

/** A number in one run, or parted by blanks, dots and hyphens, such as `138 1234-5678`. */
const PARTED_DIGITS = /\d(?:[ .-]?\d){6,19}/g;

/** Such as a zero-width space, a soft hyphen or a variation selector, which stand inside of words. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A text in the form in which search compares: simplified characters, without capitals, full-width forms, invisible
 * characters and repeated blanks. The databases compare bytes, so the stored text and the searched words both go
 * through this function. After a change here, a migration must ask for stored text to be folded again.
 */
export function folded(text: string): string {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  return inSimplifiedScript(plain).replace(/[\s\u2800]+/g, ' ');
}

/** All texts of the record; short and telling ones come first, because the search column cuts off the end. */
function textsOf(feedback: Feedback): string[] {
  const { subject, customer, contact, note, instruction, answer, cause, prevention, transferReason, reason } = feedback;
  const { toldCustomer, customerWords, goodwill, extension, interimReply, questions, notes, sources } = feedback;
  return [
    ...[customer, subject, contact, note, instruction, answer, cause, prevention, transferReason, reason],
    ...[toldCustomer, customerWords, goodwill, extension?.reason ?? '', interimReply ?? ''],
    ...questions.flatMap(({ question, info, infoRecalledAt }) => [question, infoRecalledAt ? '' : (info ?? '')]),
    ...notRecalled(notes).map(({ text }) => text),
    ...attachmentsOf(feedback).map(({ name }) => name),
    ...notRecalled(sources).map(textOfSource),
  ].filter((text) => text !== '');
}

/** The text of the search column. */
export function searchTextOf(feedback: Feedback): string {
  return searchTextFrom(textsOf(feedback));
}

/**
 * Texts as the search column holds them, the most telling ones first. A parted number is repeated as one run: a search for
 * 13812345678 finds 138 1234 5678.
 */
export function searchTextFrom(texts: string[]): string {
  const text = folded(beginningOf(texts));
  const parted = [...text.matchAll(PARTED_DIGITS)].map(([run]) => run).filter((run) => /\D/.test(run));
  const added = [...new Set(parted.map((run) => run.replace(/\D/g, '')))].slice(0, MAX_RUNS).join(' ');
  return cutToBytes(added === '' ? text : `${added} ${text}`, MAX_BYTES);
}

/** As much of the texts as the column may hold: what is cut off need not be folded. */
function beginningOf(texts: string[]): string {
  return texts
    .join('\n')
    .slice(0, MAX_BYTES)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** The words of a query, of which at most five count; a record must contain all of them. */
export function wordsIn(query: string): string[] {
  return folded(query).split(' ').filter(Boolean).slice(0, MAX_WORDS);
}

/** The id of the record that a word names (`fb-12`, `#12`, `12`); null if it names none. */
export function idNamedBy(word: string): number | null {
  const [, digits] = /^(?:fb-|#)?(\d{1,9})$/.exec(word) ?? [];
  return digits === undefined ? null : Number(digits);
}

function cutToBytes(text: string, max: number): string {
  const bytes = Buffer.from(text, 'utf8');
  // If the cut splits a character, its first bytes decode to U+FFFD.
  return bytes.length <= max
    ? text
    : bytes
        .subarray(0, max)
        .toString('utf8')
        .replace(/\uFFFD{1,3}$/, '');
}

/** A character with the marks that folding joins to it, such as the voiced sound marks of half-width kana. */
const WITH_MARKS = /.[\p{M}\uFF9E\uFF9F]*/gsu;

/** Where a folded word begins and ends in the unfolded text; null if the text does not contain it. */
function placeOf(text: string, word: string): { start: number; end: number } | null {
  let fold = '';
  const places: number[] = [];
  let at = 0;
  for (const [character] of text.matchAll(WITH_MARKS)) {
    const part = folded(character);
    for (let i = 0; i < part.length; i += 1) places.push(at);
    fold += part;
    at += character.length;
  }
  places.push(at);
  const found = fold.indexOf(word);
  if (found < 0) return null;
  return { start: places[found] as number, end: places[found + word.length] as number };
}

/** How much text a snippet shows around the word, in columns: a Chinese character takes two, a letter one. */
const BEFORE = 28;
const AFTER = 56;
/** Snippets are looked for in so many characters of one text. */
const MAX_READ = 20_000;

/** The text around a found word, in one line; empty if only the customer's name or the number matches. */
export function snippetOf(feedback: Feedback, words: string[]): string {
  const texts = textsOf(feedback).filter((text) => text !== feedback.customer && text !== numberOf(feedback));
  for (const word of words) {
    for (const whole of texts) {
      const text = whole.slice(0, MAX_READ).replace(/\s+/g, ' ').trim();
      const place = folded(text).includes(word) ? placeOf(text, word) : null;
      if (place) return around(text, place);
    }
  }
  return '';
}

function around(text: string, { start, end }: { start: number; end: number }): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const head = fitting([...before].reverse(), BEFORE)
    .reverse()
    .join('');
  const tail = fitting([...after], AFTER).join('');
  // A word of letters is not cut in the middle.
  const wholeHead = head === before ? head : `…${head.replace(/^[\w'-]{1,12} /, '').trimStart()}`;
  const wholeTail = tail === after ? tail : `${tail.replace(/ [\w'-]{1,12}$/, '').trimEnd()}…`;
  return `${wholeHead}${text.slice(start, end)}${wholeTail}`;
}

/** The first characters that fit into so many columns. */
function fitting(characters: string[], columns: number): string[] {
  let left = columns;
  const end = characters.findIndex((character) => {
    left -= character.charCodeAt(0) < 0x1100 ? 1 : 2;
    return left < 0;
  });
  return end < 0 ? characters : characters.slice(0, end);
}
