import { isDeepStrictEqual } from 'node:util';
import { PlatformFault } from '../api/platform-fault';
import type { Pusher } from '../events/pusher';
import type { Outcome } from '../events/transport';
import { freshId, unionIdOf } from '../ids';
import { isRecord, type Json, listed } from '../json';
import { CARD_LIFE_MS } from '../messages/message-changes';
import { prepareCard } from '../messages/outgoing-content';
import type { Message } from '../model';
import type { Settings } from '../settings';
import type { Store } from '../store';
import { type Control, callbackValueOf, controlsOf, labelOf } from './card-reader';
import { type FieldFault, fillForm } from './form-fields';

/** The control that a person taps, found by `cmd` (in its callback, or its name), by label, or by both. */
export interface Tap {
  cmd?: string;
  label?: string;
  /** The callback value on the card; tells apart two buttons with the same label. */
  value?: unknown;
  /** What the person entered, by field name. */
  form?: Json;
  /** The choice in a select or overflow outside a form. */
  option?: string;
  /** The version of the card that the person saw (`Message.versions`); the current card if absent. */
  versions?: number;
}

/** A toast in the answer to a tap. */
export interface Toast {
  type: string;
  content: string;
}

/** Result of a tap. `error.code` is a number if it comes from the platform, a string if the client stopped the tap. */
export interface TapResult {
  toast?: Toast;
  /** The new card in the answer. */
  card?: Json;
  error?: { code: number | string; message: string };
}

const TOAST_TYPES = ['info', 'success', 'error', 'warning'];
const WHY: Record<string, number> = { late: 200341, unreachable: 200340, refused: 200671, malformed: 108002 };

/** The card part of a person's client. */
export class CardClient {
  constructor(
    private readonly store: Store,
    private readonly pusher: Pusher,
    private readonly settings: Settings,
  ) {}

  /** Taps the card version that the person saw and applies the app's answer. */
  async tap(personId: string, messageId: string, tap: Tap): Promise<TapResult> {
    const message = this.store.message(messageId);
    const card = this.store.cardAt(message, tap.versions);
    const stopped = this.stops(personId, message);
    if (stopped || !card) return refused(stopped ?? 'no_card', 'this card cannot be tapped');
    const control = findControl(controlsOf(card), tap);
    if (!control) return refused('no_such_button', `no button ${tap.cmd ?? tap.label} on the card`);
    if (control.element.disabled === true) return refused('disabled', 'the button is disabled');
    const { action, fault } = this.actionOf(control, card, tap);
    if (fault) return refused(fault.code, fault.message);
    this.store.tapped.add(messageId);
    try {
      const outcome = await this.pusher.call('card.action.trigger', this.event(personId, message, action));
      const result = this.show(message, outcome);
      if (outcome.ok && result.error) this.remember(message, result.error, outcome.body);
      return result;
    } finally {
      this.store.tapped.delete(messageId);
    }
  }

  private stops(personId: string, message: Message): string | null {
    if (!this.store.chatOf(message).members.has(this.store.person(personId).id)) return 'not_in_chat';
    if (message.recalled) return 'recalled';
    if (this.store.clock.now() - message.createdAt > CARD_LIFE_MS) return 'card_expired';
    return null;
  }

  private actionOf({ element, form }: Control, card: Json, tap: Tap): { action: Json; fault?: FieldFault } {
    const value = callbackValueOf(element);
    const base = { tag: element.tag === 'interactive_container' ? 'button' : element.tag, timezone: 'Asia/Shanghai' };
    const name = typeof element.name === 'string' ? { name: element.name } : {};
    if (!form || element.form_action_type !== 'submit') {
      const chosen = tap.option === undefined ? {} : { option: tap.option };
      return { action: { ...base, ...name, ...(value === undefined ? {} : { value }), ...chosen } };
    }
    const fields = controlsOf(card).filter((each) => each.form === form && each.element.tag !== 'button');
    const filled = fillForm(fields, tap.form ?? {}, this.settings.unfilledFields);
    if ('fault' in filled) return { action: {}, fault: filled.fault };
    const sent = this.settings.submitSendsValue && value !== undefined ? { value } : {};
    return { action: { ...base, ...name, ...sent, form_value: filled.values } };
  }

  private event(personId: string, message: Message, action: Json): Json {
    const { tenantKey } = this.store.company;
    return {
      operator: { open_id: personId, union_id: unionIdOf(personId), tenant_key: tenantKey },
      token: freshId('c-'),
      action,
      host: 'im_message',
      context: { open_message_id: message.id, open_chat_id: message.chatId },
    };
  }

  private show(message: Message, outcome: Outcome): TapResult {
    if (!outcome.ok) return refused(WHY[outcome.why] ?? 200340, `the app did not answer: ${outcome.why}`);
    const answer = outcome.body;
    if (!isRecord(answer) || Object.keys(answer).some((key) => key !== 'toast' && key !== 'card')) {
      return refused(200672, 'the answer may hold only toast and card');
    }
    if (answer.toast !== undefined && !isToast(answer.toast)) return refused(200672, 'the toast is malformed');
    const toast = isToast(answer.toast) ? { toast: { type: answer.toast.type, content: answer.toast.content } } : {};
    if (answer.card === undefined) return toast;
    const given = answer.card;
    if (!isRecord(given) || given.type !== 'raw' || !isRecord(given.data)) {
      return { ...toast, ...refused(200673, 'the card is not { type: raw, data }') };
    }
    return { ...toast, ...this.replaceCard(message, given.data) };
  }

  /** Remembers an answer that no client could show. */
  private remember({ chatId }: Message, { code, message }: NonNullable<TapResult['error']>, answer: unknown): void {
    if (typeof code === 'number') this.store.refused(chatId, { code, message }, answer);
  }

  private replaceCard(message: Message, card: Json): TapResult {
    if (card.schema !== '2.0') return refused(200830, 'a card of schema V2 cannot become one of schema V1');
    try {
      this.store.showCard(message, prepareCard(this.store, this.store.chatOf(message), card));
      return { card };
    } catch (error) {
      if (error instanceof PlatformFault) return refused(200673, error.message);
      throw error;
    }
  }
}

function findControl(controls: Control[], { cmd, label, option, value: wanted }: Tap): Control | undefined {
  return controls.find(({ element }) => {
    const value = callbackValueOf(element);
    const asks = element.name === cmd || (isRecord(value) && value.cmd === cmd);
    const offers = listed(element.options).some((each) => isRecord(each) && each.value === option);
    return (
      (cmd === undefined || asks) &&
      (wanted === undefined || isDeepStrictEqual(value, wanted)) &&
      (label === undefined || labelOf(element) === label) &&
      (option === undefined || offers)
    );
  });
}

function isToast(toast: unknown): toast is Toast {
  if (!isRecord(toast) || typeof toast.content !== 'string') return false;
  const known = Object.keys(toast).every((key) => ['type', 'content', 'i18n'].includes(key));
  return known && TOAST_TYPES.includes(String(toast.type));
}

const refused = (code: number | string, message: string): TapResult => ({ error: { code, message } });
