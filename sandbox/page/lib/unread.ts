import type { ChatSummary, PersonView } from '../../page-contract';

/** Number of messages of others that a person has seen, by `seenKey` of person and chat. */
export type Seen = Readonly<Record<string, number>>;

/** Key of a person's seen messages in a chat. */
export const seenKey = (personId: string, chatId: string) => `${personId} ${chatId}`;

/** Number of unread messages of a person in a chat. */
export const unreadIn = (seen: Seen, personId: string, { id, count }: ChatSummary) =>
  Math.max(0, count - (seen[seenKey(personId, id)] ?? 0));

/** Number of unread messages of a person in all chats. */
export const unreadOf = (seen: Seen, { id, chats }: PersonView) =>
  chats.reduce((sum, chat) => sum + unreadIn(seen, id, chat), 0);

/** Whether an unread message buzzes; the badge is then red. */
export const isBuzzed = (seen: Seen, personId: string, chat: ChatSummary) =>
  chat.urgent > 0 && unreadIn(seen, personId, chat) > 0;

/** Marks the whole chat as seen; returns the same object if nothing changes. */
export function withSeen(seen: Seen, personId: string, { id, count }: ChatSummary): Seen {
  const key = seenKey(personId, id);
  return seen[key] === count ? seen : { ...seen, [key]: count };
}

/** Text of a badge; `99+` beyond 99. */
export const badgeText = (count: number) => (count > 99 ? '99+' : String(count));

/**
 * The chat to open first: the person's last chat, else the chat with the latest unread message, else the direct chat.
 */
export function chatToOpen(seen: Seen, person: PersonView, lastId: string | undefined): ChatSummary | undefined {
  const { chats } = person;
  const news = chats.filter((chat) => unreadIn(seen, person.id, chat) > 0);
  const latest = news.sort((one, other) => (other.lastAt ?? 0) - (one.lastAt ?? 0))[0];
  return chats.find(({ id }) => id === lastId) ?? latest ?? chats[0];
}
