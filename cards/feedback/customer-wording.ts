import type { Feedback } from '../../src/domain/feedback/model';
import { shareable } from '../../src/domain/feedback/shareable';
import { subjectOf } from '../../src/domain/feedback/subject';
import type { CardContext } from '../kit/context';
import { personName } from '../kit/names';
import { cut } from '../kit/plain-text';
import type { Texts } from '../texts/texts';

/** An input takes 1,000 characters: the whole wording must fit. */
const MAX_ANSWER = 600;
const MAX_REASON = 120;

/**
 * A suggested wording for the customer, which the rep edits: the answer in a polite frame that fits the kind of feedback,
 * with cause and prevention unless they are marked internal. Empty if the whole answer is internal.
 */
export function customerWording(
  { kind, ...given }: Pick<Feedback, 'kind' | 'answer' | 'cause' | 'prevention'> & { subject: string },
  colleagues: string[],
  { wording }: Pick<Texts, 'wording'>,
): string {
  const part = (typed: string, max: number) => cut(shareable(typed, colleagues, wording.colleague), max);
  const answer = part(given.answer, MAX_ANSWER);
  if (answer === '') return '';
  const reason = { cause: part(given.cause, MAX_REASON), prevention: part(given.prevention, MAX_REASON) };
  // A subject that was cut reads badly in a letter.
  const subject = given.subject.endsWith('…') ? '' : shareable(given.subject, colleagues, wording.colleague);
  return wording.answer(kind, { subject, answer, ...reason });
}

/** The names of colleagues. The customer need not read them, so the wording leaves them out. */
function colleaguesOf(feedback: Feedback, ctx: CardContext): string[] {
  const { claimedBy, answeredBy, instructedBy, notes: written, questions } = feedback;
  const wrote = written.filter(({ from }) => from === 'department').map(({ by }) => by);
  const ids = [claimedBy, answeredBy, instructedBy, ...wrote, ...questions.map(({ by }) => by)];
  const others = [...new Set(ids)].filter((id) => id !== null && id !== '' && id !== feedback.repId);
  return others.map((id) => personName(id, ctx)).filter((name) => name !== ctx.texts.card.somebody);
}

/** The wording that the closing form holds at first; empty if nothing of the answer is for the customer. */
export function suggestedWording(feedback: Feedback, ctx: CardContext): string {
  const about = { ...feedback, subject: subjectOf(feedback) };
  return customerWording(about, colleaguesOf(feedback, ctx), ctx.texts);
}

/** The same as a message of its own; null once the customer was told, or if there is nothing to tell. */
export function wordingFor(feedback: Feedback, ctx: CardContext): string | null {
  return feedback.status === 'answered' ? suggestedWording(feedback, ctx) || null : null;
}
