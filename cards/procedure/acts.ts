import type { JsonObject } from '../../src/domain/messaging';
import { type FormAct, isFormAct } from '../../src/domain/procedure/acts';
import { stageKeyOf } from '../../src/domain/procedure/asks';
import { isDraft } from '../../src/domain/procedure/moves/finish';
import { currentStage, type ProcedureRecord } from '../../src/domain/procedure/record';
import { type ButtonLook, button, type Confirm } from '../kit/button';
import type { Element } from '../kit/elements';
import { submitButton } from '../kit/form-elements';
import { type MenuAct, menu } from '../kit/parts/acts';
import type { View } from './frame';

/** The turn to which a button belongs: a tap on an older card changes nothing (design §3.7). */
export function turnValues({ record, ask }: View): JsonObject {
  return { stage: ask ? stageKeyOf(record, ask) : record.stage, ver: record.turn };
}

/** How a button of a record looks, and what it carries beside its turn. */
interface Extra {
  look?: ButtonLook;
  values?: JsonObject;
  confirm?: Confirm;
  ending?: string;
}

/** A button that does something to the record. */
export function recordButton(
  view: View,
  type: string,
  word: string,
  { look = 'default', values = {}, confirm }: Extra = {},
): Element {
  return button({
    cmd: `record.${type}`,
    id: view.record.id,
    word,
    look,
    confirm,
    values: { ...turnValues(view), ...values },
  });
}

/** A button that sends the form around it. */
export function recordSubmit(
  view: View,
  type: string,
  word: string,
  { look = 'primary', values = {}, ending }: Extra = {},
): Element {
  const all = { ...turnValues(view), ...values };
  return submitButton({ cmd: `record.${type}`, id: view.record.id, word, look, values: all, ending });
}

/** A button that brings the form of an act. */
export const askButton = (view: View, act: FormAct, word: string, look: ButtonLook = 'default'): Element =>
  recordButton(view, 'ask', word, { look, values: { act } });

export const showButton = (view: View, look: ButtonLook = 'default'): Element =>
  recordButton(view, 'show', view.texts.procedure.buttons.show, { look });

const printable = ({ definition, number }: ProcedureRecord): boolean => definition.document !== null && number !== '';

/** The menu ⋯ of acts that the reader has, with print and history at its end. */
export function recordMenu(view: View, acts: readonly FormAct[]): Element[] {
  const { record, texts } = view;
  const words = texts.procedure.acts;
  const more: MenuAct[] = [
    ...(printable(record) ? [{ act: 'print', word: words.print }] : []),
    { act: 'show', word: words.show },
  ];
  const own = acts.map((act): MenuAct => ({ act, word: words[act] }));
  return menu({ cmd: 'record.ask', id: record.id }, [...own, ...more]);
}

/** The acts that the stage gives to whoever works on it, the more frequent ones first. */
export function workerActs({ record }: View): FormAct[] {
  const stage = currentStage(record);
  if (!stage) return [];
  if (stage.kind === 'approve') return ['delegate', 'add_approver'];
  if (stage.kind !== 'fill') return [];
  const may: FormAct[] = stage.may.map((act) => (act === 'ask' ? 'question' : act)).filter(isFormAct);
  const draft: FormAct[] = isDraft(record) && !may.includes('withdraw') ? ['withdraw'] : [];
  const question = record.starterId === record.asked[0]?.personId ? may.filter((act) => act !== 'question') : may;
  return [...question, ...draft];
}
