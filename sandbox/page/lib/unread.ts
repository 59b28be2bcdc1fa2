import type { ChatSummary, PersonView } from '../../page-contract';

/** How many of others' messages a person has seen in each chat, by `seenKey`. */
export type Seen = Readonly<Record<string, number>>;

export const seenKey = (personId: string, chatId: string) => `${personId} ${chatId}`;

/** What waits for the person in this chat. */
export const unreadIn = (seen: Seen, personId: string, { id, count }: ChatSummary) =>
  Math.max(0, count - (seen[seenKey(personId, id)] ?? 0));

/** What waits for the person in all chats. */
export const unreadOf = (seen: Seen, { id, chats }: PersonView) =>
  chats.reduce((sum, chat) => sum + unreadIn(seen, id, chat), 0);

/** Whether a buzz is among what waits: shown red until the chat is opened. */
export const isBuzzed = (seen: Seen, personId: string, chat: ChatSummary) =>
  chat.urgent > 0 && unreadIn(seen, personId, chat) > 0;

/** The same with all of this chat seen; the same object where nothing changes. */
export function withSeen(seen: Seen, personId: string, { id, count }: ChatSummary): Seen {
  const key = seenKey(personId, id);
  return seen[key] === count ? seen : { ...seen, [key]: count };
}

/** As on a badge: `99+` is as far as it counts. */
export const badgeText = (count: number) => (count > 99 ? '99+' : String(count));

/** The chat that a person would open first: the one they were in, else one with news, else the direct chat. */
export function chatToOpen(seen: Seen, person: PersonView, lastId: string | undefined): ChatSummary | undefined {
  const { chats } = person;
  const news = chats.filter((chat) => unreadIn(seen, person.id, chat) > 0);
  const latest = news.sort((one, other) => (other.lastAt ?? 0) - (one.lastAt ?? 0))[0];
  return chats.find(({ id }) => id === lastId) ?? latest ?? chats[0];
}
