import type { Feedback } from '../src/domain/feedback/model';
import type { CardJson } from '../src/domain/messaging';
import { commandForm } from './command-form';
import type { CardContext } from './context';
import { type Element, hr, lines } from './elements';
import { situationOf, standing } from './names';
import { answer, attachments, background, customersWords, facts, outcome } from './parts';
import { drawn, frame, type View } from './view';

function instructing(view: View): Element[] {
  const { feedback, ctx, texts } = view;
  if (ctx.org.departments.length === 0) return lines([texts.card.noDepartments], 'alarm');
  const initial = { department: feedback.department ?? '' };
  return [commandForm(view, 'instruct', { initial, look: 'primary' })];
}

/** A manager's card: the instruction (批示) before the department starts; quiet from then on. */
export function managerCard(feedback: Feedback, ctx: CardContext): CardJson {
  return drawn(feedback, ctx, 'one_person', (view) => {
    const isReview = feedback.status === 'review';
    const lead = isReview ? ctx.texts.todos.review(situationOf(feedback, ctx)) : standing(feedback, ctx);
    return frame(view, [
      ...lines([lead]),
      ...facts(view),
      ...background(view),
      ...customersWords(view),
      ...attachments(view),
      ...(isReview ? [hr(), ...instructing(view)] : [...answer(view), ...outcome(view)]),
    ]);
  });
}
