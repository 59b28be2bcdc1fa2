import { CARD_COMMANDS } from '../../../src/domain/procedure/commands';
import type { Choice, FieldDefinition } from '../../../src/domain/procedure/definition';
import type { Way } from '../../../src/domain/procedure/stages';
import { button } from '../../kit/button';
import { type Element, lines } from '../../kit/elements';
import { formOf, type Submit, submitButton } from '../../kit/form-elements';
import { actRow } from '../../kit/parts/acts';
import { commandButton } from '../parts/acts';
import { turnOf, type View } from '../record-frame';
import { labelList, labelText, stageName } from '../words/labels';
import { isBlankValue } from '../words/values';
import { type Control, controlsOf } from './controls';
import { type Entry, type FormState, wayWith } from './form-state';

/** How a form of a stage is sent. */
export interface Sending {
  command: string;
  word: string;
}

/** The ending of a file with a table, as people know it. */
const SHEET = '.xlsx';

/** A control for each field, filled with what the record has. */
export const controlsFor = ({ record }: View, entries: Entry[], enforced: boolean): Control[] =>
  entries.map(({ field, required }) => ({ field, required, enforced, value: record.values[field.key] }));

/** A button that sends the form it stands in; it carries the turn to which it belongs. */
export function submitOf({ record, ask }: View, { command, word, ...more }: Sending & Partial<Submit>): Submit {
  return { ...more, cmd: `record.${command}`, id: record.id, word, values: { ...turnOf(record, ask), ...more.values } };
}

/**
 * The choices of a field as equal buttons: none suggests itself. In a form each is named after field and choice, for clients
 * that send back nothing but the name.
 */
export function choiceButtons(view: View, field: FieldDefinition, command: string, inForm: boolean): Element[] {
  return field.choices.map(({ key, label }) => {
    const parts = { command, word: labelText(label, view.ctx), look: 'choice' as const, values: { [field.key]: key } };
    if (!inForm) return commandButton(view, command, parts);
    return { ...submitButton(submitOf(view, parts)), name: `record.${field.key}_${key}` };
  });
}

/** Where each choice leads, a line for each place. */
export function waysOn(view: View, field: FieldDefinition, next: Way[]): Element[] {
  const { record, ctx, texts } = view;
  const ways = field.choices.map((choice) => ({ choice, way: wayWith(next, field.key, choice.key) }));
  const places = [...new Set(ways.map(({ way }) => way))].filter((way) => way !== null);
  const said = places.map((way) => {
    const choices = ways.filter((one) => one.way === way).map(({ choice }) => choice.label);
    const round = way.countsRound ? record.round + 1 : 0;
    return texts.procedure.leadsTo(labelList(choices, ctx), stageName(record, way.to, ctx), round);
  });
  return lines([said.join('\n')], 'quiet');
}

/** The controls and the button of a stage's form; only the button if there is nothing to fill in on the card. */
export function stageForm(view: View, { shown, choice }: FormState, { command, word }: Sending): Element[] {
  const isChoosing = choice !== null && command === 'submit';
  if (shown.length === 0) {
    return isChoosing
      ? actRow(choiceButtons(view, choice, command, false))
      : actRow([commandButton(view, command, { word, look: 'primary' })]);
  }
  const buttons = isChoosing
    ? choiceButtons(view, choice, command, true)
    : [submitButton(submitOf(view, { command, word, look: 'primary' }))];
  return [formOf(`record.${command}`, [...controlsOf(controlsFor(view, shown, true), view), ...actRow(buttons)])];
}

const starred = ({ field, required }: Entry, view: View): string =>
  `${labelText(field.label, view.ctx)}${required ? ' *' : ''}`;

/** What does not go into a form: files and tables come as messages, long texts stay as they are. */
export function besideForm(view: View, { messages, tooLong }: FormState, needsOne: string[] = []): Element[] {
  const { record, ctx, texts } = view;
  const { files, rows, tooLong: kept, needsOne: oneOf } = texts.procedure;
  const missing = messages.filter(({ field }) => field.type === 'files' || isBlankValue(record.values[field.key]));
  const named = (type: 'files' | 'rows') =>
    texts.card.list(missing.filter(({ field }) => field.type === type).map((entry) => starred(entry, view)));
  const alternatives = needsOne.flatMap((key) => record.definition.fields[key]?.label ?? []);
  return lines(
    [
      named('rows') && rows(named('rows'), SHEET),
      named('files') && files(named('files')),
      alternatives.length > 0 && oneOf(labelList(alternatives, ctx)),
      tooLong.length > 0 &&
        kept(
          labelList(
            tooLong.map(({ label }) => label),
            ctx,
          ),
        ),
    ],
    'quiet',
  );
}

/** Commands of cards that a button of a definition must not be taken for. */
const TAKEN: ReadonlySet<string> = new Set<string>([
  ...CARD_COMMANDS,
  'ask',
  'show',
  'print',
  'edit',
  'confirm',
  'accept',
]);

/** A further way out of a stage: it submits the stage by this button, and needs nothing filled in. */
export function wayButton(view: View, { key, label }: Choice): Element {
  const { record, ask, ctx } = view;
  const own = /^[a-z]+(?:_[a-z]+)*$/.test(key) && !TAKEN.has(key);
  const values = { ...turnOf(record, ask), button: key };
  return button({ cmd: `record.${own ? key : 'submit'}`, id: record.id, word: labelText(label, ctx), values });
}
