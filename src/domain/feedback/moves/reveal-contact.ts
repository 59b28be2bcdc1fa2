import { person } from '../../messaging';
import type { Context } from '../../office';
import type { Feedback } from '../model';
import { textOf } from '../source-text';
import { notice, type Of, type Outcome } from './outcome';

/** Sends the contact details to the direct chat of the person who asked; the timeline says who asked, and when. */
export function revealContact(feedback: Feedback, _command: Of<'reveal_contact'>, { actor }: Context): Outcome {
  const { contact, customer } = feedback;
  if (actor.id === null || [contact, customer, textOf(feedback)].every((text) => text === '')) {
    return { refusal: 'no_contact' };
  }
  const asker = person(actor.id);
  return { changes: {}, notices: () => [notice('contact', asker)] };
}
