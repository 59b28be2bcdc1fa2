import { type Feedback, isAtRest, isReplyOf, type Note } from '../../src/domain/feedback/model';
import type { CardJson } from '../../src/domain/messaging';
import { departmentOptions } from '../kit/choices';
import type { CardContext } from '../kit/context';
import { type Element, hr, lines, section } from '../kit/elements';
import { frame, quietCard } from '../kit/frame';
import { departmentName, personName, timeText } from '../kit/names';
import { cut } from '../kit/plain-text';
import { drawnCase, type View } from './case-frame';
import {
  answer,
  background,
  course,
  customerName,
  extension,
  facts,
  latestQuestion,
  notes,
  outcome,
} from './case-sections';
import { cardForms, commandButton, type FormPlan } from './command-form';
import { footerButtons } from './footer-buttons';
import { attachments, forwardedMessages } from './forwarded-messages';
import { situationOf, standing } from './situation';

/** Enough to recognise the reply, which stands in full under the card. */
const MAX_REPLY = 200;

/** The form of a transfer; none if there is neither another department nor anybody who routes. */
function transferring(view: View): FormPlan[] {
  const { ctx, feedback } = view;
  const hasRouters = ctx.org.clerks.length > 0 || ctx.org.admins.length > 0;
  const departments = { except: feedback.department, unsure: hasRouters };
  return departmentOptions(view, '', departments).length === 0 ? [] : [{ command: 'transfer', departments }];
}

/** The newest reply under the card may be the answer already: one tap makes it so. */
function newestReply(view: View): Element[] {
  const { feedback, ctx, texts, typed } = view;
  const index = feedback.notes.findLastIndex((note) => isReplyOf(note, feedback));
  const reply = feedback.notes[index];
  if (!reply) return [];
  return [
    ...section(
      texts.card.newestReply(personName(reply.by, ctx), timeText(reply.at, ctx)),
      lines([cut(typed(reply.text), MAX_REPLY)]),
    ),
    commandButton(view, 'answer_with_reply', { values: { reply: index + 1 } }),
  ];
}

function actions(view: View): Element[] {
  switch (view.feedback.status) {
    case 'assigned':
      return [
        hr(),
        commandButton(view, 'claim', { look: 'primary' }),
        ...newestReply(view),
        ...cardForms(view, { folded: transferring(view) }),
      ];
    case 'handling':
      return [
        hr(),
        ...newestReply(view),
        ...cardForms(view, {
          open: [{ command: 'answer', look: 'primary' }],
          folded: [{ command: 'request_info' }, ...transferring(view), { command: 'extend' }, { command: 'release' }],
        }),
      ];
    case 'waiting':
      return [hr(), ...cardForms(view, { folded: [{ command: 'extend' }] })];
    default:
      return [];
  }
}

function lead({ feedback, ctx, texts, typed }: View): Element[] {
  const { status, reason } = feedback;
  const isTheirTurn = status === 'assigned' || status === 'handling';
  return lines([
    isTheirTurn ? texts.todos[status](situationOf(feedback, ctx)) : standing(feedback, ctx),
    status === 'withdrawn' && reason !== '' && texts.card.withdrawnBecause(typed(reason)),
  ]);
}

/** The card in a group after its department has lost the case; it names the new department and the reason. */
function movedCard(view: View, departmentKey: string): CardJson {
  const { feedback, ctx, texts, typed } = view;
  const { department, transferredFrom, transferReason } = feedback;
  const isFromHere = transferredFrom === departmentKey && transferReason !== '';
  return quietCard(view, [
    department === null ? texts.card.leftDepartment : texts.card.transferredTo(departmentName(department, ctx)),
    isFromHere ? texts.card.labelled(texts.reasons.transfer, typed(transferReason)) : null,
    texts.card.labelled(texts.fields.customer, customerName(view)),
  ]);
}

function story(view: View): Element[] {
  const { department, assignedAt } = view.feedback;
  const inThread = (note: Note) => note.department === department && note.at >= (assignedAt ?? 0);
  if (isAtRest(view.feedback)) {
    return [
      ...facts(view, 'department'),
      ...answer(view),
      ...outcome(view),
      ...forwardedMessages(view),
      ...course(view),
    ];
  }
  return [
    ...facts(view, 'department'),
    ...extension(view),
    ...background(view),
    ...forwardedMessages(view),
    ...attachments(view),
    ...latestQuestion(view),
    ...answer(view),
    ...notes(view, inThread),
    ...course(view),
  ];
}

/** The card in a department's group; contact details are masked. */
export function departmentCard(feedback: Feedback, departmentKey: string, ctx: CardContext): CardJson {
  return drawnCase(feedback, { ctx, audience: 'group' }, (view) => {
    if (feedback.department !== departmentKey) return movedCard(view, departmentKey);
    return frame(view, [...lead(view), ...story(view), ...actions(view), ...footerButtons(view)]);
  });
}
