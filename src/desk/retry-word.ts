import { InboxStore } from '../db/inbox-store';
import { OutboxStore } from '../db/outbox-store';
import type { Tx } from '../db/transaction';
import type { IncomingMessage } from '../domain/messaging';
import { normalised } from '../domain/text/normalised-text';
import { type Clock, DAY } from '../domain/time';
import type { Said } from '../engine/desk';
import type { Organisation } from '../engine/organisation/organisation';

/** Older messages concern nobody any more. */
const TAKEN_UP_FOR_MS = 7 * DAY;

const SPELLINGS = new Set(['重新发送', '重新發送', '重新处理', '重新處理', 'retry']);

/** The admins' word (重新发送) that takes up again what was given up: events of people, and messages to them. */
export class RetryWord {
  constructor(private readonly parts: { organisation: Organisation; clock: Clock }) {}

  /** Null if the message is not the word, or not an admin's in the direct chat: then it may be a customer's. */
  async ask(tx: Tx, { text, form, chatType, senderId }: IncomingMessage): Promise<Said | null> {
    const isTheWord = form === 'text' && SPELLINGS.has(normalised(text));
    if (!isTheWord || chatType !== 'p2p' || !this.parts.organisation.isAdmin(senderId)) return null;
    const now = this.parts.clock.now();
    const events = await new InboxStore(tx).takeUpAgain(now);
    const messages = await new OutboxStore(tx).takeUpAgain(now - TAKEN_UP_FOR_MS, now);
    return { name: 'retaken', params: { events, messages } };
  }
}
