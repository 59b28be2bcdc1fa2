import type { Incoming, IncomingMessage, JsonObject } from '../domain/messaging';
import type { Instant } from '../domain/time';
import { asInstant, asObject, asText, type Loose } from './loose-json';
import { readMentions } from './mentions';
import { readContent } from './message-content';
import { readTap } from './read-tap';
import { CARD_CALLBACK } from './receive-envelope';

type Body = Incoming extends infer I ? (I extends Incoming ? Omit<I, 'eventId' | 'eventType' | 'at'> : never) : never;

type Reader = (event: Loose, botOpenId: string | null, at: Instant) => Body;

const ignored = (reason: string): Body => ({ kind: 'ignored', reason });

const READERS: Record<string, Reader> = {
  'im.message.receive_v1': readMessage,
  'im.message.updated_v1': (event, botOpenId, at) => {
    const read = readMessage(event, botOpenId, at);
    return read.kind === 'message' ? { kind: 'edited', message: read.message } : read;
  },
  [CARD_CALLBACK]: (event) => {
    const tap = readTap(event);
    return tap ? { kind: 'tap', tap } : ignored('not a tap on one of our cards');
  },
  'im.message.recalled_v1': (event) => {
    const messageId = asText(event.message_id);
    if (messageId === '') return ignored('no message_id');
    return { kind: 'recalled', messageId, chatId: asText(event.chat_id) };
  },
  'im.chat.member.bot.added_v1': readBotAdded,
  'im.chat.member.bot.deleted_v1': readBotRemoved,
  'im.chat.disbanded_v1': readBotRemoved,
  'contact.user.deleted_v3': readLeft,
  'contact.user.updated_v3': readUpdated,
  'im.chat.access_event.bot_p2p_chat_entered_v1': (event) => readEntered(event.chat_id, event.operator_id),
  // The very first entry comes as an event of the old form, whose `operator` may be the bot.
  p2p_chat_create: (event) => readEntered(event.chat_id, event.user),
};

/**
 * Turns an event of the platform into the product's terms; never throws. `botOpenId` tells the bot's own mentions and
 * messages from others'; null if it is not known yet. `at` is 0 if the envelope has no time.
 */
export function normalize(envelope: JsonObject, botOpenId: string | null): Incoming {
  const header = asObject(envelope.header);
  const event = asObject(envelope.event);
  const eventType = asText(header.event_type) || asText(event.type);
  const at = asInstant(header.create_time) ?? asInstant(envelope.ts) ?? 0;
  const common = { eventId: asText(header.event_id) || asText(envelope.uuid), eventType, at };
  const reader = Object.hasOwn(READERS, eventType) ? READERS[eventType] : undefined;
  return { ...common, ...(reader?.(event, botOpenId, at) ?? ignored('an event we do not use')) };
}

function readMessage(event: Loose, botOpenId: string | null, at: Instant): Body {
  const message = asObject(event.message);
  const sender = asObject(event.sender);
  const senderId = asText(asObject(sender.sender_id).open_id);
  const messageId = asText(message.message_id);
  const chatId = asText(message.chat_id);
  if (sender.sender_type === 'bot' || sender.sender_type === 'app') return ignored('not written by a person');
  if (senderId === botOpenId) return ignored('written by ourselves');
  if (senderId === '' || messageId === '' || chatId === '') return ignored('the message is gone or has no sender');
  const mentions = readMentions(message.mentions, botOpenId);
  const form = asText(message.message_type) || asText(message.msg_type);
  if (form === 'system') return ignored('not written by a person, but by the client');
  const read: IncomingMessage = {
    messageId,
    chatId,
    chatType: message.chat_type === 'p2p' ? 'p2p' : 'group',
    senderId,
    sentAt: asInstant(message.create_time) ?? at,
    parentId: asText(message.parent_id) || null,
    rootId: asText(message.root_id) || null,
    mentionsBot: mentions.ofBot.size > 0,
    form,
    ...readContent(form, message.content, mentions),
  };
  return { kind: 'message', message: read };
}

function readBotAdded(event: Loose): Body {
  const chatId = asText(event.chat_id);
  if (chatId === '') return ignored('no chat_id');
  const names = asObject(event.i18n_names);
  const chatName = asText(event.name) || asText(names.zh_cn) || asText(names.en_us);
  return { kind: 'bot_added', chatId, operatorId: asText(asObject(event.operator_id).open_id), chatName };
}

function readBotRemoved(event: Loose): Body {
  const chatId = asText(event.chat_id);
  return chatId === '' ? ignored('no chat_id') : { kind: 'bot_removed', chatId };
}

/** The event names the person as `object` or, from before the change, as `old_object`. */
function readLeft(event: Loose): Body {
  const personId = asText(asObject(event.object).open_id) || asText(asObject(event.old_object).open_id);
  return personId === '' ? ignored('nobody left') : { kind: 'person_left', personId };
}

/** A frozen person may come back, and keeps their records; only a person who resigned has left. */
function readUpdated(event: Loose): Body {
  const hasResigned = asObject(asObject(event.object).status).is_resigned === true;
  return hasResigned ? readLeft(event) : ignored('the person is still there');
}

function readEntered(chat: unknown, who: unknown): Body {
  const [chatId, personId] = [asText(chat), asText(asObject(who).open_id)];
  return chatId === '' || personId === '' ? ignored('nobody entered') : { kind: 'chat_entered', chatId, personId };
}
