import { CardStore } from '../../db/card-store';
import type { CardRow, OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import type { Actor } from '../../domain/actor';
import { chat, person, type Recipient, type Tap } from '../../domain/messaging';
import type { Office } from '../../domain/office';
import { departmentServedBy } from '../../domain/org/membership';
import type { Org } from '../../domain/org/org';

/** A tapped card or message of ours, in the chat to which we sent it. Both are null for a forwarded copy. */
export interface Tapped {
  card: CardRow | null;
  /** The row that sent the message, if the message is no card of a record. */
  sent: OutboxRow | null;
  /** The group or person to whom we sent it; null for a forwarded copy. */
  to: Recipient | null;
}

const A_COPY: Tapped = { card: null, sent: null, to: null };

/** What was tapped, if it is ours and was tapped where we sent it. */
export async function tappedHere(tx: Tx, tap: Tap, org: Org): Promise<Tapped> {
  const card = await new CardStore(tx).byMessage(tap.messageId);
  if (card) {
    const to = card.recipientId === card.chatId ? chat(card.chatId) : person(card.recipientId);
    const isHere = card.chatId === tap.chatId || (tap.chatId === '' && to.type === 'person');
    return isHere && isWith(to, tap, org) ? { card, sent: null, to } : A_COPY;
  }
  const sent = await new OutboxStore(tx).byMessage(tap.messageId);
  if (!sent || !('to' in sent.notice) || !isWith(sent.notice.to, tap, org)) return A_COPY;
  return { card: null, sent, to: sent.notice.to };
}

/**
 * The group as whose member the recipient of this message acts: they asked for it there, or held the record. Null once
 * they are known to have left the group.
 */
function groupOf(sent: OutboxRow | null, personId: string, { groupMembers }: Office): string | null {
  const params = sent?.notice.kind === 'message' ? sent.notice.params : undefined;
  const group = params?.actsIn;
  if (typeof group !== 'string') return null;
  return (groupMembers?.get(group)?.has(personId) ?? true) ? group : null;
}

/** Who acts by a tap, with the card or message that they were shown. */
export function actorOf({ operatorId, chatId }: Tap, { card, sent, to }: Tapped, office: Office): Actor {
  const actor: Actor = { id: operatorId, chatId: groupOf(sent, operatorId, office) ?? chatId };
  return to ? { ...actor, shown: { wall: card?.wall ?? null, isDirect: to.type === 'person' } } : actor;
}

function isWith(to: Recipient, { operatorId, chatId }: Tap, org: Org): boolean {
  if (to.type === 'chat') return to.id === chatId;
  return to.id === operatorId && departmentServedBy(chatId, org) === null;
}
