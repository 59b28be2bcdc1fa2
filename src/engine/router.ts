import { CardStore } from '../db/card-store';
import { InboxStore } from '../db/inbox-store';
import { OutboxStore } from '../db/outbox-store';
import { holdMutex } from '../db/small-stores';
import type { InTransaction, Tx } from '../db/transaction';
import { PROGRAM } from '../domain/actor';
import type { RecordBase } from '../domain/decision';
import {
  chat,
  type Incoming,
  type IncomingMessage,
  type JsonObject,
  person,
  type Recipient,
} from '../domain/messaging';
import type { Clock } from '../domain/time';
import type { CommandHandler } from './command-handler';
import { enqueueAll, type NewId } from './commit';
import type { MergedForwards } from './merged-forwards';
import { untilFresh } from './until-fresh';
import type { AnyWorkflow, Said } from './workflow';

/** What an event became, to be noted on its inbox row in the same transaction. */
export type Origin = { workflow: string; recordId: number } | null;
export type Finish = (tx: Tx, became: Origin) => Promise<void>;

export interface RouterParts {
  inTransaction: InTransaction;
  workflows: AnyWorkflow[];
  commands: CommandHandler;
  mergedForwards: MergedForwards;
  clock: Clock;
  newId: NewId;
  wake: () => void;
}

interface Known {
  workflow: AnyWorkflow;
  record: RecordBase;
}

/** Says which workflow an event is for: a reply under a card, a word to the bot, a forwarded message, a recall. */
export class Router {
  constructor(private readonly parts: RouterParts) {}

  /** Does what the event asks and `finish`es it in the same transaction. */
  async route(incoming: Incoming, finish: Finish): Promise<void> {
    const { inTransaction, wake } = this.parts;
    const ready = await this.prepared(incoming);
    await untilFresh(inTransaction, async (tx) => finish(tx, await this.work(tx, ready)));
    wake();
  }

  /** Tells the one who can act that a message could not be worked off; it stays in the inbox. */
  async giveUp(incoming: Incoming, finish: Finish): Promise<void> {
    const { inTransaction, wake } = this.parts;
    await inTransaction(async (tx) => {
      if (incoming.kind === 'message')
        await this.say(tx, placeOf(incoming.message), { name: 'intake_failed', params: {} });
      await finish(tx, null);
    });
    wake();
  }

  /** What must be asked of the platform first, since a transaction waits for nobody. */
  private async prepared(incoming: Incoming): Promise<Incoming> {
    if (incoming.kind !== 'message' || incoming.message.form !== 'merge_forward') return incoming;
    return { ...incoming, message: await this.parts.mergedForwards.expand(incoming.message) };
  }

  private async work(tx: Tx, incoming: Incoming): Promise<Origin> {
    switch (incoming.kind) {
      case 'message':
        return this.message(tx, incoming.message);
      case 'recalled':
        return this.recalled(tx, incoming.messageId);
      case 'bot_added': {
        const { chatId, chatName } = incoming;
        await this.say(tx, chat(chatId), { name: 'bind', params: { chatName } });
        return null;
      }
      default:
        return null;
    }
  }

  private async message(tx: Tx, message: IncomingMessage): Promise<Origin> {
    const known = await this.recordUnder(tx, message);
    if (known) {
      const became = await this.reply(tx, known, message);
      if (became) return became;
    }
    const isDirect = message.chatType === 'p2p';
    if (!isDirect && !message.mentionsBot) return null;
    const isReply = message.parentId !== null && known !== null;
    const said = isReply ? null : await this.ask(tx, message);
    if (said) {
      await this.say(tx, placeOf(message), said);
      return null;
    }
    return isDirect ? this.intake(tx, message) : null;
  }

  /** The record whose card, or whose message, this one answers. */
  private async recordUnder(tx: Tx, { parentId, rootId }: IncomingMessage): Promise<Known | null> {
    for (const messageId of [parentId, rootId]) {
      if (messageId === null) continue;
      const card = await new CardStore(tx).byMessage(messageId);
      const origin = card ?? (await new OutboxStore(tx).byMessage(messageId));
      const known = origin && (await this.known(tx, origin));
      if (known) return known;
    }
    return null;
  }

  private async known(tx: Tx, origin: { workflow: string; recordId: number }): Promise<Known | null> {
    const workflow = this.parts.workflows.find(({ name }) => name === origin.workflow);
    const record = origin.recordId > 0 ? await workflow?.store(tx).get(origin.recordId) : null;
    return workflow && record ? { workflow, record } : null;
  }

  private async reply(tx: Tx, { workflow, record }: Known, message: IncomingMessage): Promise<Origin> {
    const { commands } = this.parts;
    const command = workflow.reply(record, message);
    if (command === null) return null;
    const became = { workflow: workflow.name, recordId: record.id };
    if (command === 'join') {
      await commands.takeIn(tx, workflow, message, record);
      return became;
    }
    const actor = { id: message.senderId, chatId: message.chatId };
    const done = await commands.run(tx, workflow, record.id, command, actor);
    if (done.outcome === 'refused') {
      const params = { reason: done.reason, detail: done.detail };
      await this.say(tx, placeOf(message), { name: 'refusal', params, recordId: record.id });
    }
    return became;
  }

  private async ask(tx: Tx, message: IncomingMessage): Promise<Said | null> {
    const asker = { id: message.senderId, chatId: message.chatType === 'group' ? message.chatId : null };
    for (const workflow of this.parts.workflows) {
      const said = await workflow.ask?.(tx, message.text, asker, this.parts.clock.now());
      if (said) return said;
    }
    return null;
  }

  /** One at a time per sender, on however many processes: two messages of one burst must find the same draft. */
  private async intake(tx: Tx, message: IncomingMessage): Promise<Origin> {
    const workflow = this.parts.workflows.find(({ intake }) => intake !== undefined);
    if (!workflow) return null;
    await holdMutex(tx, `intake:${message.senderId}`, this.parts.clock.now());
    const record = await this.parts.commands.takeIn(tx, workflow, message);
    return record && { workflow: workflow.name, recordId: record.id };
  }

  private async recalled(tx: Tx, messageId: string): Promise<Origin> {
    const row = await new InboxStore(tx).byMessage(messageId);
    const known = row?.workflow ? await this.known(tx, { workflow: row.workflow, recordId: row.recordId ?? 0 }) : null;
    if (!known) return null;
    const { workflow, record } = known;
    await this.parts.commands.run(tx, workflow, record.id, workflow.recalled(messageId), PROGRAM);
    return { workflow: workflow.name, recordId: record.id };
  }

  private async say(tx: Tx, to: Recipient, { name, params, recordId = 0 }: Said): Promise<void> {
    const workflow = this.parts.workflows[0];
    if (!workflow) return;
    const { clock, newId } = this.parts;
    const notice = { kind: 'message' as const, name, to, params: params as JsonObject };
    await enqueueAll(tx, workflow.name, recordId, [notice], { now: clock.now(), newId });
  }
}

/** Where a message is answered. */
function placeOf({ chatType, chatId, senderId }: IncomingMessage): Recipient {
  return chatType === 'p2p' ? person(senderId) : chat(chatId);
}
