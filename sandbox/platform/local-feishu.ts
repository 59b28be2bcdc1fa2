import type { LoggedCall } from './api/call-records';
import type { Failure, Hold, Matcher } from './api/trouble';
import { assemble, type LocalFeishuOptions, type Parts } from './assemble';
import type { Tap, TapResult } from './cards/card-client';
import { visibleLines } from './cards/card-reader';
import type { Push } from './events/pusher';
import { Webhook, type WebhookTarget } from './events/webhook';
import type { Inspector } from './inspector';
import type { Content } from './messages/incoming-content';
import { type ChatView, type MessageView, messagesIn, viewChat, viewMessage } from './messages/message-view';
import type { Change, Company, Group } from './model';
import type { SendOptions, Target } from './people/people-actions';
import type { Settings } from './settings';

export type { LocalFeishuOptions };

/** How the bot gets its events. */
export type Subscription = ({ mode: 'webhook' } & WebhookTarget) | { mode: 'websocket' };

/** A local Feishu: the part of the open platform that the bot uses, and the people with their clients. */
export class LocalFeishu {
  readonly settings: Settings;
  readonly inspector: Inspector;
  private readonly parts: Parts;
  private webhook: Webhook | null = null;
  private port = 0;

  private constructor(private readonly options: LocalFeishuOptions) {
    this.parts = assemble(options);
    this.settings = this.parts.settings;
    this.inspector = this.parts.inspector;
  }

  static async start(options: LocalFeishuOptions): Promise<LocalFeishu> {
    const feishu = new LocalFeishu(options);
    feishu.port = await feishu.parts.server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
    return feishu;
  }

  /** The domain for API clients, e.g. `http://127.0.0.1:4000`. */
  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get company(): Company {
    return this.parts.store.company;
  }

  async stop(): Promise<void> {
    this.parts.troubles.clear();
    this.parts.connections.close();
    await this.parts.server.close();
  }

  // --- how the app gets its events

  /** Sends events to this place from now on. Events wait while `isComing` says that the bot is about to listen. */
  subscribe(subscription: Subscription, isComing: () => boolean = () => false): void {
    this.parts.pusher.isComing = isComing;
    this.webhook =
      subscription.mode === 'webhook'
        ? new Webhook(subscription, this.options.clock, this.settings, this.parts.deadlineMs)
        : null;
    this.parts.pusher.transport = this.webhook ?? this.parts.connections;
  }

  /** Checks the request URL as the developer console does; true if the challenge came back. */
  async verifyUrl(): Promise<boolean> {
    return (await this.webhook?.verify()) ?? false;
  }

  /** Repeats the pushes that are due. Call it after each move of the clock. */
  deliverDue(): Promise<void> {
    return this.parts.pusher.deliverDue();
  }

  /** Delivers an event again, as the platform may do even after a good answer. */
  repeatPush(eventId: string): Promise<void> {
    return this.parts.pusher.repeat(eventId);
  }

  /** All events so far with their attempts. */
  pushes(): readonly Push[] {
    return this.parts.pusher.pushes;
  }

  /** Number of open long connections. */
  connectionCount(): number {
    return this.parts.connections.count;
  }

  dropConnections(): void {
    this.parts.connections.dropAll();
  }

  // --- people

  send(personId: string, target: Target, content: Content, options?: SendOptions): Promise<MessageView> {
    return this.parts.people
      .send(personId, target, content, options)
      .then((message) => viewMessage(this.parts.store, message));
  }

  /** Replaces the text of a person's own text or post message. */
  edit(personId: string, messageId: string, text: string): Promise<void> {
    return this.parts.people.edit(personId, messageId, text);
  }

  recall(personId: string, messageId: string): Promise<void> {
    return this.parts.people.recall(personId, messageId);
  }

  tap(personId: string, messageId: string, tap: Tap): Promise<TapResult> {
    return this.parts.client.tap(personId, messageId, tap);
  }

  /** The language in which clients and apps read the names of people and groups, from now on. */
  writeNamesIn(language: 'zh-CN' | 'en-US'): void {
    this.parts.store.language = language;
  }

  addGroup(group: Group): void {
    this.parts.store.addGroup(group);
  }

  addBot(chatId: string, byPersonId: string): Promise<void> {
    return this.parts.people.addBot(chatId, byPersonId);
  }

  removeBot(chatId: string, byPersonId: string): Promise<void> {
    return this.parts.people.removeBot(chatId, byPersonId);
  }

  dissolve(chatId: string, byPersonId?: string, how?: { keepHistory?: boolean }): Promise<void> {
    return this.parts.people.dissolve(chatId, byPersonId, how);
  }

  resign(personId: string, code?: 230013 | 230029): void {
    this.parts.people.resign(personId, code);
  }

  leaveCompany(personId: string): Promise<void> {
    return this.parts.people.leaveCompany(personId);
  }

  hasLeft(personId: string): boolean {
    return this.parts.people.hasLeft(personId);
  }

  stopBot(personId: string, stopped?: boolean): void {
    this.parts.people.stopBot(personId, stopped);
  }

  enterChat(personId: string): Promise<void> {
    return this.parts.people.enterChat(personId);
  }

  // --- trouble

  revokeTokens(): void {
    this.parts.tokens.revokeAll();
  }

  failNext(matcher: Matcher, failure?: Failure): void {
    this.parts.troubles.failNext(matcher, failure);
  }

  /** Holds matching calls before or after they take effect, until released. */
  hold(matcher: Matcher, when?: 'before' | 'after'): Hold {
    return this.parts.troubles.hold(matcher, when);
  }

  // --- reading

  p2pChatOf(personId: string): string {
    return this.parts.store.p2pChat(this.parts.store.person(personId).id).id;
  }

  /** The person's chats: the direct chat first, then the groups. */
  chatsOf(personId: string): ChatView[] {
    const p2p = this.parts.store.p2pChat(this.parts.store.person(personId).id);
    const groups = [...this.parts.store.chats.values()].filter(
      ({ mode, members }) => mode === 'group' && members.has(personId),
    );
    return [p2p, ...groups].map((chat) => viewChat(this.parts.store, chat));
  }

  /** Oldest first. */
  messages(chatId: string): MessageView[] {
    return messagesIn(this.parts.store, chatId).map((message) => viewMessage(this.parts.store, message));
  }

  /** The bot's messages that were sent, or last changed, from `from` to `to` (epoch ms); recalled ones are left out. */
  ofBot(from: number, to: number): MessageView[] {
    const { store } = this.parts;
    const within = (at: number) => at >= from && at <= to;
    return [...store.messages.values()]
      .filter(({ sender, recalled }) => sender.type === 'app' && !recalled)
      .filter(({ createdAt, updatedAt }) => within(createdAt) || within(updatedAt))
      .map((message) => viewMessage(store, message));
  }

  /** Number of messages of others in the chat, and of those that buzz (加急) this person. */
  tally(chatId: string, personId: string): { count: number; urgent: number } {
    const messages = messagesIn(this.parts.store, chatId);
    return {
      count: messages.filter(({ sender }) => sender.id !== personId).length,
      urgent: messages.filter(({ urgentTo }) => urgentTo.includes(personId)).length,
    };
  }

  message(messageId: string): MessageView {
    return viewMessage(this.parts.store, this.parts.store.message(messageId));
  }

  /** The visible lines of a card, joined by line breaks; empty for other messages. */
  cardText(messageId: string): string {
    const { card } = this.parts.store.message(messageId);
    return card ? visibleLines(card).join('\n') : '';
  }

  /** The uploaded file with this key, or null. */
  file(key: string): { name: string; contentType: string; bytes: Buffer } | null {
    return this.parts.store.files.get(key) ?? null;
  }

  calls(): readonly LoggedCall[] {
    return this.parts.server.log;
  }

  /** Successful calls that eat the monthly quota. */
  countedCalls(): number {
    return this.parts.server.countedCalls();
  }

  /** Calls the listener on each change; returns the function that stops it. */
  onChange(listener: (change: Change) => void): () => void {
    return this.parts.store.onChange(listener);
  }
}
