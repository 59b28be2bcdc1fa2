import { type Feedback, isAtRest, numberOf, type Status } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import type { Colour } from '../kit/card';
import type { CardContext } from '../kit/context';
import { type Drawing, drawn, type FrameFacts, type RecordView, retiredCard } from '../kit/frame';
import type { Texts } from '../texts/texts';

/** A case's card while it is drawn. */
export interface View extends RecordView {
  feedback: Feedback;
}

const COLOURS: Record<Status, Colour> = {
  draft: 'blue',
  triage: 'wathet',
  review: 'purple',
  assigned: 'orange',
  handling: 'turquoise',
  waiting: 'yellow',
  answered: 'green',
  closed: 'grey',
  withdrawn: 'grey',
  discarded: 'grey',
};

function frameFactsOf(feedback: Feedback, texts: Texts): FrameFacts {
  const { status, priority, overdue } = feedback;
  const number = numberOf(feedback);
  return {
    number,
    title: texts.card.title(number),
    status: texts.statuses[status],
    colour: COLOURS[status],
    priority: priority === 'normal' ? null : texts.priorities[priority],
    isOverdue: overdue,
    isAtRest: isAtRest(feedback),
  };
}

/** Draws a case's card small enough for the platform, masked for a group. */
export function drawnCase(feedback: Feedback, drawing: Drawing, draw: (view: View) => CardJson): CardJson {
  return drawn(frameFactsOf(feedback, drawing.ctx.texts), drawing, (view) => draw({ ...view, feedback }));
}

/** Replaces a case's card that was posted anew. */
export function retiredCase(feedback: Feedback, ctx: CardContext): CardJson {
  return retiredCard(frameFactsOf(feedback, ctx.texts), ctx);
}
