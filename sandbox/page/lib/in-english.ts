import type { ChatSummary, Messages, Overview } from '../../page-contract';
import { type Entry, isMessage, type Message } from './message';

/** The overview with the English names of people, groups and bot. */
export function overviewInEnglish(overview: Overview): Overview {
  const { english, bot, people, names } = overview;
  const nameOf = (id: string, name: string) => english[id]?.name ?? name;
  const chatOf = (chat: ChatSummary) => ({ ...chat, name: nameOf(chat.id, chat.name) });
  return {
    ...overview,
    bot: { ...bot, name: nameOf(bot.openId, bot.name) },
    people: people.map((person) => ({
      ...person,
      name: nameOf(person.id, person.name),
      title: english[person.id]?.title ?? person.title,
      chats: person.chats.map(chatOf),
    })),
    names: Object.fromEntries(Object.entries(names).map(([id, name]) => [id, nameOf(id, name)])),
  };
}

/** The messages with their senders' names as the page writes them. */
export function withNames(messages: Messages, { names, bot }: Overview): Messages {
  const named = (message: Message): Message => {
    const { sender, children } = message;
    const name = sender.type === 'app' ? bot.name : (names[sender.id] ?? sender.name);
    return { ...message, sender: { ...sender, name }, children: children.map(named) };
  };
  return messages.map((entry: Entry) => (isMessage(entry) ? named(entry) : entry));
}
