import { stepOf } from '../../src/domain/procedure/asks';
import { stageOf, type Who } from '../../src/domain/procedure/definition';
import type { Deed, ProcedureRecord } from '../../src/domain/procedure/record';
import { DAY, dateOf, type Instant } from '../../src/domain/time';
import type { CardContext } from '../kit/context';
import { clamped, type Element, lines } from '../kit/elements';
import { departmentName, personName, timeText } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { printButton, showButton } from './parts/acts';
import { personIn } from './people';
import type { View } from './record-frame';
import { deedName } from './words/labels';

const MAX_REMARK = 120;

const finalDeed = ({ deeds }: ProcedureRecord): Deed | undefined =>
  deeds.findLast(({ verdict }) => !verdict.startsWith('skipped'));

/** How many days of the calendar the record took, the first and the last included. */
function daysOf({ createdAt, endedAt }: ProcedureRecord, { timeZone }: CardContext): number {
  const midnight = (at: Instant) => Date.parse(dateOf(at, timeZone));
  return endedAt === null ? 1 : Math.max(1, Math.round((midnight(endedAt) - midnight(createdAt)) / DAY) + 1);
}

/** A finished record (34): how it ended, the last word, the paper, the course. */
export function finishedParts(view: View): Element[] {
  const { record, ctx, texts, typed } = view;
  const { procedure } = texts;
  const deed = finalDeed(record);
  const said =
    deed && deed.remark !== '' ? procedure.saidBy(personName(deed.by, ctx), typed(deed.remark, MAX_REMARK)) : '';
  return [
    ...clamped(said, 2),
    ...lines([said === '' && procedure.lasted(daysOf(record, ctx))]),
    ...actRow([...printButton(view, 'text'), ...showButton(view, 'text')]),
  ];
}

/** Whether the part belongs to this department. */
const isOf = (department: string, who: Who, { values }: ProcedureRecord): boolean =>
  who.kind === 'department' ? who.key === department : who.kind === 'department_of' && values[who.field] === department;

/** The people of a stage or a step. */
function whoOf(record: ProcedureRecord, what: string): Who[] {
  const [stageKey = '', step] = what.split('.', 2);
  const stage = stageOf(record.definition, stageKey);
  if (stage?.kind === 'approve') return (step !== undefined ? stepOf(record, stage, step)?.who : null) ?? [];
  return stage?.kind === 'fill' ? stage.who : [];
}

/** Who of a department has the record in hand, or did its part last: the same person before and after, so the card stays. */
function doerOf(record: ProcedureRecord, department: string): string | null {
  const inHand = record.asked.find((one) => one.department === department && one.personId !== null);
  const deed = record.deeds.findLast(({ what }) => whoOf(record, what).some((who) => isOf(department, who, record)));
  return inHand?.personId ?? deed?.by ?? null;
}

function departmentLines(view: View, department: string): Element[] {
  const { record, ctx, texts } = view;
  const { yourPart } = texts.procedure;
  const doer = doerOf(record, department);
  return lines([doer === null ? yourPart.nothing : yourPart.department(personName(doer, ctx))]);
}

function personLines(view: View, id: string): Element[] {
  const { record, ctx, texts, typed } = view;
  const { yourPart, verdicts } = texts.procedure;
  const deed = record.deeds.findLast(({ by, insteadOf }) => by === id || insteadOf === id);
  if (!deed) return lines([yourPart.nothing]);
  const at = timeText(deed.at, ctx);
  const did = verdicts[deed.verdict];
  const what = deedName(record, deed.what, ctx);
  return [
    ...lines([
      deed.by === id ? yourPart.deed(at, did, what) : yourPart.instead(personName(deed.by, ctx), at, did, what),
    ]),
    ...clamped(deed.remark === '' ? '' : typed(deed.remark, MAX_REMARK), 2),
    ...lines([yourPart.rest], 'quiet'),
  ];
}

/**
 * Whoever has done their part: what they did, and nothing of what happens to the record afterwards, because each change of a
 * card costs a call.
 */
export function partDoneParts(view: View): Element[] {
  const { reader } = view;
  const own = reader?.type === 'department' ? departmentLines(view, reader.id) : personLines(view, reader?.id ?? '');
  return [...own, ...actRow(showButton(view, 'text'))];
}

/** Who took the record over. */
export function goneParts(view: View): Element[] {
  const { record, reader, ctx, texts } = view;
  const key = reader && `${reader.type}:${reader.id}`;
  const goneTo = record.parties.find((party) => party.key === key)?.goneTo ?? '';
  const id = personIn(goneTo);
  const who = id !== '' ? personName(id, ctx) : departmentName(goneTo.replace(/^department:/, ''), ctx);
  return [...lines([texts.procedure.yourPart.goneTo(who)], 'quiet'), ...actRow(showButton(view, 'text'))];
}
