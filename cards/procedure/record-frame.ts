import type { CardJson } from '../../src/domain/messaging';
import { type Ask, askFor, stageKeyOf } from '../../src/domain/procedure/asks';
import type { Label } from '../../src/domain/procedure/definition';
import type { ProcedureRecord, Reader } from '../../src/domain/procedure/record';
import type { Instant } from '../../src/domain/time';
import { button } from '../kit/button';
import type { Icon, Tag } from '../kit/card';
import type { CardContext } from '../kit/context';
import { type Drawing, drawn, type FrameFacts, type RecordView, retiredCard } from '../kit/frame';
import { readBy, timeText } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { dueText, pressingBy } from './words/due';
import { bare, labelText, stageName } from './words/labels';
import { titleOf } from './words/title';

/** What a record's card is for: what it asks of its reader, else how its reader belongs to it. */
export type Shape = Ask['kind'] | 'wait' | 'finished' | 'part_done' | 'gone';

/** A record and its reader: what the card depends on. */
interface Standing {
  record: ProcedureRecord;
  /** Null: somebody who only looks at the record. */
  reader: Reader | null;
  ask: Ask | null;
  shape: Shape;
  /** The card shows everything that is known: 看经过 leads nowhere else. */
  isWhole: boolean;
}

/** A record's card while it is drawn. */
export interface View extends RecordView, Standing {}

/** Whether the person began the record or holds it: they follow it to its end. */
export const follows = ({ starterId, holderId }: ProcedureRecord, reader: Reader | null): boolean =>
  reader?.type === 'person' && (reader.id === starterId || reader.id === holderId);

/** The shape of the record's card for this reader. */
function shapeOf(record: ProcedureRecord, reader: Reader | null, ask: Ask | null): Shape {
  if (ask) return ask.kind;
  const key = reader && `${reader.type}:${reader.id}`;
  if (follows(record, reader) || reader === null) return record.isOpen ? 'wait' : 'finished';
  return record.parties.some((party) => party.key === key && party.goneTo !== null) ? 'gone' : 'part_done';
}

/** A record that nobody has handed in yet: it has no number. */
export const isDraft = ({ number, isOpen }: Pick<ProcedureRecord, 'number' | 'isOpen'>): boolean =>
  number === '' && isOpen;

/** The number, or 草稿. */
export const numberText = (
  { number }: Pick<ProcedureRecord, 'number'>,
  { texts }: Pick<CardContext, 'texts'>,
): string => (number === '' ? texts.procedure.draft : number);

/** The record was sent back, and waits to be mended. */
export const isReturned = ({ approval, stage }: ProcedureRecord): boolean =>
  approval !== null && approval.returnedBy !== null && approval.stage !== stage;

const PRIORITIES = ['normal', 'high', 'urgent'] as const;

/** How urgent the record is, if its procedure has a field `priority` with the choices normal, high, urgent. */
export function priorityOf({ values }: Pick<ProcedureRecord, 'values'>): FrameFacts['priority'] {
  return PRIORITIES.find((one) => one === values.priority) ?? 'normal';
}

/** The due date for the reader: the reader's own, if something is asked of them. */
export const dueOf = ({ dueAt }: ProcedureRecord, ask: Ask | null): Instant | null =>
  ask && ask.kind !== 'reply' ? ask.asked.dueAt : dueAt;

/** Whether a record ended as its procedure means it to: neither void nor refused. */
export function endedWell({ definition, stage }: ProcedureRecord): boolean {
  const refusals = definition.stages.flatMap((one) => (one.kind === 'approve' ? [one.onReject] : []));
  return stage !== 'void' && !refusals.includes(stage);
}

type Head = Pick<FrameFacts, 'status' | 'statusColour' | 'icon' | 'colour' | 'isAtRest'>;

function headOf({ record, reader, shape, ask }: Standing, ctx: CardContext): Head {
  const { tags } = ctx.texts.procedure;
  // The status stands in the preview, too, which is no plain text.
  const stage = bare(stageName(record, record.stage, ctx));
  const turn = (status: string, icon: Icon): Head => ({
    ...{ status, icon, statusColour: 'blue', colour: 'blue', isAtRest: false },
  });
  const rest = (status: string, icon: Icon, statusColour: Tag['colour']): Head => ({
    ...{ status, icon, statusColour, colour: 'grey', isAtRest: true },
  });
  switch (shape) {
    case 'claim':
      return turn(tags.claim, 'list');
    case 'fill':
      if (isReturned(record)) return { ...turn(tags.returned, 'alarm'), statusColour: 'orange', colour: 'orange' };
      return turn(stage, isDraft(record) ? 'draft' : iconOf(record));
    case 'approve':
      return turn(isConfirming(ask) ? tags.confirm : tags.approve, 'todo');
    case 'tell':
      return turn(tags.tell, 'feedback');
    case 'read':
      return turn(tags.read, 'todo');
    case 'reply':
      return { ...turn(tags.reply, 'feedback'), statusColour: 'yellow', colour: 'orange' };
    case 'wait':
      return { ...turn(stage, iconOf(record)), statusColour: 'turquoise', colour: 'wathet' };
    case 'finished':
      return endedWell(record) ? rest(stage, 'done', 'green') : rest(stage, 'void', 'neutral');
    case 'part_done':
      return rest(reader?.type === 'department' ? tags.taken : tags.done, 'done', 'neutral');
    case 'gone':
      return rest(tags.left, 'void', 'neutral');
  }
}

/** A record of a subprocedure, such as a measure, is one task; any other is a sheet of its own. */
const iconOf = ({ definition }: ProcedureRecord): Icon => (definition.parent === null ? 'list' : 'todo');

/** Whether the approval has words of its own, such as 通过 and 再做做: then it confirms work that was done. */
export const isConfirming = (ask: Ask | null): boolean => ask?.kind === 'approve' && ask.stage.words !== null;

/** Until when, or when it ended; nothing on a card that must not change any more. */
function whenOf({ record, shape, ask }: Standing, ctx: CardContext): string {
  if (shape === 'finished')
    return ctx.texts.procedure.ended(timeText(record.endedAt, ctx), stageName(record, record.stage, ctx));
  if (shape === 'part_done' || shape === 'gone') return '';
  const due = dueText(dueOf(record, ask), ctx);
  return isDraft(record) && due === '' ? ctx.texts.procedure.notSubmitted : due;
}

function factsOf(standing: Standing, ctx: CardContext): FrameFacts {
  const { record, ask } = standing;
  return {
    ...headOf(standing, ctx),
    ...titleOf(record, ctx),
    number: numberText(record, ctx),
    when: whenOf(standing, ctx),
    priority: priorityOf(record),
    pressing: pressingBy(dueOf(record, ask), ctx),
  };
}

function standingOf(record: ProcedureRecord, reader: Reader | null, isWhole: boolean): Standing {
  const ask = reader && askFor(record, reader);
  // Whoever asks for the whole record learns how it stands, whether they have done their part or not.
  const shape = shapeOf(record, isWhole && !ask ? null : reader, ask);
  return { record, reader, ask, shape, isWhole };
}

/** Whose card is drawn, and whether it shows the whole record. */
export interface RecordDrawing {
  reader: Reader | null;
  /** As whom the reader acts, if not as themselves: as one of their department. */
  as?: Reader;
  isWhole?: boolean;
}

/** Draws a record's card for one reader, small enough for the platform; a group's is masked. */
export function drawnRecord(
  record: ProcedureRecord,
  context: CardContext,
  { reader, as, isWhole = false }: RecordDrawing,
  draw: (view: View) => CardJson,
): CardJson {
  const ctx = reader?.type === 'person' ? readBy(reader.id, context) : context;
  const standing = standingOf(record, as ?? reader, isWhole);
  const audience = reader?.type === 'person' ? 'one_person' : 'group';
  // A draft is nowhere to be read in full but in its own form.
  const drawing: Drawing = { ctx, audience, isWhole: isWhole || record.number === '' };
  return drawn(factsOf(standing, ctx), drawing, (view) => draw({ ...view, ...standing }));
}

/** Replaces a record's card that was posted anew; a tap brings the record. */
export function retiredRecord(record: ProcedureRecord, reader: Reader | null, ctx: CardContext): CardJson {
  const way = button({ cmd: 'record.show', id: record.id, word: ctx.texts.procedure.acts.view, look: 'text' });
  return retiredCard(factsOf(standingOf(record, reader, false), ctx), ctx, actRow([way]));
}

/** What every button that changes the record carries, so that a tap on an older turn does nothing. */
export function turnOf(record: ProcedureRecord, ask: Ask | null): { stage: string; ver: number } {
  return { stage: ask ? stageKeyOf(record, ask) : record.stage, ver: record.turn };
}

/** The name of the stage, or of the step, that is asked of the reader. */
export function askedName({ record, ask, ctx }: Pick<View, 'record' | 'ask' | 'ctx'>): string {
  const label: Label | null = ask?.kind === 'approve' ? ask.step.name : null;
  const name = label ? labelText(label, ctx) : '';
  return name || stageName(record, record.stage, ctx);
}
