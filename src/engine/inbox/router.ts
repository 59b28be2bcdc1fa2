import type { Tx } from '../../db/transaction';
import { AppError } from '../../domain/errors';
import { chat, type Incoming, person } from '../../domain/messaging';
import { SECOND } from '../../domain/time';
import type { Answers } from '../commands/answers';
import { untilFresh } from '../commands/commit';
import type { Barred, Gate } from '../commands/gate';
import type { Core } from '../core';
import type { Desk } from '../desk';
import type { Departures } from '../organisation/departures';
import type { ChangedMessages } from './changed-messages';
import type { IncomingMessages } from './incoming-messages';
import type { MessageReader } from './message-reader';
import { reopenLater } from './reopen-later';

/** Together longer than the lease that a crashed process leaves behind. */
const PATIENCE_MS = 4 * SECOND;
export const PATIENT_ATTEMPTS = 5;

/** The record that an event became part of, noted on its inbox row in the same transaction; null for none. */
export type Origin = { workflow: string; recordId: number } | null;

/** The error for an event that came before its message or card: it is tried again a little later. */
export function tooEarly(message: string): AppError {
  return new AppError('too_early', message, { retryAfterMs: PATIENCE_MS });
}

/** Steps around the work on an event, in its transaction. */
export interface WorkedOff {
  /** The number of attempts on this event, this one included. */
  attempts: number;
  /** False if the event was worked off already, and must not be worked off again. */
  begin(tx: Tx): Promise<boolean>;
  finish(tx: Tx, became: Origin): Promise<void>;
}

export interface RouterParts {
  core: Core;
  reader: MessageReader;
  messages: IncomingMessages;
  changes: ChangedMessages;
  answers: Answers;
  desk: Pick<Desk, 'botAdded' | 'settled' | 'prepare'>;
  departures: Pick<Departures, 'left' | 'back'>;
  gate: Pick<Gate, 'barredFrom'>;
}

/** Sends each event to its handler: a message, a recall, an edit, a person or group that came or left. */
export class Router {
  constructor(private readonly parts: RouterParts) {}

  /** Does what the event asks and finishes it in the same transaction; throws `too_early` if it must wait. */
  async route(incoming: Incoming, { attempts, begin, finish }: WorkedOff): Promise<void> {
    const { core, desk, gate, reader } = this.parts;
    const barred = incoming.kind === 'message' ? await gate.barredFrom(incoming) : null;
    const ready = barred ? incoming : await this.prepared(incoming);
    if (!barred) await this.comingsAndGoings(incoming);
    const isNew = !barred && ready.kind === 'message';
    const release = isNew ? await desk.prepare?.(ready.message, (file) => reader.file(ready.message, file)) : undefined;
    const work = untilFresh(core.inTransaction, async (tx) => {
      if (!(await begin(tx))) return;
      await finish(tx, await this.work(tx, ready, { attempts, barred }));
      const isMessage = ready.kind === 'message' || ready.kind === 'edited';
      if (isMessage && ready.message.closed) await reopenLater(tx, ready, core.clock.now());
    });
    await work.finally(release);
    await desk.settled();
    core.wake();
  }

  /** Asks the sender to forward the message again, because it could not be worked off; the event stays in the inbox. */
  async giveUp(incoming: Incoming, { begin, finish }: Omit<WorkedOff, 'attempts'>): Promise<void> {
    const { core, answers } = this.parts;
    await core.inTransaction(async (tx) => {
      if (!(await begin(tx))) return;
      if (incoming.kind === 'unidentified') await this.nobody(tx, incoming);
      if (incoming.kind === 'message') {
        await answers.toMessage(tx, incoming.message, { name: 'intake_failed', params: {} });
      }
      await finish(tx, null);
    });
    core.wake();
  }

  /** Says where the message was written that nobody knows its writer; other talk in a group needs no answer. */
  private async nobody(tx: Tx, { message }: Extract<Incoming, { kind: 'unidentified' }>): Promise<void> {
    if (!message || (message.chatType === 'group' && !message.mentionsBot)) return;
    await this.parts.answers.say(tx, chat(message.chatId), { name: 'unknown_sender', params: {} });
  }

  /** Tells the sender once that a merged forward takes longer, because Feishu cannot open it now. */
  async delayed(incoming: Incoming): Promise<void> {
    if (incoming.kind !== 'message' || incoming.message.form !== 'merge_forward') return;
    const { messageId, senderId, chatType } = incoming.message;
    if (chatType !== 'p2p') return;
    const { core, answers } = this.parts;
    const said = { name: 'takes_longer', params: { messageId } };
    await core.inTransaction((tx) => answers.sayOnce(tx, senderId, said, `longer:${messageId}`));
    core.wake();
  }

  /** A person who writes to us is there again; a person reported as left is not. */
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

  /** Asks Feishu for missing content before the transaction starts, because a transaction must not wait for a call. */
  private async prepared(incoming: Incoming): Promise<Incoming> {
    if (incoming.kind !== 'message' && incoming.kind !== 'edited') return incoming;
    return { ...incoming, message: await this.parts.reader.read(incoming.message) };
  }

  private async work(
    tx: Tx,
    incoming: Incoming,
    { attempts, barred }: { attempts: number; barred: Barred | null },
  ): Promise<Origin> {
    const { messages, changes, answers, desk } = this.parts;
    switch (incoming.kind) {
      case 'message':
        if (barred) return messages.turnAway(tx, incoming.message, barred);
        return messages.take(tx, await changes.asEdited(tx, incoming.message), attempts);
      case 'recalled':
        return changes.recalled(tx, incoming.messageId);
      case 'edited':
        if (incoming.message.closed) return null;
        return changes.edited(tx, incoming, attempts);
      case 'bot_added':
        await answers.say(tx, chat(incoming.chatId), await desk.botAdded(tx, incoming.chatId, incoming.chatName));
        return null;
      case 'unidentified':
        await this.nobody(tx, incoming);
        return null;
      case 'chat_entered':
        await answers.welcome(tx, incoming.personId);
        return null;
      default:
        return null;
    }
  }
}
