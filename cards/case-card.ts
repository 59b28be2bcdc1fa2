import type { Feedback } from '../src/domain/feedback/model';
import type { CardJson } from '../src/domain/messaging';
import type { CardContext } from './context';
import { customersWords } from './customers-words';
import { type Desk, deskForms } from './desk-forms';
import { lines } from './elements';
import { standing } from './names';
import { answer, background, course, extension, facts, latestQuestion, notes, outcome } from './parts';
import { type Audience, drawn, frame } from './view';

/**
 * A case as `#12` shows it to somebody entitled: everything there is, in a group masked and with nothing to tap; for those
 * of the office, what they may do to it.
 */
export function caseCard(feedback: Feedback, ctx: CardContext, audience: Audience, desks: Desk[] = []): CardJson {
  return drawn(feedback, ctx, audience, (view) =>
    frame(view, [
      ...lines([standing(feedback, ctx)]),
      ...facts(view),
      ...extension(view),
      ...background(view),
      ...answer(view),
      ...latestQuestion(view),
      ...outcome(view),
      ...notes(view),
      ...customersWords(view),
      ...course(view),
      ...deskForms(view, desks),
    ]),
  );
}
