import type { CardJson } from '../../src/domain/messaging';
import type { FieldDefinition } from '../../src/domain/procedure/definition';
import type { Line, ProcedureRecord, Reader } from '../../src/domain/procedure/record';
import { dateOf } from '../../src/domain/time';
import type { CardContext } from '../kit/context';
import { type Element, lines, panel, section } from '../kit/elements';
import { frame } from '../kit/frame';
import { timeText } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { askButton, commandButton, moreActs, printButton } from './parts/acts';
import { childrenBlock, progress, wayOf } from './parts/progress';
import { rowsTable } from './parts/rows-table';
import { extensionLine, factLine, matter, openQuestion, whoName } from './parts/sections';
import { filledFields, shownValue } from './parts/visible';
import { askParts } from './procedure-card';
import { drawnRecord, type View } from './record-frame';
import { finishedParts } from './rest-shapes';
import { whoActs } from './wait-card';
import { type CourseEntry, courseOfDeeds, courseWords } from './words/course';
import { labelText, stageName } from './words/labels';

/** So many entries of the course for each item of the room. */
const ENTRIES_PER_ITEM = 3;
/** The platform takes five tables a card. */
const MAX_TABLES = 3;
const TABLE_ROWS = 3;
const MAX_FACTS = 5;
const MAX_LINES = 12;
const MAX_TITLE = 40;

/** Whether the reader asked for it by a tap, and what happened so far. */
export interface WholeOptions {
  reader: Reader | null;
  /** Oldest first; absent: the deeds of the record. */
  timeline?: CourseEntry[];
}

const isTable = ({ type }: FieldDefinition): boolean => type === 'rows';

/** Every value that the reader may see, a line for each field. */
function values(view: View): string[] {
  const { ctx, texts } = view;
  return filledFields(view)
    .filter((field) => !isTable(field))
    .map((field) => texts.card.labelled(labelText(field.label, ctx), shownValue(view, field)));
}

/** Tables that the reader's own form does not show already. */
function tables(view: View): Element[] {
  const { ask } = view;
  const own = ask?.kind === 'fill' ? ask.form.map(({ field }) => field) : [];
  return filledFields(view)
    .filter((field) => isTable(field) && !own.includes(field.key))
    .slice(0, MAX_TABLES)
    .flatMap((field) => rowsTable(view, field, TABLE_ROWS));
}

function lineText(view: View, line: Line): string {
  const { ctx, texts, typed } = view;
  const { lineDone, lineOpen, lineSkipped } = texts.procedure.whole;
  const title = typed(line.link.title || line.link.number, MAX_TITLE);
  if (line.state === 'skipped') return lineSkipped(title, typed(line.reason, MAX_TITLE));
  const who = line.by ?? line.personId;
  const name = who === null ? texts.card.somebody : whoName(who, view);
  return line.state === 'done' && line.at !== null
    ? lineDone(title, name, dateOf(line.at, ctx.timeZone).slice(5))
    : lineOpen(title, name);
}

/** Whom the record is told to, one by one. */
function linesOf(view: View): Element[] {
  const { record, ctx, texts } = view;
  if (record.lines.length === 0) return [];
  const stage = record.definition.stages.find(({ kind }) => kind === 'each');
  const label = stage ? stageName(record, stage.key, ctx) : '';
  const done = record.lines.filter(({ state }) => state !== 'open').length;
  const shown = record.lines.slice(0, MAX_LINES).map((line) => lineText(view, line));
  const rest = record.lines.length - shown.length;
  return section(texts.procedure.whole.lines(label, done, record.lines.length), [
    ...lines(shown),
    ...lines([rest > 0 && texts.card.more(rest)], 'quiet'),
  ]);
}

/** What happened, folded. */
function history(view: View, timeline: CourseEntry[]): Element[] {
  const { record, ctx, texts, room, typed } = view;
  const words = courseWords(record, timeline, ctx);
  const shown = words.slice(-ENTRIES_PER_ITEM * room.items);
  const earlier = words.length - shown.length;
  return panel(texts.procedure.whole.history(words.length), [
    ...lines([earlier > 0 && texts.card.earlierEntries(earlier)], 'quiet'),
    ...lines(shown.map(({ at, who, what }) => typed(texts.card.noteLine(timeText(at, ctx), who, what)))),
  ]);
}

/** Who only looks can hurry it, add a word, print it. */
function onlookersActs(view: View): Element[] {
  const { record, reader, texts } = view;
  if (!record.isOpen) return finishedParts(view);
  const isPerson = reader?.type === 'person';
  const urge = record.asked.length > 0 ? [commandButton(view, 'urge', { word: texts.procedure.acts.urgeBelow })] : [];
  const buttons = [...(isPerson ? [...urge, askButton(view, 'note')] : []), ...printButton(view)];
  return [...lines([whoActs(view)]), ...actRow(buttons, moreActs(view, [], { prints: false, shows: false }))];
}

/**
 * The record to read (看经过, `#CAPA-2026-001`): what is asked of the reader, else how it stands, then everything that is
 * known, the values and the course folded.
 */
export function wholeCard(
  record: ProcedureRecord,
  { reader, timeline = courseOfDeeds(record) }: WholeOptions,
  ctx: CardContext,
): CardJson {
  return drawnRecord(record, ctx, { reader, isWhole: true }, (view) => {
    const { texts } = view;
    const written = values(view);
    const known = view.ask
      ? tables(view)
      : [
          ...matter(view),
          ...tables(view),
          ...childrenBlock(view, record.children),
          ...openQuestion(view, 'grey'),
          ...extensionLine(view),
          ...factLine(view, [], MAX_FACTS),
        ];
    return frame(view, [
      ...(view.ask ? askParts(view) : onlookersActs(view)),
      ...known,
      ...linesOf(view),
      ...panel(texts.procedure.whole.values(written.length), lines([written.join('\n')])),
      ...history(view, timeline),
      ...(view.ask ? [] : record.isOpen ? [...progress(view), ...signaturesBelow(view)] : []),
    ]);
  });
}

/** In an approval the stages and those who sign are two lines. */
const signaturesBelow = (view: View): Element[] => {
  const stage = view.record.definition.stages.find(({ key }) => key === view.record.stage);
  return stage?.kind === 'approve' ? wayOf(view) : [];
};
