import type { Ask } from '../../src/domain/procedure/asks';
import { button } from '../kit/button';
import { type Element, lines } from '../kit/elements';
import { formOf, submitButton } from '../kit/form-elements';
import { personName } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { oneLine } from '../kit/plain-text';
import { controlsOf } from './forms/controls';
import { entriesOf, type FormState } from './forms/form-state';
import { besideForm, choiceButtons, stageForm, submitOf, wayButton, waysOn } from './forms/stage-form';
import { askButton, commandButton, mayActs, moreActs } from './parts/acts';
import { childrenBlock, childrenName } from './parts/progress';
import { childrenOf } from './parts/sections';
import { shownValue } from './parts/visible';
import { isDraft, isReturned, turnOf, type View } from './record-frame';
import { labelText } from './words/labels';
import { isBlankValue } from './words/values';

export type FillAsk = Extract<Ask, { kind: 'fill' }>;

/** So many buttons stand beside the menu. */
const MAX_BUTTONS = 2;
/** So many filled fields are shown. */
const MAX_FILLED = 6;
const MAX_FILLED_TEXT = 36;

/** A new round begins with what the former one left: it is to be thought over, not handed in again. */
export const isAgain = ({ record, ask }: View, { shown }: FormState): boolean =>
  record.round > 1 &&
  shown.length === 0 &&
  ask?.kind === 'fill' &&
  record.deeds.some(({ what, verdict }) => what === ask.stage.key && verdict === 'submit');

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
  const room = Math.max(0, MAX_BUTTONS - ways.length - Math.max(0, first.length - 1) * MAX_BUTTONS);
  const isNew = isDraft(view.record);
  const all = [...acts, ...(isNew ? [] : (['note'] as const))];
  const shown = all.slice(0, room).map((act) => askButton(view, act));
  return actRow([...first, ...ways, ...shown], moreActs(view, all.slice(room), { shows: !isNew }));
}

/** The whole form on a card of its own. */
const editButton = (view: View, word: string, look: 'default' | 'primary' = 'default'): Element =>
  button({ cmd: 'record.edit', id: view.record.id, word, look, values: turnOf(view.record, view.ask) });

/** What is filled in already, a line for each field. */
function filledIn(view: View, { inputs, messages }: FormState, withRows = false): Element[] {
  const { ctx, texts } = view;
  const rows = withRows ? messages.filter(({ field }) => field.type === 'rows') : [];
  const filled = [...inputs, ...rows].filter(({ field }) => isSet(view, field.key)).slice(0, MAX_FILLED);
  return lines(
    filled.map(({ field }) =>
      texts.card.labelled(labelText(field.label, ctx), oneLine(shownValue(view, field), MAX_FILLED_TEXT)),
    ),
  );
}

/** Sent back with everything filled in: to change it comes first. */
function mendingActs(view: View, ask: FillAsk, state: FormState): Element[] {
  const { texts } = view;
  const change = editButton(view, texts.procedure.acts.change, 'primary');
  const { sendBack } = texts.procedure.acts;
  const send = commandButton(view, 'submit', {
    word: isReturned(view.record) ? sendBack('') : submitWord(view, ask, state),
  });
  return [...filledIn(view, state, true), ...furtherActs(view, ask, [change, send], [])];
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
export function fillActs(view: View, ask: FillAsk, state: FormState): Element[] {
  const { acts } = view.texts.procedure;
  const { stage } = ask;
  const isComplete = state.shown.length === 0;
  if (addsChildren(view, state)) return childrenActs(view, ask, state);
  const isToMend = isReturned(view.record) || isAgain(view, state);
  if (isToMend && isComplete && state.choice === null && state.inputs.length > 0) return mendingActs(view, ask, state);
  const hasChildren = stage.children !== null;
  const isStep = state.missing > 0 || hasChildren;
  const sending = isStep
    ? { command: 'save', word: hasChildren && state.missing === 0 ? acts.nextChildren : acts.next }
    : { command: 'submit', word: submitWord(view, ask, state) };
  const editing =
    state.shown.length < state.inputs.length ? [editButton(view, isComplete ? acts.change : acts.edit)] : [];
  if (isComplete && state.choice === null) {
    const submit = commandButton(view, sending.command, { word: sending.word, look: 'primary' });
    return [
      ...filledIn(view, state),
      ...furtherActs(view, ask, [submit], editing),
      ...besideForm(view, state, stage.needsOne),
    ];
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
export const addsChildren = (view: View, { missing, shown }: FormState): boolean =>
  view.ask?.kind === 'fill' &&
  view.ask.stage.children !== null &&
  missing === 0 &&
  shown.every(({ field, required }) => !required || isSet(view, field.key));

const isSet = ({ record }: View, key: string): boolean => !isBlankValue(record.values[key]);
