import type { Json } from './json';

/** The people, groups and bot with which the local Feishu starts. */
export interface Company {
  tenantKey: string;
  bot: { openId: string; name: string; english?: string };
  people: Person[];
  groups: Group[];
  /** People outside the company: clients show their names, but the app cannot look them up. */
  outsiders?: Person[];
}

/** A person of the company, or a customer. */
export interface Person {
  /** open_id */
  id: string;
  name: string;
  title?: string;
  /** Name and title in English; those above if absent. */
  english?: { name: string; title: string };
  /** Whether the app may read the profile; true if absent. */
  inContactRange?: boolean;
}

/** A group with which the company starts. */
export interface Group {
  /** chat_id */
  id: string;
  name: string;
  /** The name in English; the one above if absent. */
  english?: string;
  ownerId: string;
  /** open_ids */
  members: string[];
  /** Whether the bot is a member; true if absent. */
  hasBot?: boolean;
  /** Whether the bot may mention everyone; true if absent. */
  mayMentionAll?: boolean;
  /** Whether messages can open threads; true if absent. */
  threads?: boolean;
  /** The department of the group, with its leader. */
  department?: { id: string; leaderId: string };
}

/** A chat: a group, or a person's direct chat with the bot. */
export interface Chat {
  id: string;
  mode: 'p2p' | 'group';
  name: string;
  ownerId: string;
  members: Set<string>;
  hasBot: boolean;
  dissolved: boolean;
  mayMentionAll: boolean;
  threads: boolean;
  department: { id: string; leaderId: string } | null;
}

/** A mention in a message. */
export interface Mention {
  /** The placeholder in the text: `@_user_1`, `@_all`. */
  key: string;
  /** open_id; empty for everyone. */
  id: string;
  name: string;
}

/** A message as the platform stores it. */
export interface Message {
  id: string;
  chatId: string;
  sender: { type: 'user' | 'app'; id: string };
  type: string;
  /** Content as in the API: usually a JSON string. */
  content: string;
  mentions: Mention[];
  createdAt: number;
  updatedAt: number;
  rootId: string | null;
  parentId: string | null;
  threadId: string | null;
  /** Id of the merged forward that contains this message. */
  upperId: string | null;
  recalled: boolean;
  edits: number;
  /** JSON of the current card; null for other messages. */
  card: Json | null;
  /** Number of versions of the card so far; 1 after sending. */
  versions: number;
  /** open_ids of the people whom the message buzzed (加急). */
  urgentTo: string[];
  reactions: { id: string; emoji: string; by: string }[];
  /** Keys of the attachments that can be downloaded with this message's id. */
  resources: string[];
}

/** A file that the app or a person's client uploaded. */
export interface StoredFile {
  key: string;
  kind: 'image' | 'file';
  owner: 'app' | 'user';
  name: string;
  contentType: string;
  bytes: Buffer;
}

/** Content that the app wanted to show in a chat and that the platform refused. */
export interface Refusal {
  id: string;
  chatId: string;
  at: number;
  code: number;
  reason: string;
  /** The refused content, parsed if it is JSON. */
  content: unknown;
}

/** An event of the chat itself, such as "dissolved". */
export interface ChatEvent {
  id: string;
  chatId: string;
  at: number;
  what: 'bot_added' | 'bot_removed';
  /** open_id */
  by: string;
}

/** A change after which a viewer draws again. */
export interface Change {
  /** `bot`: a long connection opened or closed; `call`: the bot called the platform. */
  kind: 'message' | 'card' | 'chat' | 'buzz' | 'bot' | 'call';
  chatId?: string;
  messageId?: string;
}
