import type { ContactLook } from '../../../cards/feedback/looks-card';
import type { Texts } from '../../../cards/texts/texts';
import { FeedbackStore } from '../../db/feedback-store';
import { TimelineStore } from '../../db/timeline-store';
import type { Tx } from '../../db/transaction';
import type { Inquiry } from '../../desk/catalogue';
import { numberOf } from '../../domain/feedback/model';
import { seesContact } from '../../domain/feedback/visibility';
import { type JsonObject, person } from '../../domain/messaging';
import type { Context } from '../../domain/office';

/** The timeline's entries for a look at contact details (ADR 020). */
const LOOKS = ['look', 'reveal_contact'];

/** Answers a tap on 查看记录 in the direct chat of somebody who may see the contact details: the rep and the office. */
export async function looksAt(tx: Tx, id: number, { org, actor }: Context, texts: Texts): Promise<Inquiry> {
  const feedback = await new FeedbackStore(tx).get(id);
  if (!feedback) return { ok: false, reason: 'card_unknown', detail: {} };
  if (actor.id === null || !seesContact(feedback, actor.id, org)) {
    return { ok: false, reason: 'not_yours', detail: { who: 'rep' } };
  }
  const timeline = await new TimelineStore(tx).of('feedback', id);
  const looks: ContactLook[] = timeline.flatMap(({ what, actorId, at }) =>
    LOOKS.includes(what) && actorId !== null ? [{ by: actorId, at }] : [],
  );
  const params: JsonObject = { looks: looks.map(({ by, at }) => ({ by, at })) };
  return {
    ok: true,
    says: { kind: 'message', name: 'looks', to: person(actor.id), params },
    toast: { type: 'info', content: texts.looks.sent(numberOf(feedback)) },
  };
}
