import { askFor } from '../../src/domain/procedure/asks';
import { type Label, stageOf } from '../../src/domain/procedure/definition';
import type { Asked, ProcedureRecord, Reader } from '../../src/domain/procedure/record';
import type { Instant } from '../../src/domain/time';
import { button } from '../kit/button';
import type { CardContext } from '../kit/context';
import type { FrameFacts } from '../kit/frame';
import type { ListRow } from '../kit/list-row';
import { mask } from '../kit/mask';
import { timeText } from '../kit/names';
import { menu } from '../kit/parts/acts';
import { oneLine } from '../kit/plain-text';
import { actButton, type RowTarget, targetOf } from './messages/message-acts';
import { everybodyAsked } from './parts/sections';
import { dueOf, numberText, priorityOf } from './record-frame';
import { dueShort, pressingBy } from './words/due';
import { labelText } from './words/labels';
import { type TitleSource, titleOf, titleSourceOf } from './words/title';

/** A record as a list keeps it: plain data, in no language, drawn when the list is. */
export interface ListedRecord extends RowTarget, TitleSource {
  number: string;
  /** The name of the stage, or of the end. */
  stageName: Label;
  isOpen: boolean;
  asked: Asked[];
  dueAt: Instant | null;
  /** When the record ended; null while it is open. */
  endedAt: Instant | null;
  priority: FrameFacts['priority'];
  /** The reader is above whoever must act, and may hurry it. */
  mayUrge: boolean;
  /** The text around the words that were searched for; empty for none. */
  snippet: string;
}

/** What a list keeps of a record for this reader; `mayUrge`: the reader may hurry others. */
export function listedRecord(
  record: ProcedureRecord,
  reader: Reader | null,
  { mayUrge = false, snippet = '' }: Partial<Pick<ListedRecord, 'mayUrge' | 'snippet'>> = {},
): ListedRecord {
  const { definition, stage, number, isOpen, asked, endedAt } = record;
  const ask = reader && askFor(record, reader);
  return {
    ...titleSourceOf(record),
    ...targetOf(record, ask),
    ...{ number, isOpen, asked, endedAt, mayUrge: mayUrge && isOpen && !ask && asked.length > 0, snippet },
    stageName: stageOf(definition, stage)?.name ?? definition.ends[stage] ?? { zh: stage, en: stage },
    dueAt: isOpen ? dueOf(record, ask) : null,
    priority: priorityOf(record),
  };
}

/** The people whom the row names. */
export const namedInRow = ({ asked }: Pick<ListedRecord, 'asked'>): string[] =>
  asked.map(({ personId }) => personId).filter((id) => id !== null);

const MAX_READ = 1000;
const MAX_SNIPPET = 60;

/** Who has the record, if not the reader. */
function holderOf({ asked }: ListedRecord, ctx: CardContext): string {
  const others = asked.filter(({ personId }) => personId === null || personId !== ctx.readerId);
  return everybodyAsked(others, { ctx, texts: ctx.texts });
}

/** `时间 · 编号 阶段（谁）`: what a row says below its title. */
function factsOf(item: ListedRecord, ctx: CardContext): string {
  const { list, priorities } = ctx.texts;
  const when = item.isOpen ? dueShort(item.dueAt, ctx) : timeText(item.endedAt, ctx);
  const standing = list.whoAndStatus(holderOf(item, ctx), labelText(item.stageName, ctx));
  const urgent = item.priority === 'high' ? priorities.high : '';
  return [urgent, when, `${numberText(item, ctx)} ${standing}`].filter(Boolean).join(' · ');
}

/** A record as a row of a list: its title, how much time is left, who has it, and the next act of the reader. */
export function procedureRow(item: ListedRecord, ctx: CardContext): ListRow {
  const { rowActs, acts } = ctx.texts.procedure;
  const shown = (typed: string) => oneLine(mask(typed.slice(0, MAX_READ)), MAX_SNIPPET);
  const { customer, subject } = titleOf(item, ctx);
  const isUrgent = item.priority === 'urgent';
  const urges = item.mayUrge && item.act === 'show';
  // Any other act brings the record by itself.
  const more = urges || item.act === 'claim' ? [{ act: 'show', word: rowActs.show }] : [];
  const urge = { cmd: 'record.urge', id: item.id, word: acts.urgeBelow, look: 'choice' as const };
  return {
    head: ctx.texts.card.title({ customer: shown(customer), subject: shown(subject), isUrgent }),
    facts: factsOf(item, ctx),
    isPressing: item.isOpen && (isUrgent || pressingBy(item.dueAt, ctx) !== null),
    note: shown(item.snippet),
    acts: [urges ? button(urge) : actButton(item, ctx, 'choice'), ...menu({ cmd: 'record.ask', id: item.id }, more)],
  };
}
