import type { Clock } from '../clock';
import type { PlatformFault } from './api/platform-fault';
import { badParameter } from './api/platform-fault';
import { derivedId, freshId } from './ids';
import type { Json } from './json';
import { type Memory, NO_MEMORY } from './memory';
import type { Change, Chat, ChatEvent, Company, Group, Message, Person, Refusal, StoredFile } from './model';

/** A former version of a card, which a person may still see while the change is on its way. */
interface FormerCard {
  versions: number;
  card: Json;
}

/** Number of former versions kept per card. */
const FORMER = 3;

/** The state of the local Feishu. The part that must outlive the process is also kept in the memory. */
export class Store {
  readonly people = new Map<string, Person>();
  readonly chats = new Map<string, Chat>();
  /** Messages in the order of sending. Messages inside a merged forward are in `children`. */
  readonly messages = new Map<string, Message>();
  readonly children = new Map<string, Message[]>();
  readonly files = new Map<string, StoredFile>();
  /** open_id → code with which sends to this person are refused. */
  readonly unreachable = new Map<string, number>();
  /** Ids of cards on which a tap waits for its answer. */
  readonly tapped = new Set<string>();
  /** Whether cards may hold elements with this tag. */
  takesElement: (tag: string) => boolean = () => true;
  /** Refused content of the app, oldest first. */
  readonly refusals: Refusal[] = [];
  readonly chatEvents: ChatEvent[] = [];
  /** The language in which the company writes its names. */
  language: 'zh-CN' | 'en-US' = 'zh-CN';
  private readonly formerCards = new Map<string, FormerCard[]>();
  private readonly listeners = new Set<(change: Change) => void>();

  constructor(
    readonly company: Company,
    readonly clock: Clock,
    private readonly memory: Memory = NO_MEMORY,
  ) {
    for (const person of company.people) this.people.set(person.id, person);
    this.recall();
    for (const group of company.groups) if (!this.chats.has(group.id)) this.addGroup(group);
  }

  addGroup(group: Group): Chat {
    const chat: Chat = {
      id: group.id,
      mode: 'group',
      name: group.name,
      ownerId: group.ownerId,
      members: new Set(group.members),
      hasBot: group.hasBot ?? true,
      dissolved: false,
      mayMentionAll: group.mayMentionAll ?? true,
      threads: group.threads ?? true,
      department: group.department ?? null,
    };
    return this.addChat(chat);
  }

  /** The person's direct chat with the bot, created on demand. Its id survives a restart. */
  p2pChat(personId: string): Chat {
    const id = derivedId('oc_', 'p2p', personId);
    const existing = this.chats.get(id);
    if (existing) return existing;
    const chat: Chat = {
      id,
      mode: 'p2p',
      name: this.company.bot.name,
      ownerId: personId,
      members: new Set([personId]),
      hasBot: true,
      dissolved: false,
      mayMentionAll: false,
      threads: true,
      department: null,
    };
    return this.addChat(chat);
  }

  addMessage(message: Omit<Message, 'id' | 'createdAt' | 'updatedAt'> & { createdAt?: number }): Message {
    const createdAt = message.createdAt ?? this.clock.now();
    const added = { ...message, id: freshId('om_'), createdAt, updatedAt: createdAt };
    this.messages.set(added.id, added);
    this.changed({ kind: 'message', chatId: added.chatId, messageId: added.id });
    return added;
  }

  addFile(file: Omit<StoredFile, 'key'>): StoredFile {
    const key = freshId(file.kind === 'image' ? 'img_v3_' : 'file_v3_');
    const added = { ...file, key };
    this.files.set(key, added);
    const { bytes, ...about } = added;
    this.memory.keep('file', key, () => about, bytes);
    return added;
  }

  /** Sets the messages inside a merged forward. The list may grow until the current turn of the event loop ends. */
  setChildren(bundleId: string, children: Message[]): void {
    this.children.set(bundleId, children);
    this.memory.keep('bundle', bundleId, () => children);
  }

  /** Refuses sends to this person with `code` from now on; null accepts them again. */
  refuseTo(personId: string, code: number | null): void {
    if (code === null) {
      this.unreachable.delete(personId);
      this.memory.forget('unreachable', personId);
    } else {
      this.unreachable.set(personId, code);
      this.memory.keep('unreachable', personId, () => code);
    }
  }

  addChatEvent(event: Omit<ChatEvent, 'id' | 'at'>): void {
    const added = { ...event, id: freshId(''), at: this.clock.now() };
    this.chatEvents.push(added);
    this.memory.keep('chat_event', added.id, () => added);
  }

  /** Throws 230001 if there is no such message. */
  message(id: string): Message {
    const message = this.messages.get(id);
    if (!message) throw badParameter('message id does not exist');
    return message;
  }

  /** The chat of a message; throws if it is missing, which is a bug. */
  chatOf(message: Message): Chat {
    const chat = this.chats.get(message.chatId);
    if (!chat) throw new Error(`no chat ${message.chatId}`);
    return chat;
  }

  person(id: string): Person {
    const person = this.people.get(id);
    if (!person) throw new Error(`no person ${id} in this company`);
    return person;
  }

  /** The name of a person, a group or the bot, in the company's language. */
  nameOf(id: string): string {
    const { bot, outsiders = [], groups } = this.company;
    const named = [this.people.get(id), ...outsiders, ...groups, this.chats.get(id)].find((one) => one?.id === id);
    const english = id === bot.openId ? bot.english : named && 'english' in named ? named.english : undefined;
    if (this.language === 'en-US' && english) return typeof english === 'string' ? english : english.name;
    return id === bot.openId ? bot.name : (named?.name ?? id);
  }

  showCard(message: Message, card: Json): void {
    const { card: before, versions } = message;
    if (before)
      this.formerCards.set(message.id, [{ versions, card: before }, ...this.formerOf(message)].slice(0, FORMER));
    message.card = card;
    message.content = JSON.stringify(card);
    message.versions += 1;
    message.updatedAt = this.clock.now();
    this.changed({ kind: 'card', chatId: message.chatId, messageId: message.id });
  }

  /** The card at that number of versions; the current card if that version is unknown or too old. */
  cardAt(message: Message, versions: number | undefined): Json | null {
    const former = this.formerOf(message).find((one) => one.versions === versions);
    return former?.card ?? message.card;
  }

  /** Remembers a refusal of content. The same content tried again is the same refusal. */
  refused(chatId: string, { code, message }: Pick<PlatformFault, 'code' | 'message'>, content: unknown): void {
    const same = JSON.stringify([chatId, code, content]);
    if (this.refusals.some((each) => JSON.stringify([each.chatId, each.code, each.content]) === same)) return;
    const refusal = { id: freshId(''), chatId, at: this.clock.now(), code, reason: message, content };
    this.refusals.push(refusal);
    this.memory.keep('refusal', refusal.id, () => refusal);
    this.changed({ kind: 'message', chatId });
  }

  /** Keeps a change and tells the listeners. */
  changed(change: Change): void {
    this.keep(change);
    for (const listener of this.listeners) listener(change);
  }

  /** Calls the listener on each change; returns the function that stops it. */
  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private formerOf({ id }: Message): FormerCard[] {
    return this.formerCards.get(id) ?? [];
  }

  private addChat(chat: Chat): Chat {
    this.chats.set(chat.id, chat);
    this.keep({ kind: 'chat', chatId: chat.id });
    return chat;
  }

  private keep({ kind, chatId, messageId }: Change): void {
    const message = this.messages.get(messageId ?? '');
    // The card is left out: it is the same as the content.
    if (message) this.memory.keep('message', message.id, () => ({ ...message, card: message.card && {} }));
    const chat = kind === 'chat' ? this.chats.get(chatId ?? '') : undefined;
    if (chat) this.memory.keep('chat', chat.id, () => ({ ...chat, members: [...chat.members] }));
  }

  private recall(): void {
    const { memory } = this;
    for (const { value } of memory.recall('chat')) {
      this.chats.set(value.id, { ...value, members: new Set(value.members) });
    }
    for (const { value } of memory.recall('message')) {
      this.messages.set(value.id, { ...value, card: value.card && (JSON.parse(value.content) as Json) });
    }
    for (const { id, value } of memory.recall('bundle')) this.children.set(id, value);
    for (const { value, bytes } of memory.recall('file')) this.files.set(value.key, { ...value, bytes });
    for (const { id, value } of memory.recall('unreachable')) this.unreachable.set(id, value);
    this.refusals.push(...memory.recall('refusal').map(({ value }) => value));
    this.chatEvents.push(...memory.recall('chat_event').map(({ value }) => value));
  }
}
