import type { World } from '../../world';

let messages = 0;

/** A group's message as it arrives, for what no client of the local Feishu does: topics alone, strangers, tenants. */
export interface RawMessage {
  chatId: string;
  senderId: string;
  text: string;
  /** The topic that it names without a parent. */
  threadId?: string;
  /** The message that it answers. */
  parentId?: string;
  /** The company of the writer; the app's own if absent. */
  tenant?: string;
}

/** Hands the message to the bot. */
export async function pushMessage(
  world: World,
  { chatId, senderId, threadId, parentId, tenant, text }: RawMessage,
): Promise<void> {
  messages += 1;
  const { tenantKey } = world.feishu.company;
  await world.app.receive({
    schema: '2.0',
    header: { event_id: `raw-message-${messages}`, event_type: 'im.message.receive_v1', tenant_key: tenantKey },
    event: {
      sender: { sender_id: { open_id: senderId }, sender_type: 'user', tenant_key: tenant ?? tenantKey },
      message: {
        message_id: `om_raw_${messages}`,
        ...(threadId === undefined ? {} : { thread_id: threadId }),
        ...(parentId === undefined ? {} : { root_id: parentId, parent_id: parentId }),
        chat_id: chatId,
        chat_type: 'group',
        create_time: String(world.clock.now()),
        message_type: 'text',
        content: JSON.stringify({ text }),
      },
    },
  });
  await world.settle();
}
