import { type Feedback, isAtRest, type Note } from '../../src/domain/feedback/model';
import { type Element, lines, panel, section } from '../kit/elements';
import { maskContact } from '../kit/mask';
import { messageText } from '../kit/message-text';
import { categoryName, departmentName, personName, timeText } from '../kit/names';
import { cut, oneLine } from '../kit/plain-text';
import type { View } from './case-frame';

const MAX_NAME = 200;
const MAX_EARLIER = 100;

/** The customer's name in one line, masked where the card hangs in a group. */
export function customerName({ feedback, texts, typed }: View): string {
  return oneLine(typed(feedback.customer), MAX_NAME) || texts.card.unnamedCustomer;
}

/** On whose wall the card hangs: whose own name need not be said there. */
type Wall = 'rep' | 'department' | 'office';

/** In whose hands the case is: the one who claimed it, else the department. */
function handler({ feedback, ctx, texts }: View, wall: Wall): string | null {
  const { department, claimedBy } = feedback;
  const name = department && wall !== 'department' ? departmentName(department, ctx) : '';
  if (claimedBy === null) return name === '' ? null : texts.card.labelled(texts.fields.department, name);
  const who = personName(claimedBy, ctx);
  return texts.card.labelled(texts.card.claimedBy, name === '' ? who : texts.holders.inDepartment(who, name));
}

/** Until when, who, what, whose: one block of `label: value` lines, without those that say nothing. */
export function facts(view: View, wall: Wall = 'office'): Element[] {
  const { feedback, ctx, texts, masked, typed } = view;
  const { labelled } = texts.card;
  const fact = (label: string, value: string) => (value === '' ? null : labelled(label, value));
  const due = isAtRest(feedback) ? '' : timeText(feedback.dueAt, ctx);
  const what = [texts.kinds[feedback.kind], categoryName(feedback.category, ctx), texts.channels[feedback.channel]];
  return lines([
    fact(texts.card.due, due),
    fact(texts.fields.customer, customerName(view)),
    fact(texts.fields.contact, oneLine(masked ? maskContact(feedback.contact) : feedback.contact, MAX_NAME)),
    fact(texts.fields.kind, what.join(' · ')),
    handler(view, wall),
    wall !== 'rep' && fact(texts.card.rep, personName(feedback.repId, ctx)),
    fact(texts.fields.note, typed(feedback.note)),
  ]);
}

/** How the case came here: another round, a transfer, an instruction. */
export function background(view: View): Element[] {
  const { feedback, ctx, texts, typed } = view;
  const { cycle, transferredFrom, transferReason, instruction } = feedback;
  const reopened = cycle > 1 && !isAtRest(feedback) ? texts.card.cycle(cycle, typed(feedback.reason)) : null;
  const transfer = transferredFrom
    ? texts.card.transferredFrom(departmentName(transferredFrom, ctx), typed(transferReason))
    : null;
  const title = texts.card.instructionBy(personName(feedback.instructedBy, ctx), timeText(feedback.instructedAt, ctx));
  return [...lines([reopened, transfer]), ...(instruction ? section(title, lines([typed(instruction)])) : [])];
}

/** Until when the rep owes the customer an interim reply: until it is given, or the answer is there. */
export function interimDue({ feedback, ctx }: View): string {
  const isOwed = feedback.extension !== null && feedback.interimAt === null && feedback.status !== 'answered';
  return isOwed && !isAtRest(feedback) ? timeText(feedback.dueAt, ctx) : '';
}

/** The extension, and what it does not spare the rep, whose own card says it first. */
export function extension(view: View, wall: Wall = 'office'): Element[] {
  const { feedback, ctx, texts, typed } = view;
  if (!feedback.extension || isAtRest(feedback)) return [];
  const { until, reason } = feedback.extension;
  const { interimAt, interimReply } = feedback;
  const due = interimDue(view);
  return lines([
    texts.card.extension(timeText(until, ctx), typed(reason)),
    wall !== 'rep' && due !== '' && texts.card.interimReply(due),
    interimAt !== null && texts.card.interimTold(timeText(interimAt, ctx), typed(interimReply ?? '')),
  ]);
}

/** The latest question to the rep, with the information once it is there. */
export function latestQuestion(view: View): Element[] {
  const { feedback, ctx, texts, typed } = view;
  const question = feedback.questions.at(-1);
  if (!question) return [];
  const title = texts.card.questionBy(personName(question.by, ctx), timeText(question.at, ctx));
  const given = question.info === null ? '' : typed(question.info);
  const info = lines([question.infoRecalledAt ? texts.card.recalled(view.masked ? '' : given) : given]);
  return [
    ...section(title, lines([typed(question.question)])),
    ...section(texts.card.infoAt(timeText(question.answeredAt, ctx)), info),
  ];
}

/** The department's answer with cause and prevention; once the case was reopened it is the previous one. */
export function answer({ feedback, ctx, texts, typed }: View): Element[] {
  if (feedback.answer === '') return [];
  const isPrevious = ['triage', 'review', 'assigned', 'handling', 'waiting'].includes(feedback.status);
  const title = isPrevious
    ? texts.card.previousAnswer
    : texts.card.answerBy(personName(feedback.answeredBy, ctx), timeText(feedback.answeredAt, ctx));
  const { labelled } = texts.card;
  return section(
    title,
    lines([
      typed(feedback.answer),
      feedback.cause !== '' && labelled(texts.fields.cause, typed(feedback.cause)),
      feedback.prevention !== '' && labelled(texts.fields.prevention, typed(feedback.prevention)),
    ]),
  );
}

/** What the customer was told and how it was taken. */
export function outcome({ feedback, texts, typed }: View): Element[] {
  if (feedback.status !== 'closed') return [];
  const { labelled } = texts.card;
  const fact = (name: 'told_customer' | 'customer_words' | 'goodwill', value: string) =>
    value !== '' && labelled(texts.fields[name], typed(value));
  return lines([
    feedback.satisfaction !== null && labelled(texts.fields.satisfaction, texts.satisfactions[feedback.satisfaction]),
    fact('told_customer', feedback.toldCustomer),
    fact('customer_words', feedback.customerWords),
    fact('goodwill', feedback.goodwill),
  ]);
}

/** In a group a recalled note is only that; elsewhere it can still be read. */
function noteText(note: Note, { ctx, texts, room, masked, typed }: View): string {
  const { form = 'text', recalledAt, earlier = [] } = note;
  const said = cut(messageText({ form, text: note.text }, texts), Math.floor(room.chars / 4));
  if (recalledAt) return texts.card.recalled(masked ? '' : said);
  const last = earlier.at(-1);
  const edited = last ? texts.card.edited(timeText(last.until, ctx), cut(last.text, MAX_EARLIER)) : '';
  return typed(said + edited);
}

function noteLine(note: Note, view: View): string {
  const { ctx, texts } = view;
  const name = personName(note.by, ctx);
  const who =
    note.from === 'department' ? texts.holders.inDepartment(name, departmentName(note.department, ctx)) : name;
  return texts.card.noteLine(timeText(note.at, ctx), who, noteText(note, view));
}

/** What stood under a card was recalled or edited there: the card must say so. */
const isTakenBack = ({ recalledAt, earlier = [] }: Note): boolean => recalledAt !== undefined || earlier.length > 0;

/**
 * What was written under the cards, the newest last; older ones give way. Without what `inThread` says can be read
 * under this very card: repeating it would cost a call for each note.
 */
export function notes(view: View, inThread: (note: Note) => boolean = () => false): Element[] {
  const { feedback, room, texts } = view;
  const written = feedback.notes.filter((note) => !inThread(note) || isTakenBack(note));
  const shown = written.slice(-room.items);
  const earlier = written.length - shown.length;
  return section(texts.card.notes, [
    ...lines([earlier > 0 && texts.card.earlierNotes(earlier)], 'quiet'),
    ...lines(shown.map((note) => noteLine(note, view))),
  ]);
}

const MILESTONES: [
  'submitted' | 'assigned' | 'claimed' | 'answered' | 'closed',
  (feedback: Feedback) => number | null,
][] = [
  ['submitted', (feedback) => feedback.submittedAt],
  ['assigned', (feedback) => feedback.assignedAt],
  ['claimed', (feedback) => feedback.claimedAt],
  ['answered', (feedback) => feedback.answeredAt],
  ['closed', (feedback) => feedback.closedAt],
];

/** Where the time went, folded: the moments at which the case changed hands. */
export function course({ feedback, ctx, texts }: View): Element[] {
  const moments = MILESTONES.flatMap(([name, momentOf]) => {
    const at = momentOf(feedback);
    return at === null ? [] : [{ at, text: texts.card.milestones[name](timeText(at, ctx)) }];
  });
  moments.sort((a, b) => a.at - b.at);
  return panel(texts.card.course, lines(moments.map(({ text }) => text)));
}
