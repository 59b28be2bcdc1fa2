import type { CardJson } from '../../src/domain/messaging';
import { departmentOf } from '../../src/domain/org/org';
import { block, clamped, lines, ownWords } from '../kit/elements';
import { formOf } from '../kit/form-elements';
import { frame } from '../kit/frame';
import { personName } from '../kit/names';
import { actRow } from '../kit/parts/acts';
import { type FormField, laidOut } from '../kit/record-form';
import { askButton, recordButton, recordMenu, recordSubmit, showButton } from './acts';
import { type AskOf, MAX_OUTCOMES, MAX_WORDS } from './ask-of';
import { controlsFor } from './controls';
import type { View } from './frame';
import { labelText } from './labels';
import { knownFields, origin, path, valueBlock } from './sections';

/** The group is asked: somebody takes the record first. */
export function claimCard(view: View, ask: AskOf<'claim'>): CardJson {
  const { record, ctx, texts } = view;
  const lead = departmentOf(ctx.org, ask.asked.department)?.lead ?? null;
  const words = texts.procedure.asks.claim(labelText(ask.stage.name, ctx)).replace(/[<>&[\]()*_~`|#\\]/g, ' ');
  const isTransferable = ask.stage.may.includes('transfer');
  return frame(view, [
    ownWords(lead === null ? words : `<at id=${lead}></at> ${words}`),
    ...actRow(
      [
        recordButton(view, 'claim', texts.procedure.buttons.claim, { look: 'primary' }),
        ...(isTransferable ? [askButton(view, 'transfer', texts.procedure.acts.transfer)] : []),
      ],
      recordMenu(view, []),
    ),
    ...valueBlock(knownFields(record).slice(0, 4), texts.procedure.values, view),
    ...origin(view),
    ...path(view),
  ]);
}

/** One linked record: the words for its customer, and how the customer took it. */
export function tellCard(view: View, ask: AskOf<'tell'>): CardJson {
  const { ctx, texts, record } = view;
  const { stage, line, index, left } = ask;
  const outcome = stage.form
    .map(({ field }) => stage.fields[field])
    .find((field) => field?.type === 'choice' && field.choices.length <= MAX_OUTCOMES);
  const form = stage.form.filter(({ field, required }) => required && field !== outcome?.key);
  const controls = controlsFor(form, stage.fields, line.values, view);
  const values = { line: index };
  const sends = outcome
    ? outcome.choices.map(({ key, label }) =>
        recordSubmit(view, 'tell', labelText(label, ctx), {
          look: 'choice',
          values: { ...values, [outcome.key]: key },
          ending: key,
        }),
      )
    : [recordSubmit(view, 'tell', texts.procedure.submit, { values })];
  const customer = line.link.customer ?? line.link.number;
  return frame(
    view,
    [
      ...lines([texts.procedure.asks.tell(view.typed(customer, 20))]),
      formOf('record.tell', [...laidOut(controls), ...actRow(sends)]),
      ...actRow([
        recordButton(view, 'ask', texts.procedure.buttons.skip, {
          look: 'text',
          values: { act: 'tell_skip', ...values },
        }),
      ]),
      ...lines([[line.link.number, left > 1 ? texts.card.more(left - 1) : ''].filter(Boolean).join(' · ')], 'quiet'),
      ...valueBlock(
        ['problem'].filter((key) => key in record.definition.fields),
        texts.procedure.values,
        view,
      ),
    ],
    {},
  );
}

/** Something to read and to acknowledge. */
export function readCard(view: View, _ask: AskOf<'read'>): CardJson {
  const { texts, record } = view;
  return frame(view, [
    ...lines([texts.procedure.asks.read]),
    ...actRow([recordButton(view, 'read', texts.procedure.buttons.read, { look: 'primary' })], recordMenu(view, [])),
    ...valueBlock(knownFields(record).slice(0, 5), texts.procedure.values, view),
  ]);
}

/** A question that a colleague asks. */
export function replyCard(view: View, { question }: AskOf<'reply'>): CardJson {
  const { texts, ctx, typed } = view;
  const { fields, buttons, asks } = texts.procedure;
  const input: FormField = {
    name: 'reply',
    label: fields.reply,
    placeholder: fields.reply,
    required: true,
    initial: '',
    as: 'text',
  };
  return frame(view, [
    ...block('yellow', asks.reply(personName(question.by, ctx)), clamped(typed(question.text, MAX_WORDS), 4)),
    formOf('record.reply', [...laidOut([input]), ...actRow([recordSubmit(view, 'reply', buttons.reply)])]),
    ...actRow([showButton(view)]),
    ...path(view),
  ]);
}
