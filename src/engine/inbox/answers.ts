import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import { chat, type IncomingMessage, person, type Recipient } from '../../domain/messaging';
import { enqueueAll } from '../commands/commit';
import type { Core } from '../core';
import { BOT, noticeOf, type Said } from '../desk';

/** What the bot says in answer to a message: about a record in the voice of its workflow, else as the bot. */
export class Answers {
  constructor(private readonly core: Pick<Core, 'clock' | 'newId'>) {}

  /** Answers where the message was written: in the direct chat, or in its group. */
  async toMessage(tx: Tx, { chatType, chatId, senderId }: IncomingMessage, said: Said): Promise<void> {
    await this.say(tx, chatType === 'p2p' ? person(senderId) : chat(chatId), said);
  }

  async say(tx: Tx, to: Recipient, said: Said): Promise<void> {
    await enqueueAll(tx, this.core, said.about ?? { workflow: BOT, recordId: 0 }, [noticeOf(said, to)]);
  }

  /** Feishu reports each time somebody opens the chat; a person is welcomed once. */
  async welcome(tx: Tx, personId: string): Promise<void> {
    if (personId === '') return;
    const notice = { kind: 'message' as const, name: 'welcome', to: person(personId) };
    const dedupeKey = `welcome:${personId}`;
    const welcome = { workflow: BOT, recordId: 0, notice, uuid: this.core.newId(), dedupeKey };
    await new OutboxStore(tx).enqueue(welcome, this.core.clock.now());
  }
}
