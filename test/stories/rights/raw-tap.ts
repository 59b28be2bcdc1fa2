import type { JsonObject } from '../../../src/domain/messaging';
import type { World } from '../../world';

/** A tap as it arrives, for what no client of the local Feishu does: copies, strangers, other tenants, forged ids. */
export interface RawTap {
  by: string;
  chatId: string;
  messageId: string;
  cmd: string;
  id?: unknown;
  form?: JsonObject;
  /** What the button carries besides the command and the record. */
  values?: JsonObject;
  /** The company of the person; the app's own if absent. */
  tenant?: string;
  eventId?: string;
}

let taps = 0;

/** Hands the tap to the bot and returns the body of its answer. */
export async function tapRaw(world: World, tap: RawTap): Promise<JsonObject> {
  const { by, chatId, messageId, cmd, id = 1, form, values } = tap;
  const { tenantKey } = world.feishu.company;
  const action = { tag: 'button', name: cmd, value: { cmd, id, ...values }, ...(form ? { form_value: form } : {}) };
  return receiveTap(world, tap.eventId ?? `raw-tap-${++taps}`, {
    operator: { open_id: by, tenant_key: tap.tenant ?? tenantKey },
    action,
    context: { open_message_id: messageId, open_chat_id: chatId },
  } as unknown as JsonObject);
}

/** Hands the bot the event of a tap, whatever its form, and returns the body of its answer. */
export async function receiveTap(world: World, eventId: string, event: JsonObject): Promise<JsonObject> {
  const { tenantKey } = world.feishu.company;
  const header = { event_id: eventId, event_type: 'card.action.trigger', tenant_key: tenantKey };
  const { body, sent } = await world.app.receive({ schema: '2.0', header, event });
  sent?.();
  await world.settle();
  return body;
}
