import { deadlineOf } from '../../src/domain/feedback/clock/deadline';
import { type Feedback, numberOf } from '../../src/domain/feedback/model';
import { subjectOf } from '../../src/domain/feedback/subject';
import type { CardJson, JsonObject } from '../../src/domain/messaging';
import { button } from '../kit/button';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { block, clamped, type Element, lines } from '../kit/elements';
import { messageText } from '../kit/message-text';
import { actRow } from '../kit/parts/acts';
import { quoted } from '../kit/quoted';
import { NOTE_AND_URGE, NOTE_MESSAGE, TAKE_MESSAGE } from '../kit/take-message';
import { deadlineSaid } from '../kit/time-left';
import { subjectLine } from './case-line';
import { holderName } from './situation';

/** What the case is, who has it, and how much time is left; contact details are masked. */
export function caseBlock(feedback: Feedback, ctx: CardContext, shade: 'grey' | 'orange' = 'grey'): Element[] {
  const { texts } = ctx;
  const standing = texts.list.whoAndStatus(holderName(feedback, ctx), texts.statuses[feedback.status]);
  const subject = subjectLine({ ...feedback, subject: subjectOf(feedback) }, ctx);
  return block(
    shade,
    [numberOf(feedback), standing, deadlineSaid(deadlineOf(feedback), ctx)].filter(Boolean).join(' · '),
    [...clamped(subject, 1)],
  );
}

/**
 * Asks what becomes of a text that names a case: one more word about it, or another matter. `acts` in the parameters:
 * what the writer may do about the case.
 */
export function namedCaseCard(feedback: Feedback, params: JsonObject, ctx: CardContext): CardJson {
  const { texts } = ctx;
  const { id } = feedback;
  const number = numberOf(feedback);
  const may = (act: string) => Array.isArray(params.acts) && params.acts.includes(act);
  const values = { message: String(params.message ?? '') };
  const { noteTo, about, noteAndUrge, noteOnly, urge, another, look, unanswered } = texts.asking;
  const title = may('note') ? noteTo(number) : about(number);
  const noting = [
    ...(may('note') && may('urge')
      ? [button({ cmd: NOTE_AND_URGE, id, word: noteAndUrge, look: 'primary', values })]
      : []),
    ...(may('note')
      ? [button({ cmd: NOTE_MESSAGE, id, word: noteOnly, look: may('urge') ? 'default' : 'primary', values })]
      : []),
    ...(!may('note') && may('urge') ? [button({ cmd: 'feedback.urge', id, word: urge, look: 'primary' })] : []),
  ];
  const typed = messageText({ form: String(params.form ?? 'text'), text: String(params.text ?? '') }, texts);
  return card({
    title,
    subtitle: quoted(typed, ctx),
    colour: 'wathet',
    icon: 'feedback',
    summary: title,
    isPrivate: true,
    elements: [
      ...caseBlock(feedback, ctx),
      ...actRow(noting),
      ...actRow([
        button({ cmd: TAKE_MESSAGE, id: 0, word: another, values }),
        button({ cmd: 'feedback.show', id, word: look(number) }),
      ]),
      ...lines([unanswered], 'quiet'),
    ],
  });
}
