import type { CardJson } from '../../src/domain/messaging';
import { type Ask, askFor } from '../../src/domain/procedure/asks';
import type { Definition } from '../../src/domain/procedure/definition';
import { isDraft } from '../../src/domain/procedure/moves/finish';
import { currentStage, type ProcedureRecord, type Reader } from '../../src/domain/procedure/record';
import type { Colour, Icon, Tag } from '../kit/card';
import type { CardContext } from '../kit/context';
import { drawn, type FrameFacts, type RecordView } from '../kit/frame';
import { isPast, isSoon, sinceText } from '../kit/time-left';
import { dueText } from './dates';
import { labelText } from './labels';

/** A record's card while it is drawn for a reader. */
export interface View extends RecordView {
  record: ProcedureRecord;
  reader: Reader;
  /** What the record asks of the reader; null if it is another's turn. */
  ask: Ask | null;
}

/** The name of the stage that the record is in, or of its end. */
export function stageName(record: ProcedureRecord, ctx: CardContext): string {
  const stage = currentStage(record);
  return labelText(stage?.name ?? record.definition.ends[record.stage] ?? { zh: record.stage, en: record.stage }, ctx);
}

type Turn = keyof CardContext['texts']['procedure']['turns'];

/** What the reader is asked for, in a word. */
export function turnOf(record: ProcedureRecord, ask: Ask): Turn {
  const isReturned = record.approval !== null && record.approval.returnedBy !== null;
  if (ask.kind === 'fill' && isReturned) return 'returned';
  if (ask.kind === 'fill' && isDraft(record)) return 'draft';
  if (ask.kind === 'approve' && ask.stage.words) return 'judge';
  if (ask.kind === 'approve' && ask.step.who.every(({ kind }) => kind === 'starter') && ask.form.length > 0)
    return 'explain';
  return ask.kind;
}

function whenOf(record: ProcedureRecord, ask: Ask | null, ctx: CardContext): string {
  const { isOpen, endedAt, definition } = record;
  if (!isOpen) return `${sinceText(endedAt, ctx)} ${labelText(definition.ends[record.stage] ?? definition.label, ctx)}`;
  const dueAt = ask && 'asked' in ask ? ask.asked.dueAt : record.dueAt;
  return dueAt === null ? '' : ctx.texts.procedure.by(dueText(dueAt, ctx));
}

const ICONS: Partial<Record<Turn, Icon>> = { draft: 'draft', approve: 'todo', judge: 'todo', tell: 'feedback' };

function colourOf({ isOpen, stage }: ProcedureRecord, turn: Turn | null): Colour {
  if (!isOpen) return stage === 'void' ? 'grey' : 'green';
  if (turn === null) return 'wathet';
  return turn === 'returned' ? 'orange' : 'blue';
}

/** The name of a procedure as a number's stand-in while a record is a draft. */
const nameOf = (definition: Definition, ctx: CardContext): string => labelText(definition.label, ctx);

function factsOf(record: ProcedureRecord, ask: Ask | null, ctx: CardContext): FrameFacts {
  const { texts } = ctx;
  const turn = ask && turnOf(record, ask);
  const dueAt = ask && 'asked' in ask ? ask.asked.dueAt : null;
  const isUrgent = record.values.priority === 'urgent' && record.isOpen;
  const statusColour: Tag['colour'] = !record.isOpen
    ? record.stage === 'void'
      ? 'neutral'
      : 'green'
    : turn === null
      ? 'turquoise'
      : turn === 'returned'
        ? 'orange'
        : 'blue';
  return {
    number: record.number === '' ? `${nameOf(record.definition, ctx)} · ${texts.procedure.draft}` : record.number,
    customer: '',
    subject: record.title === '' ? nameOf(record.definition, ctx) : record.title,
    when: whenOf(record, ask, ctx),
    status:
      turn === null
        ? record.isOpen
          ? texts.procedure.underWay(stageName(record, ctx))
          : stageName(record, ctx)
        : texts.procedure.turns[turn],
    statusColour,
    icon: record.isOpen ? ((turn && ICONS[turn]) ?? 'list') : record.stage === 'void' ? 'void' : 'done',
    colour: colourOf(record, turn),
    priority: isUrgent ? 'urgent' : record.values.priority === 'high' ? 'high' : 'normal',
    pressing: turn === null ? null : isPast(dueAt, ctx) ? 'late' : isSoon(dueAt, ctx) ? 'soon' : null,
    isAtRest: false,
  };
}

/** Draws a record's card for one reader, small enough for the platform; a department's group reads it masked. */
export function drawnRecord(
  record: ProcedureRecord,
  reader: Reader,
  ctx: CardContext,
  draw: (view: View) => CardJson,
  { isWhole = false, asks = true }: { isWhole?: boolean; asks?: boolean } = {},
): CardJson {
  const ask = asks ? askFor(record, reader) : null;
  const audience = reader.type === 'person' ? 'one_person' : 'group';
  return drawn(factsOf(record, ask, ctx), { ctx, audience, isWhole }, (view) => draw({ ...view, record, reader, ask }));
}
