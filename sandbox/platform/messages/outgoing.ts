import { badParameter, PlatformFault } from '../api/platform-fault';
import type { RateLimits } from '../api/rate-limits';
import { freshId } from '../ids';
import { type Memory, NO_MEMORY } from '../memory';
import type { Chat, Message } from '../model';
import type { Settings } from '../settings';
import type { Store } from '../store';
import { checkDataLoss, type Prepared, prepareContent, rememberingRefusal } from './outgoing-content';

const UUID_LIFE_MS = 3_600_000;

interface Request {
  msg_type?: unknown;
  content?: unknown;
  uuid?: unknown;
}

interface OutgoingParts {
  store: Store;
  limits: RateLimits;
  settings: Settings;
  appId: string;
  /** Sent uuids of an earlier process; if absent, uuids end with the process. */
  memory?: Memory;
}

/** What the app sends: new messages, replies, forwards. */
export class Outgoing {
  private readonly sent = new Map<string, { at: number; message: Message }>();

  private readonly store: Store;
  private readonly memory: Memory;

  constructor(private readonly parts: OutgoingParts) {
    this.store = parts.store;
    this.memory = parts.memory ?? NO_MEMORY;
    for (const { id, value } of this.memory.recall('sent')) {
      const message = this.store.messages.get(value.messageId);
      if (message) this.sent.set(id, { at: value.at, message });
    }
  }

  send(receiveIdType: string | null, request: Request & { receive_id?: unknown }): Message {
    const chat = this.receiver(receiveIdType, request.receive_id);
    return this.once(request.uuid, () => this.post(chat, this.prepare(chat, request), {}));
  }

  reply(messageId: string, request: Request & { reply_in_thread?: unknown }): Message {
    const parent = this.store.message(messageId);
    if (parent.upperId) throw new PlatformFault(230072, 'A merged and forwarded message does not support replies');
    const chat = this.store.chatOf(parent);
    this.checkReachable(chat);
    return this.once(request.uuid, () => {
      if (parent.recalled) throw new PlatformFault(230011, 'The message was recalled');
      if (request.reply_in_thread === true && !chat.threads) {
        throw new PlatformFault(230071, 'The chat does not support replies in a thread');
      }
      const prepared = this.prepare(chat, request);
      return this.post(chat, prepared, this.replyPlace(parent, request.reply_in_thread === true));
    });
  }

  forward(messageId: string, receiveIdType: string | null, receiveId: unknown, uuid: unknown): Message {
    const original = this.store.message(messageId);
    this.checkReachable(this.store.chatOf(original));
    if (original.recalled) throw new PlatformFault(230011, 'The message was recalled');
    const chat = this.receiver(receiveIdType, receiveId);
    const { type, content, mentions, card, resources } = original;
    return this.once(uuid, () => {
      const forwarded = this.post(chat, { type, content, mentions, card, resources }, {});
      const inside = this.store.children.get(original.id);
      if (inside) this.store.setChildren(forwarded.id, inside);
      return forwarded;
    });
  }

  /** Parent, root and thread of a reply. A reply to a message in a thread joins that thread. */
  replyPlace(parent: Message, inThread: boolean): Pick<Message, 'rootId' | 'parentId' | 'threadId'> {
    const rootId = parent.rootId ?? parent.id;
    if (inThread && !parent.threadId) {
      parent.threadId = freshId('omt_');
      this.store.changed({ kind: 'message', chatId: parent.chatId, messageId: parent.id });
    }
    const { threadId } = parent;
    return { rootId, parentId: threadId ? rootId : parent.id, threadId };
  }

  /** Throws if the bot cannot write into the chat: 230002, 232009, or the code by which the person is unreachable. */
  checkReachable(chat: Chat): void {
    if (chat.dissolved) throw new PlatformFault(232009, 'The group has been dissolved');
    if (!chat.hasBot) throw new PlatformFault(230002, 'The bot can not be outside the group');
    const refusal = chat.mode === 'p2p' ? this.store.unreachable.get(chat.ownerId) : undefined;
    if (refusal) throw new PlatformFault(refusal, REFUSALS[refusal] ?? 'Bot has no availability to this user');
  }

  private receiver(type: string | null, id: unknown): Chat {
    if (typeof id !== 'string' || !id) throw badParameter('receive_id is empty');
    if (type !== 'chat_id' && type !== 'open_id') throw badParameter('receive_id_type is not supported here');
    if (type === 'open_id' && !this.store.people.has(id)) throw noReceiver();
    const chat = type === 'open_id' ? this.store.p2pChat(id) : this.store.chats.get(id);
    if (!chat) throw noReceiver();
    this.checkReachable(chat);
    return chat;
  }

  private prepare(chat: Chat, { msg_type, content }: Request): Prepared {
    return rememberingRefusal(this.store, chat, content, () => {
      const prepared = prepareContent(this.store, chat, msg_type, content);
      if (this.parts.settings.dataLossRules) checkDataLoss(prepared.content);
      return prepared;
    });
  }

  private once(uuid: unknown, post: () => Message): Message {
    if (uuid === undefined || uuid === null || uuid === '') return post();
    if (typeof uuid !== 'string' || uuid.length > 50) throw badParameter('uuid is longer than 50 characters');
    const now = this.store.clock.now();
    this.forgetBefore(now - UUID_LIFE_MS);
    const earlier = this.sent.get(uuid);
    if (earlier) return earlier.message;
    const message = post();
    this.sent.set(uuid, { at: now, message });
    this.memory.keep('sent', uuid, () => ({ at: now, messageId: message.id }));
    return message;
  }

  private forgetBefore(moment: number): void {
    for (const [uuid, { at }] of this.sent) {
      if (at > moment) return;
      this.sent.delete(uuid);
      this.memory.forget('sent', uuid);
    }
  }

  private post(chat: Chat, prepared: Prepared, place: Partial<Message>): Message {
    if (this.parts.settings.limits) this.parts.limits.takeTarget(chat.id);
    return this.store.addMessage({
      chatId: chat.id,
      sender: { type: 'app', id: this.parts.appId },
      rootId: null,
      parentId: null,
      threadId: null,
      upperId: null,
      recalled: false,
      edits: 0,
      versions: 1,
      urgentTo: [],
      reactions: [],
      ...prepared,
      ...place,
    });
  }
}

const REFUSALS: Record<number, string> = {
  230029: 'The user has resigned',
  230053: 'The user has stopped the bot from sending messages',
};
const noReceiver = () => new PlatformFault(230034, 'The receive_id is invalid');
