import type { MessageNotice } from '../../../src/domain/decision';
import type { CardJson, JsonObject, Recipient } from '../../../src/domain/messaging';
import { departmentServedBy } from '../../../src/domain/org/membership';
import { departmentOf } from '../../../src/domain/org/org';
import { askFor } from '../../../src/domain/procedure/asks';
import type { ProcedureRecord, Reader } from '../../../src/domain/procedure/record';
import type { CardContext } from '../../kit/context';
import { block, clamped, type Element, lines, ownWords } from '../../kit/elements';
import { frame, type Look } from '../../kit/frame';
import { isPast } from '../../kit/time-left';
import type { NoticeWords } from '../../texts/facts';
import { decidingNumbers } from '../approve-card';
import { procedureForm } from '../forms/asked-form';
import { figures } from '../parts/sections';
import { drawnRecord, type View } from '../record-frame';
import { whoActs } from '../wait-card';
import { wholeCard } from '../whole-card';
import { entriesIn } from '../words/course';
import { dueSaid } from '../words/due';
import { textIn } from '../words/params';
import { MESSAGE_ACTS } from './message-acts';
import { dueIn, messageFacts } from './message-facts';
import {
  asksForSomething,
  isWanted,
  messageNameOf,
  type ProcedureMessageName,
  TONES,
  type Tone,
} from './message-kinds';

/** What of a notice says which message it is, and to whom. */
export type Sent = Pick<MessageNotice, 'name' | 'params' | 'to'>;

/** A message is read in passing: code points of a typed text, and lines on the screen. */
const MAX_TYPED = 300;
const TYPED_LINES = 4;

/** Who reads a message: a person, or the department whose group it goes to. */
export function readerOfNotice({ to }: { to: Recipient }, ctx: CardContext): Reader | null {
  if (to.type === 'person') return { type: 'person', id: to.id };
  const id = departmentServedBy(to.id, ctx.org);
  return id === null ? null : { type: 'department', id };
}

/** The typed text that the message is about: from the notice, else from the record. */
function typedText(message: ProcedureMessageName, { record }: View, params: JsonObject): string {
  const given = textIn(params, 'text', 'remark', 'reason', 'reply');
  const lastRemark = (...verdicts: string[]) =>
    record.deeds.findLast(({ verdict }) => verdicts.includes(verdict))?.remark ?? '';
  switch (message) {
    case 'approved':
      return given || lastRemark('approve');
    case 'rejected':
      return given || lastRemark('reject');
    case 'returned':
      return given || (record.deeds.findLast(({ verdict }) => verdict === 'return')?.remark ?? '');
    case 'extension':
    case 'extension_asked':
      return given || (record.extension?.reason ?? '');
    default:
      return given;
  }
}

/** Who did what the message tells, if the notice does not say so. */
function doerOf(message: ProcedureMessageName, { record }: View): string {
  const of = (verdict: string) => record.deeds.findLast((deed) => deed.verdict === verdict)?.by ?? '';
  switch (message) {
    case 'approved':
      return of('approve');
    case 'rejected':
      return of('reject');
    case 'returned':
      return of('return');
    case 'question':
      return record.question?.by ?? '';
    case 'extension':
    case 'extension_asked':
      return record.extension?.by ?? '';
    default:
      return '';
  }
}

/** A message while it is drawn. */
interface Draft {
  view: View;
  message: ProcedureMessageName;
  params: JsonObject;
  words: NoticeWords;
  tone: Tone;
  text: string;
  isSettled: boolean;
}

/** Above all else the colour says how much it presses. */
function lookOf({ view, params, words, tone, isSettled }: Draft): Look {
  const { facts, ctx } = view;
  const tag = (colour: 'orange' | 'red' | 'blue' | 'green' | 'neutral') => [{ text: words.short, colour }];
  const said = { said: words.short };
  if (isSettled) return { ...said, colour: 'grey', icon: 'done', tags: tag('neutral') };
  const due = dueIn(view, params);
  const isAlarm = view.record.isOpen && (facts.priority === 'urgent' || isPast(due, ctx));
  const when = view.record.isOpen ? dueSaid(due, ctx) : facts.when;
  switch (tone) {
    case 'call': {
      const colour = isAlarm ? 'red' : 'orange';
      return { ...said, when, colour, icon: isAlarm ? 'alarm' : 'reminder', tags: tag(colour) };
    }
    case 'turn':
      return { ...said, when, tags: tag('blue'), ...(isAlarm ? {} : { colour: 'blue' }) };
    case 'good':
      return { ...said, when, colour: 'green', icon: 'done', tags: tag('green') };
    case 'end':
      return { ...said, when: facts.when, colour: 'grey', icon: 'void', tags: tag('neutral') };
    case 'news':
      return { ...said, when, colour: 'wathet', tags: tag('blue') };
  }
}

/** In a group the one who must act is mentioned, and nobody else: the one who has it, else the department's lead. */
function mention({ view, tone }: Draft): Element[] {
  const { record, reader, ctx } = view;
  if (reader?.type !== 'department' || (tone !== 'call' && tone !== 'turn')) return [];
  const inHand = record.asked.find(({ department }) => department === reader.id)?.personId ?? null;
  const who = inHand ?? departmentOf(ctx.org, reader.id)?.lead ?? null;
  return who === null ? [] : [ownWords(`<at id=${who}></at>`)];
}

function elementsOf(draft: Draft): Element[] {
  const { view, message, words, text, isSettled } = draft;
  if (isSettled) return [...lines([whoActs(view)], 'quiet'), ...MESSAGE_ACTS.extension(view)];
  const over = words.over ?? '';
  return [
    ...mention(draft),
    ...lines([words.ask ?? '']),
    ...lines([words.say ?? '']),
    ...(view.ask?.kind === 'approve' ? figures(view, decidingNumbers(view, view.ask.stage)) : []),
    ...(over === '' ? [] : block('grey', over, clamped(view.typed(text, MAX_TYPED), TYPED_LINES))),
    ...MESSAGE_ACTS[message](view),
    ...lines([words.note ?? ''], 'quiet'),
  ];
}

/** The message that the notice means for its reader now; null if there is none of that kind. */
function messageFor({ name, to }: Sent, record: ProcedureRecord, ctx: CardContext, isSettled: boolean) {
  const reader = readerOfNotice({ to }, ctx);
  const situation = { record, reader, ask: reader && askFor(record, reader), texts: ctx.texts };
  const message = messageNameOf(name, situation);
  if (message === null || isWanted(message, situation) === isSettled) return null;
  return isSettled && !asksForSomething(message) ? null : { message, reader };
}

function drawnMessage(sent: Sent, record: ProcedureRecord, ctx: CardContext, isSettled: boolean): CardJson | null {
  const found = messageFor(sent, record, ctx, isSettled);
  if (!found) return null;
  const { message, reader } = found;
  const { params = {} } = sent;
  return drawnRecord(record, ctx, { reader }, (view) => {
    const text = typedText(message, view, params);
    const facts = messageFacts(view, { by: doerOf(message, view), ...params }, text);
    const words: NoticeWords = view.texts.procedure.messages[message](facts);
    const draft = { view, message, params, words, tone: TONES[message], text, isSettled };
    return frame(view, elementsOf(draft), lookOf(draft));
  });
}

/** The form that somebody asked for from a group's card, or the whole record: cards of their own. */
function specialCard({ name, params = {}, to }: Sent, record: ProcedureRecord, ctx: CardContext): CardJson | null {
  if (name === 'whole') {
    const timeline = entriesIn(params.timeline);
    return wholeCard(
      record,
      { reader: readerOfNotice({ to }, ctx), ...(timeline.length > 0 ? { timeline } : {}) },
      ctx,
    );
  }
  const fields = typeof params.fields === 'object' && params.fields !== null ? params.fields : {};
  const texts = Object.entries(fields).filter((one): one is [string, string] => typeof one[1] === 'string');
  return procedureForm(record, { act: textIn(params, 'act'), fields: Object.fromEntries(texts), by: to.id }, ctx);
}

/**
 * A message that is said once about a record: what happened or what is to be done, and the act for it. Null if the name is
 * unknown, or what it asks for is done by now.
 */
export function procedureMessage(notice: Sent, record: ProcedureRecord, ctx: CardContext): CardJson | null {
  if (notice.name === 'whole' || notice.name === 'form') return specialCard(notice, record, ctx);
  return drawnMessage(notice, record, ctx, false);
}

/** A sent message that asks for something which is done by now, in grey; null for any other. */
export function settledMessage(notice: Sent, record: ProcedureRecord, ctx: CardContext): CardJson | null {
  return drawnMessage(notice, record, ctx, true);
}
