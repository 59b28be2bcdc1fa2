import type { MessageView } from '../sandbox/platform';
import { type Control, controlsOf, labelOf } from '../sandbox/platform/cards/card-reader';
import { isRecord, type Json, listed } from '../sandbox/platform/json';

/** A tap on the way to a form: a button, or an entry of a menu. */
export interface Step {
  cmd?: string;
  label?: string;
  value?: unknown;
  option?: string;
}

/** What cards call the form of a command, where that is not its name. */
const ACTS: Record<string, string> = {
  request_info: 'info',
  provide_info: 'provide',
  correct: 'reassign',
  set_priority: 'priority',
};

const carriedBy = ({ element }: Control): Json => {
  const [behaviour] = listed(element.behaviors);
  const value = isRecord(behaviour) ? behaviour.value : element.value;
  // A copy that was made outside of the test's own realm equals no object of it.
  return isRecord(value) ? JSON.parse(JSON.stringify(value)) : {};
};

const fieldsOf = (controls: Control[], form: Json | null): Set<unknown> =>
  new Set(controls.filter((one) => one.form === form && form !== null).map(({ element }) => element.name));

/** Whether the button stands on the card, in a form that has these fields. */
function stands(controls: Control[], step: Step, names: string[]): boolean {
  const found = controls.filter(
    (one) =>
      (step.cmd !== undefined && carriedBy(one).cmd === step.cmd) ||
      (step.label !== undefined && labelOf(one.element) === step.label),
  );
  return found.some((one) => names.length === 0 || names.every((name) => fieldsOf(controls, one.form).has(name)));
}

/** How the act of a command is asked for on this card; null if the card offers no such form. */
function askedFor(controls: Control[], command: string): Step | null {
  const isOfDraft = command === 'submit' || command === 'save';
  if (isOfDraft && controls.some((one) => carriedBy(one).cmd === 'feedback.edit')) return { cmd: 'feedback.edit' };
  const acts = isOfDraft ? ['edit'] : [command, ACTS[command] ?? command];
  for (const one of controls) {
    const value = carriedBy(one);
    if (value.cmd !== 'feedback.ask') continue;
    const option = listed(one.element.options).find((each) => isRecord(each) && acts.includes(String(each.value)));
    if (isRecord(option)) return { cmd: 'feedback.ask', value, option: String(option.value) };
    if (acts.includes(String(value.act))) return { cmd: 'feedback.ask', value };
  }
  return null;
}

/** Whether the card has the button of this step, in a form with these fields. */
export const holds = ({ card }: Pick<MessageView, 'card'>, step: Step, names: string[]): boolean =>
  isRecord(card) && stands(controlsOf(card), step, names);

/**
 * What a person taps first to reach the form with these fields, on a card that shows one form at most; null if the button
 * stands there already, or nothing leads to it.
 */
export function firstStep({ card }: Pick<MessageView, 'card'>, step: Step, names: string[]): Step | null {
  if (!isRecord(card)) return null;
  const controls = controlsOf(card);
  if (stands(controls, step, names)) return null;
  const command = step.cmd?.split('.')[1] ?? (step.label === '提交' || step.label === 'Submit' ? 'submit' : null);
  return command === null ? null : askedFor(controls, command);
}

/**
 * The button that closes a case with this satisfaction, if the card has the three of them, and nothing is to be filled in
 * that only the whole form asks for.
 */
export function closingButton({ card }: Pick<MessageView, 'card'>, form: Record<string, string>): Step | null {
  const { satisfaction, customer_words: words, goodwill } = form;
  if (!isRecord(card) || satisfaction === undefined) return null;
  const needsWhole = goodwill !== undefined || (words !== undefined && satisfaction !== 'unsatisfied');
  if (needsWhole && askedFor(controlsOf(card), 'close') !== null) return null;
  const found = controlsOf(card).find(
    (one) => carriedBy(one).cmd === 'feedback.close' && carriedBy(one).satisfaction === satisfaction,
  );
  return found ? { cmd: 'feedback.close', value: carriedBy(found) } : null;
}
