import { attachmentsOf } from './attachments';
import { type Feedback, numberOf } from './model';
import { textOfSource } from './source-text';

/** MySQL's TEXT holds 65,535 bytes. */
const MAX_BYTES = 64_000;
const MAX_WORDS = 5;

/** A number as people write it: in one run, or parted by blanks, dots and hyphens. */
const PARTED_DIGITS = /\d(?:[ .-]?\d){6,19}/g;

/**
 * As texts are compared: capitals, full-width forms and blanks make no difference. Both databases compare bytes, so the
 * text that is stored and the words that are looked for both go through here.
 */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}

/** What stands on the record as words, the short and telling ones first: a search reads as much as the column holds. */
function textsOf(feedback: Feedback): string[] {
  const { customer, contact, note, instruction, answer, cause, prevention, transferReason, reason } = feedback;
  const { toldCustomer, customerWords, goodwill, extension, interimReply, questions, notes, sources } = feedback;
  // What was recalled is not to be found any more.
  const kept = sources.filter(({ recalledAt }) => recalledAt === null);
  return [
    ...[customer, contact, note, instruction, answer, cause, prevention, transferReason, reason],
    ...[toldCustomer, customerWords, goodwill, extension?.reason ?? '', interimReply ?? ''],
    ...questions.flatMap(({ question, info, infoRecalledAt }) => [question, infoRecalledAt ? '' : (info ?? '')]),
    ...notes.filter(({ recalledAt }) => !recalledAt).map(({ text }) => text),
    ...attachmentsOf(feedback).map(({ name }) => name),
    ...kept.map(textOfSource),
  ].filter((text) => text !== '');
}

/** The text that a search looks in; numbers stand there once more as one run, so that `138 1234 5678` is found too. */
export function searchTextOf(feedback: Feedback): string {
  const text = folded(textsOf(feedback).join('\n'));
  const runs = [...text.matchAll(PARTED_DIGITS)].map(([digits]) => digits.replace(/\D/g, ''));
  const added = [...new Set(runs)].filter((digits) => !text.includes(digits)).join(' ');
  return cutToBytes(added === '' ? text : `${added} ${text}`, MAX_BYTES);
}

/** What somebody looks for: all of these words; at most five count. */
export function wordsIn(query: string): string[] {
  return folded(query).split(' ').filter(Boolean).slice(0, MAX_WORDS);
}

/** The record that a word names (`fb-12`, `#12`, `12`); null where it names none. */
export function idNamedBy(word: string): number | null {
  const [, digits] = /^(?:fb-|#)?(\d{1,9})$/.exec(word) ?? [];
  return digits === undefined ? null : Number(digits);
}

function cutToBytes(text: string, max: number): string {
  const bytes = Buffer.from(text, 'utf8');
  // A character that the cut went through comes out as U+FFFD.
  return bytes.length <= max
    ? text
    : bytes
        .subarray(0, max)
        .toString('utf8')
        .replace(/\uFFFD+$/, '');
}

/** Where the folded word begins and ends in the text as it was written; null where it is not there. */
function placeOf(text: string, word: string): { start: number; end: number } | null {
  let fold = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
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

/** What stands around the word, in columns: a Chinese character takes two, a letter one. */
const BEFORE = 28;
const AFTER = 56;
/** A snippet is looked for in this much of one text. */
const MAX_READ = 20_000;

/** The words' surroundings in the record, in one line; empty where only the customer's name or the number was found. */
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
  // Not in the middle of a word of letters.
  const wholeHead = head === before ? head : `…${head.replace(/^[\w'-]{1,12} /, '').trimStart()}`;
  const wholeTail = tail === after ? tail : `${tail.replace(/ [\w'-]{1,12}$/, '').trimEnd()}…`;
  return `${wholeHead}${text.slice(start, end)}${wholeTail}`;
}

/** The first characters that take no more than so many columns. */
function fitting(characters: string[], columns: number): string[] {
  let left = columns;
  const end = characters.findIndex((character) => {
    left -= character.charCodeAt(0) < 0x1100 ? 1 : 2;
    return left < 0;
  });
  return end < 0 ? characters : characters.slice(0, end);
}
