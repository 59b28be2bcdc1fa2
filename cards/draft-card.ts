import type { Feedback } from '../src/domain/feedback/model';
import type { CardJson } from '../src/domain/messaging';
import { UNSURE } from '../src/domain/org';
import { commandButton, commandForm } from './command-form';
import type { CardContext } from './context';
import { lines } from './elements';
import { situationOf } from './names';
import { attachments, customersWords } from './parts';
import { drawn, frame } from './view';

/** The rep's draft: what the customer wrote, and the form as far as the rules could guess it. */
export function draftCard(feedback: Feedback, ctx: CardContext): CardJson {
  return drawn(feedback, ctx, 'one_person', (view) => {
    const { customer, contact, channel, kind, category, department, priority, note } = feedback;
    const initial = { customer, contact, channel, kind, category, department: department ?? UNSURE, priority, note };
    return frame(view, [
      ...lines([ctx.texts.todos.draft(situationOf(feedback, ctx))]),
      ...customersWords(view),
      ...attachments(view),
      commandForm(view, 'submit', { initial, look: 'primary', departments: { unsure: true } }),
      commandButton(view, 'discard', 'default', { confirm: ctx.texts.confirms.discard }),
    ]);
  });
}
