import type { MessageNotice } from '../../src/domain/decision';
import type { CardJson, JsonObject, Recipient } from '../../src/domain/messaging';
import { askFor } from '../../src/domain/procedure/asks';
import type { ProcedureRecord, Reader } from '../../src/domain/procedure/record';
import type { BundleLine } from '../kit/bundle-card';
import type { CardContext } from '../kit/context';
import { clamped, type Element, lines } from '../kit/elements';
import { frame, type Look } from '../kit/frame';
import { personName, readBy } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { deadlineShort, isPast } from '../kit/time-left';
import { recordButton, showButton } from './acts';
import { dueText } from './dates';
import { drawnRecord, stageName, type View } from './frame';
import { labelText } from './labels';
import { refusalText } from './refusal';
import { rowAct } from './row';
import { workersText } from './wall-standing';
import { wholeCard } from './whole-card';

const MAX_WORDS = 300;

/** What a message says: its preview, its sentence, the words that somebody typed, its acts. */
interface Said {
  short: string;
  say: string;
  typed?: string;
  acts?: (view: View) => Element[];
  look?: Look;
}

const text = (params: JsonObject, name: string): string =>
  typeof params[name] === 'string' ? String(params[name]) : '';

const open = (view: View): Element[] => [showButton(view, 'default')];

function extensionSaid(params: JsonObject, record: ProcedureRecord, ctx: CardContext): Said | null {
  const { messages, buttons } = ctx.texts.procedure;
  const who = personName(text(params, 'by'), ctx);
  const until = dueText(Number(params.until), ctx);
  if (params.asks !== true)
    return params.allowed === true ? messages.extension_allowed(who, until) : messages.extension_refused(who);
  if (record.extension?.waitsFor === null || record.extension === null) return null;
  const acts = (view: View) => [
    recordButton(view, 'allow_extension', buttons.allow, { look: 'primary', values: { allow: 'yes' } }),
    recordButton(view, 'allow_extension', buttons.refuse, { values: { allow: 'no' } }),
    ...open(view),
  ];
  return { ...messages.extension_asked(who, until), typed: text(params, 'reason'), acts };
}

/** The sentence of each message; null if it is no longer true. */
function saidBy({ name, params = {} }: MessageNotice, record: ProcedureRecord, ctx: CardContext): Said | null {
  const { messages } = ctx.texts.procedure;
  const by = () => personName(text(params, 'by'), ctx);
  switch (name) {
    case 'urged':
      return record.asked.length === 0 ? null : messages.urged(by());
    case 'question':
      return record.question === null ? null : { ...messages.question(by()), typed: text(params, 'text') };
    case 'replied':
      return { ...messages.replied(by()), typed: text(params, 'text') };
    case 'note':
      return { ...messages.note(by()), typed: text(params, 'text') };
    case 'handed_over':
      return messages.handed_over(personName(text(params, 'from'), ctx), personName(text(params, 'to'), ctx));
    case 'extension':
      return extensionSaid(params, record, ctx);
    case 'stand_in':
      return messages.stand_in(personName(text(params, 'deputy'), ctx));
    case 'nobody':
      return record.isOpen && record.asked.length === 0 ? messages.nobody(stageName(record, ctx)) : null;
    case 'late':
      return record.isOpen
        ? { ...messages.late(stageName(record, ctx)), look: { colour: 'orange', icon: 'reminder' } }
        : null;
    case 'result':
      return { ...messages.result(stageName(record, ctx)), typed: record.deeds.at(-1)?.remark ?? '' };
    case 'reminder':
    case 'escalation':
      return chased(params, record, ctx);
    default:
      return null;
  }
}

/** A reminder is dropped once what it asks for is done. */
function chased(params: JsonObject, record: ProcedureRecord, ctx: CardContext): Said | null {
  const { procedure } = ctx.texts;
  if (!record.isOpen || record.turn !== params.turn || record.asked.length === 0) return null;
  const due = record.dueAt === null ? '' : dueText(record.dueAt, ctx);
  const rung = isPast(record.dueAt, ctx) ? 'overdue' : text(params, 'rung');
  const short = procedure.messages.reminder[rung as 'due'] ?? procedure.messages.reminder.before;
  const look: Look = { colour: rung === 'overdue' ? 'red' : 'orange', icon: rung === 'overdue' ? 'alarm' : 'reminder' };
  const waits = procedure.waits.for(workersText(record, ctx), stageName(record, ctx));
  return {
    short,
    say: `${short}：${stageName(record, ctx)}${due === '' ? '' : ` · ${procedure.by(due)}`}\n${waits}`,
    look,
  };
}

const readerOf = (to: Recipient, record: ProcedureRecord, { org }: CardContext): Reader => {
  const department = org.departments.find(({ chat }) => chat === to.id)?.key ?? record.asked[0]?.department ?? '';
  return to.type === 'person' ? { type: 'person', id: to.id } : { type: 'department', id: department };
};

/** A message that is said once about a record; null if it is no longer true. */
export function procedureMessage(
  notice: MessageNotice,
  record: ProcedureRecord,
  context: CardContext,
): CardJson | null {
  const { to, name, params = {} } = notice;
  const ctx = to.type === 'person' ? readBy(to.id, context) : context;
  const reader = readerOf(to, record, ctx);
  if (name === 'whole') return wholeCard(record, reader, params, ctx);
  if (name === 'refusal') {
    const say = refusalText(text(params, 'reason'), (params.detail ?? {}) as JsonObject, record, ctx);
    return drawnRecord(record, reader, ctx, (view) =>
      frame(view, [...lines([say]), ...actRow(open(view))], { said: say }),
    );
  }
  const said = saidBy(notice, record, ctx);
  if (!said) return null;
  return drawnRecord(record, reader, ctx, (view) => {
    const acts = said.acts?.(view) ?? open(view);
    const words = said.typed ? clamped(view.typed(said.typed, MAX_WORDS), 6) : [];
    return frame(view, [...lines([said.say]), ...words, ...actRow(acts)], { said: said.short, ...said.look });
  });
}

/** The record's line in a message about several records. */
export function procedureLine(notice: MessageNotice, record: ProcedureRecord, ctx: CardContext): BundleLine {
  const { to } = notice;
  const reader = readerOf(to, record, ctx);
  const isSettled = saidBy(notice, record, ctx) === null;
  const isMine = askFor(record, reader) !== null;
  const due = deadlineShort(record.dueAt, ctx);
  const facts = [
    due,
    record.number,
    isMine ? stageName(record, ctx) : `${stageName(record, ctx)} ${workersText(record, ctx)}`,
  ];
  return {
    head: record.title === '' ? labelText(record.definition.label, ctx) : record.title,
    facts: facts.filter(Boolean).join(' · '),
    isPressing: isPast(record.dueAt, ctx),
    note: '',
    acts: isSettled ? [] : [rowAct(record.id, isMine, ctx)],
    ...{ dueAt: record.dueAt, isSettled, isReadersTurn: isMine, isUrgent: record.values.priority === 'urgent' },
    mention: record.asked[0]?.personId ?? null,
    together: null,
  };
}
