import { deadlineOf } from '../../src/domain/feedback/clock/deadline';
import { holderIdOf } from '../../src/domain/feedback/holders';
import { type Feedback, numberOf } from '../../src/domain/feedback/model';
import { subjectOf } from '../../src/domain/feedback/subject';
import type { CardJson, JsonObject } from '../../src/domain/messaging';
import { button } from '../kit/button';
import { card } from '../kit/card';
import type { CardContext } from '../kit/context';
import { lines } from '../kit/elements';
import { messageText } from '../kit/message-text';
import { actRow } from '../kit/parts/acts';
import { quoted } from '../kit/quoted';
import { NOTE_AND_URGE, NOTE_MESSAGE, TAKE_MESSAGE } from '../kit/take-message';
import { caseBlock } from './case-line';

/**
 * Asks what becomes of a text that names a case: one more word about it, or another matter. `acts` in the parameters:
 * what the writer may do about the case.
 */
export function namedCaseCard(feedback: Feedback, params: JsonObject, ctx: CardContext): CardJson {
  const { texts } = ctx;
  const { id } = feedback;
  const standing = { holderId: holderIdOf(feedback), dueAt: deadlineOf(feedback) };
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
      ...caseBlock({ ...feedback, subject: subjectOf(feedback), ...standing }, ctx),
      ...actRow(noting),
      ...actRow([
        button({ cmd: TAKE_MESSAGE, id: 0, word: another, values }),
        button({ cmd: 'feedback.show', id, word: look(number) }),
      ]),
      ...lines([unanswered], 'quiet'),
    ],
  });
}
