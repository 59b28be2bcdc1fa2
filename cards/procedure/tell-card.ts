import type { Ask } from '../../src/domain/procedure/asks';
import type { Line, RecordLink, Value } from '../../src/domain/procedure/record';
import type { EachStage } from '../../src/domain/procedure/stages';
import { button } from '../kit/button';
import { block, clamped, type Element, lines } from '../kit/elements';
import { formOf, submitButton } from '../kit/form-elements';
import { actRow } from '../kit/parts/acts';
import { type Control, controlsOf, isForForms } from './forms/controls';
import { submitOf } from './forms/stage-form';
import { askButton, moreActs } from './parts/acts';
import { wayOf } from './parts/progress';
import type { View } from './record-frame';
import { labelText } from './words/labels';
import { isBlankValue } from './words/values';

type TellAsk = Extract<Ask, { kind: 'tell' }>;

/** A field of this name holds the words for customers that somebody wrote at an earlier stage. */
const CUSTOMER_TEXT = 'customer_text';
const MAX_CHOICES = 3;
const MAX_TITLE = 60;

const entriesIn = ({ fields, form }: EachStage) =>
  form.flatMap(({ field, required }) => {
    const known = fields[field];
    return known && isForForms(known) ? [{ field: known, required }] : [];
  });

/** The line's own value; the first long text begins with the words that were written for customers. */
function initialOf(view: View, { values }: Line, key: string, isFirstText: boolean): Value | undefined {
  const own = values[key];
  return isFirstText && isBlankValue(own) ? view.record.values[CUSTOMER_TEXT] : own;
}

/** The customer's reaction as equal buttons, if the line asks for one choice among few. */
function reactionOf(stage: EachStage) {
  return entriesIn(stage).find(
    ({ field: { type, choices }, required }) =>
      required && type === 'choice' && choices.length > 1 && choices.length <= MAX_CHOICES,
  )?.field;
}

function tellForm(view: View, { stage, line, index }: TellAsk): Element[] {
  const { ctx, texts } = view;
  const reaction = reactionOf(stage);
  const entries = entriesIn(stage).filter(({ field }) => field !== reaction);
  const firstText = entries.find(({ field }) => field.type === 'long')?.field;
  const controls = entries.map(
    ({ field, required }): Control => ({
      ...{ field, required, enforced: true },
      value: initialOf(view, line, field.key, field === firstText),
    }),
  );
  const told = { command: 'tell', word: texts.procedure.acts.told, look: 'primary' as const, values: { line: index } };
  const buttons = reaction
    ? reaction.choices.map(({ key, label }) =>
        submitOf(view, {
          command: 'tell',
          word: labelText(label, ctx),
          look: 'choice',
          ending: key,
          values: { line: index, [reaction.key]: key },
        }),
      )
    : [submitOf(view, told)];
  return [formOf('record.tell', [...controlsOf(controls, view), ...actRow(buttons.map(submitButton))])];
}

/** The linked record, which has a card of its own. */
const seeLink = ({ texts }: View, { workflow, id }: RecordLink): Element =>
  button({ cmd: `${workflow === 'feedback' ? 'feedback' : 'record'}.show`, id, word: texts.procedure.acts.view });

/** To tell a customer (39b): the words, and the customer's reaction in one tap. */
export function tellParts(view: View, ask: TellAsk): Element[] {
  const { texts, typed } = view;
  const { asks, acts } = texts.procedure;
  const { left, line } = ask;
  const { link } = line;
  const lead = reactionOf(ask.stage) ? asks.tell : asks.tellPlain;
  const skip = askButton(view, 'tell_skip', { word: acts.tell_skip, values: { line: ask.index } });
  return [
    ...lines([lead]),
    ...block('grey', link.number, clamped(typed(link.title, MAX_TITLE), 2)),
    ...tellForm(view, ask),
    ...actRow([seeLink(view, link), skip], moreActs(view, [])),
    ...lines([left > 1 && asks.tellLeft(left)], 'quiet'),
    ...wayOf(view),
  ];
}
