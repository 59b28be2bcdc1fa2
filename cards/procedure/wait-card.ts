import { stepOf } from '../../src/domain/procedure/asks';
import { currentStage, isStageOpen, type ProcedureRecord } from '../../src/domain/procedure/record';
import { type Element, lines } from '../kit/elements';
import { departmentName } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { askButton, commandButton, moreActs } from './parts/acts';
import { childrenBlock, childrenName, wayOf } from './parts/progress';
import { childrenOf, everybodyAsked, extensionLine, factLine, newestDeed, openQuestion } from './parts/sections';
import type { View } from './record-frame';
import { labelText } from './words/labels';
import { displayValue } from './words/values';

/** The name of the step that is asked, in an approval. */
function stepWord({ record, ctx }: View, fallback: string): string {
  const stage = currentStage(record);
  const key = record.asked[0]?.step;
  const step = stage?.kind === 'approve' && key !== undefined ? stepOf(record, stage, key) : null;
  return (step && labelText(step.name, ctx)) || fallback;
}

const doneOf = (children: ProcedureRecord['children']): number => children.filter(({ isOpen }) => !isOpen).length;

/** Who outside the company is asked: a field names them. */
function outsideName({ record, ctx }: View): string {
  const stage = currentStage(record);
  const who = stage?.kind === 'outside' ? stage.who.find(({ kind }) => kind === 'outside') : undefined;
  const field = who?.kind === 'outside' ? record.definition.fields[who.field] : undefined;
  return field ? displayValue(field, record.values[field.key], ctx) || labelText(field.label, ctx) : '';
}

/** Who does what now, in a sentence. Empty once the record has ended. */
export function whoActs(view: View): string {
  const { record, ctx, texts, typed } = view;
  const { waiting } = texts.procedure;
  const stage = currentStage(record);
  if (!stage) return '';
  const name = labelText(stage.name, ctx);
  const who = everybodyAsked(record.asked, view);
  if (stage.kind === 'wait') {
    if (stage.until.kind === 'date') return waiting.date(name);
    const { field, procedure } = stage.until;
    const children = childrenOf(record, field);
    const what = childrenName(view, procedure ?? children[0]?.procedure ?? null, field) || name;
    return waiting.children(what, doneOf(children), children.length);
  }
  if (stage.kind === 'campaign') return waiting.children(name, doneOf(record.children), record.children.length);
  if (!isStageOpen(record)) return waiting.closed(name);
  if (stage.kind === 'outside') return waiting.outside(typed(outsideName(view), 40));
  if (record.asked.length === 0) return waiting.nobody(name);
  const first = record.asked[0];
  switch (stage.kind) {
    case 'approve':
      return waiting.approve(who, stepWord(view, name));
    case 'each':
      return waiting.tell(who, record.lines.filter(({ state }) => state === 'open').length);
    case 'notify':
      return waiting.read(who);
    case 'fill':
      return stage.claim && first?.personId === null
        ? waiting.claim(departmentName(first.department, ctx), name)
        : waiting.fill(who, name);
  }
}

/** To follow a record that is with others (36): who does what, what was done last, how to hurry it. */
export function waitParts(view: View): Element[] {
  const { record, texts } = view;
  const { acts } = texts.procedure;
  const canUrge = record.asked.length > 0 && record.asked.some(({ personId }) => personId !== view.ctx.readerId);
  const urge = canUrge ? [commandButton(view, 'urge', { word: acts.urge })] : [];
  return [
    ...lines([whoActs(view)]),
    ...wayOf(view),
    ...openQuestion(view, 'grey'),
    ...(record.children.length > 0 ? childrenBlock(view, record.children) : newestDeed(view)),
    ...actRow([...urge, askButton(view, 'note')], moreActs(view, [])),
    ...extensionLine(view),
    ...factLine(view),
  ];
}
