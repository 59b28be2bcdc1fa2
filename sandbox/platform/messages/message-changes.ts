import { badParameter, PlatformFault } from '../api/platform-fault';
import type { RateLimits } from '../api/rate-limits';
import { freshId } from '../ids';
import { isRecord, type Json, listed } from '../json';
import type { Chat, Message } from '../model';
import type { Settings } from '../settings';
import type { Store } from '../store';
import type { Outgoing } from './outgoing';
import { cardFault, checkDataLoss, prepareCard, prepareContent, rememberingRefusal } from './outgoing-content';

/** How long after sending a card can be updated and tapped. */
export const CARD_LIFE_MS = 14 * 24 * 3_600_000;
/** How often the sender may edit one message. */
export const MAX_EDITS = 20;
const MAX_BUZZED = 200;

/** What the app does to existing messages: update, edit, recall, buzz, react. */
export class MessageChanges {
  constructor(
    private readonly store: Store,
    private readonly limits: RateLimits,
    private readonly settings: Settings,
    private readonly outgoing: Outgoing,
  ) {}

  /** PATCH: replaces a card that the app sent. */
  patchCard(messageId: string, { content }: Json): void {
    const { message, chat } = this.own(messageId);
    if (message.recalled) throw new PlatformFault(230110, 'The message has been deleted');
    if (message.type !== 'interactive') throw badParameter('only cards can be patched');
    if (this.store.clock.now() - message.createdAt > CARD_LIFE_MS) {
      throw new PlatformFault(230031, 'The card was sent too long ago');
    }
    if (this.settings.lockDuringTap && this.store.tapped.has(message.id)) {
      throw new PlatformFault(230099, cardFault(11310, 'card action is lock'));
    }
    const card = rememberingRefusal(this.store, chat, content, () => this.readCard(chat, content));
    if (this.settings.limits) this.limits.takeTarget(message.id);
    this.store.showCard(message, card);
  }

  /** PUT: edits a text or post that the app sent. */
  edit(messageId: string, { msg_type, content }: Json): void {
    const { message, chat } = this.own(messageId, 230071);
    if (message.recalled) throw new PlatformFault(230110, 'The message has been deleted');
    if (!['text', 'post'].includes(String(msg_type)) || message.type !== msg_type) {
      throw new PlatformFault(230054, 'This type of message cannot be edited');
    }
    if (message.edits >= MAX_EDITS) throw new PlatformFault(230072, 'The message has been edited too often');
    const prepared = rememberingRefusal(this.store, chat, content, () =>
      prepareContent(this.store, chat, msg_type, content),
    );
    Object.assign(message, prepared, { edits: message.edits + 1, updatedAt: this.store.clock.now() });
    this.store.changed({ kind: 'message', chatId: chat.id, messageId });
  }

  recall(messageId: string): void {
    const { message, chat } = this.own(messageId, 230026);
    if (message.recalled) throw new PlatformFault(230110, 'The message has been deleted');
    message.recalled = true;
    this.store.changed({ kind: 'message', chatId: chat.id, messageId });
  }

  /** Buzzes people (加急); returns the ids that are unknown in this chat. */
  buzz(messageId: string, { user_id_list }: Json): string[] {
    const { message, chat } = this.own(messageId);
    const ids = listed(user_id_list).filter((id) => typeof id === 'string');
    if (ids.length === 0 || ids.length > MAX_BUZZED) throw badParameter('user_id_list is empty or too long');
    if (message.recalled) throw new PlatformFault(230110, 'The message has been deleted');
    if (this.settings.refuseBuzz) {
      throw new PlatformFault(this.settings.refuseBuzz, 'The number of unread buzz messages has reached the limit');
    }
    const known = ids.filter((id) => chat.members.has(id));
    message.urgentTo = [...new Set([...message.urgentTo, ...known])];
    this.store.changed({ kind: 'buzz', chatId: chat.id, messageId });
    return ids.filter((id) => !known.includes(id));
  }

  react(messageId: string, { reaction_type }: Json, by: string): Json {
    const message = this.store.message(messageId);
    this.outgoing.checkReachable(this.store.chatOf(message));
    if (message.recalled) throw new PlatformFault(231003, 'The message is not found');
    if (message.type === 'system') throw new PlatformFault(231017, 'This type of message takes no reactions');
    const emoji = isRecord(reaction_type) ? reaction_type.emoji_type : undefined;
    if (typeof emoji !== 'string' || !/^\w{1,40}$/.test(emoji)) {
      throw new PlatformFault(231001, 'reaction type is invalid');
    }
    const known = message.reactions.find((one) => one.emoji === emoji && one.by === by);
    const id = known?.id ?? freshId('ZCaCIjUBVVWSrm5L-');
    if (!known) message.reactions.push({ id, emoji, by });
    if (!known) this.store.changed({ kind: 'message', chatId: message.chatId, messageId });
    return {
      reaction_id: id,
      operator: { operator_id: by, operator_type: 'app' },
      action_time: String(this.store.clock.now()),
      reaction_type: { emoji_type: emoji },
    };
  }

  private readCard(chat: Chat, content: unknown): Json {
    if (typeof content !== 'string') throw badParameter('content is not a string');
    let card: unknown;
    try {
      card = JSON.parse(content);
    } catch {
      throw badParameter('content is not a string in json format');
    }
    if (!isRecord(card)) throw badParameter('content is not a json object');
    if (card.schema !== '2.0' && card.type !== 'template') {
      throw new PlatformFault(230099, cardFault(200830, 'a card of schema V2 cannot become one of schema V1'));
    }
    if (this.settings.dataLossRules) checkDataLoss(content);
    return prepareCard(this.store, chat, card);
  }

  private own(messageId: string, notOwn = 230012): { message: Message; chat: Chat } {
    const message = this.store.message(messageId);
    const chat = this.store.chatOf(message);
    if (message.sender.type !== 'app') throw new PlatformFault(notOwn, 'The bot is not the sender of the message');
    this.outgoing.checkReachable(chat);
    return { message, chat };
  }
}
