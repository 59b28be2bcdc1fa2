import { type Feedback, isAtRest, isInformation, type Status } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import type { CardContext } from '../kit/context';
import { type Element, hr, lines } from '../kit/elements';
import { frame } from '../kit/frame';
import { timeText } from '../kit/names';
import { drawnCase, type View } from './case-frame';
import {
  answer,
  background,
  course,
  extension,
  facts,
  interimDue,
  latestQuestion,
  notes,
  outcome,
} from './case-sections';
import { cardForms, commandButton, type FormPlan } from './command-form';
import { suggestedWording } from './customer-wording';
import { draftCard } from './draft-card';
import { footerButtons } from './footer-buttons';
import { attachments, forwardedMessages } from './forwarded-messages';
import { repsTurn } from './situation';

const withdrawing = ({ texts }: View): FormPlan => ({ command: 'withdraw', confirm: texts.confirms.withdraw });

/** A closed case that still asks something of the rep. */
function isUnsatisfied({ status, satisfaction }: Feedback): boolean {
  return status === 'closed' && satisfaction === 'unsatisfied';
}

/** The form that reopens a case; open, with the customer's own words, if the customer is not satisfied. */
function reopening(view: View): Element[] {
  const { feedback } = view;
  if (isInformation(feedback.kind)) return [];
  if (!isUnsatisfied(feedback)) return cardForms(view, { folded: [{ command: 'reopen' }] });
  const initial = { reason: feedback.customerWords };
  return cardForms(view, { open: [{ command: 'reopen', look: 'primary', initial }] });
}

/** The form of the interim reply, if the department has extended and the rep has not replied yet. */
function interimReply({ feedback, ctx, texts }: View): FormPlan[] {
  const { extension: longer, interimAt } = feedback;
  if (longer === null || interimAt !== null) return [];
  const initial = { told_customer: texts.wording.interim(timeText(longer.until, ctx)) };
  return [{ command: 'interim', initial, look: 'primary' }];
}

/** While the department has the case. */
const waiting = (view: View): Element[] => [
  ...cardForms(view, { open: interimReply(view) }),
  commandButton(view, 'urge'),
  ...cardForms(view, { folded: [withdrawing(view)] }),
];

/** The rep's forms and buttons, by status. */
const ACTIONS: Record<Status, (view: View) => Element[]> = {
  draft: () => [],
  triage: waiting,
  review: waiting,
  assigned: waiting,
  handling: waiting,
  waiting: (view) =>
    cardForms(view, {
      open: [{ command: 'provide_info', look: 'primary' }, ...interimReply(view)],
      folded: [withdrawing(view)],
    }),
  answered: (view) =>
    cardForms(view, {
      open: [{ command: 'close', initial: { told_customer: suggestedWording(view) }, look: 'primary' }],
      folded: [{ command: 'reopen' }, withdrawing(view)],
    }),
  closed: reopening,
  withdrawn: () => [],
  discarded: () => [],
};

/** The first lines. */
function lead(view: View): Element[] {
  const { feedback, ctx, texts, typed } = view;
  const { status, reason } = feedback;
  const interim = interimDue(view);
  return [
    ...lines([
      interim !== '' && texts.card.interimFirst(interim),
      repsTurn(feedback, ctx),
      status === 'withdrawn' && reason !== '' && texts.card.withdrawnBecause(typed(reason)),
    ]),
    ...lines([isUnsatisfied(feedback) && texts.card.unsatisfiedLead], 'alarm'),
  ];
}

/**
 * The rep's card of a submitted case. Notes since the case last changed hands are left out: the rep was told of them
 * under the card, and each change of the card costs a call.
 */
export function repCard(feedback: Feedback, ctx: CardContext): CardJson {
  return drawnCase(feedback, { ctx, audience: 'one_person' }, (view) => {
    const story = [
      ...facts(view, 'rep'),
      ...extension(view),
      ...background(view),
      ...(feedback.status === 'waiting' ? [] : answer(view)),
      ...latestQuestion(view),
      ...outcome(view),
      ...notes(view, (note) => note.at >= feedback.heldSince),
      ...forwardedMessages(view),
      ...attachments(view),
      ...course(view),
    ];
    const actions = ACTIONS[feedback.status](view);
    const shown =
      isAtRest(feedback) && feedback.status !== 'closed' ? [...facts(view, 'rep'), ...forwardedMessages(view)] : story;
    // An unsatisfied customer comes before the story of the case.
    if (isUnsatisfied(feedback))
      return frame(view, [...lead(view), ...actions, hr(), ...shown, ...footerButtons(view)], 'orange');
    return frame(view, [
      ...lead(view),
      ...shown,
      ...(actions.length > 0 ? [hr(), ...actions] : []),
      ...footerButtons(view),
    ]);
  });
}

/** The rep's wall: the draft until the rep submits it, the case from then on. */
export function repWall(feedback: Feedback, ctx: CardContext): CardJson {
  return feedback.status === 'draft' ? draftCard(feedback, ctx) : repCard(feedback, ctx);
}
