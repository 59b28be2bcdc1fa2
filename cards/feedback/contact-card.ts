import { type Feedback, numberOf } from '../../src/domain/feedback/model';
import { textOf } from '../../src/domain/feedback/source-text';
import type { CardJson } from '../../src/domain/messaging';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { lines, section } from '../kit/elements';
import { mask, maskContact } from '../kit/mask';
import { clean, cut, oneLine } from '../kit/plain-text';

/** Far more than a person writes; the rest is not searched. */
const MAX_READ = 10_000;
const MAX_LINES = 10;
const MAX_LINE = 200;

/** The customer's text, as far as it is searched for contact details. */
const readable = (feedback: Pick<Feedback, 'sources'>): string => textOf(feedback).slice(0, MAX_READ);

/** Whether a group's card of this case hides contact details. */
export function hidesContact(feedback: Pick<Feedback, 'customer' | 'contact' | 'note' | 'sources'>): boolean {
  const { customer, contact, note } = feedback;
  if (contact !== '' && maskContact(contact) !== clean(contact)) return true;
  return [customer, note, readable(feedback)].some((text) => mask(text) !== clean(text));
}

/** The lines of the customer's text that hold contact details. */
function linesWithContact(feedback: Feedback): string[] {
  return [...readable(feedback).split('\n'), ...feedback.note.split('\n')]
    .filter((line) => mask(line) !== clean(line))
    .slice(0, MAX_LINES)
    .map((line) => cut(line, MAX_LINE));
}

/** The customer's contact details in full, for the person who has claimed the case and asked. */
export function contactCard(feedback: Feedback, ctx: CardContext): CardJson {
  const { texts } = ctx;
  const { labelled } = texts.card;
  const title = texts.clock.contactTitle(numberOf(feedback));
  const contact = oneLine(feedback.contact, MAX_LINE);
  return card({
    title,
    colour: 'blue',
    summary: title,
    isPrivate: true,
    elements: [
      ...lines([
        labelled(texts.fields.customer, oneLine(feedback.customer, MAX_LINE) || texts.card.unnamedCustomer),
        contact !== '' && labelled(texts.fields.contact, contact),
      ]),
      ...section(texts.clock.contactInWords, lines(linesWithContact(feedback))),
      ...lines([texts.clock.contactLogged], 'quiet'),
    ],
  });
}
