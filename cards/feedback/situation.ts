import { deadlineOf } from '../../src/domain/feedback/clock/deadline';
import { holderIdOf } from '../../src/domain/feedback/holders';
import { type Feedback, isInformation } from '../../src/domain/feedback/model';
import type { CardContext } from '../kit/context';
import { departmentName, personName, timeText } from '../kit/names';
import type { Situation } from '../texts/facts';

/** Who holds the ball (design §2), in words; the reader is spoken to. */
export function holderName(feedback: Feedback, ctx: CardContext): string {
  const { holders } = ctx.texts;
  if (ctx.readerId !== undefined && holderIdOf(feedback) === ctx.readerId) return holders.you;
  switch (feedback.status) {
    case 'triage':
      return holders.clerks;
    case 'review':
      return holders.managers;
    case 'assigned':
      return departmentName(feedback.department, ctx);
    case 'handling':
      return holders.inDepartment(personName(feedback.claimedBy, ctx), departmentName(feedback.department, ctx));
    case 'draft':
    case 'waiting':
    case 'answered':
      return personName(feedback.repId, ctx);
    case 'closed':
    case 'withdrawn':
    case 'discarded':
      return holders.nobody;
  }
}

/** One sentence for those who wait: how far the case is. Information (竞品信息 and the like) asks for no answer. */
export function standing(feedback: Feedback, ctx: CardContext): string {
  const { card, situations } = ctx.texts;
  if (feedback.status === 'closed' && isInformation(feedback.kind)) return card.archivedInformation;
  return situations[feedback.status](situationOf(feedback, ctx));
}

/** One sentence for the rep: what to do if the rep holds the ball, else how far the case is. */
export function repsTurn(feedback: Feedback, ctx: CardContext): string {
  const { status } = feedback;
  const isTheirs = status === 'waiting' || status === 'answered';
  return isTheirs ? ctx.texts.todos[status](situationOf(feedback, ctx)) : standing(feedback, ctx);
}

/** The names and times that a sentence about the case may use. */
export function situationOf(feedback: Feedback, ctx: CardContext): Situation {
  return {
    department: departmentName(feedback.department, ctx),
    holder: holderName(feedback, ctx),
    due: timeText(deadlineOf(feedback), ctx),
  };
}
