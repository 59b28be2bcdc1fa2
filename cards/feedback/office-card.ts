import type { Feedback } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import type { CardContext } from '../kit/context';
import { type Element, hr, lines } from '../kit/elements';
import { drawn, frame, type View } from './case-frame';
import { answer, background, facts, outcome } from './case-sections';
import { asides } from './footer-buttons';
import { type Desk, deskForms } from './office-forms';
import { situationOf, standing } from './situation';
import { attachments, customersWords } from './source-messages';

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
