import { deadlineOf, departmentDeadlineOf, owesInterim } from '../../src/domain/feedback/clock/deadline';
import { type Feedback, isAtRest, type Note } from '../../src/domain/feedback/model';
import type { CardContext } from '../kit/context';
import { type Element, lines, panel, section } from '../kit/elements';
import { maskContact } from '../kit/mask';
import { messageText } from '../kit/message-text';
import { categoryName, departmentName, personName, timeText } from '../kit/names';
import { cut, oneLine } from '../kit/plain-text';
import type { View } from './case-frame';

const MAX_NAME = 200;
const MAX_EARLIER = 100;

/** The customer's name in one line, masked for a group. */
export function customerName({ feedback, texts, typed }: View): string {
  return oneLine(typed(feedback.customer), MAX_NAME) || texts.card.unnamedCustomer;
}

/** The reader of the card: the rep, the department or the office. The reader's own name is left out. */
type Wall = 'rep' | 'department' | 'office';

/** The person who has claimed the case, else the department. */
function handler({ feedback, ctx, texts }: View, wall: Wall): string | null {
  const { department, claimedBy } = feedback;
  const name = department && wall !== 'department' ? departmentName(department, ctx) : '';
  if (claimedBy === null) return name === '' ? null : texts.card.labelled(texts.fields.department, name);
  const who = personName(claimedBy, ctx);
  return texts.card.labelled(texts.card.claimedBy, name === '' ? who : texts.holders.inDepartment(who, name));
}

/** Until when the customer must hear; two lines if the department has extended. */
function deadlines({ feedback, ctx, texts }: View): (string | false)[] {
  if (isAtRest(feedback)) return [];
  const { interimAt } = feedback;
  const { labelled, due, interimBy, finallyBy } = texts.card;
  const isOwed = owesInterim(feedback);
  const at = timeText(deadlineOf(feedback), ctx);
  const last = timeText(departmentDeadlineOf(feedback), ctx);
  if (isOwed) return [interimBy(at), finallyBy(last)];
  return [at !== '' && (interimAt === null ? labelled(due, at) : finallyBy(at))];
}

/** Deadline, customer, kind, holder, rep: one block of `label: value` lines without the empty ones. */
export function facts(view: View, wall: Wall = 'office'): Element[] {
  const { feedback, ctx, texts, masked, typed } = view;
  const { labelled } = texts.card;
  const fact = (label: string, value: string) => (value === '' ? null : labelled(label, value));
  const what = [texts.kinds[feedback.kind], categoryName(feedback.category, ctx), texts.channels[feedback.channel]];
  return lines([
    ...deadlines(view),
    fact(texts.fields.customer, customerName(view)),
    fact(texts.fields.contact, oneLine(masked ? maskContact(feedback.contact) : feedback.contact, MAX_NAME)),
    // A draft may have no category.
    fact(texts.fields.kind, what.filter((word) => word !== '').join(' · ')),
    handler(view, wall),
    wall !== 'rep' && fact(texts.card.rep, personName(feedback.repId, ctx)),
    fact(texts.fields.note, typed(feedback.note)),
  ]);
}

/** How the case came here: reopened, transferred, with an instruction. */
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

/** Until when the rep owes the customer an interim reply; empty if the rep owes none. */
export function interimDue({ feedback, ctx }: View): string {
  const isOwed = feedback.extension !== null && feedback.interimAt === null && feedback.status !== 'answered';
  return isOwed && !isAtRest(feedback) ? timeText(feedback.dueAt, ctx) : '';
}

/** Why the department has extended, and the interim reply. */
export function extension(view: View): Element[] {
  const { feedback, ctx, texts, typed } = view;
  const { interimAt, interimReply, askedExtension } = feedback;
  if (isAtRest(feedback)) return [];
  const waits = askedExtension === null ? '' : texts.card.extensionWaits(timeText(askedExtension.until, ctx));
  if (!feedback.extension) return lines([waits]);
  const { until, reason } = feedback.extension;
  return lines([
    texts.card.extension(timeText(until, ctx), typed(reason)),
    interimAt !== null && texts.card.interimTold(timeText(interimAt, ctx), typed(interimReply ?? '')),
    waits,
  ]);
}

/** The latest question to the rep, and the rep's information. */
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

/** The department's answer with cause and prevention; of a reopened case it is titled as the previous one. */
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

/** What the customer was told, and the customer's reaction. */
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

/** The text of a note. What its writer took back is hidden from the other side; the record keeps it. */
function noteText(note: Note, { ctx, texts, room, masked, typed }: View): string {
  const { form = 'text', recalledAt, earlier = [] } = note;
  const said = cut(messageText({ form, text: note.text }, texts), Math.floor(room.chars / 4));
  if (recalledAt) return texts.card.recalled(masked || note.from === 'department' ? '' : said);
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

/** The note was recalled or edited: the card must tell so. */
const isTakenBack = ({ recalledAt, earlier = [] }: Note): boolean => recalledAt !== undefined || earlier.length > 0;

/**
 * The newest notes from under the cards, the last one newest. A note of this card's own thread (`inThread`) is left out:
 * it stands under the card, and each repetition would cost a call; a reply that gave the answer stands as the answer.
 */
export function notes(view: View, inThread: (note: Note) => boolean = () => false): Element[] {
  const { feedback, room, texts } = view;
  const written = feedback.notes.filter((note) => isTakenBack(note) || !(note.isAnswer || inThread(note)));
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

/** The moments at which the case changed hands, folded. */
export function course({ feedback, ctx, texts }: View): Element[] {
  const moments = MILESTONES.flatMap(([name, momentOf]) => {
    const at = momentOf(feedback);
    return at === null ? [] : [{ at, text: texts.card.milestones[name](timeText(at, ctx)) }];
  });
  moments.sort((a, b) => a.at - b.at);
  return panel(texts.card.course, lines(moments.map(({ text }) => text)));
}

const MAX_WORDS = 5;
const MAX_WORD = 20;

/** The customer's words that decided a guess, in one line. */
export function quotedWords(words: string[], { texts }: CardContext): string {
  return texts.card.list(words.slice(0, MAX_WORDS).map((word) => oneLine(word, MAX_WORD)));
}
