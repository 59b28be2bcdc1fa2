import { FeedbackStore } from '../../db/feedback-store';
import type { Tx } from '../../db/transaction';
import { decide } from '../../domain/feedback/decide';
import { type Feedback, numberOf } from '../../domain/feedback/model';
import { casesNamedIn } from '../../domain/feedback/named-case';
import type { IncomingMessage } from '../../domain/messaging';
import type { Context } from '../../domain/office';
import type { Said } from '../../engine/desk';
import { show } from './show';

/** Nobody writes of more cases at once. */
const MAX_NAMED = 5;

/**
 * Asks what becomes of a text that names a case which its writer may see; null if it names none. The number of no such
 * case is said to be unknown if the text begins with it; elsewhere it may be a product's.
 */
export async function named(tx: Tx, message: IncomingMessage, context: Context): Promise<Said | null> {
  const { messageId, text, form } = message;
  const cases = casesNamedIn(text).slice(0, MAX_NAMED);
  for (const { id } of cases) {
    const shown = await show(tx, id, context);
    const feedback = shown.about ? await new FeedbackStore(tx).get(id) : null;
    if (!feedback) continue;
    const acts = actsOn(feedback, context);
    const name = acts.includes('reopen') ? 'which_record' : 'named_record';
    return { name, params: { message: messageId, text, form, acts }, about: { workflow: 'feedback', recordId: id } };
  }
  const unknown = cases.find(({ begins }) => begins);
  if (!unknown) return null;
  return { name: 'unknown_number', params: { number: numberOf(unknown), typed: text, takes: messageId } };
}

/** What the writer may do about the case with the text. */
function actsOn(feedback: Feedback, context: Context): string[] {
  if (feedback.status === 'draft') return ['note'];
  const tried = [
    { type: 'note' as const, text: '' },
    { type: 'urge' as const },
    { type: 'reopen' as const, reason: '' },
  ].filter((command) => decide(feedback, command, context).ok);
  const may = tried.map(({ type }) => type);
  // The answer is there, or the case is closed: a note comes first while it can still join the case.
  return may.includes('note') ? may.filter((type) => type !== 'reopen') : may;
}
