import type { Ask } from '../../src/domain/procedure/asks';
import type { FieldDefinition } from '../../src/domain/procedure/definition';
import type { ProcedureRecord } from '../../src/domain/procedure/record';
import type { ApproveStage, Condition } from '../../src/domain/procedure/stages';
import type { Element } from '../kit/elements';
import { formOf, submitButton, textInput } from '../kit/form-elements';
import { actRow } from '../kit/parts/acts';
import { controlsOf, isForForms } from './forms/controls';
import { entriesOf } from './forms/form-state';
import { besideForm, controlsFor, submitOf } from './forms/stage-form';
import { moreActs, printButton, showButton } from './parts/acts';
import { childrenBlock, wayOf } from './parts/progress';
import {
  extensionLine,
  factLine,
  figures,
  mainText,
  newestDeed,
  openQuestion,
  standingIn,
  textBlock,
} from './parts/sections';
import { filledFields } from './parts/visible';
import type { View } from './record-frame';
import { labelText } from './words/labels';

type ApproveAsk = Extract<Ask, { kind: 'approve' }>;

/** Two numbers side by side: the one that decides, and one to compare it with. */
const MAX_FIGURES = 2;

/** The approver's own words; no field of a definition can have this name in a form of verdicts. */
const REMARK = 'remark';

const amountsIn = (condition: Condition | null): string[] => {
  if (condition === null) return [];
  if (condition.kind === 'any' || condition.kind === 'all') return condition.of.flatMap(amountsIn);
  return condition.kind === 'over' ? [condition.field] : [];
};

const numberOf = ({ values }: ProcedureRecord, key: string): number => {
  const value = values[key];
  return typeof value === 'number' ? value : 0;
};

/**
 * The numbers that are decided on, first the one that matters most: whatever chooses the approvers (`over` in a step's
 * condition), then what the program adds up, then money before other numbers, the biggest first.
 */
export function decidingNumbers(view: View, stage: ApproveStage): FieldDefinition[] {
  const { record } = view;
  const choosing = new Set(stage.steps.flatMap(({ when }) => amountsIn(when)));
  const rank = ({ key, type, computed }: FieldDefinition) =>
    (choosing.has(key) ? 0 : 4) + (computed === null ? 2 : 0) + (type === 'money' ? 0 : 1);
  return filledFields(view)
    .filter(({ key, type }) => (type === 'money' || type === 'number') && typeof record.values[key] === 'number')
    .sort((a, b) => rank(a) - rank(b) || numberOf(record, b.key) - numberOf(record, a.key))
    .slice(0, MAX_FIGURES);
}

/** The remark and the verdicts, under the fields of the step. */
function verdicts(view: View, { stage, step }: ApproveAsk): Element[] {
  const { record, ctx, texts } = view;
  const { acts, remarkHint, confirmReject } = texts.procedure;
  const word = (own: 'approve' | 'return') => (stage.words ? labelText(stage.words[own], ctx) : acts[own]);
  const entries = entriesOf(record, step.form).filter(({ field }) => isForForms(field) && field.key !== REMARK);
  const remark = { name: REMARK, label: '', placeholder: remarkHint, required: false, initial: '' };
  const buttons = [
    submitOf(view, { command: 'approve', word: word('approve'), look: 'primary' }),
    ...(stage.returnTo === null ? [] : [submitOf(view, { command: 'return', word: word('return') })]),
    ...(stage.onReject === null
      ? []
      : [submitOf(view, { command: 'reject', word: acts.reject, look: 'danger', confirm: confirmReject })]),
  ];
  return [
    formOf('record.approve', [
      // The buttons need different fields: the program asks for what is missing, not the client.
      ...controlsOf(controlsFor(view, entries, false), view),
      ...textInput(remark),
      ...actRow(buttons.map(submitButton)),
    ]),
  ];
}

/** To decide (33): the number decided on, the verdicts, what is proposed, who has signed so far. */
export function approveParts(view: View, ask: ApproveAsk): Element[] {
  const { record } = view;
  const numbers = decidingNumbers(view, ask.stage);
  const entries = entriesOf(record, ask.step.form);
  const own = entries.map(({ field }) => field.key);
  const text = mainText(view, own);
  const except = [...own, ...numbers.map(({ key }) => key)];
  const messages = entries.filter(({ field: { type } }) => type === 'files' || type === 'rows');
  const isDoneWork = ask.stage.words !== null;
  return [
    ...standingIn(view),
    ...figures(view, numbers),
    // Work that was reported done is read before it is judged.
    ...(isDoneWork ? newestDeed(view) : []),
    ...verdicts(view, ask),
    ...besideForm(view, { inputs: [], shown: [], missing: 0, choice: null, messages, tooLong: [] }),
    ...openQuestion(view, 'grey'),
    ...(text ? textBlock(view, text) : []),
    ...childrenBlock(view, record.children),
    ...factLine(view, except),
    ...extensionLine(view),
    ...actRow(
      [...printButton(view), ...showButton(view)],
      moreActs(view, ['delegate', 'add_approver'], { prints: false, shows: false }),
    ),
    ...wayOf(view),
  ];
}
