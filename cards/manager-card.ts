import type { Feedback } from '../src/domain/feedback/model';
import type { CardJson } from '../src/domain/messaging';
import { commandForm } from './command-form';
import type { CardContext } from './context';
import { officeCard } from './office-card';

/** A manager's card: the instruction (批示) before the department starts; quiet from then on. */
export function managerCard(feedback: Feedback, ctx: CardContext): CardJson {
  const initial = { department: feedback.department ?? '' };
  return officeCard(feedback, ctx, 'review', (view) => ({
    form: commandForm(view, 'instruct', { initial, look: 'primary' }),
  }));
}
