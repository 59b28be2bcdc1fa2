import type { CardJson } from '../../src/domain/messaging';
import { button } from '../kit/button';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { lines } from '../kit/elements';
import { actRow } from '../kit/parts/acts';
import { quoted } from '../kit/quoted';
import { TAKE_MESSAGE, UNDO_NOTE } from '../kit/take-message';
import { DISMISS } from './commands';

/** A typed text that may be a customer's matter or not. */
export interface Doubtful {
  typed: string;
  takes: string;
}

/** Asks whether the text is a customer's matter; unanswered, nothing is recorded. */
export function doubtfulCard({ typed, takes }: Doubtful, ctx: CardContext): CardJson {
  const { isFeedback, yes, no, unanswered } = ctx.texts.asking;
  const values = { message: takes };
  return card({
    title: isFeedback,
    subtitle: quoted(typed, ctx),
    colour: 'wathet',
    icon: 'feedback',
    summary: isFeedback,
    elements: [
      ...actRow([
        button({ cmd: TAKE_MESSAGE, id: 0, word: yes, look: 'primary', values }),
        button({ cmd: DISMISS, id: 0, word: no, values }),
      ]),
      ...lines([unanswered], 'quiet'),
    ],
  });
}

/** A text that was added to a record. */
export interface Noted {
  workflow: string;
  recordId: number;
  /** The record's number as people use it. */
  number: string;
  /** The message, which can be taken off the record again. */
  message: string;
}

/** Says where the text went, in place of the question; a wrong tap can be undone. */
export function notedCard(
  { workflow, recordId, number, message }: Noted,
  isUrged: boolean,
  ctx: CardContext,
): CardJson {
  const { noted, notedAndUrged, look, undo } = ctx.texts.asking;
  const title = (isUrged ? notedAndUrged : noted)(number);
  const undoing = { cmd: UNDO_NOTE, id: recordId, word: undo, look: 'text' as const, values: { message } };
  return card({
    title,
    colour: 'green',
    icon: 'done',
    summary: title,
    elements: actRow([
      button({ cmd: `${workflow}.show`, id: recordId, word: look(number), look: 'text' }),
      button(undoing),
    ]),
  });
}
