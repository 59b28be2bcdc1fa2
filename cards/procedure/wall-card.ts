import type { CardJson } from '../../src/domain/messaging';
import {
  departmentKey,
  type ProcedureRecord,
  personKey,
  type Reader,
  readerOf,
} from '../../src/domain/procedure/record';
import type { CardContext } from '../kit/context';
import { type Element, lines } from '../kit/elements';
import { frame, quietCard } from '../kit/frame';
import { recipientName } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { sinceText } from '../kit/time-left';
import { askButton, recordButton, recordMenu, showButton } from './acts';
import { approveCard } from './approve-card';
import { claimCard, readCard, replyCard, tellCard } from './asking-cards';
import { fillCard } from './fill-card';
import { drawnRecord, type View } from './frame';
import { newestDeed, origin, path } from './sections';
import { standing } from './wall-standing';

/** The card on the wall of a reader: what the record asks of them, how it stands, or what they did. */
export function procedureCard(
  record: ProcedureRecord,
  wall: string,
  ctx: CardContext,
  { retired }: { retired: boolean } = { retired: false },
): CardJson {
  const reader = readerOf(wall) ?? { type: 'person', id: '' };
  const isTheirs = !retired && goneTo(record, reader) === null;
  return drawnRecord(record, reader, ctx, (view) => (retired ? retiredCard(view) : cardFor(view)), { asks: isTheirs });
}

const keyOf = ({ type, id }: Reader): string => (type === 'person' ? personKey(id) : departmentKey(id));

/** Who took the record over from this reader; null if it is still theirs. */
const goneTo = ({ parties }: ProcedureRecord, reader: Reader): string | null =>
  parties.find(({ key }) => key === keyOf(reader))?.goneTo ?? null;

const retiredCard = (view: View): CardJson =>
  quietCard(view, [view.texts.card.retired(view.facts.number)], actRow([showButton(view, 'text')]));

function cardFor(view: View): CardJson {
  const { record, reader, ask, texts, ctx } = view;
  const taken = goneTo(record, reader);
  if (taken !== null)
    return quietCard(view, [texts.procedure.handedTo(recipientName(taken, ctx))], actRow([showButton(view, 'text')]));
  switch (ask?.kind) {
    case 'fill':
      return fillCard(view, ask);
    case 'claim':
      return claimCard(view, ask);
    case 'approve':
      return approveCard(view, ask);
    case 'tell':
      return tellCard(view, ask);
    case 'read':
      return readCard(view, ask);
    case 'reply':
      return replyCard(view, ask);
    default:
      return follows(view) ? followCard(view) : doneCard(view);
  }
}

/** Whoever began or holds the record follows all of it; everybody else has done their part. */
const follows = ({ record, reader }: View): boolean =>
  reader.type === 'person' ? [record.starterId, record.holderId].includes(reader.id) : isTheirTurn(record, reader.id);

/** A group follows its stage while a member works on it. */
const isTheirTurn = ({ asked, isOpen }: ProcedureRecord, department: string): boolean =>
  isOpen && asked.some((one) => one.department === department);

/** 36: the card follows the whole record. */
function followCard(view: View): CardJson {
  const { record, texts } = view;
  if (!record.isOpen) return endedCard(view);
  const { buttons } = texts.procedure;
  const isInGroup = view.reader.type === 'department';
  const canVoid = record.definition.void !== null && !isInGroup;
  const urge = record.asked.length === 0 || isInGroup ? [] : [recordButton(view, 'urge', buttons.urge)];
  const note = record.asked.length === 0 || isInGroup ? [] : [askButton(view, 'note', buttons.note)];
  return frame(view, [
    ...lines([standing(view)]),
    ...newestDeed(view),
    ...actRow([...urge, ...note], recordMenu(view, canVoid ? ['void'] : [])),
    ...origin(view),
    ...path(view),
  ]);
}

/** 34: four lines about what came of it. */
function endedCard(view: View): CardJson {
  const { record, texts } = view;
  const print =
    record.definition.document && record.number !== ''
      ? [recordButton(view, 'print', texts.procedure.buttons.print, { look: 'text' })]
      : [];
  return frame(view, [...newestDeed(view), ...actRow([...print, showButton(view, 'text')])]);
}

/**
 * The reader has done their part. The card tells of nothing that comes later: each later change of it would cost a call,
 * and ask nothing of anybody.
 */
function doneCard(view: View): CardJson {
  const { record, reader, texts, ctx } = view;
  const { yours } = texts.procedure;
  const last = record.deeds.findLast(
    ({ by, verdict }) => reader.type === 'person' && by === reader.id && verdict in yours,
  );
  const say = last
    ? yours[last.verdict as 'submit' | 'approve' | 'return' | 'reject' | 'read'](sinceText(last.at, ctx))
    : yours.none;
  const elements: Element[] = [...lines([say]), ...actRow([showButton(view, 'text')])];
  const look = { colour: 'wathet' as const, icon: 'done' as const, when: '', tags: [], summary: view.facts.number };
  return frame({ ...view, facts: { ...view.facts, priority: 'normal', pressing: null } }, elements, look);
}
