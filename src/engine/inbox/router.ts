import { CardStore } from '../../db/card-store';
import { InboxStore } from '../../db/inbox-store';
import { OutboxStore } from '../../db/outbox-store';
import { holdMutex } from '../../db/small-stores';
import type { InTransaction, Tx } from '../../db/transaction';
import type { OrgDesk } from '../../desk/setup/setup-desk';
import { PROGRAM } from '../../domain/actor';
import type { RecordBase } from '../../domain/decision';
import { AppError } from '../../domain/errors';
import { chat, type Incoming, type IncomingMessage, person, type Recipient } from '../../domain/messaging';
import { type Clock, type Instant, SECOND } from '../../domain/time';
import type { CommandHandler } from '../commands/command-handler';
import { enqueueAll, type NewId } from '../commands/commit';
import { untilFresh } from '../commands/retry-stale';
import type { Departures } from '../organisation/departures';
import { type AnyWorkflow, noticeOf, type Said } from '../workflow';
import type { MessageReader } from './message-reader';

/** Together longer than the lease of a row that a crash left behind. */
const PATIENCE_MS = 4 * SECOND;
const PATIENT_ATTEMPTS = 5;

/** What an event became, to be noted on its inbox row in the same transaction. */
export type Origin = { workflow: string; recordId: number } | null;

/** Around the work on an event, in its transaction. */
export interface WorkedOff {
  /** How often it was taken up, this time included. */
  attempts: number;
  /** False where the event was worked off already: then nothing more is done. */
  begin(tx: Tx): Promise<boolean>;
  finish(tx: Tx, became: Origin): Promise<void>;
}

export interface RouterParts {
  inTransaction: InTransaction;
  workflows: AnyWorkflow[];
  commands: CommandHandler;
  reader: MessageReader;
  desk: Pick<OrgDesk, 'ask' | 'botAdded' | 'settled'>;
  departures: Pick<Departures, 'left' | 'back'>;
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

  /** Does what the event asks and finishes it in the same transaction; throws `too_early` where it must wait a little. */
  async route(incoming: Incoming, { attempts, begin, finish }: WorkedOff): Promise<void> {
    const { inTransaction, wake } = this.parts;
    const ready = await this.prepared(incoming);
    await this.comingsAndGoings(incoming);
    await untilFresh(inTransaction, async (tx) => {
      if (await begin(tx)) await finish(tx, await this.work(tx, ready, attempts));
    });
    await this.parts.desk.settled();
    wake();
  }

  /** Tells the one who can act that a message could not be worked off; it stays in the inbox. */
  async giveUp(incoming: Incoming, { begin, finish }: Omit<WorkedOff, 'attempts'>): Promise<void> {
    const { inTransaction, wake } = this.parts;
    await inTransaction(async (tx) => {
      if (!(await begin(tx))) return;
      if (incoming.kind === 'message')
        await this.say(tx, placeOf(incoming.message), { name: 'intake_failed', params: {} });
      await finish(tx, null);
    });
    wake();
  }

  /** Who is heard from is there; who is said to have left is not. */
  private async comingsAndGoings(incoming: Incoming): Promise<void> {
    const { departures } = this.parts;
    switch (incoming.kind) {
      case 'bot_removed':
        await departures.left(chat(incoming.chatId), 'feishu_group_lost');
        return;
      case 'person_left':
        await departures.left(person(incoming.personId), 'left');
        return;
      case 'message':
        return departures.back([incoming.message.senderId, incoming.message.chatId]);
      case 'bot_added':
        return departures.back([incoming.chatId]);
      case 'chat_entered':
        return departures.back([incoming.personId]);
      default:
        return;
    }
  }

  /** What must be asked of the platform first, since a transaction waits for nobody. */
  private async prepared(incoming: Incoming): Promise<Incoming> {
    if ((incoming.kind !== 'message' && incoming.kind !== 'edited') || !mayMatter(incoming.message)) return incoming;
    return { ...incoming, message: await this.parts.reader.read(incoming.message) };
  }

  private async work(tx: Tx, incoming: Incoming, attempts: number): Promise<Origin> {
    switch (incoming.kind) {
      case 'message':
        return this.message(tx, incoming.message, attempts);
      case 'recalled':
        return this.recalled(tx, incoming.messageId);
      case 'edited':
        return this.edited(tx, incoming.message, incoming.at, attempts);
      case 'bot_added': {
        const { chatId, chatName } = incoming;
        await this.say(tx, chat(chatId), await this.parts.desk.botAdded(tx, chatId, chatName));
        return null;
      }
      case 'chat_entered':
        await this.welcome(tx, incoming.personId);
        return null;
      default:
        return null;
    }
  }

  /** Feishu says so each time somebody opens the chat; a person is greeted once. */
  private async welcome(tx: Tx, personId: string): Promise<void> {
    const workflow = this.parts.workflows[0];
    if (!workflow || personId === '') return;
    const { clock, newId } = this.parts;
    const notice = { kind: 'message' as const, name: 'welcome', to: person(personId) };
    const greeting = { workflow: workflow.name, recordId: 0, notice, uuid: newId(), dedupeKey: `welcome:${personId}` };
    await new OutboxStore(tx).enqueue(greeting, clock.now());
  }

  private async message(tx: Tx, message: IncomingMessage, attempts: number): Promise<Origin> {
    const known = await this.recordUnder(tx, message);
    if (!known && message.parentId !== null && attempts <= PATIENT_ATTEMPTS) await this.mustNotBeEarly(tx, message);
    if (known) {
      const became = await this.reply(tx, known, message);
      if (became) return became;
    }
    const isDirect = message.chatType === 'p2p';
    const isReply = message.parentId !== null && known !== null;
    const setup = isReply ? null : await this.parts.desk.ask(tx, message);
    if (setup) {
      await this.say(tx, placeOf(message), setup);
      return null;
    }
    if (!isDirect && !message.mentionsBot) return null;
    const said = await this.ask(tx, message);
    if (said) {
      await this.say(tx, placeOf(message), said);
      return null;
    }
    if (!isDirect) return null;
    if (await this.isAboutSeveral(tx, message)) {
      await this.say(tx, placeOf(message), { name: 'which_case', params: {} });
      return null;
    }
    return this.intake(tx, message);
  }

  /** An answer to a message about several records is for none of them, and no customer's words. */
  private async isAboutSeveral(tx: Tx, { parentId }: IncomingMessage): Promise<boolean> {
    const row = parentId === null ? null : await new OutboxStore(tx).byMessage(parentId);
    return row?.notice.kind === 'bundle';
  }

  /** After a crash a card may hang that we have not heard of: what answers it waits until that post is made again. */
  private async mustNotBeEarly(tx: Tx, { chatId, senderId }: IncomingMessage): Promise<void> {
    if (!(await new OutboxStore(tx).hasInDoubt([chatId, senderId]))) return;
    throw new AppError('too_early', 'it may answer a message that is still being sent', { retryAfterMs: PATIENCE_MS });
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
      const said = await workflow.ask?.(tx, message, asker, this.parts.clock.now());
      if (!said) continue;
      const { command, recordId = 0 } = said;
      if (command !== undefined) await this.parts.commands.run(tx, workflow, recordId, command, asker);
      return said;
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

  /** Also one that overtakes its own message: that is then never worked off. */
  private async recalled(tx: Tx, messageId: string): Promise<Origin> {
    const origin = await new InboxStore(tx).recall(messageId, this.parts.clock.now());
    return origin && this.told(tx, origin, (workflow) => workflow.recalled(messageId));
  }

  /** The message must have been worked off first; one that we never had is none of ours. */
  private async edited(tx: Tx, message: IncomingMessage, at: Instant, attempts: number): Promise<Origin> {
    const row = await new InboxStore(tx).byMessage(message.messageId);
    const isEarly = row ? row.state === 'waiting' : attempts <= PATIENT_ATTEMPTS;
    if (isEarly) throw new AppError('too_early', 'its message is not worked off yet', { retryAfterMs: PATIENCE_MS });
    if (!row || row.workflow === null || row.recordId === null) return null;
    const origin = { workflow: row.workflow, recordId: row.recordId };
    return this.told(tx, origin, (workflow) => workflow.edited(message, at));
  }

  private async told(tx: Tx, origin: NonNullable<Origin>, command: (of: AnyWorkflow) => unknown): Promise<Origin> {
    const known = await this.known(tx, origin);
    if (known) await this.parts.commands.run(tx, known.workflow, known.record.id, command(known.workflow), PROGRAM);
    return known && origin;
  }

  private async say(tx: Tx, to: Recipient, said: Said): Promise<void> {
    const workflow = this.parts.workflows[0];
    if (!workflow) return;
    const { clock, newId } = this.parts;
    await enqueueAll(tx, workflow.name, said.recordId ?? 0, [noticeOf(said, to)], { now: clock.now(), newId });
  }
}

/** What people say to each other in a group is not for us, unless it answers something or names us. */
function mayMatter({ chatType, parentId, mentionsBot }: IncomingMessage): boolean {
  return chatType === 'p2p' || parentId !== null || mentionsBot;
}

/** Where a message is answered. */
function placeOf({ chatType, chatId, senderId }: IncomingMessage): Recipient {
  return chatType === 'p2p' ? person(senderId) : chat(chatId);
}
