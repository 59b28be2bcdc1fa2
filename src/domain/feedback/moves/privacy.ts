import { person } from '../../messaging';
import type { Context } from '../../office';
import { type Feedback, textOf } from '../model';
import { notice, type Of, type Outcome } from './shared';

/** The contact details, in the direct chat of whoever asked; the timeline says who looked and when. */
export function revealContact(feedback: Feedback, _command: Of<'reveal_contact'>, { actor }: Context): Outcome {
  const { contact, customer } = feedback;
  if (actor.id === null || [contact, customer, textOf(feedback)].every((text) => text === '')) {
    return { refusal: 'no_contact' };
  }
  const asker = person(actor.id);
  return { changes: {}, notices: () => [notice('contact', asker)] };
}
