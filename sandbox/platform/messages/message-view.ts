import { visibleLines } from '../cards/card-reader';
import { isRecord, type Json, listed } from '../json';
import type { Chat, Message } from '../model';
import type { Store } from '../store';

/** A message as the page and the tests see it. */
export interface MessageView extends Omit<Message, 'content' | 'sender' | 'card'> {
  sender: { type: 'user' | 'app'; id: string; name: string };
  /** Content, parsed if it is JSON. */
  content: unknown;
  card: Json | null;
  /** The readable text with mentions by name; the visible lines of a card. */
  text: string;
  /** Messages inside a merged forward. */
  children: MessageView[];
}

/** A chat as the page and the tests see it. */
export interface ChatView {
  id: string;
  mode: 'p2p' | 'group';
  name: string;
  members: string[];
  hasBot: boolean;
  dissolved: boolean;
  last: MessageView | null;
}

export function viewMessage(store: Store, message: Message): MessageView {
  const content = parsed(message.content);
  const text = message.card ? visibleLines(message.card).join('\n') : readable(message, content);
  return structuredClone({
    ...message,
    sender: { ...message.sender, name: senderName(store, message) },
    content,
    text,
    children: (store.children.get(message.id) ?? []).map((child) => viewMessage(store, child)),
  });
}

/** The messages of a chat, oldest first, without messages inside merged forwards. */
export function messagesIn(store: Store, chatId: string): Message[] {
  return [...store.messages.values()].filter((message) => message.chatId === chatId);
}

export function viewChat(store: Store, chat: Chat): ChatView {
  const last = messagesIn(store, chat.id).at(-1);
  const { id, mode, name, hasBot, dissolved } = chat;
  const members = [...chat.members];
  return { id, mode, name, members, hasBot, dissolved, last: last ? viewMessage(store, last) : null };
}

function senderName(store: Store, { sender }: Message): string {
  return store.nameOf(sender.type === 'app' ? store.company.bot.openId : sender.id);
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

function readable({ mentions, type }: Message, content: unknown): string {
  // The content of a merged forward is a placeholder for programs.
  if (type === 'merge_forward') return '';
  if (!isRecord(content)) return String(content);
  const nodes = listed(content.content).flat().filter(isRecord);
  const rows = listed(content.content).map((row) =>
    listed(row)
      .map((node) => nodeText(node))
      .join(''),
  );
  const raw = typeof content.text === 'string' ? content.text : nodes.length > 0 ? rows.join('\n') : '';
  const titled = [content.title, raw].filter((each) => typeof each === 'string' && each !== '').join('\n');
  return mentions.reduce((text, { key, name }) => text.replaceAll(key, `@${name}`), titled);
}

function nodeText(node: unknown): string {
  if (!isRecord(node)) return '';
  return typeof node.text === 'string' ? node.text : node.tag === 'at' ? String(node.user_id) : '';
}
