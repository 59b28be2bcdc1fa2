import type { Texts } from '../../../cards/texts/texts';
import { FeedbackStore } from '../../db/feedback-store';
import { TimelineStore } from '../../db/timeline-store';
import type { Tx } from '../../db/transaction';
import type { Inquiry } from '../../desk/catalogue';
import { type Explanation, explain, explanationJson } from '../../domain/feedback/clock/explanation';
import { type Feedback, numberOf } from '../../domain/feedback/model';
import { maySee } from '../../domain/feedback/visibility';
import { type JsonObject, person } from '../../domain/messaging';
import type { Context } from '../../domain/office';
import { departmentOf } from '../../domain/org/org';

/** The clock of a case as parameters of the message that explains it. */
export async function clockOf(tx: Tx, feedback: Feedback, context: Context): Promise<JsonObject> {
  const timeline = await new TimelineStore(tx).of('feedback', feedback.id);
  return { clock: explanationJson(explain(feedback, timeline, context, context.now)) };
}

/** Everyone whom an explanation names. */
export function peopleInClock(clock: Explanation | undefined): (string | null)[] {
  if (!clock) return [];
  const { spans, next } = clock;
  const told = next ? [...next.holders, ...next.superiors] : [];
  return [...spans.map((span) => span.person), ...told.map(({ id }) => id)];
}

/**
 * Answers a tap on 时限说明 in the direct chat, so that the group is not disturbed. Anyone who sees a card of the case may
 * ask, so members of the department's group, too.
 */
export async function explained(tx: Tx, id: number, context: Context, texts: Texts): Promise<Inquiry> {
  const { org, actor } = context;
  const feedback = await new FeedbackStore(tx).get(id);
  if (!feedback) return { ok: false, reason: 'card_unknown', detail: {} };
  const group = departmentOf(org, feedback.department)?.chat ?? null;
  const isMember = group !== null && actor.chatId === group;
  if (actor.id === null || !(isMember || maySee(feedback, actor.id, org))) {
    return { ok: false, reason: 'not_yours', detail: { who: 'department', department: feedback.department } };
  }
  return {
    ok: true,
    says: { kind: 'message', name: 'clock', to: person(actor.id), params: await clockOf(tx, feedback, context) },
    toast: { type: 'info', content: texts.clock.explained(numberOf(feedback)) },
  };
}
