import { type Feedback, isAtRest, isInformation, type Status } from '../src/domain/feedback/model';
import type { CardJson } from '../src/domain/messaging';
import { commandButton, commandForm } from './command-form';
import type { CardContext } from './context';
import { draftCard } from './draft-card';
import { type Element, hr, lines } from './elements';
import { situationOf, standing } from './names';
import {
  answer,
  attachments,
  background,
  course,
  customersWords,
  extension,
  facts,
  latestQuestion,
  notes,
  outcome,
} from './parts';
import { cut } from './text';
import { drawn, frame, type View } from './view';

/** So that the whole proposal stays within what an input takes. */
const MAX_QUOTED_ANSWER = 800;

/** What the rep may say to the customer: the answer in a polite frame, nothing of causes, measures or colleagues. */
function proposalFor({ feedback, texts }: View): string {
  const words = cut(feedback.answer, MAX_QUOTED_ANSWER).replace(/[。.!！;；\s]+$/u, '');
  return words === '' ? '' : texts.card.toldCustomer(words);
}

function withdrawForm(view: View): Element {
  return commandForm(view, 'withdraw', { confirm: view.texts.confirms.withdraw });
}

function closing(view: View): Element[] {
  return [
    commandForm(view, 'close', { initial: { told_customer: proposalFor(view) }, look: 'primary' }),
    hr(),
    commandForm(view, 'reopen'),
    // Without its form: `reason` is the reopening's on this card.
    commandButton(view, 'withdraw', 'default', view.texts.confirms.withdraw),
  ];
}

/** The one closed case that still asks something of the rep. */
function isUnsatisfied({ status, satisfaction }: Feedback): boolean {
  return status === 'closed' && satisfaction === 'unsatisfied';
}

function reopening(view: View): Element[] {
  const { feedback } = view;
  if (isInformation(feedback.kind)) return [];
  return [commandForm(view, 'reopen', { look: isUnsatisfied(feedback) ? 'primary' : 'default' })];
}

const urgeOrWithdraw = (view: View): Element[] => [commandButton(view, 'urge'), withdrawForm(view)];

/** What the rep can do, by status. */
const ACTIONS: Record<Status, (view: View) => Element[]> = {
  draft: () => [],
  triage: urgeOrWithdraw,
  review: urgeOrWithdraw,
  assigned: urgeOrWithdraw,
  handling: urgeOrWithdraw,
  waiting: (view) => [commandForm(view, 'provide_info', { look: 'primary' }), hr(), withdrawForm(view)],
  answered: closing,
  closed: reopening,
  withdrawn: () => [],
  discarded: () => [],
};

/** One sentence on top: what is to be done where the rep holds the ball, else where the case stands. */
function lead({ feedback, ctx, texts, typed }: View): Element[] {
  const { status, reason } = feedback;
  const isRepsTurn = status === 'waiting' || status === 'answered';
  return [
    ...lines([
      isRepsTurn ? texts.todos[status](situationOf(feedback, ctx)) : standing(feedback, ctx),
      status === 'withdrawn' && reason !== '' && texts.card.withdrawnBecause(typed(reason)),
    ]),
    ...lines([isUnsatisfied(feedback) && texts.card.unsatisfiedLead], 'alarm'),
  ];
}

/** The rep's card of a submitted case. */
export function repCard(feedback: Feedback, ctx: CardContext): CardJson {
  return drawn(feedback, ctx, 'one_person', (view) => {
    const story = [
      ...facts(view),
      ...extension(view),
      ...background(view),
      ...(feedback.status === 'waiting' ? [] : answer(view)),
      ...latestQuestion(view),
      ...outcome(view),
      ...notes(view),
      ...customersWords(view),
      ...attachments(view),
      ...course(view),
    ];
    const actions = ACTIONS[feedback.status](view);
    const shown =
      isAtRest(feedback) && feedback.status !== 'closed' ? [...facts(view), ...customersWords(view)] : story;
    return frame(
      view,
      [...lead(view), ...shown, ...(actions.length > 0 ? [hr(), ...actions] : [])],
      isUnsatisfied(feedback) ? 'orange' : undefined,
    );
  });
}

/** The rep's wall: the draft until it is submitted, the case from then on. */
export function repWall(feedback: Feedback, ctx: CardContext): CardJson {
  return feedback.status === 'draft' ? draftCard(feedback, ctx) : repCard(feedback, ctx);
}
