import type { Logger } from 'pino';
import { mask } from '../../../cards/kit/mask';
import { maskCard } from '../../../cards/kit/mask-card';
import { codeOf } from '../../domain/errors';
import type { CardJson, Messenger, OutgoingContent, OutgoingMessage, SentMessage } from '../../domain/messaging';
import type { Metrics } from '../metrics';
import { isPassing } from '../queue/retry';
import type { PlainerCards } from './plainer-cards';

/** Turns a card that the platform refused into literal lines with the same facts. */
export type PlainLines = (card: CardJson) => { title: string; lines: string[] };

/** Called with a message of ours that turned out to be gone; must not throw. */
export type OnGone = (messageId: string) => Promise<void>;

export interface OutgoingParts {
  messenger: Messenger;
  plainLines: PlainLines;
  plainer: Pick<PlainerCards, 'try'>;
  onGone: OnGone;
  /** Stands on messages that were sent without contact details, so that the reader knows why they are missing. */
  maskedNote: string;
  metrics: Metrics;
  log: Logger;
}

/**
 * Sends cards so that none is lost: if a card is refused, a plainer one goes out; if that is refused as well, its facts go
 * out as plain lines, and that is logged and counted.
 */
export class Outgoing {
  readonly messenger: Messenger;

  constructor(private readonly parts: OutgoingParts) {
    this.messenger = parts.messenger;
  }

  /** Returns `asCard` false if plain lines went out instead. */
  async sendCard(
    message: Omit<OutgoingMessage, 'content'>,
    card: CardJson,
  ): Promise<SentMessage & { asCard: boolean }> {
    try {
      const send = (drawn: CardJson, tries: number) => {
        const uuid = tries === 0 ? message.uuid : again(message.uuid, tries === 1 ? 'fl' : `f${tries}`);
        return this.sendMaskable({ ...message, uuid }, { type: 'card', card: drawn });
      };
      return { ...(await this.parts.plainer.try(card, send)), asCard: true };
    } catch (error) {
      if (codeOf(error) !== 'feishu_card_rejected') throw error;
      this.parts.metrics.rejectedCards.inc();
      this.parts.log.error({ err: error, uuid: message.uuid }, 'card rejected; its facts go out as plain lines');
      const { title, lines } = this.parts.plainLines(card);
      const plain = { ...message, uuid: again(message.uuid, 'pl') };
      const sent = await this.sendMaskable(plain, { type: 'lines', title, lines });
      return { ...sent, asCard: false };
    }
  }

  /** Sends literal lines without a title. */
  sendLines(message: Omit<OutgoingMessage, 'content'>, lines: string[]): Promise<SentMessage> {
    return this.sendMaskable(message, { type: 'lines', title: '', lines });
  }

  /** Replaces a card; masks contact details if Feishu refuses its contents. */
  async patchCard(messageId: string, card: CardJson): Promise<void> {
    await this.parts.plainer.try(card, (drawn) => this.patchMaskable(messageId, drawn));
  }

  private async patchMaskable(messageId: string, card: CardJson): Promise<void> {
    try {
      await this.messenger.patchCard(messageId, card);
    } catch (error) {
      if (codeOf(error) !== 'feishu_content_refused') throw error;
      await this.messenger.patchCard(messageId, maskCard(card, this.parts.maskedNote));
    }
  }

  private async sendMaskable(
    message: Omit<OutgoingMessage, 'content'>,
    content: Extract<OutgoingContent, { type: 'card' | 'lines' }>,
  ): Promise<SentMessage> {
    try {
      return await this.sendOrPlainly(message, content);
    } catch (error) {
      if (codeOf(error) !== 'feishu_content_refused') throw error;
      this.parts.log.warn({ uuid: message.uuid }, 'contents refused; sent again without contact details');
      return this.sendOrPlainly({ ...message, uuid: again(message.uuid, 'mk') }, this.masked(content));
    }
  }

  private masked(content: Extract<OutgoingContent, { type: 'card' | 'lines' }>): OutgoingContent {
    if (content.type === 'card') return { type: 'card', card: maskCard(content.card, this.parts.maskedNote) };
    const lines = [...content.lines.map(mask), this.parts.maskedNote];
    return { type: 'lines', title: mask(content.title), lines };
  }

  /** Replies under a message; if that message is gone, sends to its chat. */
  async sendOrPlainly(message: Omit<OutgoingMessage, 'content'>, content: OutgoingContent): Promise<SentMessage> {
    try {
      return await this.messenger.send({ ...message, content });
    } catch (error) {
      if (message.replyTo === undefined || codeOf(error) !== 'feishu_message_gone') throw error;
      const { replyTo, ...plain } = message;
      await this.parts.onGone(replyTo);
      return this.messenger.send({ ...plain, content });
    }
  }

  /**
   * Buzzes people (加急). Returns those whom the platform would not buzz; that is logged but no error, because the message
   * itself was sent.
   */
  async buzz(messageId: string, personIds: string[]): Promise<string[]> {
    try {
      return await this.messenger.buzz(messageId, personIds);
    } catch (error) {
      if (isPassing(error)) throw error;
      this.parts.log.warn({ err: error, messageId }, 'buzz refused; the message was sent without it');
      return personIds;
    }
  }

  /** Puts the mark under a recorded message; false if Feishu refuses: the record has the message all the same. */
  async markRecorded(messageId: string): Promise<boolean> {
    try {
      await this.messenger.markRecorded(messageId);
      return true;
    } catch (error) {
      if (isPassing(error)) throw error;
      this.parts.log.debug({ err: error, messageId }, 'the mark of a recorded message was refused');
      return false;
    }
  }
}

/** A second uuid, as stable as the first: the platform may remember the first with the contents that it refused. */
function again(uuid: string, mark: string): string {
  return `${uuid.slice(0, 47)}-${mark}`;
}
