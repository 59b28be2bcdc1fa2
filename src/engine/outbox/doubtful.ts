import { CardStore } from '../../db/card-store';
import type { OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import type { Messenger, Recipient, SentMessage } from '../../domain/messaging';
import { MINUTE, SECOND } from '../../domain/time';
import type { Core } from '../core';
import { isPassing } from '../queue/retry';

/** Feishu shows messages with the same uuid once, for an hour; a call under way takes a while. */
const UUID_LASTS_MS = 50 * MINUTE;

/** Feishu's clock and ours differ by less. */
const CLOCKS_DIFFER_MS = 30 * SECOND;

export interface DoubtfulParts {
  core: Pick<Core, 'inTransaction' | 'clock' | 'log'>;
  messenger: Pick<Messenger, 'sentSince'>;
}

/**
 * Looks for messages that Feishu may have taken although its answer was lost. For nearly an hour the uuid keeps Feishu
 * from showing such a message twice; later it has to be looked for in its chat before it is sent again.
 */
export class DoubtfulMessages {
  constructor(private readonly parts: DoubtfulParts) {}

  /** The message as an earlier try brought it out; null if it is not there, or if nobody can tell. */
  async find(row: OutboxRow, to: Recipient, types: readonly string[]): Promise<SentMessage | null> {
    const { core, messenger } = this.parts;
    const { firstTriedAt } = row;
    if (firstTriedAt === null || core.clock.now() - firstTriedAt < UUID_LASTS_MS) return null;
    const chatId = to.type === 'chat' ? to.id : await this.directChat(to.id);
    if (chatId === null) return null;
    try {
      const sent = await messenger.sentSince(chatId, firstTriedAt - CLOCKS_DIFFER_MS);
      return await this.unknownOf(
        sent.filter(({ type }) => types.includes(type)),
        chatId,
      );
    } catch (error) {
      if (isPassing(error)) throw error;
      core.log.warn({ err: error, outboxId: row.id }, 'a message in doubt could not be looked for; it is sent again');
      return null;
    }
  }

  /** Every other message of ours in the chat is on record, so the first one that is not must be the one in doubt. */
  private async unknownOf(sent: { messageId: string }[], chatId: string): Promise<SentMessage | null> {
    return this.parts.core.inTransaction(async (tx) => {
      for (const { messageId } of sent) {
        const known =
          (await new OutboxStore(tx).byMessage(messageId)) ?? (await new CardStore(tx).byMessage(messageId));
        if (!known) return { messageId, chatId };
      }
      return null;
    });
  }

  private directChat(personId: string): Promise<string | null> {
    return this.parts.core.inTransaction((tx) => new CardStore(tx).chatWith(personId));
  }
}
