import type { Ask } from '../../src/domain/procedure/asks';
import { type Element, lines, ownWords } from '../kit/elements';
import { formOf, submitButton, textArea } from '../kit/form-elements';
import { actRow } from '../kit/parts/acts';
import { submitOf } from './forms/stage-form';
import { askButton, commandButton, mayActs, moreActs, printButton, showButton } from './parts/acts';
import { wayOf } from './parts/progress';
import { extensionLine, factLine, figures, matter, newestDeed, openQuestion } from './parts/sections';
import { fieldsOf } from './parts/visible';
import type { View } from './record-frame';
import { stageName } from './words/labels';

/** To claim a record (37a): claiming comes before all else. */
export function claimParts(view: View, { stage }: Extract<Ask, { kind: 'claim' }>): Element[] {
  const { facts, texts, record } = view;
  const { acts, asks } = texts.procedure;
  const isUrgent = facts.priority === 'urgent';
  const claim = commandButton(view, 'claim', { word: isUrgent ? acts.claimAtOnce : acts.claim, look: 'primary' });
  const others = mayActs(view);
  const notOurs = others.includes('transfer') ? [askButton(view, 'transfer', { word: acts.notOurs })] : [];
  const rest = others.filter((act) => act !== 'transfer');
  const numbers = fieldsOf(record, stage.show).filter(({ type }) => type === 'number' || type === 'money');
  return [
    ownWords(
      isUrgent ? `**<font color='red'>${asks.urgentClaim}</font>**` : `**${asks.claim.ask}** ${asks.claim.more}`,
    ),
    ...actRow([claim, ...notOurs], moreActs(view, rest)),
    ...figures(view, numbers),
    ...openQuestion(view, 'grey'),
    ...matter(view),
    ...extensionLine(view),
    ...factLine(view),
    ...wayOf(view),
  ];
}

/** To say that one has read it. */
export function readParts(view: View): Element[] {
  const { record, ctx, texts } = view;
  const { acts, asks } = texts.procedure;
  const news = newestDeed(view);
  return [
    ...lines([asks.read(stageName(record, record.stage, ctx))]),
    ...actRow([
      commandButton(view, 'read', { word: acts.read, look: 'primary' }),
      ...showButton(view),
      ...printButton(view),
    ]),
    ...(news.length > 0 ? news : matter(view)),
    ...factLine(view),
    ...wayOf(view),
  ];
}

/** The question stands above its answer. */
export function replyForm(view: View): Element[] {
  const { acts, fields } = view.texts.procedure;
  const answer = { name: 'reply', label: '', placeholder: `${fields.reply} *`, required: true, initial: '' };
  return [
    ...openQuestion(view, 'yellow'),
    formOf('record.reply', [
      ...textArea(answer),
      ...actRow([submitButton(submitOf(view, { command: 'reply', word: acts.reply, look: 'primary' }))]),
    ]),
  ];
}

/** To answer a question. */
export function replyParts(view: View): Element[] {
  return [
    ...lines([view.texts.procedure.asks.reply]),
    ...replyForm(view),
    ...actRow(showButton(view)),
    ...matter(view),
    ...wayOf(view),
  ];
}
