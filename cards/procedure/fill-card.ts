import type { Ask } from '../../src/domain/procedure/asks';
import type { FillStage } from '../../src/domain/procedure/stages';
import { button } from '../kit/button';
import { block, clamped, type Element, lines } from '../kit/elements';
import { formOf, submitButton } from '../kit/form-elements';
import { personName } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { sinceText } from '../kit/time-left';
import { controlsOf } from './forms/controls';
import { entriesOf, type FormState, formState } from './forms/form-state';
import { besideForm, choiceButtons, stageForm, submitOf, wayButton, waysOn } from './forms/stage-form';
import { askButton, commandButton, mayActs, moreActs } from './parts/acts';
import { childrenBlock, childrenName, wayOf } from './parts/progress';
import { rowsTable } from './parts/rows-table';
import { childrenOf, extensionLine, factLine, figures, matter, openQuestion, standingIn } from './parts/sections';
import { fieldsOf } from './parts/visible';
import { isDraft, isReturned, turnOf, type View } from './record-frame';
import { labelList, labelText } from './words/labels';
import { isBlankValue } from './words/values';

export type FillAsk = Extract<Ask, { kind: 'fill' }>;

const MAX_REMARK = 120;
const REMARK_LINES = 3;
/** So many rows of a table a page: the card holds a form, too. */
const TABLE_ROWS = 3;
/** So many buttons stand beside the menu. */
const MAX_BUTTONS = 2;

/** Fields that stand on the card already, in the form or above it. */
const filledElsewhere = (view: View, { shown, choice, messages }: FormState): string[] => [
  ...shown.map(({ field }) => field.key),
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
    if (addsChildren(view, state)) return '';
    if (isDraft(record)) return asks.draft;
    if (isEmpty) return asks.does(name);
    if (isLong && state.shown.length === 0 && state.choice === null) return asks.complete;
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

/** The word of the button that hands the stage in. */
function submitWord(view: View, { stage }: FillAsk, state: FormState): string {
  const { record, ctx, texts } = view;
  const { acts } = texts.procedure;
  if (isReturned(record)) {
    const by = record.deeds.findLast(({ verdict }) => verdict === 'return')?.by;
    return acts.sendBack(by === undefined ? '' : personName(by, ctx));
  }
  if (stage.submit) return labelText(stage.submit, ctx);
  const isBare = state.inputs.length === 0 && state.messages.length === 0;
  return isBare && !isDraft(record) ? labelText(stage.name, ctx) : acts.submit;
}

/** Buttons of the definition and rights of the stage in one row, the rest in the menu. */
function furtherActs(view: View, { buttons }: FillAsk, first: Element[], editing: Element[]): Element[] {
  const acts = mayActs(view);
  const ways = [...editing, ...buttons.map((choice) => wayButton(view, choice))];
  const room = Math.max(0, MAX_BUTTONS - ways.length);
  const shown = acts.slice(0, room).map((act) => askButton(view, act));
  const isNew = isDraft(view.record);
  const more = moreActs(view, [...acts.slice(room), ...(isNew ? [] : (['note'] as const))], { shows: !isNew });
  return actRow([...first, ...ways, ...shown], more);
}

/** The whole form on a card of its own. */
const editButton = (view: View, word: string, look: 'default' | 'primary' = 'default'): Element =>
  button({ cmd: 'record.edit', id: view.record.id, word, look, values: turnOf(view.record, view.ask) });

/** Sent back with everything filled in: to change it comes first. */
function mendingActs(view: View, ask: FillAsk, state: FormState): Element[] {
  const { texts } = view;
  const change = editButton(view, texts.procedure.acts.change, 'primary');
  const send = commandButton(view, 'submit', { word: submitWord(view, ask, state) });
  return [...actRow([change, send]), ...furtherActs(view, ask, [], [])];
}

/** The children added so far, and the form for one more. */
function childrenActs(view: View, ask: FillAsk, state: FormState): Element[] {
  const { record, ctx, texts } = view;
  const rule = ask.stage.children;
  const child = rule && record.definition.subprocedures[rule.of];
  const first = child?.stages[0];
  if (!rule || !child || first?.kind !== 'fill') return [];
  const added = childrenOf(record, rule.field);
  const isEnough = added.length >= rule.atLeast;
  const entries = entriesOf({ ...record, definition: child }, first.form).filter(
    ({ field }) => field.computed === null && field.type !== 'rows' && field.type !== 'files',
  );
  const controls = entries.map(({ field, required }) => ({ field, required, enforced: true, value: undefined }));
  const look = isEnough ? ('default' as const) : ('primary' as const);
  const add = submitButton(submitOf(view, { command: 'add_child', word: texts.procedure.acts.addChild, look }));
  const send = commandButton(view, 'submit', {
    word: submitWord(view, ask, state),
    look: isEnough ? 'primary' : 'default',
  });
  const what = childrenName(view, rule.of, rule.field) || labelText(child.label, ctx);
  return [
    ...lines([isEnough ? texts.procedure.asks.complete : texts.procedure.asks.children(what, rule.atLeast)]),
    ...childrenBlock(view, added),
    formOf('record.add_child', [...controlsOf(controls, view), ...actRow([add])]),
    ...furtherActs(view, ask, [send], [editButton(view, texts.procedure.acts.change)]),
  ];
}

/** The form, or the next step of it, and the other acts. */
function ownActs(view: View, ask: FillAsk, state: FormState): Element[] {
  const { acts } = view.texts.procedure;
  const { stage } = ask;
  const isComplete = state.shown.length === 0;
  if (isReturned(view.record) && isComplete && state.inputs.length > 0) return mendingActs(view, ask, state);
  if (addsChildren(view, state)) return childrenActs(view, ask, state);
  const hasChildren = stage.children !== null;
  const isStep = state.missing > 0 || hasChildren;
  const sending = isStep
    ? { command: 'save', word: hasChildren && state.missing === 0 ? acts.nextChildren : acts.next }
    : { command: 'submit', word: submitWord(view, ask, state) };
  const editing =
    state.shown.length < state.inputs.length ? [editButton(view, isComplete ? acts.change : acts.edit)] : [];
  if (isComplete && state.choice === null) {
    const submit = commandButton(view, sending.command, { word: sending.word, look: 'primary' });
    return [...besideForm(view, state, stage.needsOne), ...furtherActs(view, ask, [submit], editing)];
  }
  const form =
    isComplete && state.choice !== null
      ? actRow(choiceButtons(view, state.choice, 'submit', false))
      : stageForm(view, state, sending);
  return [
    ...form,
    ...(state.choice && !isStep ? waysOn(view, state.choice, stage.next) : []),
    ...besideForm(view, state, stage.needsOne),
    ...furtherActs(view, ask, [], editing),
  ];
}

/** Once the own fields are filled in, the children of the stage are added one by one. */
const addsChildren = (view: View, { missing, shown }: FormState): boolean =>
  view.ask?.kind === 'fill' &&
  view.ask.stage.children !== null &&
  missing === 0 &&
  shown.every(({ field, required }) => !required || isSet(view, field.key));

const isSet = ({ record }: View, key: string): boolean => !isBlankValue(record.values[key]);

/** Tables of the form as they are so far, and how to change them. */
function tables(view: View, { messages }: FormState): Element[] {
  const drawn = messages.flatMap(({ field }) => (field.type === 'rows' ? rowsTable(view, field, TABLE_ROWS) : []));
  return drawn.length === 0 ? [] : [...drawn, ...lines([view.texts.procedure.rowsAgain], 'quiet')];
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
    ...ownActs(view, ask, state),
    ...tables(view, state),
    ...openQuestion(view, 'grey'),
    ...(isDraft(view.record) ? [] : matter(view, except)),
    ...(stage.children === null ? childrenBlock(view, view.record.children) : []),
    ...extensionLine(view),
    ...lines([stage.approveBy !== null && view.texts.procedure.thenAgreed], 'quiet'),
    ...factLine(view, except),
    ...wayOf(view),
  ];
}
