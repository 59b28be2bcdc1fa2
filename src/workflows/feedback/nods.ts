import { FeedbackStore } from '../../db/feedback-store';
import type { Tx } from '../../db/transaction';
import { openQuestionAt } from '../../domain/feedback/clock/silent-holder';
import { guess } from '../../domain/feedback/intake/prefill-rules';
import type { Feedback } from '../../domain/feedback/model';
import type { Context } from '../../domain/office';
import type { Org } from '../../domain/org/org';
import { DAY, type Instant } from '../../domain/time';
import type { RecordRef, Said } from '../../engine/desk';

/** More cases than anybody works on. */
const MAX_CASES = 50;

/** Whether the rules find a word of a customer's matter in the text. */
export function isMatter(text: string, org: Org): boolean {
  const { kind, category, department, priority } = guess(text, org).guessedFrom;
  return [kind, category, department, priority].some((words) => words.length > 0);
}

/** When the holder was last asked or reminded, within the last day; 0 if not. */
function askedAt(feedback: Feedback, now: Instant): Instant {
  const asked = Math.max(openQuestionAt(feedback) ?? 0, feedback.remindedAt ?? 0);
  return asked > now - DAY && asked > (feedback.stillAt ?? 0) ? asked : 0;
}

/**
 * 收到 or 在处理 of a holder whom a reminder asks is a sign of life: for the case under whose message it stands, else for
 * the one that was asked about last.
 */
export async function nodded(tx: Tx, { actor, now }: Context, under: RecordRef | null = null): Promise<Said | null> {
  if (actor.id === null) return null;
  const held = await new FeedbackStore(tx).find({ claimedBy: actor.id, status: ['handling'] }, MAX_CASES);
  const isMeant = ({ id }: Feedback) => under?.workflow !== 'feedback' || id === under.recordId;
  const asked = held.filter((one) => isMeant(one) && askedAt(one, now) > 0);
  const [last] = asked.sort((a, b) => askedAt(b, now) - askedAt(a, now));
  if (!last) return null;
  const about = { workflow: 'feedback', recordId: last.id };
  return { name: 'alive', params: {}, about, command: { type: 'still_working' } };
}
