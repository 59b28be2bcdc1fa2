import type { Explanation } from '../../src/domain/feedback/clock/explanation';
import { type Feedback, numberOf } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import type { CardContext } from '../kit/context';
import { card } from '../kit/elements';
import { clockPart } from './clock-lines';

/** 时限说明, for one person: nothing typed by anybody, and nothing of the customer's. */
export function clockCard(clock: Explanation, feedback: Feedback, ctx: CardContext): CardJson {
  const title = ctx.texts.clock.explainTitle(numberOf(feedback));
  return card({ title, colour: 'blue', summary: title, elements: clockPart(clock, feedback, ctx) });
}
