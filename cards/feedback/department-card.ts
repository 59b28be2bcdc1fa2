import { type Feedback, isAtRest } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import { button } from '../kit/button';
import { departmentOptions } from '../kit/choices';
import type { CardContext } from '../kit/context';
import { block, clamped, type Element, lines, ownWords } from '../kit/elements';
import { frame, type Look, quietCard } from '../kit/frame';
import { departmentName, personName } from '../kit/names';
import { actRow, type MenuAct, menu } from '../kit/parts/acts';
import { oneLine } from '../kit/plain-text';
import { sinceText } from '../kit/time-left';
import { drawnCase, type View } from './case-frame';
import { background, extension } from './case-sections';
import { commandButton, commandForm, extendWord } from './command-form';
import { hidesContact } from './contact-card';
import { attachments, forwardedNotes } from './forwarded-messages';
import {
  customerWords,
  factLine,
  foundBefore,
  newestFromRep,
  newestReply,
  openQuestion,
  progress,
  tookText,
} from './short-sections';
import { standing } from './situation';

const MAX_QUOTE = 120;

const ask = ({ feedback }: View, act: string, word: string, look: 'default' | 'text' = 'default'): Element =>
  button({ cmd: 'feedback.ask', id: feedback.id, word, look, values: { act } });

const showAll = ({ feedback, texts }: View, look: 'default' | 'text' = 'default'): Element =>
  button({ cmd: 'feedback.show', id: feedback.id, word: texts.acts.course, look });

/** 不归我们管; none if there is neither another department nor anybody who routes. */
function transferring(view: View, word: string): Element[] {
  const { ctx, feedback } = view;
  const hasRouters = ctx.org.clerks.length > 0 || ctx.org.admins.length > 0;
  const departments = { except: feedback.department, unsure: hasRouters };
  return departmentOptions(view, '', departments).length === 0 ? [] : [ask(view, 'transfer', word)];
}

/** What the department has to know: the customer's words, what came since, and how the case came here. */
const knowledge = (view: View, lineCount = 4): Element[] => [
  ...foundBefore(view),
  ...customerWords(view, { lineCount }),
  ...attachments(view),
  ...forwardedNotes(view),
  ...factLine(view),
  ...background(view),
  ...extension(view),
];

/** A case of life and limb calls the lead by name; any other asks whoever is free. */
function callToClaim({ feedback, ctx, texts }: View): Element[] {
  const { claimLead, claimLeadUrgent } = texts.card;
  if (feedback.priority !== 'urgent') return [ownWords(`**${claimLead.ask}** ${claimLead.more}`)];
  const lead = ctx.org.departments.find(({ key }) => key === feedback.department)?.lead ?? null;
  const at = lead === null ? '' : `<at id=${lead}></at> `;
  return [ownWords(`${at}**<font color='red'>${claimLeadUrgent}</font>**`)];
}

const assigned = (view: View): Element[] => {
  const { feedback, texts } = view;
  const word = feedback.priority === 'urgent' ? texts.acts.claimAtOnce : texts.commands.claim;
  const claim = commandButton(view, 'claim', { look: 'primary', word });
  return [
    ...callToClaim(view),
    ...actRow([claim, ...transferring(view, texts.acts.notOurs)]),
    ...newestReply(view),
    ...newestFromRep(view),
    ...knowledge(view),
  ];
};

/** The rare acts of a case in hand. */
function handlingMenu({ feedback, ctx, texts, masked }: View): Element[] {
  const acts: MenuAct[] = [
    { act: 'extend', word: extendWord(ctx) },
    { act: 'release', word: texts.acts.release },
    ...(masked && hidesContact(feedback) ? [{ act: 'reveal_contact', word: texts.acts.contact }] : []),
    { act: 'explain', word: texts.clock.explain },
    { act: 'show', word: texts.acts.course },
  ];
  return menu({ cmd: 'feedback.ask', id: feedback.id }, acts);
}

const handling = (view: View): Element[] => {
  const { feedback, ctx, texts } = view;
  const who = personName(feedback.claimedBy, ctx);
  return [
    ...lines([texts.card.inHand(who, sinceText(feedback.claimedAt, ctx))]),
    commandForm(view, { command: 'answer', only: ['answer'], look: 'primary' }),
    ...newestReply(view),
    ...newestFromRep(view),
    ...knowledge(view, 3),
    ...actRow([ask(view, 'info', texts.acts.info), ...transferring(view, texts.acts.transfer)], handlingMenu(view)),
  ];
};

const waitingForRep = (view: View): Element[] => {
  const { feedback, ctx, texts } = view;
  const rep = personName(feedback.repId, ctx);
  const more: MenuAct[] = [
    { act: 'transfer', word: texts.acts.transfer },
    { act: 'extend', word: extendWord(ctx) },
    { act: 'show', word: texts.acts.course },
  ];
  return [
    ...lines([texts.card.waitingForRep(rep)]),
    ...openQuestion(view, 'grey'),
    ...extension(view),
    ...actRow(
      [commandButton(view, 'nudge_rep', { word: texts.acts.nudge(rep) }), ask(view, 'answer', texts.acts.answerAnyway)],
      menu({ cmd: 'feedback.ask', id: feedback.id }, more),
    ),
  ];
};

/** Cause and prevention are asked for when the customer has been answered. */
const causeButton = (view: View): Element[] =>
  view.feedback.kind === 'complaint' && view.feedback.cause === ''
    ? [ask(view, 'cause', view.texts.commands.cause, 'text')]
    : [];

const answered = (view: View): Element[] => {
  const { feedback, ctx, texts, typed } = view;
  const title = texts.card.answerBy(personName(feedback.answeredBy, ctx), sinceText(feedback.answeredAt, ctx));
  return [
    ...lines([standing(feedback, ctx)]),
    ...block('green', title, clamped(typed(feedback.answer, MAX_QUOTE), 4)),
    ...actRow([showAll(view, 'text'), ...causeButton(view)]),
  ];
};

const finished = (view: View): Element[] => {
  const { feedback, ctx, texts, typed } = view;
  const { status, reason, customerWords: said, answeredBy } = feedback;
  if (status !== 'closed') {
    const because = status === 'withdrawn' && reason !== '' && texts.card.withdrawnBecause(typed(reason));
    return [...lines([standing(feedback, ctx), because], 'quiet'), ...actRow([showAll(view, 'text')])];
  }
  const by = answeredBy === null ? standing(feedback, ctx) : texts.card.handledBy(personName(answeredBy, ctx));
  return [
    ...lines([said !== '' && texts.card.customerSaid(oneLine(typed(said, MAX_QUOTE), MAX_QUOTE))]),
    ...lines([[by, tookText(view)].filter(Boolean).join(texts.card.comma)]),
    ...actRow([showAll(view, 'text'), ...causeButton(view)]),
  ];
};

function partsOf(view: View): Element[] {
  switch (view.feedback.status) {
    case 'assigned':
      return assigned(view);
    case 'handling':
      return handling(view);
    case 'waiting':
      return waitingForRep(view);
    case 'answered':
      return answered(view);
    default:
      return finished(view);
  }
}

/** The card in a group after its department has lost the case; it names the new department and the reason. */
function movedCard(view: View, departmentKey: string): CardJson {
  const { feedback, ctx, texts, typed } = view;
  const { department, transferredFrom, transferReason } = feedback;
  const isFromHere = transferredFrom === departmentKey && transferReason !== '';
  return quietCard(view, [
    department === null ? texts.card.leftDepartment : texts.card.transferredTo(departmentName(department, ctx)),
    isFromHere ? texts.card.labelled(texts.reasons.transfer, typed(transferReason)) : null,
  ]);
}

/** Whose turn it is gives the colour. */
function lookOf({ feedback: { status }, facts }: View): Look {
  const isPressing = facts.priority === 'urgent' || facts.pressing !== null || facts.isAtRest;
  const isTheirTurn = status === 'assigned' || status === 'handling';
  return isPressing || isTheirTurn ? {} : { colour: 'wathet' };
}

/** The card in a department's group; contact details are masked. */
export function departmentCard(feedback: Feedback, departmentKey: string, ctx: CardContext): CardJson {
  return drawnCase(feedback, { ctx, audience: 'group' }, (view) => {
    if (feedback.department !== departmentKey) return movedCard(view, departmentKey);
    return frame(view, [...partsOf(view), ...(isAtRest(feedback) ? [] : progress(view))], lookOf(view));
  });
}
