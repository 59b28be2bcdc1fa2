import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import { ApiServer } from './api-server';
import type { LoggedCall } from './call-records';
import { CardClient, type Tap, type TapResult } from './card-client';
import { visibleLines } from './card-view';
import { directoryRoutes } from './directory-routes';
import type { Content } from './incoming-content';
import { Inspector } from './inspector';
import { type ClientConfig, DEFAULT_CLIENT_CONFIG, LongConnections } from './long-connection';
import { MessageChanges } from './message-changes';
import { messageRoutes } from './message-routes';
import { type ChatView, type MessageView, messagesIn, viewChat, viewMessage } from './message-view';
import type { Change, Company, Group } from './model';
import { Outgoing } from './outgoing';
import { PeopleActions, type SendOptions, type Target } from './people-actions';
import { type Push, Pusher } from './pusher';
import { RateLimits } from './rate-limits';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { Store } from './store';
import { tokenRoutes } from './token-routes';
import { Tokens } from './tokens';
import { type Failure, type Hold, type Matcher, Troubles } from './trouble';
import { uploadRoutes } from './upload-routes';
import { Webhook, type WebhookTarget } from './webhook';

export interface LocalFeishuOptions {
  company: Company;
  clock: Clock;
  appId: string;
  appSecret: string;
  /** 0, the default, takes any free one. */
  port?: number;
  host?: string;
  settings?: Partial<Settings>;
  clientConfig?: Partial<ClientConfig>;
  /** How long a push or a callback may take, in real time; 3000 on the real platform. */
  deadlineMs?: number;
  random?: () => number;
  /** Serves paths that are not the platform's. */
  other?: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

export type Subscription = ({ mode: 'webhook' } & WebhookTarget) | { mode: 'websocket' };

/** A local part of the Feishu open platform, with the people who use its clients. */
export class LocalFeishu {
  readonly settings: Settings;
  readonly inspector: Inspector;
  private readonly store: Store;
  private readonly tokens: Tokens;
  private readonly troubles = new Troubles();
  private readonly pusher: Pusher;
  private readonly connections: LongConnections;
  private readonly server: ApiServer;
  private readonly people: PeopleActions;
  private readonly client: CardClient;
  private readonly deadlineMs: number;
  private webhook: Webhook | null = null;
  private port = 0;

  private constructor(private readonly options: LocalFeishuOptions) {
    const { company, clock, appId, appSecret, random = Math.random, deadlineMs = 3000 } = options;
    const settings = { ...DEFAULT_SETTINGS, ...options.settings };
    const store = new Store(company, clock);
    const limits = new RateLimits(clock);
    const tokens = new Tokens(clock);
    const outgoing = new Outgoing(store, limits, settings, appId);
    const changes = new MessageChanges(store, limits, settings, outgoing);
    const clientConfig = { ...DEFAULT_CLIENT_CONFIG, ...options.clientConfig };
    const admits = (id: unknown, secret: unknown) => id === appId && secret === appSecret;
    this.settings = settings;
    this.deadlineMs = deadlineMs;
    this.store = store;
    this.tokens = tokens;
    this.pusher = new Pusher(clock, { appId, tenantKey: company.tenantKey });
    const onChange = () => store.changed({ kind: 'bot' });
    this.connections = new LongConnections({ settings, clientConfig, deadlineMs, random, admits, onChange });
    this.people = new PeopleActions(store, this.pusher, settings, outgoing);
    this.client = new CardClient(store, this.pusher, settings);
    this.server = new ApiServer({
      routes: {
        ...tokenRoutes(tokens, { appId, appSecret }),
        ...messageRoutes(store, outgoing, changes, settings, appId),
        ...directoryRoutes(store, limits, settings),
        ...uploadRoutes(store),
      },
      tokens,
      limits,
      troubles: this.troubles,
      settings,
      clock,
      random,
      endpoint: (body, host) => this.connections.endpoint(body, host),
      onCall: () => store.changed({ kind: 'call' }),
      other: options.other,
    });
    this.inspector = new Inspector(store, this.pusher, this.server.records);
    this.server.http.on('upgrade', (request, socket, head) => this.connections.upgrade(request, socket, head));
  }

  static async start(options: LocalFeishuOptions): Promise<LocalFeishu> {
    const feishu = new LocalFeishu(options);
    feishu.port = await feishu.server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
    return feishu;
  }

  /** What a client takes as its domain, e.g. `http://127.0.0.1:4000`. */
  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get company(): Company {
    return this.store.company;
  }

  async stop(): Promise<void> {
    this.troubles.clear();
    this.connections.close();
    await this.server.close();
  }

  // --- how the app gets its events

  /** From now on events go there. */
  subscribe(subscription: Subscription): void {
    this.webhook =
      subscription.mode === 'webhook'
        ? new Webhook(subscription, this.options.clock, this.settings, this.deadlineMs)
        : null;
    this.pusher.transport = this.webhook ?? this.connections;
  }

  /** The URL check of the console; true when the challenge came back. */
  async verifyUrl(): Promise<boolean> {
    return (await this.webhook?.verify()) ?? false;
  }

  /** Repeats the pushes that are due; whoever moves the clock calls it. */
  deliverDue(): Promise<void> {
    return this.pusher.deliverDue();
  }

  /** Delivers an event once more, as the platform may even after a good answer. */
  repeatPush(eventId: string): Promise<void> {
    return this.pusher.repeat(eventId);
  }

  /** Every event so far, with its attempts. */
  pushes(): readonly Push[] {
    return this.pusher.pushes;
  }

  /** Long connections that are open now. */
  connectionCount(): number {
    return this.connections.count;
  }

  dropConnections(): void {
    this.connections.dropAll();
  }

  // --- people

  send(personId: string, target: Target, content: Content, options?: SendOptions): Promise<MessageView> {
    return this.people.send(personId, target, content, options).then((message) => viewMessage(this.store, message));
  }

  /** Replaces the words of a text or post of the person's own. */
  edit(personId: string, messageId: string, text: string): Promise<void> {
    return this.people.edit(personId, messageId, text);
  }

  recall(personId: string, messageId: string): Promise<void> {
    return this.people.recall(personId, messageId);
  }

  tap(personId: string, messageId: string, tap: Tap): Promise<TapResult> {
    return this.client.tap(personId, messageId, tap);
  }

  addGroup(group: Group): void {
    this.store.addGroup(group);
  }

  addBot(chatId: string, byPersonId: string): Promise<void> {
    return this.people.addBot(chatId, byPersonId);
  }

  removeBot(chatId: string, byPersonId: string): Promise<void> {
    return this.people.removeBot(chatId, byPersonId);
  }

  dissolve(chatId: string, byPersonId?: string, how?: { keepHistory?: boolean }): Promise<void> {
    return this.people.dissolve(chatId, byPersonId, how);
  }

  resign(personId: string, code?: 230013 | 230029): void {
    this.people.resign(personId, code);
  }

  leaveCompany(personId: string): Promise<void> {
    return this.people.leaveCompany(personId);
  }

  stopBot(personId: string, stopped?: boolean): void {
    this.people.stopBot(personId, stopped);
  }

  enterChat(personId: string): Promise<void> {
    return this.people.enterChat(personId);
  }

  // --- trouble

  revokeTokens(): void {
    this.tokens.revokeAll();
  }

  failNext(matcher: Matcher, failure?: Failure): void {
    this.troubles.failNext(matcher, failure);
  }

  /** Holds calls before or after they take effect, until released. */
  hold(matcher: Matcher, when?: 'before' | 'after'): Hold {
    return this.troubles.hold(matcher, when);
  }

  // --- reading

  p2pChatOf(personId: string): string {
    return this.store.p2pChat(this.store.person(personId).id).id;
  }

  /** The direct chat first, then the groups. */
  chatsOf(personId: string): ChatView[] {
    const p2p = this.store.p2pChat(this.store.person(personId).id);
    const groups = [...this.store.chats.values()].filter(
      ({ mode, members }) => mode === 'group' && members.has(personId),
    );
    return [p2p, ...groups].map((chat) => viewChat(this.store, chat));
  }

  /** Oldest first. */
  messages(chatId: string): MessageView[] {
    return messagesIn(this.store, chatId).map((message) => viewMessage(this.store, message));
  }

  message(messageId: string): MessageView {
    return viewMessage(this.store, this.store.message(messageId));
  }

  /** The lines a reader of the card sees, joined by line breaks; empty for other messages. */
  cardText(messageId: string): string {
    const { card } = this.store.message(messageId);
    return card ? visibleLines(card).join('\n') : '';
  }

  /** What was uploaded under this key, or null. */
  file(key: string): { name: string; contentType: string; bytes: Buffer } | null {
    return this.store.files.get(key) ?? null;
  }

  calls(): readonly LoggedCall[] {
    return this.server.log;
  }

  /** Successful calls that eat the monthly quota. */
  countedCalls(): number {
    return this.server.countedCalls();
  }

  /** Returns what ends the listening. */
  onChange(listener: (change: Change) => void): () => void {
    return this.store.onChange(listener);
  }
}
