import { unionIdOf } from '../ids';
import { isRecord, type Json, listed } from '../json';
import type { Message } from '../model';
import type { Store } from '../store';

/** A message as the REST API returns it. */
export function messageJson(store: Store, message: Message, originalCard = false): Json {
  const { tenantKey, bot } = store.company;
  const fromApp = message.sender.type === 'app';
  return {
    message_id: message.id,
    ...replyFields(message),
    ...(message.upperId ? { upper_message_id: message.upperId } : {}),
    msg_type: message.type,
    create_time: String(message.createdAt),
    update_time: String(message.updatedAt),
    deleted: message.recalled,
    updated: message.edits > 0,
    chat_id: message.chatId,
    sender: {
      id: message.sender.id,
      id_type: fromApp ? 'app_id' : 'open_id',
      sender_type: message.sender.type,
      tenant_key: tenantKey,
    },
    body: { content: message.recalled ? 'This message was recalled' : shownContent(message, originalCard) },
    mentions: message.mentions.map(({ key, id, name }) => ({
      key,
      id,
      id_type: 'open_id',
      name,
      mentioned_type: id === bot.openId ? 'bot' : 'user',
      tenant_key: tenantKey,
    })),
  };
}

/** The body of `im.message.receive_v1`. */
export function receiveEvent(store: Store, message: Message): Json {
  const { tenantKey, bot } = store.company;
  const userId = (openId: string) => ({ open_id: openId, union_id: openId ? unionIdOf(openId) : '', user_id: '' });
  return {
    sender: { sender_id: userId(message.sender.id), sender_type: 'user', tenant_key: tenantKey },
    message: {
      message_id: message.id,
      ...replyFields(message),
      create_time: String(message.createdAt),
      update_time: String(message.updatedAt),
      chat_id: message.chatId,
      chat_type: store.chatOf(message).mode,
      message_type: message.type,
      content: shownContent(message, false),
      ...(message.mentions.length > 0
        ? {
            mentions: message.mentions.map(({ key, id, name }) => ({
              key,
              id: id ? userId(id) : { open_id: '', union_id: '', user_id: '' },
              name,
              mentioned_type: id === bot.openId ? 'bot' : 'user',
              tenant_key: tenantKey,
            })),
          }
        : {}),
    },
  };
}

function replyFields({ rootId, parentId, threadId }: Message): Json {
  return {
    ...(rootId ? { root_id: rootId } : {}),
    ...(parentId ? { parent_id: parentId } : {}),
    ...(threadId ? { thread_id: threadId } : {}),
  };
}

/** Content of a card as the API returns it: without its structure, unless the original is asked for. */
function shownContent(message: Message, originalCard: boolean): string {
  if (message.type !== 'interactive' || !message.card || originalCard) return message.content;
  const header = isRecord(message.card.header) ? message.card.header : {};
  const title = isRecord(header.title) ? header.title.content : '';
  const body = isRecord(message.card.body) ? message.card.body : {};
  const elements = listed(body.elements).map((each) => degraded(each));
  return JSON.stringify({ title, elements });
}

function degraded(element: unknown): Json[] {
  if (!isRecord(element)) return [];
  const text = isRecord(element.text) ? element.text.content : element.content;
  const own = typeof text === 'string' ? [{ tag: element.tag === 'button' ? 'button' : 'text', text }] : [];
  const inner = [...listed(element.elements), ...listed(element.columns)];
  return [...own, ...inner.flatMap(degraded)];
}
