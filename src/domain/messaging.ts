import type { Instant } from './time';

/** JSON as it crosses a boundary: a card, an event, a column. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
export type CardJson = JsonObject;

/** A group (`oc_…`) or a person (`ou_…`, reached in the direct chat). */
export interface Recipient {
  type: 'chat' | 'person';
  id: string;
}

export const chat = (id: string): Recipient => ({ type: 'chat', id });
export const person = (id: string): Recipient => ({ type: 'person', id });

/** Something a person attached: `key` as the platform named it in that message. */
export interface IncomingAttachment {
  kind: 'image' | 'file';
  key: string;
  name: string;
  /** Of sound and video, where the platform says so. */
  durationMs?: number;
}

/** When something is to be: a calendar's event, a meeting, the end of a task. */
export interface Period {
  from: Instant | null;
  to: Instant | null;
}

/** What can be read of a message, whatever its form. */
export interface Readable {
  /** The platform's `message_type`: text, post, image, file, audio, media, merge_forward, … or one not known yet. */
  form: string;
  /** The bot's own mention removed, others as `@name`. Empty for a bare picture. */
  text: string;
  attachments: IncomingAttachment[];
  /** Whom a card with a person's or a group's name stands for. */
  refersTo?: Recipient;
  period?: Period;
  /** The content as it came, of a form that is not known. */
  raw?: string;
}

/** One thing said in a merged forward (合并转发), as it is kept; its attachments are among the whole message's. */
export interface MergedItem {
  /** open_id; people outside the company have one too. */
  by: string;
  /** Empty where the platform does not tell the name. */
  speaker: string;
  at: Instant;
  form: string;
  text: string;
  /** Keys. */
  attachments: string[];
  /** Of a bundle in the bundle. */
  inside?: MergedItem[];
}

/** One message somebody wrote, reduced to what the product needs. */
export interface IncomingMessage extends Readable {
  messageId: string;
  chatId: string;
  chatType: 'p2p' | 'group';
  /** open_id of the sender; messages of bots never become an `IncomingMessage`. */
  senderId: string;
  sentAt: Instant;
  /** The message this one answers, and the first message of that thread. */
  parentId: string | null;
  rootId: string | null;
  mentionsBot: boolean;
  /** What a merged forward holds, once it was opened; `text` then has the same as lines. */
  inside?: MergedItem[];
  /** How many things in it were left out, since there are too many. */
  leftOut?: number;
}

/** A tap on one of our cards (`card.action.trigger`). */
export interface Tap {
  operatorId: string;
  chatId: string;
  messageId: string;
  /** `feedback.claim` and the like; read from the button's name or value. */
  cmd: string;
  /** From the callback value; null where only the form's name came back. */
  recordId: number | null;
  /** What else the button carried. */
  arg?: string;
  /** The form's fields as strings, trimmed, and what the button's value carries beside; absent where empty. */
  fields: Record<string, string>;
}

/** An event of the platform, in the product's words. */
export type Incoming = { eventId: string; eventType: string; at: Instant } & (
  | { kind: 'message'; message: IncomingMessage }
  | { kind: 'tap'; tap: Tap }
  | { kind: 'recalled'; messageId: string; chatId: string }
  /** The message as it reads now; whether and how the platform tells of edits is documented nowhere. */
  | { kind: 'edited'; message: IncomingMessage }
  | { kind: 'bot_added'; chatId: string; operatorId: string; chatName: string }
  | { kind: 'bot_removed'; chatId: string }
  | { kind: 'person_left'; personId: string }
  | { kind: 'chat_entered'; chatId: string; personId: string }
  | { kind: 'ignored'; reason: string }
);

export interface Toast {
  type: 'success' | 'info' | 'warning' | 'error';
  content: string;
}

/** What a tap is answered with, inside the platform's 3 seconds. */
export interface TapAnswer {
  toast?: Toast;
  card?: CardJson;
}

/** What a transport answers an event with, once it is committed. */
export interface Receipt {
  /** `{}` for an event; a toast, a card or `{}` for a card callback. */
  body: JsonObject;
  /** Called once, after the answer has left (or could not). */
  sent?: () => void;
}

export interface OutgoingMessage {
  to: Recipient;
  content: OutgoingContent;
  /** Answers this message, so that it shows as a reply under it. */
  replyTo?: string;
  /** ≤ 50 characters; the platform sends one uuid once within an hour. */
  uuid: string;
}

export type OutgoingContent =
  | { type: 'card'; card: CardJson }
  /** Literal lines: nothing typed by a person is interpreted (a `post` of text nodes). */
  | { type: 'lines'; title: string; lines: string[] }
  | { type: 'file'; fileKey: string }
  | { type: 'image'; imageKey: string };

export interface SentMessage {
  messageId: string;
  /** For a person: the direct chat. */
  chatId: string;
}

/** What we call on the platform. Every method throws `AppError` with a `feishu_…` code. */
export interface Messenger {
  send(message: OutgoingMessage): Promise<SentMessage>;
  /** Replaces a card of ours. */
  patchCard(messageId: string, card: CardJson): Promise<void>;
  /** 加急 in the app; throws `feishu_buzz_refused` where the platform will not. */
  buzz(messageId: string, personIds: string[]): Promise<void>;
  /** The display name of a person or a group, or null where the app may not see them. */
  nameOf(id: string): Promise<string | null>;
  /** Passes a message on as it is; throws where the platform lets nobody pass it on. */
  forward(messageId: string, to: Recipient, uuid: string): Promise<SentMessage>;
  /** The messages inside a merged forward, oldest first, bundles inside it with what they hold. */
  expandMergedForward(messageId: string): Promise<MergedMessage[]>;
  /** Fetches an attachment of a message and uploads it as ours; returns the new key. */
  keepAttachment(messageId: string, attachment: IncomingAttachment): Promise<string>;
  /** Uploads a file of ours; returns its key. */
  uploadFile(name: string, bytes: Buffer): Promise<string>;
}

export interface MergedMessage extends Readable {
  senderId: string;
  sentAt: Instant;
  /** Of a bundle in the bundle. */
  inside: MergedMessage[];
}
