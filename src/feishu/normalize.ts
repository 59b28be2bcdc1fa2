import type { Incoming, IncomingMessage, JsonObject, PersonAlias } from '../domain/messaging';
import type { Instant } from '../domain/time';
import { asInstant, asObject, asText, type Loose } from './loose-json';
import { type Mentions, readMentions } from './mentions';
import { readContent } from './message-content';
import { readTap, shapeOf } from './read-tap';
import { CARD_CALLBACK } from './receive-envelope';

type Body = Incoming extends infer I
  ? I extends Incoming
    ? Omit<I, 'eventId' | 'eventType' | 'at' | 'tenant'>
    : never
  : never;

/** The open_id of a person of whom only other ids are known; null if it is not known yet. */
export type OpenIdOf = (aliases: PersonAlias[]) => string | null;

interface Reading {
  botOpenId: string | null;
  openIdOf: OpenIdOf;
  at: Instant;
}

type Reader = (event: Loose, reading: Reading) => Body;

const ignored = (reason: string): Body => ({ kind: 'ignored', reason });

const READERS: Record<string, Reader> = {
  'im.message.receive_v1': readMessage,
  'im.message.updated_v1': (event, reading) => {
    const read = readMessage(event, reading);
    return read.kind === 'message' ? { kind: 'edited', message: read.message } : read;
  },
  [CARD_CALLBACK]: (event, { openIdOf }) => {
    const ids = { ...event, ...asObject(event.operator) };
    const { openId, aliases } = idsOf(ids, openIdOf);
    const tap = readTap(event, openId);
    if (tap && openId === '') return { kind: 'unidentified', aliases, message: null };
    return tap ? { kind: 'tap', tap } : { ...ignored('not a tap on one of our cards'), tapShape: shapeOf(event) };
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
export function normalize(envelope: JsonObject, botOpenId: string | null, openIdOf: OpenIdOf = () => null): Incoming {
  const header = asObject(envelope.header);
  const event = asObject(envelope.event);
  const eventType = asText(header.event_type) || asText(event.type);
  const at = asInstant(header.create_time) ?? asInstant(envelope.ts) ?? 0;
  const tenant = asText(header.tenant_key);
  const eventId = asText(header.event_id) || asText(envelope.uuid);
  const common = { eventId, eventType, at, ...(tenant === '' ? {} : { tenant }) };
  const reader = Object.hasOwn(READERS, eventType) ? READERS[eventType] : undefined;
  return { ...common, ...(reader?.(event, { botOpenId, openIdOf, at }) ?? ignored('an event we do not use')) };
}

/** The ids of a person; a client may leave out the open_id, which then must be known or asked for. */
function idsOf(ids: Loose, openIdOf: OpenIdOf): { openId: string; aliases: PersonAlias[] } {
  const aliases = (['union_id', 'user_id'] as const)
    .map((type) => ({ type, id: asText(ids[type]) }))
    .filter(({ id }) => id !== '');
  return { openId: asText(ids.open_id) || (openIdOf(aliases) ?? ''), aliases };
}

function readMessage(event: Loose, { botOpenId, openIdOf, at }: Reading): Body {
  const message = asObject(event.message);
  const sender = asObject(event.sender);
  const { openId: senderId, aliases } = idsOf(asObject(sender.sender_id), openIdOf);
  const messageId = asText(message.message_id);
  const chatId = asText(message.chat_id);
  if (sender.sender_type === 'bot' || sender.sender_type === 'app') return ignored('not written by a person');
  if (senderId === botOpenId) return ignored('written by ourselves');
  const isNobodys = senderId === '' && aliases.length === 0;
  if (isNobodys || messageId === '' || chatId === '') return ignored('the message is gone or has no sender');
  const mentions = readMentions(message.mentions, botOpenId);
  const form = asText(message.message_type) || asText(message.msg_type);
  if (form === 'system') return ignored('not written by a person, but by the client');
  const read: IncomingMessage = {
    messageId,
    chatId,
    chatType: message.chat_type === 'p2p' ? 'p2p' : 'group',
    senderId,
    ...(asText(sender.tenant_key) === '' ? {} : { tenant: asText(sender.tenant_key) }),
    sentAt: asInstant(message.create_time) ?? at,
    parentId: asText(message.parent_id) || null,
    rootId: asText(message.root_id) || null,
    mentionsBot: mentions.ofBot.size > 0,
    ...mentionedIn(mentions),
    ...(asText(message.thread_id) === '' ? {} : { threadId: asText(message.thread_id) }),
    form,
    ...readContent(form, message.content, mentions),
  };
  return senderId === '' ? { kind: 'unidentified', aliases, message: read } : { kind: 'message', message: read };
}

function mentionedIn({ names, ids, ofBot }: Mentions): Pick<IncomingMessage, 'mentioned' | 'mentions'> {
  const others = [...names].filter(([key, name]) => !ofBot.has(key) && name !== '');
  const known = others.flatMap(([key, name]) => {
    const id = ids.get(key);
    return id === undefined ? [] : [{ id, name }];
  });
  return {
    ...(others.length > 0 ? { mentioned: others.map(([, name]) => name) } : {}),
    ...(known.length > 0 ? { mentions: known } : {}),
  };
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
