import { stepOf } from '../../src/domain/procedure/asks';
import { stageOf, type Who } from '../../src/domain/procedure/definition';
import type { Deed, ProcedureRecord } from '../../src/domain/procedure/record';
import { clamped, type Element, lines } from '../kit/elements';
import { departmentName, personName, timeText } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { printButton, showButton } from './acts';
import { personIn } from './people';
import type { View } from './record-frame';
import { deedName, stageName } from './words';

const MAX_REMARK = 120;

const finalDeed = ({ deeds }: ProcedureRecord): Deed | undefined =>
  deeds.findLast(({ verdict }) => verdict !== 'skipped_same_person');

/** A finished record (34): how it ended, the last word, the paper, the course. */
export function finishedParts(view: View): Element[] {
  const { record, ctx, texts, typed } = view;
  const { procedure } = texts;
  const deed = finalDeed(record);
  const said =
    deed && deed.remark !== '' ? procedure.saidBy(personName(deed.by, ctx), typed(deed.remark, MAX_REMARK)) : '';
  return [
    ...lines([procedure.ended(timeText(record.endedAt, ctx), stageName(record, record.stage, ctx))]),
    ...clamped(said, 2),
    ...actRow([...printButton(view, 'text'), showButton(view, 'text')]),
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
  const { yourPart, verdicts, deedAt } = texts.procedure;
  const deed = record.deeds.findLast(({ by, insteadOf }) => by === id || insteadOf === id);
  if (!deed) return lines([yourPart.nothing]);
  const what = deedAt(verdicts[deed.verdict], deedName(record, deed.what, ctx));
  const at = timeText(deed.at, ctx);
  return [
    ...lines([deed.by === id ? yourPart.deed(at, what) : yourPart.instead(personName(deed.by, ctx), at, what)]),
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
  return [...own, ...actRow([showButton(view, 'text')])];
}

/** Who took the record over. */
export function goneParts(view: View): Element[] {
  const { record, reader, ctx, texts } = view;
  const key = reader && `${reader.type}:${reader.id}`;
  const goneTo = record.parties.find((party) => party.key === key)?.goneTo ?? '';
  const id = personIn(goneTo);
  const who = id !== '' ? personName(id, ctx) : departmentName(goneTo.replace(/^department:/, ''), ctx);
  return [...lines([texts.procedure.yourPart.goneTo(who)], 'quiet'), ...actRow([showButton(view, 'text')])];
}
