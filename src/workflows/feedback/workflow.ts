import { refusalText } from '../../../cards/feedback/refusal';
import { timelineWords } from '../../../cards/feedback/timeline-lines';
import { renderWall } from '../../../cards/feedback/wall-card';
import { type Texts, textsOf } from '../../../cards/texts/texts';
import { FeedbackStore } from '../../db/feedback-store';
import type { Tx } from '../../db/transaction';
import type { Actor } from '../../domain/actor';
import type { Calendar } from '../../domain/calendar';
import type { ErrorCode } from '../../domain/errors';
import { heldWith } from '../../domain/feedback/attachments';
import { remind } from '../../domain/feedback/clock/remind';
import { type Command, isCardCommand, parseCommand } from '../../domain/feedback/commands';
import { decide } from '../../domain/feedback/decide';
import { joins, takeIn } from '../../domain/feedback/intake/take-in';
import { type Feedback, isAtRest, type Loss, numberOf } from '../../domain/feedback/model';
import { rescueOf, wallsOf } from '../../domain/feedback/succession';
import { seesAll } from '../../domain/feedback/visibility';
import { caseWall, departmentOfWall, departmentWall } from '../../domain/feedback/walls';
import type { IncomingMessage } from '../../domain/messaging';
import { departmentOf, type Org } from '../../domain/org/org';
import type { NameOf, ParsedCommand, Workflow } from '../../engine/workflow';
import { ANSWER_TAPS, answerTap } from './answer-taps';
import { answerMessage } from './answer-words';
import { explained } from './clock-explanation';
import { dailyDigest } from './digest';
import { casesOf, fileNameOf, workbookOf } from './export';
import { composeMessage, nextBest, redrawn, remarkOf } from './messages';
import { peopleIn } from './people';
import { bundleOf, unbuzzed } from './reminder-messages';

export interface FeedbackPolicy {
  /** As it is now: departments may be bound in chat while the program runs. */
  org: () => Org;
  locale: 'zh-CN' | 'en-US';
  timeZone: string;
  calendar: Calendar;
}

/** `处理结果：…` in a thread is the answer; anything else there is progress (design §2). */
const ANSWER = /^\s*(?:处理结果|处理意见|answer)\s*[:：]\s*(\S[\s\S]*)$/i;

/** The first workflow: a customer's words, from the forward to the archive. */
export function feedbackWorkflow(policy: FeedbackPolicy): Workflow<Feedback, Command> {
  const { org, timeZone, calendar } = policy;
  const texts: Texts = textsOf(policy.locale);
  const contextOf = (nameOf: NameOf) => ({ texts, org: org(), timeZone, nameOf });

  return {
    name: 'feedback',
    store: (tx: Tx) => new FeedbackStore(tx),
    parse,
    decide: (feedback, command, actor, now) =>
      decide(feedback, command, { now, actor, org: org(), timeZone, calendar }),
    remind: (feedback, now) => remind(feedback, { org: org(), timeZone, calendar }, now),
    intake: {
      openFor: draftFor,
      takeIn: (message, open, now) => takeIn(message, open, { org: org(), timeZone, calendar }, now),
    },
    hangs,
    reply,
    recalled: (messageId) => ({ type: 'recall', messageId }),
    edited: ({ messageId, text, attachments }, at) => ({ type: 'edit', messageId, text, attachments, at }),
    forwardRefused: (messageId) => ({ type: 'forward_refused', messageId }),
    attachmentKept: (key, keptKey, why) => ({ type: 'keep_attachment', key, keptKey, why: lossOf(why) }),
    attachmentOf: (feedback, key) => heldWith(feedback, key)?.attachment ?? null,
    periodic: [dailyDigest(org, timeZone)],
    succession: {
      open: (tx, after, limit) => new FeedbackStore(tx).awaitedAfter(after, limit),
      rescue: (feedback, gone) => rescueOf(feedback, org(), gone),
      walls: (feedback) => wallsOf(feedback, org()),
    },
    ask: (tx, message, asker, now) =>
      answerMessage(
        tx,
        message,
        asker,
        { org: org(), timeZone, calendar, now },
        async () => (await draftFor(tx, message)) !== null,
      ),
    answerTaps: {
      commands: ANSWER_TAPS,
      answer: (tx, type, tap, now, desk) => answerTap(tx, type, tap, { org: org(), timeZone, calendar, now }, desk),
      remark: (name) => remarkOf(name, texts),
    },
    peopleIn: (feedback, notice) => peopleIn(feedback, notice, org()),
    render: (feedback, wall, { nameOf, retired }) => renderWall(feedback, wall, contextOf(nameOf), { retired }),
    wallFor: (feedback, actor) => wallFor(feedback, actor, org()),
    compose: (notice, feedback, nameOf) => composeMessage(notice, feedback, contextOf(nameOf)),
    bundle: (to, about, nameOf) => bundleOf(to, about, contextOf(nameOf)),
    redrawn: (to, about, nameOf) => redrawn(to, about, contextOf(nameOf)),
    unbuzzed,
    inquire: async (tx, type, feedback, asker, now) =>
      type === 'explain'
        ? explained(tx, feedback, asker, { org: org(), timeZone, calendar, now, toast: texts.clock.explained })
        : null,
    done: (type, feedback) => ({
      type: 'success',
      content: isCardCommand(type) ? texts.done[type](numberOf(feedback)) : '',
    }),
    refused: (reason, detail, nameOf, feedback) => ({
      type: 'warning',
      content: refusalText(reason, detail, contextOf(nameOf), feedback),
    }),
    fileFor: async (notice, { inTransaction, namesOf }) => {
      if (notice.name !== 'export') return null;
      const { month, personId } = notice.params ?? {};
      const cases = await inTransaction((tx) => casesOf(tx, String(month), String(personId), org(), timeZone));
      const ctx = contextOf(await namesOf(cases.flatMap((feedback) => peopleIn(feedback, notice, org()))));
      return { name: fileNameOf(String(month), ctx), bytes: await workbookOf(cases, ctx) };
    },
    tell: (feedback, entries, nameOf) => ({
      number: numberOf(feedback),
      timeline: timelineWords(entries, contextOf(nameOf)),
    }),
    nextBest: (notice, feedback) => nextBest(notice, feedback, org()),
  };
}

/** The draft that a message belongs to as one more of a burst; null where it begins a new one. */
async function draftFor(tx: Tx, message: IncomingMessage): Promise<Feedback | null> {
  const draft = await new FeedbackStore(tx).latestDraftOf(message.senderId);
  return draft && joins(draft, message) ? draft : null;
}

function lossOf(why: ErrorCode | null): Loss | null {
  if (why === null) return null;
  return why === 'feishu_too_large' ? 'too_large' : 'refused';
}

function parse(type: string, fields: Record<string, string>): ParsedCommand<Command> {
  if (!isCardCommand(type)) return { ok: false, reason: 'card_unknown', detail: {} };
  const parsed = parseCommand(type, fields);
  if (parsed.ok) return parsed;
  const faults = parsed.faults.map(({ field, fault }) => ({ field, fault }));
  return { ok: false, reason: 'field_faults', detail: { command: type, faults } };
}

/** The walls of design §2's table: the rep's while the case is open, and whoever's turn it is. */
function hangs(feedback: Feedback, wall: string): boolean {
  if (isAtRest(feedback)) return false;
  if (wall === 'clerk') return feedback.status === 'triage';
  if (wall === 'manager') return feedback.status === 'review';
  const key = departmentOfWall(wall);
  return key === null || (key === feedback.department && feedback.assignedAt !== null);
}

/** A card that no wall knows is one that somebody of the office has looked up, else the rep's. */
function wallFor(feedback: Feedback, { id, chatId }: Actor, org: Org): string {
  const group = departmentOf(org, feedback.department)?.chat;
  if (feedback.department !== null && group === chatId) return departmentWall(feedback.department);
  return id !== null && id !== feedback.repId && seesAll(id, org) ? caseWall(id) : 'rep';
}

/** What a message under one of the case's cards asks: the rep adds or answers, the department reports or concludes. */
function reply(feedback: Feedback, message: IncomingMessage): Command | 'join' | null {
  const text = message.text.trim();
  if (feedback.status === 'draft') return message.senderId === feedback.repId ? 'join' : null;
  if (text === '' && message.attachments.length === 0) return null;
  const { messageId, form, attachments } = message;
  const note = { type: 'note' as const, text, messageId, form, attachments };
  if (message.chatType === 'p2p') {
    if (message.senderId === feedback.repId && feedback.status === 'waiting')
      return { type: 'provide_info', info: text, messageId, form, attachments };
    return isAtRest(feedback) ? null : note;
  }
  // What colleagues still say to each other under a card that is done with is nobody's progress.
  if (isAtRest(feedback)) return null;
  const answer = ANSWER.exec(text);
  if (answer && (feedback.status === 'assigned' || feedback.status === 'handling')) {
    return { type: 'answer', answer: (answer[1] as string).trim(), cause: '', prevention: '' };
  }
  return note;
}
