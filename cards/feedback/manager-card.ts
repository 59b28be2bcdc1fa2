import type { Feedback } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import type { CardContext } from '../kit/context';
import { commandForm } from './command-form';
import { officeCard } from './office-card';

/** A manager's card: the instruction (批示) before the department starts. */
export function managerCard(feedback: Feedback, ctx: CardContext): CardJson {
  const initial = { department: feedback.department ?? '' };
  return officeCard(feedback, ctx, { turn: 'review', desks: ['manager'] }, (view) => ({
    form: commandForm(view, 'instruct', { initial, look: 'primary' }),
  }));
}
