import type { Happening, PersonView } from '../../page-contract';

/** A span of the sandbox's clock, epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** What happened in one chat, oldest first. */
export interface ChatHappenings {
  chatId: string;
  lines: Happening[];
}

/** What happened by chat, in the order in which the chats come first. */
export function byChat(happened: readonly Happening[]): ChatHappenings[] {
  const chats = new Map<string, Happening[]>();
  for (const one of happened) chats.set(one.chatId, [...(chats.get(one.chatId) ?? []), one]);
  return [...chats].map(([chatId, lines]) => ({ chatId, lines }));
}

/** The lines read so far and newly read ones: a message that changed again after the span keeps its line. */
export function withLate(before: readonly Happening[], read: readonly Happening[]): Happening[] {
  const known = new Map([...before, ...read].map((one) => [one.messageId, one]));
  return [...known.values()].sort((one, other) => one.at - other.at);
}

/** Who can open the chat: the person whom one plays if it is theirs, else its first member; undefined if nobody can. */
export function readerOf(chatId: string, people: readonly PersonView[], currentId: string): PersonView | undefined {
  const readers = people.filter(({ chats }) => chats.some(({ id }) => id === chatId));
  return readers.find(({ id }) => id === currentId) ?? readers[0];
}
