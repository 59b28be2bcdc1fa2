import { type Feedback, isAtRest, type Note } from '../src/domain/feedback/model';
import type { CardJson } from '../src/domain/messaging';
import { commandButton, commandForm, departmentOptions } from './command-form';
import type { CardContext } from './context';
import { type Element, hr, lines } from './elements';
import { departmentName, situationOf, standing } from './names';
import {
  answer,
  attachments,
  background,
  course,
  customerName,
  customersWords,
  extension,
  facts,
  latestQuestion,
  notes,
  outcome,
} from './parts';
import { drawn, frame, quietCard, retiredCard, type View } from './view';

/** None where there is no other department and nobody to route. */
function transferForm(view: View): Element[] {
  const { ctx, feedback } = view;
  const hasRouters = ctx.org.clerks.length > 0 || ctx.org.admins.length > 0;
  const departments = { except: feedback.department, unsure: hasRouters };
  if (departmentOptions(view, '', departments).length === 0) return [];
  return [commandForm(view, 'transfer', { departments })];
}

/** `reason` is the transfer's on a card that has both forms. */
function handlingForms(view: View): Element[] {
  return [
    commandForm(view, 'answer', { look: 'primary' }),
    hr(),
    commandForm(view, 'request_info'),
    hr(),
    ...transferForm(view),
    hr(),
    commandForm(view, 'extend', { suffixed: ['reason'] }),
  ];
}

function actions(view: View): Element[] {
  if (view.feedback.status === 'assigned')
    return [hr(), commandButton(view, 'claim', 'primary'), ...transferForm(view)];
  return view.feedback.status === 'handling' ? [hr(), ...handlingForms(view)] : [];
}

function lead({ feedback, ctx, texts, private: hidden }: View): Element[] {
  const { status, reason } = feedback;
  const isTheirTurn = status === 'assigned' || status === 'handling';
  return lines([
    isTheirTurn ? texts.todos[status](situationOf(feedback, ctx)) : standing(feedback, ctx),
    status === 'withdrawn' && reason !== '' && texts.card.withdrawnBecause(hidden(reason)),
  ]);
}

/** The case has gone to somebody else: this group is told where, and why. */
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
    return [...facts(view), ...answer(view), ...outcome(view), ...customersWords(view), ...course(view)];
  }
  return [
    ...facts(view),
    ...extension(view),
    ...background(view),
    ...customersWords(view),
    ...attachments(view),
    ...latestQuestion(view),
    ...answer(view),
    ...notes(view, inThread),
    ...course(view),
  ];
}

/** The card in a department's group; what the customer's side wrote is masked there. */
export function departmentCard(
  feedback: Feedback,
  departmentKey: string,
  ctx: CardContext,
  { retired }: { retired: boolean },
): CardJson {
  if (retired) return retiredCard(feedback, ctx);
  return drawn(feedback, ctx, 'group', (view) => {
    if (feedback.department !== departmentKey) return movedCard(view, departmentKey);
    return frame(view, [...lead(view), ...story(view), ...actions(view)]);
  });
}
