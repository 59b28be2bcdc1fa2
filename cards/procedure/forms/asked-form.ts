import type { CardJson, JsonObject } from '../../../src/domain/messaging';
import { departmentsOf } from '../../../src/domain/org/membership';
import { type Ask, askFor } from '../../../src/domain/procedure/asks';
import { type FieldDefinition, type FieldType, stageOf } from '../../../src/domain/procedure/definition';
import type { ProcedureRecord, Reader, Value } from '../../../src/domain/procedure/record';
import { shiftDate } from '../../../src/domain/time';
import { button } from '../../kit/button';
import { CANCEL } from '../../kit/callback';
import type { CardContext } from '../../kit/context';
import { type Element, lines } from '../../kit/elements';
import { formOf, submitButton } from '../../kit/form-elements';
import { frame } from '../../kit/frame';
import { actRow } from '../../kit/parts/acts';
import type { ProcedureFormAct } from '../../texts/procedure-facts';
import { openQuestion } from '../parts/sections';
import { askedName, drawnRecord, dueOf, isDraft, type View } from '../record-frame';
import { lastDayOf } from '../words/due';
import { type Control, controlsOf, fitsInput, isForForms } from './controls';
import { type Entry, entriesOf, formState } from './form-state';
import { besideForm, submitOf } from './stage-form';

/** A form that somebody asked for. */
export interface RecordFormAsked {
  act: string;
  /** What the person has filled in already, and what the button carried: which line of an `each` stage. */
  fields: Record<string, string>;
  /** The open_id of the person. */
  by: string;
}

type OwnField = 'remark' | 'reason' | 'question' | 'reply' | 'until' | 'person' | 'department' | 'text';

const TYPES: Record<OwnField, FieldType> = {
  ...{ remark: 'long', reason: 'long', question: 'long', reply: 'long', text: 'long' },
  ...{ until: 'datetime', person: 'person', department: 'department' },
};

/** What each act asks: a name with a star must be filled in. The other two hold fields of the record. */
const FIELDS: Record<Exclude<ProcedureFormAct, 'edit' | 'correct'>, `${OwnField}${'' | '*'}`[]> = {
  transfer: ['department*', 'reason*'],
  question: ['question*'],
  reply: ['reply*'],
  extend: ['until*', 'reason*'],
  hand_over: ['person*', 'reason'],
  decline: ['reason*'],
  delegate: ['person*', 'reason'],
  add_approver: ['person*', 'reason'],
  note: ['text*'],
  withdraw: ['reason'],
  void: ['reason*'],
  return: ['remark*'],
  reject: ['remark*'],
  tell_skip: ['reason*'],
};

const isFormAct = (act: string): act is ProcedureFormAct =>
  act === 'edit' || act === 'correct' || Object.hasOwn(FIELDS, act);

/** The act's own fields; a reason that the definition does not want is optional. */
function ownControls(act: keyof typeof FIELDS, view: View, fields: Record<string, string>): Control[] {
  const { record, ask, ctx, texts } = view;
  const isOptional = act === 'void' && record.definition.void?.reason === false;
  const due = dueOf(record, ask) ?? ctx.now;
  const later = `${shiftDate(lastDayOf(due, ctx), 1)} 18:00`;
  return FIELDS[act].map((written) => {
    const name = written.replace('*', '') as OwnField;
    const word = texts.procedure.fields[name];
    const required = written.endsWith('*') && !isOptional;
    const field = { key: name, label: { zh: word, en: word }, type: TYPES[name], choices: [], default: null };
    return { field, required, enforced: required, value: fields[name] ?? (name === 'until' ? later : undefined) };
  });
}

/** What the person typed so far, else what the record has. */
function shownValueOf({ key, type }: FieldDefinition, view: View, fields: Record<string, string>): Value | undefined {
  const typed = fields[key];
  if (typed === undefined) return view.record.values[key];
  return type === 'choices' || type === 'people' ? typed.split(',') : typed;
}

const filledControls = (entries: Entry[], view: View, fields: Record<string, string>): Control[] =>
  entries.map(({ field, required }) => ({
    ...{ field, required, enforced: false },
    value: shownValueOf(field, view, fields),
  }));

/** The whole form of the stage: to hand in, or to keep for later. */
function editElements(view: View, fields: Record<string, string>): Element[] {
  const { ask, texts } = view;
  if (ask?.kind !== 'fill') return [];
  const state = formState(view.record, ask.stage);
  const choice = state.choice ? [{ field: state.choice, required: true }] : [];
  const inOrder = ask.stage.form.flatMap(({ field }) =>
    [...state.inputs, ...choice].filter((one) => one.field.key === field),
  );
  const { submit, save } = texts.procedure.acts;
  const buttons = [
    submitOf(view, { command: 'submit', word: submit, look: 'primary' }),
    submitOf(view, { command: 'save', word: save }),
  ];
  return [
    formOf('record.submit', [
      ...controlsOf(filledControls(inOrder, view, fields), view),
      ...actRow(buttons.map(submitButton)),
    ]),
    ...besideForm(view, state, ask.stage.needsOne),
  ];
}

/** The fields that the person handed in last and a card can hold. */
function handedInBy(record: ProcedureRecord, by: string): Entry[] {
  const deed = record.deeds.findLast(({ by: who, verdict }) => who === by && verdict === 'submit');
  const stage = deed ? stageOf(record.definition, deed.what) : null;
  return stage?.kind === 'fill'
    ? entriesOf(record, stage.form).filter(({ field }) => isCorrectable(record, field))
    : [];
}

const isCorrectable = ({ values }: ProcedureRecord, field: FieldDefinition): boolean =>
  isForForms(field) && fitsInput(values[field.key]) && field.key !== 'reason';

/** What the person handed in last, to be put right, with the reason. */
function correctElements(view: View, fields: Record<string, string>, by: string): Element[] {
  const { record, texts } = view;
  const word = texts.procedure.fields.reason;
  const label = { zh: word, en: word };
  const reason: Control = {
    field: { key: 'reason', label, type: 'text', choices: [], default: null },
    ...{ required: true, enforced: true, value: fields.reason },
  };
  const submit = submitOf(view, { command: 'correct', word: texts.procedure.formWords.correct, look: 'primary' });
  return [
    formOf('record.correct', [
      ...controlsOf([...filledControls(handedInBy(record, by), view, fields), reason], view),
      ...actRow([submitButton(submit)]),
    ]),
  ];
}

/** Which customer the skipped line is about. */
const lineOf = ({ ask }: View, { line }: Record<string, string>): JsonObject => {
  const index = /^\d{1,6}$/.test(line ?? '') ? Number(line) : ask?.kind === 'tell' ? ask.index : null;
  return index === null ? {} : { line: index };
};

function actElements(act: keyof typeof FIELDS, view: View, fields: Record<string, string>): Element[] {
  const { texts } = view;
  const submit = submitOf(view, {
    command: act,
    word: texts.procedure.formWords[act],
    look: act === 'void' || act === 'reject' ? 'danger' : 'primary',
    values: act === 'tell_skip' ? lineOf(view, fields) : {},
  });
  return [
    ...(act === 'reply' ? openQuestion(view, 'yellow') : []),
    formOf(`record.${act}`, [...controlsOf(ownControls(act, view, fields), view), ...actRow([submitButton(submit)])]),
  ];
}

function elementsOf(act: ProcedureFormAct, view: View, { fields, by }: RecordFormAsked): Element[] {
  if (act === 'edit') return editElements(view, fields);
  return act === 'correct' ? correctElements(view, fields, by) : actElements(act, view, fields);
}

/** Whether the form would have anything in it for this person. */
function hasFields(record: ProcedureRecord, act: ProcedureFormAct, ask: Ask | null, by: string): boolean {
  if (act === 'correct') return handedInBy(record, by).length > 0;
  if (act !== 'edit') return true;
  if (ask?.kind !== 'fill') return false;
  const { inputs, choice } = formState(record, ask.stage);
  return inputs.length > 0 || choice !== null;
}

/** As whom the person acts: as themselves, else as one of a department that is asked. */
function readerOfForm(record: ProcedureRecord, by: string, { org, groupMembers }: CardContext): Reader {
  const own: Reader = { type: 'person', id: by };
  if (askFor(record, own)) return own;
  const departments = groupMembers ? departmentsOf(by, org, groupMembers) : [];
  const asked = record.asked.map(({ department }) => department).filter((key) => key !== null);
  const id = asked.find((key) => departments.includes(key)) ?? asked[0];
  return id === undefined ? own : { type: 'department', id };
}

/**
 * The one form that an act needs, on a card of its own; beside it stands only the way out. Null for an act without a form,
 * and for a form that the person does not have now.
 */
export function procedureForm(record: ProcedureRecord, asked: RecordFormAsked, ctx: CardContext): CardJson | null {
  const { act, by } = asked;
  if (!isFormAct(act)) return null;
  const acting = readerOfForm(record, by, ctx);
  const ask = askFor(record, acting);
  if (!hasFields(record, act, ask, by)) return null;
  return drawnRecord(record, ctx, { reader: { type: 'person', id: by }, as: acting }, (view) => {
    const cancel = button({ cmd: CANCEL, id: record.id, word: ctx.texts.asked.cancel });
    const tags = [{ text: askedName(view), colour: 'blue' as const }];
    const look = { colour: 'blue' as const, icon: 'todo' as const, tags };
    const when = isDraft(record) ? {} : { when: ctx.texts.card.onlyYou };
    return frame(
      view,
      [...lines([ctx.texts.procedure.leads[act]]), ...elementsOf(act, view, asked), ...actRow([cancel])],
      { ...look, ...when },
    );
  });
}
