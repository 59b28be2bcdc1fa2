import type { BotView, ChatSummary, Overview, PersonView } from '../../page-contract';
import { clockAt } from '../lib/clock-face';
import type { Message } from '../lib/message';

/** The person who reads, the chat, and what drawing a message needs. */
export interface Place {
  person: PersonView;
  chat: ChatSummary;
  bot: BotView;
  /** People that a card offers to the person: open_id and name. */
  people: [id: string, name: string][];
  nameOf(id: string): string;
  /** The sandbox's time, epoch milliseconds. */
  now(): number;
}

/** The message that the composer replies to or edits. */
export interface Aside {
  kind: 'reply' | 'edit';
  message: Message;
}

/** Actions of a message's buttons. */
export interface MessageActs {
  reply(message: Message): void;
  edit(message: Message): void;
  recall(message: Message): void;
  inspect(message: Message): void;
}

/**
 * In a group a card offers its members to be picked, in a direct chat everybody.
 * @param readAt when the overview was read, in the browser's time
 */
export function placeOf(overview: Overview, readAt: number, person: PersonView, chat: ChatSummary): Place {
  const { bot, names, people, clock } = overview;
  const now = () => clockAt(clock, readAt, Date.now());
  const nameOf = (id: string) => names[id] ?? id;
  const offered = chat.mode === 'group' ? chat.members : people.map(({ id }) => id);
  return { person, chat, bot, nameOf, now, people: offered.map((id) => [id, nameOf(id)]) };
}
