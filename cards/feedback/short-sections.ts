import { deadlineOf } from '../../src/domain/feedback/clock/deadline';
import {
  type Feedback,
  isAtRest,
  isInformation,
  isReplyOf,
  type Note,
  type Status,
} from '../../src/domain/feedback/model';
import { block, clamped, type Element, lines } from '../kit/elements';
import { maskContact } from '../kit/mask';
import { categoryName, departmentName, personName } from '../kit/names';
import { type Step, stepLine } from '../kit/parts/steps';
import { oneLine } from '../kit/plain-text';
import { isPast, sinceText } from '../kit/time-left';
import type { View } from './case-frame';
import { durationText } from './clock-card';
import { commandButton } from './command-form';
import { forwardedText } from './forwarded-messages';

/** A card shows the beginning of a text, the whole text stands one tap away: code points, and lines on the screen. */
const MAX_WORDS = 120;
const WORD_LINES = 4;
const MAX_REPLY = 120;
const REPLY_LINES = 2;
const MAX_NAME = 30;

/** The customer's name and contact in one line, masked for a group; empty if neither is known. */
export function customerLine({ feedback, masked, texts, typed }: View): string {
  const contact = masked ? maskContact(feedback.contact) : feedback.contact;
  return texts.card.reached(oneLine(typed(feedback.customer), MAX_NAME), oneLine(contact, MAX_NAME));
}

/** What the customer wrote: its beginning, or all of it on a card that shows the whole case. */
export function customerWords(view: View, { isWhole = false, named = true, lineCount = WORD_LINES } = {}): Element[] {
  const { texts } = view;
  const who = named ? customerLine(view) : '';
  const text = forwardedText(view);
  const shown = isWhole ? lines([view.typed(text)]) : clamped(view.typed(text, MAX_WORDS), lineCount);
  return block('grey', [texts.card.words, who].filter(Boolean).join(' · '), shown);
}

/** Kind, category, channel and rep in one grey line, and the rep's remark for the department. */
export function factLine({ feedback, ctx, texts, typed }: View, { withRep = true } = {}): Element[] {
  const { kind, category, channel, repId, note } = feedback;
  const rep = withRep ? texts.card.repIs(personName(repId, ctx)) : '';
  const facts = [texts.kinds[kind], categoryName(category, ctx), texts.channels[channel], rep];
  return lines(
    [facts.filter(Boolean).join(' · '), note !== '' && texts.card.labelled(texts.fields.note, typed(note, MAX_WORDS))],
    'quiet',
  );
}

const WAY = ['submitted', 'claimed', 'handled', 'told'] as const;
type Stage = (typeof WAY)[number];

/** Which stage a case is in; null if it is on no way. */
const STAGES: Record<Status, Stage | null> = {
  draft: null,
  triage: 'claimed',
  review: 'claimed',
  assigned: 'claimed',
  handling: 'handled',
  waiting: 'handled',
  answered: 'told',
  closed: null,
  withdrawn: null,
  discarded: null,
};

/** The way of an open case in one line. */
export function progress({ feedback, ctx, texts }: View): Element[] {
  const { status, kind } = feedback;
  const now = STAGES[status];
  if (now === null || isInformation(kind)) return [];
  const isLate = isPast(deadlineOf(feedback), ctx);
  const at = WAY.indexOf(now);
  const words = {
    ...texts.card.stages,
    ...(status in texts.card.stagesNow ? { [now]: wordNow(status, texts.card) } : {}),
  };
  return stepLine(
    WAY.map((stage, i): Step => {
      const state = i < at ? 'done' : i > at ? 'to_come' : isLate ? 'late' : 'now';
      return { word: words[stage], state };
    }),
  );
}

/** A stage that is held up has another word. */
const wordNow = (status: Status, { stagesNow }: View['texts']['card']): string =>
  stagesNow[status as keyof typeof stagesNow];

/** The newest reply of the department in this cycle, and its number on the record (from 1); null if there is none. */
export function newestReplyOf(feedback: Feedback): { reply: Note; number: number } | null {
  const index = feedback.notes.findLastIndex((note) => isReplyOf(note, feedback) && !note.recalledAt && !note.isAnswer);
  const reply = feedback.notes[index];
  return reply ? { reply, number: index + 1 } : null;
}

/** The newest reply under the card may be the answer already: one tap makes it so. */
export function newestReply(view: View): Element[] {
  const { feedback, ctx, texts, typed } = view;
  const newest = newestReplyOf(feedback);
  if (!newest) return [];
  const { reply, number } = newest;
  return block('blue', texts.card.newestReply(personName(reply.by, ctx), sinceText(reply.at, ctx)), [
    ...clamped(typed(reply.text, MAX_REPLY), REPLY_LINES),
    commandButton(view, 'answer_with_reply', { look: 'link', values: { reply: number } }),
  ]);
}

/** What the rep said last to those who work on the case: an addition, or the information that was asked for. */
export function newestFromRep(view: View): Element[] {
  const { feedback, ctx, texts, typed } = view;
  const note = feedback.notes.findLast(({ from, recalledAt }) => from === 'rep' && !recalledAt);
  const asked = feedback.questions.findLast(({ info, infoRecalledAt }) => info !== null && !infoRecalledAt);
  const isInfo = asked !== undefined && (asked.answeredAt ?? 0) >= (note?.at ?? 0);
  const said = isInfo ? { at: asked.answeredAt, text: asked.info ?? '' } : note;
  if (!said) return [];
  const who = personName(feedback.repId, ctx);
  const title = isInfo
    ? texts.card.informed(who, sinceText(said.at, ctx))
    : texts.card.added(who, sinceText(said.at, ctx));
  return block('blue', title, [
    ...(isInfo && asked ? lines([texts.card.askedFor(typed(asked.question, MAX_REPLY))], 'quiet') : []),
    ...clamped(typed(said.text, MAX_REPLY), REPLY_LINES),
  ]);
}

/** What another department found, or this one before the case was reopened: it need not be found out again. */
export function foundBefore(view: View): Element[] {
  const { feedback, ctx, texts, typed } = view;
  const { answer, answeredBy, answeredAt, notes } = feedback;
  const earlier = notes.findLast(
    (note) => note.from === 'department' && !isReplyOf(note, feedback) && !note.recalledAt && !note.isAnswer,
  );
  const isAnswered = answer !== '' && (answeredAt ?? 0) >= (earlier?.at ?? 0);
  const found = isAnswered ? { by: answeredBy, at: answeredAt, text: answer } : earlier;
  if (!found) return [];
  const department = isAnswered ? '' : departmentName(earlier?.department ?? null, ctx);
  const who = texts.holders.inDepartment(personName(found.by, ctx), department);
  const title = (isAnswered ? texts.card.answeredBefore : texts.card.newestReply)(who, sinceText(found.at, ctx));
  return block('grey', title, clamped(typed(found.text, MAX_REPLY), REPLY_LINES));
}

/** The question that the rep has not answered yet. */
export function openQuestion(view: View, shade: 'yellow' | 'grey'): Element[] {
  const { feedback, ctx, texts, typed } = view;
  const open = feedback.questions.findLast(({ answeredAt }) => answeredAt === null);
  if (!open) return [];
  const title = texts.card.questionBy(personName(open.by, ctx), sinceText(open.at, ctx));
  return block(shade, title, clamped(typed(open.question, MAX_REPLY), WORD_LINES));
}

/** How long it took, and whether the customer heard in time; only by a clock that runs day and night. */
export function tookText({ feedback, ctx, texts }: View): string {
  const { submittedAt, closedAt } = feedback;
  const dueAt = deadlineOf(feedback);
  if (submittedAt === null || closedAt === null || dueAt === null) return '';
  const took = ctx.org.sla.calendar === 'wall-clock' ? durationText(closedAt - submittedAt, ctx) : '';
  return texts.card.took(took, closedAt <= dueAt);
}

/** Who answered, and what: one line of a finished card. */
export function answerLine({ feedback, ctx, texts, typed }: View): string {
  const { answer, answeredBy, department } = feedback;
  if (answer === '') return '';
  const who = texts.holders.inDepartment(personName(answeredBy, ctx), departmentName(department, ctx));
  return texts.card.labelled(who, typed(answer.replace(/\s+/g, ' '), MAX_REPLY));
}

/** Whether the case is neither at rest nor information: somebody can still be asked for something. */
export const isOpen = (feedback: Feedback): boolean => !isAtRest(feedback) && feedback.status !== 'draft';
