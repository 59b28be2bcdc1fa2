import { InboxStore } from '../../db/inbox-store';
import type { Tx } from '../../db/transaction';
import type { Incoming, JsonObject } from '../../domain/messaging';
import { HOUR, type Instant, MINUTE } from '../../domain/time';

/** When a merged forward that Feishu would not open is tried again, after each try. */
const WAITS_MS = [MINUTE, 10 * MINUTE, HOUR];

/** The event of an edited message: its record takes over what the message then holds. */
const EDITED = 'im.message.updated_v1';

/**
 * Plans the next try to open a merged forward, as an event of our own that reads like an edit of the message; the last
 * try plans none.
 */
export async function reopenLater(
  tx: Tx,
  { eventId, message }: Extract<Incoming, { kind: 'message' | 'edited' }>,
  now: Instant,
): Promise<void> {
  const inbox = new InboxStore(tx);
  const { messageId } = message;
  const done = Number(/^reopen:(\d+):/.exec(eventId)?.[1] ?? 0);
  const waitMs = WAITS_MS[done];
  const row = await inbox.byMessage(messageId);
  if (waitMs === undefined || !row) return;
  const next = `reopen:${done + 1}:${messageId}`;
  const header = { ...(row.envelope.header as JsonObject), event_id: next, event_type: EDITED };
  const event = { eventId: next, messageId: null, eventType: EDITED, envelope: { ...row.envelope, header } };
  await inbox.add(event, now, 'waiting', now + waitMs);
}
