import { stepOf } from '../../../src/domain/procedure/asks';
import {
  type ChildView,
  currentStage,
  momentOf,
  type ProcedureRecord,
  type Vote,
} from '../../../src/domain/procedure/record';
import type { ApproveStage, ApproveStep, Stage } from '../../../src/domain/procedure/stages';
import { cutToWidth } from '../../../src/domain/text/width';
import { dateOf } from '../../../src/domain/time';
import { block, clamped, type Element, lines } from '../../kit/elements';
import { personName } from '../../kit/names';
import { type Step, stepLine } from '../../kit/parts/steps';
import type { View } from '../record-frame';
import { lastDayOf, pressingBy } from '../words/due';
import { labelText, unmarked } from '../words/labels';
import { askedWho, whoName } from './sections';

/** So many stages fit on a phone's line, and so much of their names. */
const MAX_STEPS = 6;
const MAX_WORD = 5;

/** A stage before the present one that nobody did was passed over. */
const wasDone = (record: ProcedureRecord, { key }: Stage): boolean =>
  momentOf(record, key, 'done') !== null || record.deeds.some(({ what }) => what === key || what.startsWith(`${key}.`));

/** The stages around the present one: what was passed over is left out. */
function stagesAround(record: ProcedureRecord): { stages: Stage[]; at: number } {
  const { stages } = record.definition;
  const now = stages.findIndex(({ key }) => key === record.stage);
  const way = stages.filter((stage, at) => at >= now || wasDone(record, stage));
  const at = way.findIndex(({ key }) => key === record.stage);
  const from = Math.max(0, Math.min(at - 2, way.length - MAX_STEPS));
  return { stages: way.slice(from, from + MAX_STEPS), at: at - from };
}

/** The way of an open record in one line. */
export function progress({ record, ctx }: View): Element[] {
  const { stages, at } = stagesAround(record);
  if (currentStage(record) === null || stages.length < 2) return [];
  const isLate = pressingBy(record.dueAt, ctx) === 'late';
  return stepLine(
    stages.map((stage, i): Step => {
      const state = i < at ? 'done' : i > at ? 'to_come' : isLate ? 'late' : 'now';
      return { word: unmarked(cutToWidth(labelText(stage.name, ctx), MAX_WORD)), state };
    }),
  );
}

/** The name of a step; one that somebody added has none of its own. */
const stepWord = ({ ctx, texts }: View, { steps }: ApproveStage, { key, name }: ApproveStep): string =>
  steps.some((step) => step.key === key) ? labelText(name, ctx) : texts.procedure.acts.add_approver;

function votedLine(view: View, step: string, { verdict, by, insteadOf, at }: Vote): string {
  const { ctx, texts } = view;
  const { signed, skipped, sentBack, refused, standsFor } = texts.procedure;
  const voter = whoName(by, view);
  const who = insteadOf === null ? voter : standsFor(voter, personName(insteadOf, ctx));
  const day = dateOf(at, ctx.timeZone).slice(5);
  switch (verdict) {
    case 'approve':
      return signed(step, who, day);
    case 'skipped_same_person':
    case 'skipped_author':
      return skipped(step);
    case 'return':
      return sentBack(step, who, day);
    case 'reject':
      return refused(step, who, day);
  }
}

/** The steps of an approval in their order, with the added ones behind those that they follow. */
function stepsOf(record: ProcedureRecord, stage: ApproveStage): ApproveStep[] {
  const added = record.approval?.stage === stage.key ? record.approval.added : [];
  const behind = (key: string): ApproveStep[] =>
    added
      .filter(({ after }) => after === key)
      .flatMap((one) => [...[stepOf(record, stage, one.key)].filter((step) => step !== null), ...behind(one.key)]);
  return stage.steps.flatMap((step) => [step, ...behind(step.key)]);
}

/** Who approved so far, who is asked, and who comes next for certain. Names are typed: the line takes no markup. */
export function signatures(view: View): Element[] {
  const { record, texts } = view;
  const stage = currentStage(record);
  if (stage?.kind !== 'approve') return [];
  const votes = record.approval?.stage === stage.key ? record.approval.votes : [];
  const shown = stepsOf(record, stage).flatMap((step) => {
    const word = stepWord(view, stage, step);
    const asked = record.asked.find((one) => one.step === step.key);
    if (asked) return [texts.procedure.signing(word, askedWho(asked, view))];
    const vote = votes.findLast((one) => one.step === step.key);
    if (vote) return [votedLine(view, word, vote)];
    return step.when === null ? [texts.procedure.toSign(word)] : [];
  });
  return lines([shown.join(' ─ ')], 'quiet');
}

/** The way of the record: in an approval those who sign, else the stages. */
export const wayOf = (view: View): Element[] =>
  currentStage(view.record)?.kind === 'approve' ? signatures(view) : progress(view);

const MAX_CHILDREN = 4;
const MAX_CHILD = 20;

function childText(view: View, child: ChildView): string {
  const { ctx, texts, typed } = view;
  const date =
    child.endedAt === null ? child.dueAt && lastDayOf(child.dueAt, ctx) : dateOf(child.endedAt, ctx.timeZone);
  const day = date ? date.slice(5) : '';
  const mark = child.isOpen ? '○' : '✓';
  const what = `${mark} ${typed(child.title || child.number, MAX_CHILD)}`;
  return texts.procedure.childLine(what, whoName(child.holderId, view), day);
}

/** What the children of a procedure are called: by their own name, else by the field that lists them. */
export function childrenName(view: View, procedure: string | null, field: string | null): string {
  const { record, ctx } = view;
  const { subprocedures, fields } = record.definition;
  const label = (procedure && subprocedures[procedure]?.label) || (field && fields[field]?.label);
  return label ? labelText(label, ctx) : '';
}

/** The children, who has each, and until when; green once all are done. */
export function childrenBlock(view: View, children: ChildView[]): Element[] {
  const [first] = children;
  if (!first) return [];
  const { texts } = view;
  const done = children.filter(({ isOpen }) => !isOpen).length;
  const title = texts.procedure.children(childrenName(view, first.procedure, first.field), done, children.length);
  const open = children.filter(({ isOpen }) => isOpen);
  const shown = [...open, ...children.filter(({ isOpen }) => !isOpen)].slice(0, MAX_CHILDREN);
  const rest = children.length - shown.length;
  return block(done === children.length ? 'green' : 'grey', title, [
    ...shown.flatMap((child) => clamped(childText(view, child), 1)),
    ...lines([rest > 0 && texts.card.more(rest)], 'quiet'),
  ]);
}
