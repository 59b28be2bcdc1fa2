import { CardStore } from '../../db/card-store';
import type { OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import { PersonStore } from '../../db/person-store';
import type { Tx } from '../../db/transaction';
import type { Messenger, OwnMessage, Recipient, SentMessage, Traits } from '../../domain/messaging';
import { DAY, type Instant, MINUTE, SECOND } from '../../domain/time';
import type { Core } from '../core';
import { isPassing } from '../queue/retry';
import { isSameCard, isSameMessage, traitsOf } from './likeness';

/** Feishu shows messages with the same uuid once, for an hour; a call under way takes a while. */
const UUID_LASTS_MS = 50 * MINUTE;

/** Feishu's clock and ours differ by less, unless ours is wrong. */
const CLOCKS_DIFFER_MS = 30 * SECOND;

/** A message is tried for no longer. */
const LONGEST_DOUBT_MS = DAY;

export interface DoubtfulParts {
  core: Pick<Core, 'inTransaction' | 'clock' | 'log'>;
  messenger: Pick<Messenger, 'sentSince'>;
}

type Doubtful = Pick<OutboxRow, 'id' | 'uuid' | 'firstTriedAt' | 'doubtSince' | 'sentAs'>;

/**
 * Looks for messages that Feishu may have taken although its answer was lost. For nearly an hour the uuid keeps Feishu
 * from showing such a message twice; later it has to be looked for in its chat before it is sent again.
 */
export class DoubtfulMessages {
  constructor(private readonly parts: DoubtfulParts) {}

  /** The card as an earlier try brought it out; null if it is not there, or if nobody can tell. */
  findCard(row: Doubtful, to: Recipient): Promise<SentMessage | null> {
    return this.find(row, to, (sent, found) => (isSameMessage(sent, found) ? 2 : isSameCard(sent, found) ? 1 : 0));
  }

  /** The message as an earlier try brought it out; null if it is not there, or if nobody can tell. */
  findMessage(row: Doubtful, to: Recipient): Promise<SentMessage | null> {
    return this.find(row, to, (sent, found) => (isSameMessage(sent, found) ? 1 : 0));
  }

  /** `likeness`: 0 if the found message is another one. */
  private async find(
    row: Doubtful,
    to: Recipient,
    likeness: (sent: Traits, found: Traits) => number,
  ): Promise<SentMessage | null> {
    const { core, messenger } = this.parts;
    const tries = row.sentAs?.[row.uuid] ?? [];
    const since = tries.length > 0 ? await core.inTransaction((tx) => this.doubtSince(tx, row)) : null;
    if (since === null) return null;
    const chatId = to.type === 'chat' ? to.id : await this.directChat(to.id);
    if (chatId === null) return null;
    try {
      const there = (await messenger.sentSince(chatId, since)).map((message) => ({
        message,
        like: Math.max(...tries.map((sent) => likeness(sent, traitsOf(message.content)))),
      }));
      const alike = there.filter(({ like }) => like > 0).sort((a, b) => b.like - a.like);
      return await this.unknownOf(
        alike.map(({ message }) => message),
        chatId,
      );
    } catch (error) {
      if (isPassing(error)) throw error;
      core.log.warn({ err: error, outboxId: row.id }, 'a message in doubt could not be looked for; it is sent again');
      return null;
    }
  }

  /**
   * The moment since which Feishu may show the message, at the earliest; null while the uuid still protects it. Either
   * clock may have been set meanwhile, so the row is in doubt if one of them says so, or runs backwards: a look too many
   * costs one call, a look too few shows a message twice.
   */
  private async doubtSince(tx: Tx, { firstTriedAt, doubtSince }: Doubtful): Promise<Instant | null> {
    if (firstTriedAt === null) return null;
    const here = this.parts.core.clock.now();
    const there = await new OutboxStore(tx).databaseTime();
    const ages = [here - firstTriedAt, ...(doubtSince === null ? [] : [there - doubtSince])];
    const isSet = ages.some((ms) => ms < 0);
    if (!isSet && ages.every((ms) => ms < UUID_LASTS_MS)) return null;
    return Math.min(here, there) - (isSet ? LONGEST_DOUBT_MS : Math.max(...ages)) - CLOCKS_DIFFER_MS;
  }

  /** A message that is on record is another row's, even if it looks the same. */
  private async unknownOf(alike: OwnMessage[], chatId: string): Promise<SentMessage | null> {
    return this.parts.core.inTransaction(async (tx) => {
      for (const { messageId } of alike) if (!(await isOnRecord(tx, messageId))) return { messageId, chatId };
      return null;
    });
  }

  private directChat(personId: string): Promise<string | null> {
    return this.parts.core.inTransaction(
      async (tx) => (await new PersonStore(tx).chatWith(personId)) ?? new CardStore(tx).chatWith(personId),
    );
  }
}

/** True if a row is known to have sent this message, or a card to be this message. */
export async function isOnRecord(tx: Tx, messageId: string): Promise<boolean> {
  return Boolean((await new OutboxStore(tx).byMessage(messageId)) ?? (await new CardStore(tx).byMessage(messageId)));
}
