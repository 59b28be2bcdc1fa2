import type { Feedback } from '../src/domain/feedback/model';
import type { CardJson } from '../src/domain/messaging';
import { asides } from './card-asides';
import type { CardContext } from './context';
import { attachments, customersWords } from './customers-words';
import { type Desk, deskForms } from './desk-forms';
import { type Element, hr, lines } from './elements';
import { situationOf, standing } from './names';
import { answer, background, facts, outcome } from './parts';
import { drawn, frame, type View } from './view';

/** What the office is to do in its turn; with no department to choose from, that is what is said. */
type Acting = (view: View) => { before?: Element[]; form: Element };

/** The card of a clerk or a manager: something to do while it is their turn; from then on only what is rarely wanted. */
export function officeCard(
  feedback: Feedback,
  ctx: CardContext,
  { turn, desks }: { turn: 'triage' | 'review'; desks: Desk[] },
  acting: Acting,
): CardJson {
  return drawn(feedback, ctx, 'one_person', (view) => {
    const isTurn = feedback.status === turn;
    const lead = isTurn ? ctx.texts.todos[turn](situationOf(feedback, ctx)) : standing(feedback, ctx);
    const { before = [], form } = acting(view);
    const chooses = ctx.org.departments.length > 0 ? [form] : lines([ctx.texts.card.noDepartments], 'alarm');
    return frame(view, [
      ...lines([lead]),
      ...facts(view),
      ...background(view),
      ...customersWords(view),
      ...attachments(view),
      ...(isTurn ? [...before, hr(), ...chooses] : [...answer(view), ...outcome(view), ...deskForms(view, desks)]),
      ...asides(view),
    ]);
  });
}
