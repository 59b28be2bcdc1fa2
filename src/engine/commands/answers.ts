import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import { type Actor, PROGRAM } from '../../domain/actor';
import { chat, type IncomingMessage, person, type Recipient } from '../../domain/messaging';
import type { Core } from '../core';
import { BOT, noticeOf, type Said } from '../desk';
import type { CommandHandler } from './command-handler';
import { enqueueAll, openRecord } from './commit';

/** What the bot says in answer to a message: about a record in the voice of its workflow, else as the bot. */
export class Answers {
  constructor(
    private readonly core: Core,
    private readonly commands: CommandHandler,
  ) {}

  /** Answers where the message was written: in the direct chat, or in its group. */
  async toMessage(tx: Tx, { chatType, chatId, senderId }: IncomingMessage, said: Said): Promise<void> {
    const by = { id: senderId, chatId: chatType === 'group' ? chatId : null };
    await this.say(tx, chatType === 'p2p' ? person(senderId) : chat(chatId), said, by);
  }

  /** Puts the answer into the outbox; `by` carries out the command that comes with it, such as a look. */
  async say(tx: Tx, to: Recipient, said: Said, by: Actor = PROGRAM): Promise<void> {
    const { about, command, opens, concerns = about } = said;
    if (opens) return openRecord(tx, this.core, opens);
    const workflow = this.core.workflows.named(concerns?.workflow);
    if (concerns && workflow && command !== undefined) {
      await this.commands.run(tx, { workflow, recordId: concerns.recordId }, command, by);
    }
    await enqueueAll(tx, this.core, about ?? { workflow: BOT, recordId: 0 }, [noticeOf(said, to)]);
  }

  /** Feishu reports each time somebody opens the chat; a person is welcomed once. */
  async welcome(tx: Tx, personId: string): Promise<void> {
    if (personId === '') return;
    await this.sayOnce(tx, personId, { name: 'welcome', params: {} }, `welcome:${personId}`);
  }

  /** Says something to a person, about no record, at most once for each key. */
  async sayOnce(tx: Tx, personId: string, said: Said, dedupeKey: string): Promise<void> {
    const notice = noticeOf(said, person(personId));
    const row = { workflow: BOT, recordId: 0, notice, uuid: this.core.newId(), dedupeKey };
    await new OutboxStore(tx).enqueue(row, this.core.clock.now());
  }
}
