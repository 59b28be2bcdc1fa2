import type { CardJson } from '../../src/domain/messaging';
import type { Word } from '../../src/domain/words';
import { button } from '../kit/button';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { type Element, lines } from '../kit/elements';
import { mask } from '../kit/mask';
import { oneLine } from '../kit/plain-text';
import { TAKE_MESSAGE } from '../kit/take-message';
import { SEND_WORD } from './commands';

const MAX_TYPED = 40;

/** A typed text that is nearly a word. */
export interface NearWord {
  /** The word that may be meant. */
  word: Word;
  typed: string;
  /** The person who typed. */
  by: string;
  inGroup: boolean;
  /** The typed message; null in a group, since nobody forwards customers' messages there. */
  takes: string | null;
}

/** The word as people type it in the office's language. */
function typedWord(word: Word, { texts }: CardContext): string {
  const { words } = texts.nearWord;
  switch (word.word) {
    case 'show':
      return `#${word.number ?? ''}`;
    case 'search':
      return `${words.search} ${word.words}`.trim();
    case 'export':
      return `${words.export} ${word.period ?? ''}`.trim();
    case 'begin':
      return `${words.begin} ${word.name}`.trim();
    case 'print':
      return `${words.print} ${word.number}`;
    default:
      return words[word.word];
  }
}

/** Asks whether the word is meant, and offers to take the message in as a customer's. */
export function nearWordCard({ word, typed, by, inGroup, takes }: NearWord, ctx: CardContext): CardJson {
  const { texts } = ctx;
  const meant = oneLine(typedWord(word, ctx), MAX_TYPED);
  const values = { text: meant, by, in: inGroup ? 'group' : 'direct' };
  const shown = inGroup ? mask(meant) : meant;
  const yes = button({ cmd: SEND_WORD, id: 0, word: texts.nearWord.send(shown), look: 'primary', values });
  return card({
    title: texts.chat.botName,
    colour: 'blue',
    summary: texts.chat.botName,
    elements: [
      ...lines([texts.nearWord.got(oneLine(inGroup ? mask(typed) : typed, MAX_TYPED))], 'quiet'),
      ...lines([texts.nearWord.ask(shown), takes !== null && texts.nearWord.orFeedback]),
      yes,
      ...(takes === null ? [] : [takeButton(takes, ctx)]),
    ],
  });
}

/** A typed text that names a record which its writer cannot see, or which does not exist. */
export interface UnknownNumber {
  number: string;
  typed: string;
  takes: string;
}

/** Says that the number is unknown, and offers to take the text in as another matter. */
export function unknownNumberCard({ number, typed, takes }: UnknownNumber, { texts }: CardContext): CardJson {
  const { got, unknownNumber, asNewFeedback } = texts.nearWord;
  return card({
    title: texts.chat.botName,
    colour: 'blue',
    summary: texts.chat.botName,
    elements: [
      ...lines([got(oneLine(typed, MAX_TYPED))], 'quiet'),
      ...lines([unknownNumber(number)]),
      button({ cmd: TAKE_MESSAGE, id: 0, word: asNewFeedback, values: { message: takes } }),
    ],
  });
}

/** The button that takes a message in as a customer's although it was first answered as a word. */
export function takeButton(messageId: string, { texts }: CardContext): Element {
  return button({ cmd: TAKE_MESSAGE, id: 0, word: texts.nearWord.take, values: { message: messageId } });
}
