import { TimelineStore } from '../../db/timeline-store';
import type { Tx } from '../../db/transaction';
import type { Actor } from '../../domain/actor';
import { type Explanation, explain, explanationJson } from '../../domain/feedback/clock/explain';
import { type Feedback, numberOf } from '../../domain/feedback/model';
import { maySee } from '../../domain/feedback/visibility';
import { type JsonObject, person } from '../../domain/messaging';
import type { Office } from '../../domain/office';
import { departmentOf } from '../../domain/org/org';
import type { Instant } from '../../domain/time';
import type { Inquiry } from '../../engine/workflow';

/** Where a case's time went, as parameters of the message that says so. */
export async function clockOf(tx: Tx, feedback: Feedback, policy: Office, now: Instant): Promise<JsonObject> {
  const timeline = await new TimelineStore(tx).of('feedback', feedback.id);
  return { clock: explanationJson(explain(feedback, timeline, policy, now)) };
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
export async function explained(
  tx: Tx,
  feedback: Feedback,
  asker: Actor,
  policy: Office & { now: Instant; toast: (number: string) => string },
): Promise<Inquiry> {
  const { org, now, toast } = policy;
  const group = departmentOf(org, feedback.department)?.chat ?? null;
  const isMember = group !== null && asker.chatId === group;
  if (asker.id === null || !(isMember || maySee(feedback, asker.id, org))) {
    return { ok: false, reason: 'not_yours', detail: { who: 'department', department: feedback.department } };
  }
  const params = await clockOf(tx, feedback, policy, now);
  return {
    ok: true,
    says: { kind: 'message', name: 'clock', to: person(asker.id), params },
    toast: { type: 'info', content: toast(numberOf(feedback)) },
  };
}
