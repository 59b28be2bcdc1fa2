import { type CardCommand, isCardCommand } from '../../../src/domain/feedback/commands';
import type { Feedback, Status } from '../../../src/domain/feedback/model';
import type { JsonObject } from '../../../src/domain/messaging';
import type { CardContext } from '../../kit/context';
import { personName } from '../../kit/names';
import { type RefusalTerms, refusalSentence } from '../../kit/refusal';
import { fieldLabel } from '../command-form';

function termsOf(feedback: Pick<Feedback, 'repId'> | null, ctx: CardContext): RefusalTerms {
  const { deeds, statuses } = ctx.texts;
  return {
    deedOf: (command) => (Object.hasOwn(deeds, command) ? deeds[command as CardCommand] : undefined) ?? '',
    statusOf: (status) => (Object.hasOwn(statuses, status) ? statuses[status as Status] : status),
    fieldOf: (command, name) => fieldLabel(isCardCommand(command) ? command : null, name, ctx.texts),
    owner: feedback?.repId ? personName(feedback.repId, ctx) : '',
  };
}

/** The sentence that a person is shown for a refusal about a feedback, or about no record. */
export function refusalText(
  reason: string,
  detail: JsonObject,
  ctx: CardContext,
  feedback: Pick<Feedback, 'repId'> | null,
): string {
  return refusalSentence({ reason, detail }, termsOf(feedback, ctx), ctx);
}
