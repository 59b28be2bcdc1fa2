import type { Json } from './json';

/** Who and what the local Feishu starts with. */
export interface Company {
  tenantKey: string;
  bot: { openId: string; name: string };
  people: Person[];
  groups: Group[];
  /** People outside, whose names clients show but whom the app cannot look up. */
  outsiders?: Person[];
}

export interface Person {
  /** open_id */
  id: string;
  name: string;
  /** Shown on the page only. */
  title?: string;
  /** Whether the app may read the profile; true where absent. */
  inContactRange?: boolean;
}

export interface Group {
  /** chat_id */
  id: string;
  name: string;
  ownerId: string;
  /** open_ids */
  members: string[];
  /** true where absent */
  hasBot?: boolean;
  /** Whether the bot may mention everyone; true where absent. */
  mayMentionAll?: boolean;
  /** Whether messages can open threads; true where absent. */
  threads?: boolean;
  /** The department whose group this is, with its head. */
  department?: { id: string; leaderId: string };
}

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

export interface Mention {
  /** The placeholder in the text: `@_user_1`, `@_all`. */
  key: string;
  /** open_id; empty for everyone. */
  id: string;
  name: string;
}

export interface Message {
  id: string;
  chatId: string;
  sender: { type: 'user' | 'app'; id: string };
  type: string;
  /** As the API carries it: usually a JSON string. */
  content: string;
  mentions: Mention[];
  createdAt: number;
  updatedAt: number;
  rootId: string | null;
  parentId: string | null;
  threadId: string | null;
  /** The bundle that holds this message. */
  upperId: string | null;
  recalled: boolean;
  edits: number;
  /** What a card shows now. */
  card: Json | null;
  /** How often the card has been shown anew, the first time included. */
  versions: number;
  /** Buzzed (加急) to these people. */
  urgentTo: string[];
  reactions: { id: string; emoji: string; by: string }[];
  /** Keys of the attachments that can be downloaded through this message. */
  resources: string[];
}

/** What was uploaded, by the app or by a person's client. */
export interface StoredFile {
  key: string;
  kind: 'image' | 'file';
  owner: 'app' | 'user';
  name: string;
  contentType: string;
  bytes: Buffer;
}

/** Something that the app wanted to show in a chat and that the platform refused for its content. */
export interface Refusal {
  id: string;
  chatId: string;
  at: number;
  code: number;
  reason: string;
  /** As it was given, parsed where it is JSON. */
  content: unknown;
}

/** What happened to a chat itself. */
export interface ChatEvent {
  id: string;
  chatId: string;
  at: number;
  what: 'bot_added' | 'bot_removed';
  /** open_id */
  by: string;
}

/** Something that a viewer would want to draw again. */
export interface Change {
  /** `bot`: its long connection came or went; `call`: it called the platform. */
  kind: 'message' | 'card' | 'chat' | 'buzz' | 'bot' | 'call';
  chatId?: string;
  messageId?: string;
}
