import type { CardJson } from '../../src/domain/messaging';
import { isExplanation } from '../../src/domain/procedure/course/approval';
import { columns, type Element, lines } from '../kit/elements';
import { formOf } from '../kit/form-elements';
import { frame } from '../kit/frame';
import { personName } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { type FormField, laidOut } from '../kit/record-form';
import { recordMenu, recordSubmit, showButton, workerActs } from './acts';
import type { AskOf } from './ask-of';
import { controlsFor } from './controls';
import type { View } from './frame';
import { labelText } from './labels';
import { approvalPath, deedBy, figures, knownFields, newestDeed, rowTable, valueBlock } from './sections';

/** Large numbers side by side: what is decided on. */
function figureRow(view: View): Element[] {
  const shown = figures(view);
  if (shown.length === 0) return [];
  return [columns(shown.map(({ label, text }) => [...lines([text], 'heading'), ...lines([label], 'quiet')]))];
}

function verdicts(view: View, { stage, step }: AskOf<'approve'>): Element[] {
  const { ctx, texts } = view;
  const { buttons } = texts.procedure;
  if (isExplanation(step)) return [recordSubmit(view, 'approve', texts.procedure.submit)];
  const words = stage.words;
  const yes = recordSubmit(
    view,
    stage.words ? 'confirm' : 'approve',
    words ? labelText(words.approve, ctx) : buttons.approve,
  );
  const back =
    stage.returnTo === null
      ? []
      : [recordSubmit(view, 'return', words ? labelText(words.return, ctx) : buttons.return, { look: 'default' })];
  const no = stage.onReject === null ? [] : [recordSubmit(view, 'reject', buttons.reject, { look: 'danger' })];
  return [yes, ...back, ...no];
}

/** A step of an approval. */
export function approveCard(view: View, ask: AskOf<'approve'>): CardJson {
  const { record, ctx, texts } = view;
  const { procedure } = texts;
  const author = record.deeds.findLast(({ verdict }) => verdict === 'submit');
  const from = author ? deedBy(author, ctx) : personName(record.starterId, ctx);
  const isJudged = ask.stage.words !== null;
  const say = isExplanation(ask.step)
    ? procedure.asks.fill(labelText(ask.step.name, ctx))
    : (isJudged ? procedure.asks.judge : procedure.asks.approve)(from);
  const remark: FormField[] = isExplanation(ask.step)
    ? []
    : [
        {
          name: 'remark',
          label: isJudged ? procedure.judgeRemark : procedure.remark,
          placeholder: isJudged ? procedure.judgeRemark : procedure.remark,
          required: false,
          initial: '',
          as: 'text',
        },
      ];
  const own = controlsFor(ask.form, record.definition.fields, record.values, view).map((field) => ({
    ...field,
    required: false,
  }));
  const rows = Object.values(record.definition.fields)
    .filter(({ type }) => type === 'rows')
    .flatMap(({ key }) => rowTable(key, view))
    .slice(0, 3);
  const shownRows = new Set(
    Object.values(record.definition.fields)
      .filter(({ type }) => type === 'rows')
      .map(({ key }) => key),
  );
  return frame(view, [
    ...figureRow(view),
    ...lines([say]),
    formOf('record.approve', [...laidOut(own), ...laidOut(remark), ...actRow(verdicts(view, ask))]),
    ...actRow([showButton(view)], recordMenu(view, isJudged || isExplanation(ask.step) ? [] : workerActs(view))),
    ...rows,
    ...valueBlock(
      knownFields(record)
        .filter((key) => !shownRows.has(key))
        .slice(0, 4),
      procedure.values,
      view,
    ),
    ...(record.approval?.votes.length || isJudged ? newestDeed(view) : []),
    ...approvalPath(view),
  ]);
}
