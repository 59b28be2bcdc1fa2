import type { World } from '../../world';

let messages = 0;

/** Hands the bot a group's message that names only the topic it stands in, as no client of the local Feishu does. */
export async function pushMessage(
  world: World,
  { chatId, senderId, threadId, text }: { chatId: string; senderId: string; threadId: string; text: string },
): Promise<void> {
  messages += 1;
  const { tenantKey } = world.feishu.company;
  await world.app.receive({
    schema: '2.0',
    header: { event_id: `raw-message-${messages}`, event_type: 'im.message.receive_v1', tenant_key: tenantKey },
    event: {
      sender: { sender_id: { open_id: senderId }, sender_type: 'user', tenant_key: tenantKey },
      message: {
        message_id: `om_raw_${messages}`,
        thread_id: threadId,
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
