import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '@larksuiteoapi/node-sdk';
import type { Logger } from 'pino';
import { AppError, codeOf, type ErrorCode } from '../domain/errors';
import type {
  CardJson,
  FreshMessage,
  IncomingAttachment,
  MergedMessage,
  Messenger,
  OutgoingMessage,
  OwnMessage,
  Recipient,
  SentMessage,
} from '../domain/messaging';
import { wellFormed } from '../domain/text/well-formed';
import { type Clock, MINUTE, SECOND } from '../domain/time';
import { Transfers } from './attachment-transfers';
import { CallLimits, MOST_WAITING } from './call-limits';
import { idInPath } from './id-in-path';
import { asList, asObject, asText, type Loose } from './loose-json';
import { readFresh, readMergedForward } from './merged-forward';
import { toOutgoing } from './outgoing-content';
import { ownMessagesSince } from './own-messages';
import { type Api, classifyFeishuError, NAMELESS } from './platform-errors';
import {
  authorizedInstance,
  callPlain,
  createExchange,
  type Exchange,
  FeishuRefusal,
  TransportFault,
} from './sdk-http-instance';
import { silentLogger } from './sdk-log';
import { type FetchedToken, TenantToken } from './tenant-token';

export interface FeishuApp {
  appId: string;
  appSecret: string;
  /** `feishu`, `lark`, or a base URL. */
  domain: string;
}

/** Called after every call to Feishu; the outcome is `ok` or the error's code, `fault` the error. */
export type OnCall = (api: Api, outcome: 'ok' | ErrorCode, fault: AppError | null) => void;

export interface MessengerOptions extends FeishuApp {
  clock: Clock;
  log: Logger;
  onCall?: OnCall;
  /** Called for each call that waits for its turn, or is put off, because of Feishu's limits. */
  onHeld?: (api: Api) => void;
  sleep?: (ms: number) => Promise<void>;
  timeoutMs?: number;
}

const BASE_URLS: Record<string, string> = { feishu: 'https://open.feishu.cn', lark: 'https://open.larksuite.com' };

const MAX_BUZZED = 200;
/** Feishu's name of the mark under a recorded message. */
const RECORDED = 'OK';

export function baseUrlOf(domain: string): string {
  return (BASE_URLS[domain] ?? domain).replace(/(?<!\/)\/+$/, '');
}

/** Calls the platform through the SDK; every fault is an `AppError` without secrets and without texts of people. */
export class FeishuMessenger implements Messenger {
  private readonly baseUrl: string;
  private readonly exchange: Exchange;
  private readonly tokens: TenantToken;
  private readonly client: Client;
  private readonly transfers: Transfers;
  readonly download: Messenger['download'] = (messageId, file) => this.transfers.download(messageId, file);
  private readonly limits: CallLimits;
  private underWay = 0;
  /** Feishu took the credentials once: if it refuses them later, that is for now. */
  private hadToken = false;

  constructor(private readonly options: MessengerOptions) {
    const { clock, onHeld = () => undefined, sleep = (ms) => wait(ms, undefined, { ref: false }) } = options;
    this.limits = new CallLimits({ clock, onHeld, sleep });
    this.baseUrl = baseUrlOf(options.domain);
    this.exchange = createExchange(this.baseUrl, options.timeoutMs);
    this.tokens = new TenantToken(() => this.fetchToken(), clock);
    this.client = new Client({
      appId: options.appId,
      appSecret: options.appSecret,
      domain: this.baseUrl,
      disableTokenCache: true,
      httpInstance: authorizedInstance(this.exchange, this.tokens),
      // The SDK would log each failed call with its message; `call` below logs the fault alone.
      logger: silentLogger,
    });
    this.transfers = new Transfers(this.client, (api, run) => this.call(api, run));
  }

  /** Proves the credentials and returns the bot's open_id; throws `feishu_bad_credentials` if Feishu refuses them. */
  async verify(): Promise<string> {
    const answer = await this.get('bot.info', '/open-apis/bot/v3/info');
    const openId = asText(asObject(answer.bot).open_id);
    if (openId === '') throw new AppError('feishu_not_allowed', 'Feishu names no bot: the app has no bot ability');
    return openId;
  }

  async send(message: OutgoingMessage): Promise<SentMessage> {
    const { to, replyTo, uuid } = message;
    const data = { ...toOutgoing(message.content), uuid };
    const { message: messages } = this.client.im.v1;
    const send = () =>
      messages.create({ params: { receive_id_type: idTypeOf(to) }, data: { receive_id: to.id, ...data } });
    const reply = (id: string) => messages.reply({ path: { message_id: idInPath(id, 'feishu_message_gone') }, data });
    const answer = await (replyTo === undefined
      ? this.call('message.send', send, to.id)
      : this.call('message.reply', () => reply(replyTo), to.id));
    return sentOf(answer, to);
  }

  async patchCard(messageId: string, card: CardJson): Promise<void> {
    const payload = {
      path: { message_id: idInPath(messageId, 'feishu_message_gone') },
      data: { content: JSON.stringify(card) },
    };
    await this.call('message.patch', () => this.client.im.v1.message.patch(payload), messageId);
  }

  async buzz(messageId: string, personIds: string[]): Promise<string[]> {
    const asked = personIds.slice(0, MAX_BUZZED);
    const answer = await this.call('message.buzz', () =>
      this.client.im.v1.message.urgentApp({
        path: { message_id: idInPath(messageId, 'feishu_message_gone') },
        data: { user_id_list: asked },
        params: { user_id_type: 'open_id' },
      }),
    );
    const refused = asList(asObject(asObject(answer).data).invalid_user_id_list).map(asText);
    if (refused.length >= asked.length) throw new AppError('feishu_buzz_refused', 'Feishu could buzz none of them');
    return [...refused, ...personIds.slice(MAX_BUZZED)];
  }

  async markRecorded(messageId: string): Promise<void> {
    const path = { message_id: idInPath(messageId, 'feishu_message_gone') };
    const data = { reaction_type: { emoji_type: RECORDED } };
    await this.call('message.react', () => this.client.im.v1.messageReaction.create({ path, data }));
  }

  async nameOf(id: string): Promise<string | null> {
    try {
      return await (id.startsWith('oc_') ? this.groupName(id) : this.personName(id));
    } catch (error) {
      if (NAMELESS.has(codeOf(error))) return null;
      throw error;
    }
  }

  private async groupName(chatId: string): Promise<string | null> {
    const answer = await this.get('chat.get', `/open-apis/im/v1/chats/${idInPath(chatId, 'feishu_target_gone')}`);
    return asText(asObject(answer.data).name) || null;
  }

  async hasLeft(personId: string): Promise<boolean> {
    try {
      return asObject((await this.user(personId)).status).is_resigned === true;
    } catch (error) {
      if (NAMELESS.has(codeOf(error))) return codeOf(error) === 'feishu_person_left';
      throw error;
    }
  }

  private async personName(personId: string): Promise<string | null> {
    return asText((await this.user(personId)).name) || null;
  }

  private async user(personId: string): Promise<Loose> {
    const answer = await this.call('user.get', () =>
      this.client.contact.v3.user.get({
        path: { user_id: idInPath(personId, 'feishu_target_gone') },
        params: { user_id_type: 'open_id' },
      }),
    );
    return asObject(asObject(asObject(answer).data).user);
  }

  async forward(messageId: string, to: Recipient, uuid: string): Promise<SentMessage> {
    const forward = () =>
      this.client.im.v1.message.forward({
        path: { message_id: idInPath(messageId, 'feishu_message_gone') },
        params: { receive_id_type: idTypeOf(to), uuid },
        data: { receive_id: to.id },
      });
    return sentOf(await this.call('message.forward', forward, to.id), to);
  }

  sentSince(chatId: string, from: number): Promise<OwnMessage[]> {
    return ownMessagesSince(this, this.options.appId, { chatId, from });
  }

  async expandMergedForward(messageId: string): Promise<MergedMessage[]> {
    const answer = await this.call('message.get', () =>
      this.client.im.v1.message.get({ path: { message_id: idInPath(messageId, 'feishu_message_gone') } }),
    );
    return readMergedForward(wellFormed(asObject(asObject(answer).data).items), messageId);
  }

  async readMessage(messageId: string): Promise<FreshMessage | null> {
    const url = `/open-apis/im/v1/messages/${idInPath(messageId, 'feishu_message_gone')}`;
    const answer = await this.get('message.get', url, { card_msg_content_type: 'user_card_content' });
    return readFresh(asObject(answer.data).items, messageId);
  }

  keepAttachment(messageId: string, attachment: IncomingAttachment): Promise<string> {
    return this.transfers.keep(messageId, attachment);
  }

  uploadFile(name: string, bytes: Buffer): Promise<string> {
    return this.transfers.upload('file', name, bytes);
  }

  /** Sends a GET and returns the parsed answer. */
  async get(api: Api, url: string, params: Record<string, string> = {}): Promise<Loose> {
    return wellFormed(asObject(await this.call(api, () => this.client.request({ method: 'GET', url, params }))));
  }

  private async fetchToken(): Promise<FetchedToken> {
    const { appId, appSecret } = this.options;
    const fetched = await this.call('token', async () => {
      const answer = await callPlain(this.exchange, {
        method: 'POST',
        url: `${this.baseUrl}/open-apis/auth/v3/tenant_access_token/internal`,
        data: { app_id: appId, app_secret: appSecret },
      });
      const value = asText(answer.tenant_access_token);
      if (value === '') throw new AppError('feishu_unavailable', 'Feishu answered without a token');
      return { value, livesMs: Math.max(MINUTE, Number(answer.expire) * SECOND || 0) };
    });
    this.hadToken = true;
    return fetched;
  }

  private faultOf(api: Api, error: unknown): AppError {
    const fault = toAppError(api, error);
    return this.hadToken && fault.code === 'feishu_bad_credentials' ? forNow(fault) : fault;
  }

  /** Calls to Feishu that wait for their turn, and that are under way. */
  get load(): { pool: string; waiting: number; working: number; limit: number } {
    return { pool: 'calls', waiting: this.limits.waiting, working: this.underWay, limit: MOST_WAITING };
  }

  /** Every call passes here. `target` is what has a limit of its own: a recipient, or a message to change. */
  private async call<T>(api: Api, run: () => Promise<T>, target?: string): Promise<T> {
    await this.limits.admit(api, target);
    this.underWay += 1;
    const startedAt = performance.now();
    const report = (outcome: 'ok' | ErrorCode, fault: AppError | null = null) => {
      const ms = Math.round(performance.now() - startedAt);
      this.options.log.debug({ api, outcome, ms }, 'called Feishu');
      this.options.onCall?.(api, outcome, fault);
    };
    try {
      const answer = await run();
      report('ok');
      return answer;
    } catch (error) {
      const fault = this.faultOf(api, error);
      if (fault.code === 'feishu_rate_limited' && fault.retryAfterMs) this.limits.close(api, fault.retryAfterMs);
      report(fault.code, fault);
      throw fault;
    } finally {
      this.underWay -= 1;
    }
  }
}

/** The bot's answer to a refusal of credentials that were good before: it waits, as for any refusal of the app. */
function forNow({ message, refused }: AppError): AppError {
  return new AppError('feishu_app_refused', message, refused ? { refused } : {});
}

function idTypeOf(to: Recipient): 'chat_id' | 'open_id' {
  return to.type === 'chat' ? 'chat_id' : 'open_id';
}

function sentOf(answer: unknown, to: Recipient): SentMessage {
  const { message_id, chat_id, thread_id } = asObject(asObject(answer).data);
  const messageId = asText(message_id);
  if (messageId === '') throw new AppError('feishu_unavailable', 'Feishu took a message and named no message_id');
  const chatId = asText(chat_id) || (to.type === 'chat' ? to.id : '');
  return { messageId, chatId, ...(asText(thread_id) === '' ? {} : { threadId: asText(thread_id) }) };
}

function toAppError(api: Api, error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof FeishuRefusal) return classifyFeishuError(api, error.status, error.body, error.headers);
  if (error instanceof TransportFault) {
    const code = error.reason === 'too_large' ? 'feishu_too_large' : 'feishu_unavailable';
    return new AppError(code, `Feishu ${api}: ${error.message}`);
  }
  return new AppError('feishu_unknown', `Feishu ${api}: ${error instanceof Error ? error.name : 'an unknown fault'}`);
}
