import type { CallRecord, CallRecords } from './api/call-records';
import type { Push, Pusher } from './events/pusher';
import { isRecord, type Json } from './json';
import { messageJson } from './messages/message-json';
import type { ChatEvent, Refusal } from './model';
import type { Store } from './store';

/** What happened around a message, for whoever looks over the platform's shoulder. */
export class Inspector {
  constructor(
    private readonly store: Store,
    private readonly pusher: Pusher,
    private readonly records: CallRecords,
  ) {}

  /** The message as the platform's API shows it, a card with its structure. */
  message(messageId: string): Json {
    return messageJson(this.store, this.store.message(messageId), true);
  }

  /** Events and callbacks about the message or what hangs under it, oldest first. */
  events(messageId: string): Push[] {
    const all = [...this.pusher.pushes, ...this.pusher.callbacks];
    const about = all.filter(({ envelope }) => messagesOf(envelope.event).includes(messageId));
    return about.sort((one, other) => sentAt(one) - sentAt(other));
  }

  /** API calls about the message or what hangs under it, oldest first. */
  calls(messageId: string): CallRecord[] {
    return this.records.about(messageId);
  }

  /** What was refused in this chat for its content, oldest first. */
  refusals(chatId: string): Refusal[] {
    return this.store.refusals.filter((refusal) => refusal.chatId === chatId);
  }

  /** What happened to this chat itself, oldest first. */
  chatEvents(chatId: string): ChatEvent[] {
    return this.store.chatEvents.filter((event) => event.chatId === chatId);
  }

  /** How many events wait to be pushed again. */
  eventsWaiting(): number {
    return this.pusher.pushes.filter(({ dueAt }) => dueAt !== null).length;
  }
}

function messagesOf(event: Json): unknown[] {
  const message = isRecord(event.message) ? event.message : {};
  const context = isRecord(event.context) ? event.context : {};
  return [event.message_id, message.message_id, message.root_id, message.parent_id, context.open_message_id];
}

/** Both of events (milliseconds) and of callbacks (microseconds). */
function sentAt({ envelope }: Push): number {
  return Number(envelope.header.create_time.slice(0, 13));
}
