import { CardStore } from '../../db/card-store';
import type { CardRow, OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import type { Messenger, OwnMessage } from '../../domain/messaging';
import { DAY, HOUR, type Instant, MINUTE } from '../../domain/time';
import type { Core } from '../core';
import { isPassing } from '../queue/retry';
import { isOnRecord } from './doubtful';
import { isSameCard, traitsOf } from './likeness';

/** At its start the program looks back so far: longer than a message is in doubt. */
const FIRST_LOOK_MS = 2 * DAY;
/** Each look begins before the last one ended: what was under way then is looked at again. */
const OVERLAP_MS = HOUR;
/** The first try may have been a little earlier on Feishu's clock. */
const MARGIN_MS = MINUTE;
/** The rows and the chats of one look: more wait for the next hour. */
const ROWS = 200;
const CHATS = 20;

export interface CardAuditParts {
  core: Pick<Core, 'inTransaction' | 'clock' | 'log'>;
  messenger: Pick<Messenger, 'sentSince'>;
}

/** The newest card of a record in a chat, and since when an unknown one may hang beside it. */
interface Suspect {
  card: CardRow;
  since: Instant;
}

/**
 * Finds a second card of one record on one wall, and retires the older one, so that it points to the newer one. Two cards
 * can be on record if two processes posted at once; or only one, if Feishu took both and the first could not be found.
 */
export class CardAudit {
  private lookedAt: Instant | null = null;

  constructor(private readonly parts: CardAuditParts) {}

  /** Looks at what was posted since the last look. Throws if Feishu cannot be asked now: the next look asks again. */
  async run(): Promise<void> {
    const { inTransaction, clock, log } = this.parts.core;
    const now = clock.now();
    const since = this.lookedAt ?? now - FIRST_LOOK_MS;
    const doubled = await inTransaction((tx) => new CardStore(tx).retireDoubled(since, ROWS, now));
    const suspects = await this.suspects(since);
    const chats = [...new Set(suspects.map(({ card }) => card.chatId))];
    let strays = 0;
    for (const chatId of chats.slice(0, CHATS)) {
      strays += await this.retireStrays(
        chatId,
        suspects.filter(({ card }) => card.chatId === chatId),
      );
    }
    if (doubled + strays > 0) log.warn({ doubled, strays }, 'second cards of a record were retired');
    if (doubled < ROWS && chats.length <= CHATS) this.lookedAt = now - OVERLAP_MS;
  }

  /** Cards that may hang twice: something about their record went to their chat, and not at the first try. */
  private suspects(since: Instant): Promise<Suspect[]> {
    return this.parts.core.inTransaction(async (tx) => {
      const found: Suspect[] = [];
      for (const row of await new OutboxStore(tx).sentAfterSeveralTries(since, ROWS)) {
        const to = recipientOf(row);
        const card = to && (await new CardStore(tx).latestWith(row.workflow, row.recordId, to));
        if (card && row.firstTriedAt !== null) found.push({ card, since: row.firstTriedAt - MARGIN_MS });
      }
      return found;
    });
  }

  /** Returns how many cards were retired. */
  private async retireStrays(chatId: string, suspects: Suspect[]): Promise<number> {
    const { core, messenger } = this.parts;
    let there: OwnMessage[];
    try {
      there = await messenger.sentSince(chatId, Math.min(...suspects.map(({ since }) => since)));
    } catch (error) {
      if (isPassing(error)) throw error;
      core.log.warn({ err: error, chatId }, 'Feishu does not tell whether cards hang twice in a chat');
      return 0;
    }
    let retired = 0;
    for (const { card } of suspects) retired += await this.retireBeside(card, there);
    return retired;
  }

  private async retireBeside(card: CardRow, there: OwnMessage[]): Promise<number> {
    const { inTransaction, clock } = this.parts.core;
    const own = there.find(({ messageId }) => messageId === card.messageId);
    if (!own) return 0;
    const traits = traitsOf(own.content);
    const alike = there.filter(({ messageId, content }) => {
      return messageId !== card.messageId && isSameCard(traits, traitsOf(content));
    });
    return inTransaction(async (tx) => {
      let retired = 0;
      for (const { messageId } of alike) {
        if (await isOnRecord(tx, messageId)) continue;
        await new CardStore(tx).addRetired(card, messageId, clock.now());
        retired += 1;
      }
      return retired;
    });
  }
}

const recipientOf = ({ notice }: OutboxRow): string | null => ('to' in notice ? notice.to.id : null);
