import { isFull } from '../../src/domain/feedback/intake/take-in';
import type { Feedback } from '../../src/domain/feedback/model';
import { isClosed, notRecalled } from '../../src/domain/feedback/source-text';
import type { CardJson } from '../../src/domain/messaging';
import { UNSURE } from '../../src/domain/org/org';
import type { CardContext } from '../kit/context';
import { type Element, lines, section } from '../kit/elements';
import { frame } from '../kit/frame';
import { departmentName } from '../kit/names';
import { drawnCase } from './case-frame';
import { quotedWords } from './case-sections';
import { cardForms, commandButton, commandForm } from './command-form';
import { attachments, forwardedMessages } from './forwarded-messages';
import { situationOf } from './situation';

/** The rep's draft: the customer's messages, the form with the rules' guesses in it, and a form that parts a burst. */
export function draftCard(feedback: Feedback, ctx: CardContext): CardJson {
  return drawnCase(feedback, { ctx, audience: 'one_person' }, (view) => {
    const { customer, contact, channel, kind, category, department, priority, note } = feedback;
    const initial = { customer, contact, channel, kind, category, department: department ?? UNSURE, priority, note };
    return frame(view, [
      ...lines([ctx.texts.todos.draft(situationOf(feedback, ctx))]),
      ...lines([notRecalled(feedback.sources).some(isClosed) && ctx.texts.platform.closedForward], 'alarm'),
      ...lines([isFull(feedback) && ctx.texts.card.draftFull], 'quiet'),
      ...forwardedMessages(view),
      ...attachments(view),
      ...doubts(feedback, ctx),
      commandForm(view, { command: 'submit', initial, look: 'primary', departments: { unsure: true } }),
      commandButton(view, 'discard', { confirm: ctx.texts.confirms.discard }),
      ...(feedback.sources.length > 1 ? cardForms(view, { folded: [{ command: 'split' }] }) : []),
    ]);
  });
}

/** What the rules could not tell from the customer's words, and why. */
function doubts({ guessedFrom }: Feedback, ctx: CardContext): Element[] {
  const { texts } = ctx;
  const { kind, values, rivals = [] } = guessedFrom;
  if (!values) return [];
  const tied = rivals.map(({ department, words }) =>
    texts.card.mentionedOf(departmentName(department, ctx), quotedWords(words, ctx)),
  );
  const found = [
    kind.length === 0 && texts.card.noKindGuessed(texts.kinds[values.kind]),
    values.category === null && texts.card.noCategoryGuessed,
    values.department === null && (tied.length > 0 ? texts.card.departmentsTied(tied) : texts.card.noDepartmentGuessed),
  ];
  return section(texts.card.unsure, lines(found, 'quiet'));
}
