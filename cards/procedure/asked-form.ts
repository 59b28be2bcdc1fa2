import type { CardJson, JsonObject } from '../../src/domain/messaging';
import { type FormAct, isFormAct } from '../../src/domain/procedure/acts';
import type { AskedForm } from '../../src/domain/procedure/ask-form';
import { askFor } from '../../src/domain/procedure/asks';
import type { ProcedureRecord } from '../../src/domain/procedure/record';
import { currentStage } from '../../src/domain/procedure/record';
import { button } from '../kit/button';
import { CANCEL } from '../kit/callback';
import { departmentOptions } from '../kit/choices';
import type { CardContext } from '../kit/context';
import { lines } from '../kit/elements';
import { formOf } from '../kit/form-elements';
import { frame } from '../kit/frame';
import { actRow } from '../kit/parts/acts';
import { type FormField, laidOut } from '../kit/record-form';
import { recordSubmit } from './acts';
import { controlsFor, knownPeople } from './controls';
import { drawnRecord, type View } from './frame';
import { labelText } from './labels';

type OwnField = keyof CardContext['texts']['procedure']['fields'];

/** The fields of an act beside the definition's; a star in the table: required. */
const FIELDS: Partial<Record<FormAct, [name: OwnField, required: boolean][]>> = {
  transfer: [
    ['department', true],
    ['reason', false],
  ],
  question: [['question', true]],
  extend: [
    ['until', true],
    ['reason', true],
  ],
  hand_over: [
    ['person', true],
    ['reason', false],
  ],
  decline: [['reason', true]],
  delegate: [
    ['person', true],
    ['reason', false],
  ],
  add_approver: [
    ['person', true],
    ['reason', false],
  ],
  note: [['text', true]],
  withdraw: [['reason', false]],
  void: [['reason', true]],
  tell_skip: [['reason', true]],
  return: [['remark', true]],
  reject: [['remark', true]],
};

function asOf(name: OwnField, { ctx, room, record }: View): FormField['as'] {
  switch (name) {
    case 'department': {
      const now = record.asked.find(({ department }) => department !== null)?.department ?? null;
      return departmentOptions({ ctx, room }, '', { except: now });
    }
    case 'person':
      return { people: knownPeople(ctx), selected: [], several: false };
    case 'until':
      return 'date';
    default:
      return 'text';
  }
}

function ownFields(act: FormAct, view: View, fields: Record<string, string>): FormField[] {
  const { texts } = view;
  return (FIELDS[act] ?? []).map(([name, required]) => {
    const label = texts.procedure.fields[name];
    return { name, label, placeholder: label, required, initial: fields[name] ?? '', as: asOf(name, view) };
  });
}

/** The fields of the definition that an act asks for: the stage's, those submitted last, or a child's. */
function definedFields(act: FormAct, view: View): FormField[] {
  const { record } = view;
  const stage = currentStage(record);
  if (act === 'edit' && stage && 'form' in stage)
    return controlsFor(stage.form, record.definition.fields, record.values, view);
  if (act === 'add_child' && stage?.kind === 'fill' && stage.children) {
    const child = record.definition.subprocedures[stage.children.of];
    const form = child?.stages.find((one) => one.kind === 'fill');
    return child && form?.kind === 'fill' ? controlsFor(form.form, child.fields, {}, view) : [];
  }
  if (act !== 'correct') return [];
  const last = record.deeds.findLast(({ verdict }) => verdict === 'submit');
  const done = record.definition.stages.find(({ key }) => key === last?.what);
  return done?.kind === 'fill'
    ? controlsFor(
        done.form.map((one) => ({ ...one, required: false })),
        record.definition.fields,
        record.values,
        view,
      )
    : [];
}

/** What the form's button sends. */
const commandOf = (act: FormAct): string => (act === 'edit' ? 'submit' : act);

/** The one form that an act needs, on a card of its own; beside it stands only the way out. Null for an unknown act. */
export function procedureForm(
  record: ProcedureRecord,
  { act, fields, by }: AskedForm,
  ctx: CardContext,
): CardJson | null {
  if (!isFormAct(act)) return null;
  const { procedure } = ctx.texts;
  return drawnRecord(record, { type: 'person', id: by }, ctx, (view) => {
    const form = [...definedFields(act, view), ...ownFields(act, view, fields)];
    const line: JsonObject = fields.line === undefined ? {} : { line: fields.line };
    const ask = askFor(record, { type: 'person', id: by });
    const stage = ask?.kind === 'approve' ? ask.step.key : record.stage;
    const isEdit = act === 'edit';
    const sends = [
      recordSubmit({ ...view, ask }, commandOf(act), isEdit ? procedure.submit : procedure.acts[act], {
        values: { stage, ...line },
      }),
      ...(isEdit
        ? [recordSubmit({ ...view, ask }, 'save', procedure.buttons.save, { look: 'default', values: { stage } })]
        : []),
    ];
    return frame(
      view,
      [
        ...lines([procedure.leads[act]]),
        formOf(`record.${commandOf(act)}`, [...laidOut(form), ...actRow(sends)]),
        ...actRow([button({ cmd: CANCEL, id: record.id, word: procedure.cancel })]),
      ],
      { when: isEdit ? labelText(record.definition.label, ctx) : procedure.onlyYou },
    );
  });
}
