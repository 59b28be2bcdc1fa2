import { CardStore } from '../../db/card-store';
import { InboxStore } from '../../db/inbox-store';
import { OutboxStore } from '../../db/outbox-store';
import { PersonStore } from '../../db/person-store';
import type { Tx } from '../../db/transaction';
import type { IncomingMessage } from '../../domain/messaging';
import type { Answers } from '../commands/answers';
import type { CommandHandler } from '../commands/command-handler';
import type { Barred } from '../commands/gate';
import type { Core } from '../core';
import { type Desk, SILENCE } from '../desk';
import type { Known } from '../workflow';
import { type Origin, PATIENT_ATTEMPTS, tooEarly } from './router';

export interface IncomingMessagesParts {
  core: Core;
  commands: CommandHandler;
  desk: Pick<Desk, 'ask'>;
  answers: Answers;
}

/** More people have seldom to do with one process; all are noted again after that. */
const CHATS_KEPT = 10_000;

/** Decides what a message is: a reply under a card, a word to the bot, or a customer's message that opens a record. */
export class IncomingMessages {
  /** The direct chats that are noted in the database. */
  private readonly chats = new Map<string, string>();

  constructor(private readonly parts: IncomingMessagesParts) {}

  /** Returns the record that the message became part of; throws `too_early` if its card may still be on the way. */
  async take(tx: Tx, message: IncomingMessage, attempts: number): Promise<Origin> {
    await this.learnChat(tx, message);
    const known = await this.recordUnder(tx, message);
    if (!known && message.parentId !== null && attempts <= PATIENT_ATTEMPTS) await this.mustNotBeEarly(tx, message);
    const heard = known ? this.heard(known, message) : null;
    const isAboutSeveral = known === null && message.chatType === 'p2p' && (await this.isAboutSeveral(tx, message));
    if (await this.isWord(tx, message, known, heard !== null || isAboutSeveral)) return null;
    if (known && heard === 'ask') return this.ask(tx, known, message);
    if (known && heard !== null) return this.reply(tx, known, message, heard);
    if (message.chatType !== 'p2p') return null;
    if (isAboutSeveral) {
      await this.parts.answers.toMessage(tx, message, { name: 'which_case', params: {} });
      return null;
    }
    return this.intake(tx, message);
  }

  /** A message whose answer is lost can be looked for only in a chat that is known, however new the person is. */
  private async learnChat(tx: Tx, { chatType, senderId, chatId }: IncomingMessage): Promise<void> {
    if (chatType !== 'p2p' || this.chats.get(senderId) === chatId) return;
    await new PersonStore(tx).learnChat(senderId, chatId);
    if (this.chats.size >= CHATS_KEPT) this.chats.clear();
    this.chats.set(senderId, chatId);
  }

  /** The message does nothing; a colleague who addressed the bot is told so in the group, a stranger is not. */
  async turnAway(tx: Tx, message: IncomingMessage, barred: Barred): Promise<null> {
    if (barred.why === 'other_company') return null;
    if (!message.mentionsBot && !(await this.recordUnder(tx, message))) return null;
    await this.parts.answers.toMessage(tx, message, { name: 'not_of_group', params: { group: barred.group } });
    return null;
  }

  /**
   * The record whose card or message this message replies to: one of ours, one that became part of the record, or, if
   * Feishu names neither, the card whose topic the message stands in.
   */
  private async recordUnder(tx: Tx, { parentId, rootId, threadId }: IncomingMessage): Promise<Known | null> {
    const { workflows } = this.parts.core;
    const cards = new CardStore(tx);
    for (const messageId of [parentId, rootId]) {
      if (messageId === null) continue;
      const card = await cards.byMessage(messageId);
      if (card && threadId !== undefined) await cards.inThread(messageId, threadId);
      const origin =
        card ?? (await new OutboxStore(tx).byMessage(messageId)) ?? (await new InboxStore(tx).byMessage(messageId));
      const known = await workflows.record(tx, origin);
      if (known) return known;
    }
    return threadId === undefined ? null : workflows.record(tx, await cards.byThread(threadId));
  }

  /** After a crash a card may hang that was not recorded: replies to it wait until the card was posted again. */
  private async mustNotBeEarly(tx: Tx, { chatId, senderId }: IncomingMessage): Promise<void> {
    if (!(await new OutboxStore(tx).hasInDoubt([chatId, senderId]))) return;
    throw tooEarly('the message may answer a card that is still being sent');
  }

  private heard({ workflow, record }: Known, message: IncomingMessage): unknown {
    return workflow.messages?.hear(record, { kind: 'replied', message }) ?? null;
  }

  /** Asks what becomes of a reply that may belong to the record or open another one; until then it belongs to none. */
  private async ask(tx: Tx, { workflow, record }: Known, message: IncomingMessage): Promise<Origin> {
    const params = { message: message.messageId, text: message.text, form: message.form };
    const about = { workflow: workflow.name, recordId: record.id };
    await this.parts.answers.toMessage(tx, message, { name: 'which_record', params, about });
    return null;
  }

  private async reply(
    tx: Tx,
    { workflow, record }: Known,
    message: IncomingMessage,
    command: unknown,
  ): Promise<Origin> {
    const { commands, answers } = this.parts;
    const about = { workflow: workflow.name, recordId: record.id };
    if (command === 'join') {
      const taken = await commands.takeIn(tx, workflow, message, record);
      return taken && { ...about, recordId: taken.id };
    }
    const done = await commands.runMessage(tx, { workflow, recordId: record.id }, command, message);
    if (done.outcome === 'refused') {
      const params = { reason: done.reason, detail: done.detail };
      await answers.toMessage(tx, message, { name: 'refusal', params, about });
    }
    return about;
  }

  /** Answers a word, and in the direct chat a courtesy, even under a card whose record would hear it (`isHeard`). */
  private async isWord(tx: Tx, message: IncomingMessage, known: Known | null, isHeard: boolean): Promise<boolean> {
    const { desk, answers } = this.parts;
    const asker = { id: message.senderId, chatId: message.chatType === 'group' ? message.chatId : null };
    const under = known && { workflow: known.workflow.name, recordId: known.record.id };
    const saysYes = known?.workflow.messages?.saysYes?.(known.record, message) ?? false;
    const only = saysYes ? ('words' as const) : ('words_and_courtesies' as const);
    const said = await desk.ask(tx, message, { asker, under, ...(isHeard ? { only } : {}) });
    if (!said) return false;
    if (said.name === SILENCE.name) return true;
    await answers.toMessage(tx, message, said);
    return true;
  }

  /** True for a reply to a message about several records: it belongs to none of them, and is no customer's message. */
  private async isAboutSeveral(tx: Tx, { parentId }: IncomingMessage): Promise<boolean> {
    const row = parentId === null ? null : await new OutboxStore(tx).byMessage(parentId);
    return row?.notice.kind === 'bundle';
  }

  private async intake(tx: Tx, message: IncomingMessage): Promise<Origin> {
    const { commands } = this.parts;
    await commands.holdIntake(tx, message.senderId);
    const opened = await commands.intake(tx, message);
    return opened && { workflow: opened.workflow.name, recordId: opened.record.id };
  }
}
