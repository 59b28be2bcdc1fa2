import type { Pusher } from '../events/pusher';
import { derivedId, unionIdOf } from '../ids';
import type { Json } from '../json';
import { type Child, type Content, editedContent, storeContent } from '../messages/incoming-content';
import { MAX_EDITS } from '../messages/message-changes';
import { receiveEvent } from '../messages/message-json';
import type { Outgoing } from '../messages/outgoing';
import type { Chat, Mention, Message } from '../model';
import type { Settings } from '../settings';
import type { Store } from '../store';
import { PeopleFault } from './people-fault';

/** Where a person sends: their direct chat with the bot, or a group. */
export type Target = { bot: true } | { chatId: string };

/** Options of a person's message. */
export interface SendOptions {
  /** Id of the message that this message answers. */
  replyTo?: string;
  /** Answers in the message's thread, and opens the thread if there is none. */
  inThread?: boolean;
  mentionBot?: boolean;
  /** People to mention (open_ids), or everyone. */
  mentions?: string[] | 'all';
}

/** Actions of people in their clients, each with the event that the app receives. */
export class PeopleActions {
  constructor(
    private readonly store: Store,
    private readonly pusher: Pusher,
    private readonly settings: Settings,
    private readonly outgoing: Outgoing,
  ) {}

  async send(personId: string, target: Target, content: Content, options: SendOptions = {}): Promise<Message> {
    const chat = 'bot' in target ? this.store.p2pChat(this.store.person(personId).id) : this.chat(target.chatId);
    this.mustBeIn(personId, chat);
    const mentions = this.mentions(options);
    const parent = options.replyTo === undefined ? null : this.store.message(options.replyTo);
    if (parent && parent.chatId !== chat.id)
      throw new PeopleFault('other_chat', 'a reply goes to the chat of its message');
    const place = parent ? this.outgoing.replyPlace(parent, options.inThread ?? false) : NOWHERE;
    const message = this.store.addMessage({
      ...blank(),
      ...place,
      ...storeContent(this.store, content, mentions),
      chatId: chat.id,
      sender: { type: 'user', id: personId },
      mentions,
    });
    if (content.type === 'merge_forward') this.bundle(message, content.children);
    if (this.hears(message)) await this.pusher.push('im.message.receive_v1', receiveEvent(this.store, message));
    return message;
  }

  /**
   * Replaces the text of the person's own text or post; the pictures of a post stay. Feishu sends an event with the
   * body of a new message; the event is not documented, but observed.
   */
  async edit(personId: string, messageId: string, text: string): Promise<void> {
    const message = this.store.message(messageId);
    if (message.sender.id !== personId) throw new PeopleFault('not_own', 'people edit their own messages only');
    if (message.recalled) throw new PeopleFault('recalled', 'a recalled message cannot be edited');
    if (message.type !== 'text' && message.type !== 'post') {
      throw new PeopleFault('not_editable', `a ${message.type} cannot be edited`);
    }
    if (message.edits >= MAX_EDITS) throw new PeopleFault('edited_too_often', 'the message has been edited too often');
    message.content = editedContent(message, text);
    message.edits += 1;
    message.updatedAt = this.store.clock.now();
    this.store.changed({ kind: 'message', chatId: message.chatId, messageId });
    if (this.hears(message)) await this.pusher.push('im.message.updated_v1', receiveEvent(this.store, message));
  }

  async recall(personId: string, messageId: string): Promise<void> {
    const message = this.store.message(messageId);
    const isOwner = this.store.chatOf(message).ownerId === personId && this.store.chatOf(message).mode === 'group';
    if (message.sender.id !== personId && !isOwner) {
      throw new PeopleFault('not_own', 'people recall their own messages only, and a group’s owner any');
    }
    message.recalled = true;
    this.store.changed({ kind: 'message', chatId: message.chatId, messageId });
    if (!this.store.chatOf(message).hasBot) return;
    await this.pusher.push('im.message.recalled_v1', {
      message_id: messageId,
      chat_id: message.chatId,
      recall_time: String(this.store.clock.now()),
      recall_type: message.sender.id === personId ? 'message_owner' : 'group_owner',
    });
  }

  async addBot(chatId: string, personId: string): Promise<void> {
    this.setBot(chatId, personId, true);
    await this.pushAboutChat('im.chat.member.bot.added_v1', chatId, personId);
  }

  async removeBot(chatId: string, personId: string): Promise<void> {
    this.setBot(chatId, personId, false);
    await this.pushAboutChat('im.chat.member.bot.deleted_v1', chatId, personId);
  }

  /** Dissolves a group. With `keepHistory` the app gets no event, as with the client's option of that name. */
  async dissolve(chatId: string, personId?: string, { keepHistory = false } = {}): Promise<void> {
    const chat = this.chat(chatId);
    chat.dissolved = true;
    if (keepHistory) return this.store.changed({ kind: 'chat', chatId });
    await this.pushAboutChat('im.chat.disbanded_v1', chatId, personId ?? chat.ownerId);
  }

  /** The person leaves the company; sends to the person fail with `code`. */
  resign(personId: string, code: 230013 | 230029 = 230029): void {
    this.store.refuseTo(this.store.person(personId).id, code);
    for (const { id: chatId, mode, members } of this.store.chats.values()) {
      if (mode === 'group' && members.delete(personId)) this.store.changed({ kind: 'chat', chatId });
    }
  }

  /** The person leaves the company, and the app gets the event. */
  async leaveCompany(personId: string): Promise<void> {
    this.resign(personId, 230029);
    const { name } = this.store.person(personId);
    const person = { ...this.operator(personId), name };
    await this.pusher.push('contact.user.deleted_v3', { object: person, old_object: { department_ids: [] } });
  }

  hasLeft(personId: string): boolean {
    return this.store.unreachable.get(personId) === 230029;
  }

  /** The person blocks the bot, so that sends fail with 230053, or unblocks it. */
  stopBot(personId: string, stopped = true): void {
    this.store.refuseTo(this.store.person(personId).id, stopped ? 230053 : null);
  }

  /** The person opens the direct chat. Feishu sends the event at every visit. */
  async enterChat(personId: string): Promise<void> {
    const chat = this.store.p2pChat(this.store.person(personId).id);
    const last = [...this.store.messages.values()].filter((message) => message.chatId === chat.id).at(-1);
    await this.pusher.push('im.chat.access_event.bot_p2p_chat_entered_v1', {
      chat_id: chat.id,
      operator_id: this.operator(personId),
      last_message_id: last?.id ?? '',
      last_message_create_time: last ? String(last.createdAt) : '',
    });
  }

  private setBot(chatId: string, by: string, present: boolean): void {
    this.chat(chatId).hasBot = present;
    this.store.addChatEvent({ chatId, what: present ? 'bot_added' : 'bot_removed', by });
  }

  /** Whether the app gets an event for a message: always in a direct chat; in groups as its scopes allow. */
  private hears(message: Message): boolean {
    const { mode, hasBot } = this.store.chatOf(message);
    const addressed = mode === 'p2p' || message.mentions.some(({ id }) => id === this.store.company.bot.openId);
    return hasBot && (addressed || this.settings.groupMessages === 'all');
  }

  private async pushAboutChat(eventType: string, chatId: string, personId: string): Promise<void> {
    const { tenantKey } = this.store.company;
    const { name } = this.chat(chatId);
    this.store.changed({ kind: 'chat', chatId });
    await this.pusher.push(eventType, {
      chat_id: chatId,
      operator_id: this.operator(personId),
      external: false,
      operator_tenant_key: tenantKey,
      name,
      i18n_names: { zh_cn: name },
    });
  }

  private operator(personId: string): Json {
    return { open_id: personId, union_id: unionIdOf(personId), user_id: '' };
  }

  private mentions({ mentionBot, mentions = [] }: SendOptions): Mention[] {
    const everyone: Mention[] = mentions === 'all' ? [{ key: '@_all', id: '', name: '所有人' }] : [];
    const ids = [...(mentionBot ? [this.store.company.bot.openId] : []), ...(mentions === 'all' ? [] : mentions)];
    const named = ids.map((id, index) => ({ key: `@_user_${index + 1}`, id, name: this.store.nameOf(id) }));
    return [...named, ...everyone];
  }

  private bundle(bundle: Message, children: Child[]): void {
    const flat: Message[] = [];
    const add = (parentId: string, child: Child): void => {
      const createdAt = child.at ?? bundle.createdAt;
      const stored: Message = {
        ...blank(),
        ...storeContent(this.store, child.content, []),
        id: derivedId('om_', parentId, String(flat.length)),
        chatId: bundle.chatId,
        sender: { type: 'user', id: child.senderId },
        upperId: parentId,
        createdAt,
        updatedAt: createdAt,
      };
      flat.push(stored);
      if (child.content.type === 'merge_forward') for (const inner of child.content.children) add(stored.id, inner);
    };
    this.store.setChildren(bundle.id, flat);
    for (const child of children) add(bundle.id, child);
  }

  private chat(id: string): Chat {
    const chat = this.store.chats.get(id);
    if (!chat) throw new Error(`no chat ${id}`);
    return chat;
  }

  private mustBeIn(personId: string, chat: Chat): void {
    if (chat.dissolved) throw new PeopleFault('dissolved', `${chat.name} is dissolved`);
    if (!chat.members.has(personId)) throw new PeopleFault('not_in_chat', `${personId} cannot write in ${chat.name}`);
  }
}

const NOWHERE = { rootId: null, parentId: null, threadId: null };
/** A function, because messages change their lists. */
const blank = () => ({
  ...NOWHERE,
  mentions: [],
  upperId: null,
  recalled: false,
  edits: 0,
  card: null,
  versions: 1,
  urgentTo: [],
  reactions: [],
});
