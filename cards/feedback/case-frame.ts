import { deadlineOf } from '../../src/domain/feedback/clock/deadline';
import { type Feedback, isAtRest, isInformation, numberOf, type Status } from '../../src/domain/feedback/model';
import { subjectOf } from '../../src/domain/feedback/subject';
import type { CardJson } from '../../src/domain/messaging';
import { button } from '../kit/button';
import type { Tag } from '../kit/card';
import type { CardContext } from '../kit/context';
import { type Drawing, drawn, type FrameFacts, type RecordView, retiredCard } from '../kit/frame';
import { actRow } from '../kit/parts/acts';
import { deadlineText, isPast, isSoon, sinceText } from '../kit/time-left';

/** A case's card while it is drawn. */
export interface View extends RecordView {
  feedback: Feedback;
}

/** The colour of the tag that names the status. */
const STATUS_COLOURS: Record<Status, Tag['colour']> = {
  draft: 'blue',
  triage: 'purple',
  review: 'purple',
  assigned: 'blue',
  handling: 'turquoise',
  waiting: 'yellow',
  answered: 'green',
  closed: 'green',
  withdrawn: 'neutral',
  discarded: 'neutral',
};

/** How much time a case has left, or what became of it. */
function whenOf(feedback: Feedback, ctx: CardContext): string {
  const { status, closedAt, satisfaction } = feedback;
  const { card, satisfactions } = ctx.texts;
  if (status === 'closed') {
    return card.closedWhen(sinceText(closedAt, ctx), satisfaction === null ? '' : satisfactions[satisfaction]);
  }
  if (status === 'draft' || isAtRest(feedback)) return '';
  return isInformation(feedback.kind) ? card.noClock : deadlineText(deadlineOf(feedback), ctx);
}

function pressingOf(feedback: Feedback, ctx: CardContext): FrameFacts['pressing'] {
  const dueAt = deadlineOf(feedback);
  if (isPast(dueAt, ctx)) return 'late';
  return isSoon(dueAt, ctx) ? 'soon' : null;
}

function frameFactsOf(feedback: Feedback, ctx: CardContext): FrameFacts {
  const { status, priority } = feedback;
  return {
    number: numberOf(feedback),
    customer: feedback.customer,
    subject: subjectOf(feedback),
    when: whenOf(feedback, ctx),
    status: ctx.texts.statuses[status],
    statusColour: STATUS_COLOURS[status],
    icon: status === 'draft' ? 'draft' : status === 'closed' ? 'done' : isAtRest(feedback) ? 'void' : 'feedback',
    colour: 'blue',
    priority,
    pressing: pressingOf(feedback, ctx),
    isAtRest: isAtRest(feedback),
  };
}

/** Draws a case's card small enough for the platform, masked for a group. */
export function drawnCase(feedback: Feedback, drawing: Drawing, draw: (view: View) => CardJson): CardJson {
  return drawn(frameFactsOf(feedback, drawing.ctx), drawing, (view) => draw({ ...view, feedback }));
}

/** Replaces a case's card that was posted anew; a tap brings the case. */
export function retiredCase(feedback: Feedback, ctx: CardContext): CardJson {
  const view = button({ cmd: 'feedback.show', id: feedback.id, word: ctx.texts.list.view, look: 'text' });
  return retiredCard(frameFactsOf(feedback, ctx), ctx, actRow([view]));
}
