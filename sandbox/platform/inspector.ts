import type { CallRecord, CallRecords } from './api/call-records';
import type { Push, Pusher } from './events/pusher';
import { isRecord, type Json } from './json';
import { messageJson } from './messages/message-json';
import type { ChatEvent, Refusal } from './model';
import type { Store } from './store';

/** Events, calls and refusals around a message, for the page's inspector. */
export class Inspector {
  constructor(
    private readonly store: Store,
    private readonly pusher: Pusher,
    private readonly records: CallRecords,
  ) {}

  /** The message as the API returns it; a card with its full JSON. */
  message(messageId: string): Json {
    return messageJson(this.store, this.store.message(messageId), true);
  }

  /** Events and callbacks about the message and its replies, oldest first. */
  events(messageId: string): Push[] {
    const all = [...this.pusher.pushes, ...this.pusher.callbacks];
    const about = all.filter(({ envelope }) => messagesOf(envelope.event).includes(messageId));
    return about.sort((one, other) => sentAt(one) - sentAt(other));
  }

  /** API calls about the message and its replies, oldest first. */
  calls(messageId: string): CallRecord[] {
    return this.records.about(messageId);
  }

  /** Refusals of content in this chat, oldest first. */
  refusals(chatId: string): Refusal[] {
    return this.store.refusals.filter((refusal) => refusal.chatId === chatId);
  }

  /** Events of the chat itself, oldest first. */
  chatEvents(chatId: string): ChatEvent[] {
    return this.store.chatEvents.filter((event) => event.chatId === chatId);
  }

  /** Number of events that wait for a repeat. */
  eventsWaiting(): number {
    return this.pusher.pushes.filter(({ dueAt }) => dueAt !== null).length;
  }
}

function messagesOf(event: Json): unknown[] {
  const message = isRecord(event.message) ? event.message : {};
  const context = isRecord(event.context) ? event.context : {};
  return [event.message_id, message.message_id, message.root_id, message.parent_id, context.open_message_id];
}

/** Time of an event (milliseconds) or callback (microseconds) in epoch ms. */
function sentAt({ envelope }: Push): number {
  return Number(envelope.header.create_time.slice(0, 13));
}
