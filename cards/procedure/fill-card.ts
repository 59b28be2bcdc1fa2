import type { FillStage } from '../../src/domain/procedure/stages';
import { block, clamped, type Element, lines } from '../kit/elements';
import { personName } from '../kit/names';
import { sinceText } from '../kit/time-left';
import { addsChildren, type FillAsk, fillActs, isAgain } from './fill-acts';
import { type FormState, formState } from './forms/form-state';
import { childrenBlock, wayOf } from './parts/progress';
import { rowsTable } from './parts/rows-table';
import { extensionLine, factLine, figures, matter, openQuestion, standingIn } from './parts/sections';
import { fieldsOf } from './parts/visible';
import { isDraft, isReturned, type View } from './record-frame';
import { labelList, labelText } from './words/labels';

const MAX_REMARK = 120;
const REMARK_LINES = 3;
/** So many rows of a table a page: the card holds a form, too. */
const TABLE_ROWS = 3;

/** Fields that stand on the card already, in the form or above it. */
const filledElsewhere = (view: View, { inputs, shown, choice, messages }: FormState): string[] => [
  ...(shown.length === 0 ? inputs : shown).map(({ field }) => field.key),
  ...(choice ? [choice.key] : []),
  ...messages.filter(({ field }) => field.type === 'rows').map(({ field }) => field.key),
  ...(view.ask?.kind === 'fill' ? view.ask.stage.show : []),
];

/** What is asked, in a sentence. */
function askLine(view: View, { stage }: FillAsk, state: FormState): Element[] {
  const { record, reader, ctx, texts } = view;
  const { asks } = texts.procedure;
  const name = labelText(stage.name, ctx);
  const isLong = state.shown.length < state.inputs.length;
  const isEmpty = state.inputs.length === 0 && state.messages.length === 0 && state.choice === null;
  const said = () => {
    if (isReturned(record)) return asks.mend;
    if (isAgain(view, state)) return asks.again(record.round);
    if (addsChildren(view, state)) return '';
    if (isEmpty) return asks.does(name);
    if (isLong && state.shown.length === 0 && state.choice === null) return asks.complete;
    if (isDraft(record)) return asks.draft;
    return reader?.type === 'department' ? asks.fillInGroup(name) : asks.fill(name);
  };
  const needed = state.missing + state.shown.length;
  return lines([`${said()}${isLong && needed > 0 ? asks.left(needed) : ''}`]);
}

/** What is to be mended, and what a change costs. */
function returnedBlock(view: View): Element[] {
  const { record, ctx, texts, typed } = view;
  const { approval } = record;
  const vote = record.deeds.findLast(({ verdict }) => verdict === 'return');
  if (!approval || !vote || !isReturned(record)) return [];
  const stage = record.definition.stages.find(({ key }) => key === approval.stage);
  const voiding = stage?.kind === 'approve' ? fieldsOf(record, stage.editVoids).map(({ label }) => label) : [];
  const title = texts.procedure.by(texts.procedure.acts.return, sinceText(vote.at, ctx), personName(vote.by, ctx));
  const isVoidable = approval.votes.some(({ verdict }) => verdict === 'approve') && voiding.length > 0;
  return [
    ...block('orange', title, clamped(typed(vote.remark, MAX_REMARK), REMARK_LINES)),
    ...lines([isVoidable && texts.procedure.voids(labelList(voiding, ctx))], 'quiet'),
  ];
}

/** Tables of the form as they are so far, and how to change them. */
function tables(view: View, { messages }: FormState): Element[] {
  return messages.flatMap(({ field }) => (field.type === 'rows' ? rowsTable(view, field, TABLE_ROWS, true) : []));
}

const numbers = (view: View, { show }: FillStage) =>
  fieldsOf(view.record, show).filter(({ type }) => type === 'number' || type === 'money');

/** To fill a stage in (37): what is asked, the form, what one must know. */
export function fillParts(view: View, ask: FillAsk): Element[] {
  const state = formState(view.record, ask.stage);
  const except = filledElsewhere(view, state);
  const { stage } = ask;
  return [
    ...askLine(view, ask, state),
    ...standingIn(view),
    ...returnedBlock(view),
    ...figures(view, numbers(view, stage)),
    ...fillActs(view, ask, state),
    ...(isReturned(view.record) ? [] : tables(view, state)),
    ...openQuestion(view, 'grey'),
    ...(isDraft(view.record) || view.record.children.length > 0 ? [] : matter(view, except)),
    ...(stage.children === null ? childrenBlock(view, view.record.children) : []),
    ...extensionLine(view),
    ...lines([stage.approveBy !== null && view.texts.procedure.thenAgreed], 'quiet'),
    ...factLine(view, except),
    ...wayOf(view),
  ];
}
