import { owesInterim } from '../../../src/domain/feedback/clock/deadline';
import { type Feedback, isAtRest, type Satisfaction } from '../../../src/domain/feedback/model';
import type { Recipient } from '../../../src/domain/messaging';
import { peopleOf } from '../../../src/domain/org/membership';
import { type ButtonLook, button } from '../../kit/button';
import type { Element } from '../../kit/elements';
import { actRow, menu } from '../../kit/parts/acts';
import type { View } from '../case-frame';
import { commandButton, commandForm } from '../command-form';
import { type Part, partOf } from './reader';

/** A notice while its acts are drawn. */
export interface Offer {
  view: View;
  to: Recipient;
  /** The notice asks its reader to act: the next act stands out, and its form stands on the notice itself. */
  isCall: boolean;
}

type Act = 'extend' | 'transfer' | 'release' | 'reassign' | 'assign' | 'show';

/** The button that brings the form of an act. */
export const ask = ({ feedback }: View, act: string, word: string, look: ButtonLook = 'default'): Element =>
  button({ cmd: 'feedback.ask', id: feedback.id, word, look, values: { act } });

/** 查看: the case as its reader may see it. */
export const show = ({ feedback, texts }: View, look: ButtonLook = 'default'): Element =>
  button({ cmd: 'feedback.show', id: feedback.id, word: texts.list.view, look });

const more = ({ feedback, texts }: View, acts: Act[]): Element[] =>
  menu(
    { cmd: 'feedback.ask', id: feedback.id },
    acts.map((act) => ({ act, word: texts.rowActs[act] })),
  );

const lookOf = (isCall: boolean): ButtonLook => (isCall ? 'primary' : 'default');

const claim = ({ view, isCall }: Offer, word = view.texts.commands.claim): Element =>
  commandButton(view, 'claim', { look: lookOf(isCall), word });

/** In a group, which is spoken to as a whole. */
function ofGroup(offer: Offer): Element[] {
  const { view, isCall } = offer;
  const { feedback, ctx, texts } = view;
  const hasLead = ctx.org.departments.some(({ key, lead }) => key === feedback.department && lead !== null);
  switch (feedback.status) {
    case 'assigned':
      return actRow([claim(offer), ...(hasLead ? [ask(view, 'assign', texts.acts.toColleague)] : [])]);
    case 'handling':
      return actRow([ask(view, 'answer', texts.acts.answer, lookOf(isCall)), show(view)]);
    case 'waiting':
      return actRow([commandButton(view, 'nudge_rep'), show(view)]);
    default:
      return actRow([show(view)]);
  }
}

/** The answer is typed right here if the notice asks for it. */
function ofHolder({ view, isCall }: Offer): Element[] {
  const { texts } = view;
  if (!isCall) return actRow([ask(view, 'answer', texts.acts.wholeAnswer), show(view)]);
  return [
    commandForm(view, { command: 'answer', only: ['answer'], look: 'primary' }),
    ...actRow(
      [commandButton(view, 'still_working'), ask(view, 'extend', texts.rowActs.extend)],
      more(view, ['transfer', 'release', 'show']),
    ),
  ];
}

/** Three equal buttons: none suggests itself. */
function closing(view: View): Element[] {
  const { feedback, texts } = view;
  const button3 = (satisfaction: Satisfaction) =>
    button({
      cmd: 'feedback.close',
      id: feedback.id,
      word: texts.satisfactions[satisfaction],
      look: 'choice',
      values: { satisfaction },
    });
  return actRow([button3('satisfied'), button3('neutral'), button3('unsatisfied')], more(view, ['show']));
}

function ofRep({ view, isCall }: Offer): Element[] {
  const { feedback, texts } = view;
  if (feedback.status === 'waiting' && isCall) {
    return [commandForm(view, { command: 'provide_info', look: 'primary' }), ...actRow([show(view)])];
  }
  if (feedback.status === 'waiting') return actRow([ask(view, 'provide', texts.rowActs.provide), show(view)]);
  if (feedback.status === 'answered') return closing(view);
  const urge = commandButton(view, 'urge', { word: texts.acts.urge });
  if (owesInterim(feedback)) {
    return actRow([ask(view, 'interim', texts.acts.interim, lookOf(isCall)), urge], more(view, ['show']));
  }
  return actRow([urge, ask(view, 'note', texts.commands.note)], more(view, ['show']));
}

/** One pick and one tap hand an unclaimed case to a colleague. */
function ofLead(offer: Offer): Element[] {
  const { view, to, isCall } = offer;
  const { feedback, ctx, texts } = view;
  const hasColleagues = peopleOf(feedback.department, ctx.org, ctx.groupMembers).some((id) => id !== to.id);
  const urge = (word: string, look: ButtonLook = 'default') => commandButton(view, 'urge', { word, look });
  switch (feedback.status) {
    case 'assigned': {
      const assigns = isCall && hasColleagues;
      const form = assigns ? [commandForm(view, { command: 'assign', look: 'primary' })] : [];
      const own = claim({ ...offer, isCall: isCall && !assigns }, texts.acts.takeIt);
      return [...form, ...actRow([own, urge(texts.acts.urgeGroup)], more(view, ['transfer', 'extend', 'show']))];
    }
    case 'handling': {
      const other = hasColleagues ? [ask(view, 'assign', texts.acts.change)] : [];
      return actRow([urge(texts.commands.urge, lookOf(isCall)), ...other], more(view, ['transfer', 'extend', 'show']));
    }
    default:
      return actRow([urge(texts.commands.urge, lookOf(isCall)), show(view)]);
  }
}

function ofManager({ view, isCall }: Offer): Element[] {
  const { feedback, texts } = view;
  if (feedback.status === 'review') {
    return actRow([ask(view, 'instruct', texts.acts.instruct, lookOf(isCall)), show(view)]);
  }
  const canAssign = feedback.status === 'assigned' || feedback.status === 'handling';
  return actRow(
    [commandButton(view, 'urge', { look: lookOf(isCall) }), ask(view, 'instruct', texts.acts.instruct)],
    more(view, ['reassign', ...(canAssign ? (['assign'] as const) : []), 'show']),
  );
}

const ofRouter = ({ view, isCall }: Offer): Element[] =>
  view.feedback.status === 'triage'
    ? actRow([ask(view, 'route', view.texts.acts.route, lookOf(isCall)), show(view)])
    : [];

const ACTS: Record<Part, (offer: Offer) => Element[]> = {
  group: ofGroup,
  holder: ofHolder,
  rep: ofRep,
  router: ofRouter,
  lead: ofLead,
  manager: ofManager,
  other: ({ view }) => actRow([show(view)]),
};

/** Whom a look at the case shows something: a draft is its rep's alone. */
const isToSee = ({ status }: Feedback): boolean => status !== 'draft' && status !== 'discarded';

/** What is left to do with a case at rest, or with a notice whose time is over. */
export function lastActs(view: View): Element[] {
  return isToSee(view.feedback) ? actRow([show(view, 'text')]) : [];
}

/** What this reader can do with the case as it is now. */
export function readerActs(offer: Offer): Element[] {
  const { view, to } = offer;
  const { feedback, ctx, texts } = view;
  const part = partOf(feedback, to, ctx.org);
  if (!isAtRest(feedback)) return ACTS[part](offer);
  const back = part === 'rep' && feedback.status === 'closed';
  return back ? actRow([show(view, 'text'), ask(view, 'reopen', texts.acts.customerBack, 'text')]) : lastActs(view);
}
