import { type Feedback, isInformation, numberOf, type Status } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import { button } from '../kit/button';
import type { CardContext } from '../kit/context';
import { type Element, lines, ownWords } from '../kit/elements';
import { frame, type Look } from '../kit/frame';
import { timeText } from '../kit/names';
import { actRow, type MenuAct, menu } from '../kit/parts/acts';
import { hangingTime } from '../kit/time-left';
import { drawnCase, type View } from './case-frame';
import { extension } from './case-sections';
import { commandButton, commandForm } from './command-form';
import { hidesContact } from './contact-card';
import { suggestedWording } from './customer-wording';
import { draftCard } from './draft-card';
import { departmentPictures } from './forwarded-messages';
import { answerLine, openQuestion, progress, tookText } from './short-sections';
import { repsTurn, situationOf } from './situation';

const ask = ({ feedback }: View, act: string, word: string, look: 'default' | 'text' = 'default'): Element =>
  button({ cmd: 'feedback.ask', id: feedback.id, word, look, values: { act } });

const showAll = ({ feedback, texts }: View, look: 'default' | 'text' = 'default'): Element =>
  button({ cmd: 'feedback.show', id: feedback.id, word: texts.acts.course, look });

type MenuWord = 'urge' | 'note' | 'priority' | 'withdraw' | 'interim' | 'whole' | 'askAgain' | 'customersWords';

const repMenu = ({ feedback, texts }: View, words: MenuWord[]): Element[] =>
  menu(
    { cmd: 'feedback.ask', id: feedback.id },
    words.map((word): MenuAct => ({ act: ACTS[word] ?? word, word: texts.acts[word] })),
  );

/** The act behind a word of the menu, where they differ. */
const ACTS: Partial<Record<MenuWord, string>> = { whole: 'show', askAgain: 'reopen', customersWords: 'close' };

/** With whom the case is, and that the rep need not do anything. */
function waitingLine({ feedback, ctx, texts }: View): string {
  const { triage, review, assigned, handling } = texts.card.withOthers;
  const { department, holder } = situationOf(feedback, ctx);
  if (feedback.status === 'triage') return triage;
  if (feedback.status === 'review') return review;
  return feedback.status === 'assigned' ? assigned(department) : handling(holder);
}

/** Somebody else's turn. */
const waiting = (view: View): Element[] => {
  const { texts, feedback } = view;
  if (owesReply(feedback)) return interimActs(view);
  const more = repMenu(view, ['urge', 'priority', 'withdraw', 'whole']);
  return [...lines([waitingLine(view)]), ...actRow([ask(view, 'note', texts.commands.note)], more)];
};

const inHand = (view: View): Element[] => {
  const { texts, feedback } = view;
  if (owesReply(feedback)) return interimActs(view);
  const more = repMenu(view, [...(feedback.extension ? (['interim'] as const) : []), 'withdraw', 'whole']);
  const acts = [commandButton(view, 'urge'), ask(view, 'note', texts.commands.note)];
  return [...lines([waitingLine(view)]), ...extension(view), ...actRow(acts, more)];
};

/** The department has extended, and the customer has not heard so yet. */
const owesReply = ({ extension: longer, interimAt }: Feedback): boolean => longer !== null && interimAt === null;

const interimActs = (view: View): Element[] => {
  const { feedback, ctx, texts } = view;
  const initial = { told_customer: texts.wording.interim(timeText(feedback.extension?.until ?? null, ctx)) };
  return [
    ownWords(`**${texts.card.interimFirst}**`),
    ...extension(view),
    commandForm(view, { command: 'interim', look: 'primary', initial }),
    ...actRow([commandButton(view, 'urge'), showAll(view)], repMenu(view, ['note', 'withdraw'])),
  ];
};

/** The question stands above its answer; the customer may not know either. */
const questionActs = (view: View): Element[] => {
  const { feedback, texts } = view;
  const none = button({
    cmd: 'feedback.provide_none',
    id: feedback.id,
    word: texts.acts.noneKnown,
    values: { info: texts.acts.noneKnown },
  });
  return [
    ...openQuestion(view, 'yellow'),
    commandForm(view, { command: 'provide_info', look: 'primary' }),
    ...actRow([none], repMenu(view, [...(owesReply(feedback) ? (['interim'] as const) : []), 'withdraw', 'whole'])),
  ];
};

/** The wording first; three equal buttons, so that none suggests itself. */
const closingActs = (view: View): Element[] => {
  const { feedback, texts } = view;
  const { id } = feedback;
  const closing = (satisfaction: 'satisfied' | 'neutral' | 'unsatisfied') => ({
    cmd: 'feedback.close',
    id,
    word: texts.satisfactions[satisfaction],
    look: 'choice' as const,
    ending: satisfaction,
    values: { satisfaction },
  });
  const call = hidesContact(feedback) ? [commandButton(view, 'reveal_contact', { word: texts.acts.call })] : [];
  return [
    ownWords(`**${texts.card.answeredLead}**`),
    commandForm(view, {
      command: 'close',
      only: ['told_customer'],
      initial: { told_customer: suggestedWording(view.feedback, view.ctx) },
      aside: texts.card.wordingSent,
      submits: [closing('satisfied'), closing('neutral'), closing('unsatisfied')],
    }),
    ...actRow([...call, showAll(view)], repMenu(view, ['customersWords', 'askAgain', 'withdraw'])),
  ];
};

const finished = (view: View): Element[] => {
  const { feedback, texts } = view;
  if (isInformation(feedback.kind))
    return [...lines([texts.card.archivedInformation]), ...actRow([showAll(view, 'text')])];
  return [
    ...lines([answerLine(view), tookText(view)]),
    ...actRow([showAll(view, 'text'), ask(view, 'reopen', texts.acts.customerBack, 'text')]),
  ];
};

const withdrawn = (view: View): Element[] => {
  const { feedback, ctx, texts, typed } = view;
  const { reason } = feedback;
  return [
    ...lines([repsTurn(feedback, ctx), reason !== '' && texts.card.withdrawnBecause(typed(reason))], 'quiet'),
    ...actRow([showAll(view, 'text')]),
  ];
};

/** The draft went into another case of the customer. */
const merged = ({ feedback: { similar }, texts }: View): Element[] => {
  if (!similar) return [];
  const number = numberOf(similar);
  const see = button({ cmd: 'feedback.show', id: similar.id, word: texts.card.draft.see(number), look: 'text' });
  return [...lines([texts.card.draft.merged(number)], 'quiet'), ...actRow([see])];
};

const discarded = (view: View): Element[] => {
  const { feedback, ctx, texts } = view;
  if (feedback.lastMove.what === 'merge') return merged(view);
  const restoring = commandButton(view, 'restore', { look: 'text', word: texts.acts.restore });
  // A draft whose messages were all recalled has nothing to restore.
  return [...lines([repsTurn(feedback, ctx)], 'quiet'), ...actRow(feedback.sources.length === 0 ? [] : [restoring])];
};

/** What the rep sees and can do, by status. */
const PARTS: Record<Status, (view: View) => Element[]> = {
  draft: () => [],
  triage: waiting,
  review: waiting,
  assigned: waiting,
  handling: inHand,
  waiting: questionActs,
  answered: closingActs,
  closed: finished,
  withdrawn,
  discarded,
};

/** Whose turn it is gives the colour. */
function lookOf({ feedback, ctx, texts, facts }: View): Look {
  const isPressing = facts.priority === 'urgent' || facts.pressing !== null || facts.isAtRest;
  if (owesReply(feedback) && !['waiting', 'answered'].includes(feedback.status) && !facts.isAtRest) {
    return { when: texts.card.interimWhen(hangingTime(feedback.dueAt ?? 0, ctx)) };
  }
  if (isPressing) return {};
  if (feedback.status === 'waiting') return { colour: 'orange' };
  return feedback.status === 'answered' ? {} : { colour: 'wathet' };
}

/** The rep's card of a submitted case: what to do now, or that there is nothing to do. */
export function repCard(feedback: Feedback, ctx: CardContext): CardJson {
  return drawnCase(feedback, { ctx, audience: 'one_person' }, (view) =>
    frame(view, [...PARTS[feedback.status](view), ...departmentPictures(view), ...progress(view)], lookOf(view)),
  );
}

/** The rep's wall: the draft until the rep submits it, the case from then on. */
export function repWall(feedback: Feedback, ctx: CardContext): CardJson {
  return feedback.status === 'draft' ? draftCard(feedback, ctx) : repCard(feedback, ctx);
}
