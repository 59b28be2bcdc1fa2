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

/** Where a case's time went, as parameters of the message that says so. */
export async function clockOf(tx: Tx, feedback: Feedback, context: Context): Promise<JsonObject> {
  const timeline = await new TimelineStore(tx).of('feedback', feedback.id);
  return { clock: explanationJson(explain(feedback, timeline, context, context.now)) };
}

/** Everybody whom an explanation names. */
export function peopleInClock(clock: Explanation | undefined): (string | null)[] {
  if (!clock) return [];
  const { spans, next } = clock;
  const told = next ? [...next.holders, ...next.superiors] : [];
  return [...spans.map((span) => span.person), ...told.map(({ id }) => id)];
}

/**
 * Answers the tap on 时限说明 in the direct chat, so that no group is bothered: whoever sees a card of the case may ask,
 * the members of the department's group among them.
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
