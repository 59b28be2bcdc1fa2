import type { Instant } from './time';

/** JSON of a card, an event or a column. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
export type CardJson = JsonObject;

/** A group (`oc_…`), or a person (`ou_…`) in the direct chat with the bot. */
export interface Recipient {
  type: 'chat' | 'person';
  id: string;
}

export const chat = (id: string): Recipient => ({ type: 'chat', id });
export const person = (id: string): Recipient => ({ type: 'person', id });

/** An attachment of a message; `key` is Feishu's name for it in that message. */
export interface IncomingAttachment {
  kind: 'image' | 'file';
  key: string;
  name: string;
  /** The length of sound or video; absent if Feishu does not tell it. */
  durationMs?: number;
}

/** When a shared calendar event, meeting or task begins and ends. */
export interface Period {
  from: Instant | null;
  to: Instant | null;
}

/** What the bot reads of a message of any form. */
export interface Readable {
  /**
   * Feishu's `message_type`: text, post, image, file, audio, media, merge_forward, …, or one that is new to the bot.
   */
  form: string;
  /** Without the mention of the bot; other mentions are `@name`. Empty for a picture without text. */
  text: string;
  attachments: IncomingAttachment[];
  /** The person or group that a shared name card is about. */
  refersTo?: Recipient;
  period?: Period;
  /** The content as it came, if the form is unknown. */
  raw?: string;
}

/** One item of a merged forward (合并转发), as a record keeps it; its attachments are listed on the whole message. */
export interface MergedItem {
  /** open_id of the speaker; people outside the company have one too. */
  by: string;
  /** The speaker's name; empty if Feishu does not tell it. */
  speaker: string;
  at: Instant;
  form: string;
  text: string;
  /** The attachments' keys. */
  attachments: string[];
  /** Items of a nested merged forward. */
  inside?: MergedItem[];
}

/** A person whom a message mentions; `name` stands behind `@` in the text. */
export interface Mention {
  id: string;
  name: string;
}

/** A message that a person wrote, reduced to what the bot needs. */
export interface IncomingMessage extends Readable {
  messageId: string;
  chatId: string;
  chatType: 'p2p' | 'group';
  /** open_id of the person; messages of bots never become an `IncomingMessage`. */
  senderId: string;
  /** The company of the person; absent if Feishu does not tell it. */
  tenant?: string;
  sentAt: Instant;
  /** The message that this message answers, and the first message of that thread. */
  parentId: string | null;
  rootId: string | null;
  mentionsBot: boolean;
  /** The names of mentioned people, as they stand behind `@` in the text; absent if nobody is mentioned. */
  mentioned?: string[];
  /** Mentioned people (and bots) whose open_id Feishu tells, without this bot; absent if there are none. */
  mentions?: Mention[];
  /** The topic that the message stands in; absent if it stands in none. */
  threadId?: string;
  /** The items of an opened merged forward; `text` then holds the same items as lines. */
  inside?: MergedItem[];
  /** Feishu lets nobody open the merged forward. */
  closed?: true;
  /** How many items of the merged forward were left out as too many. */
  leftOut?: number;
}

/** A tap on one of our cards (`card.action.trigger`). */
export interface Tap {
  operatorId: string;
  /** The company of the person who tapped; empty if Feishu does not tell it. */
  tenant?: string;
  chatId: string;
  messageId: string;
  /** The command, such as `feedback.claim`, from the button's name or value. */
  cmd: string;
  /** From the button's value; null if only the button's name came back. */
  recordId: number | null;
  /** The time zone of the person's client; absent if Feishu names none that is known. */
  timeZone?: string;
  /** Whatever else the button's value carries. */
  arg?: string;
  /** The form's fields and the fields in the button's value, as trimmed strings; an empty field is absent. */
  fields: Record<string, string>;
  /** The fields in the button's value alone; the chosen entry of a menu is `act`. Absent if there are none. */
  values?: Record<string, string>;
}

/** Another id of a person, from an event that does not tell the open_id. */
export interface PersonAlias {
  type: 'union_id' | 'user_id';
  id: string;
}

/** An event of Feishu, in the bot's own terms. */
export type Incoming = {
  eventId: string;
  eventType: string;
  at: Instant;
  /** The company that the app belongs to; absent if the event does not tell it. */
  tenant?: string;
} & (
  | { kind: 'message'; message: IncomingMessage }
  | { kind: 'tap'; tap: Tap }
  /** A message (its `senderId` is empty) or a tap (`message` null) by a person whose open_id must be asked for. */
  | { kind: 'unidentified'; aliases: PersonAlias[]; message: IncomingMessage | null }
  | { kind: 'recalled'; messageId: string; chatId: string }
  /** The message after the edit. Feishu documents nowhere whether and how it tells of edits. */
  | { kind: 'edited'; message: IncomingMessage }
  | { kind: 'bot_added'; chatId: string; operatorId: string; chatName: string }
  | { kind: 'bot_removed'; chatId: string }
  | { kind: 'person_left'; personId: string }
  | { kind: 'chat_entered'; chatId: string; personId: string }
  /** `tapShape`: the names, without values, of what a tap carried that could not be read. */
  | { kind: 'ignored'; reason: string; tapShape?: string[] }
);

export interface Toast {
  type: 'success' | 'info' | 'warning' | 'error';
  content: string;
}

/** The answer to a tap, which Feishu waits for 3 seconds. */
export interface TapAnswer {
  toast?: Toast;
  card?: CardJson;
}

/** The answer to a committed event. */
export interface Receipt {
  /** `{}` for an event; a toast, a card or `{}` for a tap. */
  body: JsonObject;
  /** Called once, after the answer has left or failed. */
  sent?: () => void;
}

export interface OutgoingMessage {
  to: Recipient;
  content: OutgoingContent;
  /** The message that the new one replies to. */
  replyTo?: string;
  /** At most 50 characters; Feishu sends a message with the same uuid only once within an hour. */
  uuid: string;
}

export type OutgoingContent =
  | { type: 'card'; card: CardJson }
  /** Plain lines, as a `post` of text nodes: no markup in people's text takes effect. */
  | { type: 'lines'; title: string; lines: string[] }
  | { type: 'file'; fileKey: string }
  | { type: 'image'; imageKey: string };

export interface SentMessage {
  messageId: string;
  /** The group, or the direct chat with the person. */
  chatId: string;
  /** The topic that the message stands in; absent if it stands in none. */
  threadId?: string;
}

/** A message of the bot as Feishu lists it: `type` is Feishu's name, `content` whatever Feishu returns of it. */
export interface OwnMessage {
  messageId: string;
  type: string;
  content: Json;
}

/** What is known of a message's content, as hashes: enough to know the message again, and nothing to read. */
export interface Traits {
  /** The records that its buttons name: `feedback.12`. */
  records: string[];
  lines: string[];
}

/** What the bot calls on Feishu. Every method throws `AppError` with a `feishu_…` code. */
export interface Messenger {
  send(message: OutgoingMessage): Promise<SentMessage>;
  /** Replaces a card of the bot. */
  patchCard(messageId: string, card: CardJson): Promise<void>;
  /** Buzzes people in the app (加急); returns those whom Feishu did not buzz; throws if it refuses altogether. */
  buzz(messageId: string, personIds: string[]): Promise<string[]>;
  /** Puts the mark of a recorded message (表情回复) under a person's message; a second time changes nothing. */
  markRecorded(messageId: string): Promise<void>;
  /** The name of a person or a group; null if the app may not see it. */
  nameOf(id: string): Promise<string | null>;
  /** True if Feishu says that the person left the company; false also if the app may not see the person. */
  hasLeft(personId: string): Promise<boolean>;
  /** Forwards a message unchanged; throws if Feishu lets nobody forward it. */
  forward(messageId: string, to: Recipient, uuid: string): Promise<SentMessage>;
  /** The bot's own messages in a chat since a moment, oldest first; recalled ones are left out. */
  sentSince(chatId: string, from: Instant): Promise<OwnMessage[]>;
  /** The items of a merged forward, oldest first; a nested merged forward comes with its own items. */
  expandMergedForward(messageId: string): Promise<MergedMessage[]>;
  /** A message as it is now, a card as its author wrote it; null if Feishu returns none. */
  readMessage(messageId: string): Promise<FreshMessage | null>;
  /** Downloads an attachment of a message and uploads it as the bot's own; returns the new key. */
  keepAttachment(messageId: string, attachment: IncomingAttachment): Promise<string>;
  /** The bytes of an attachment of a message. */
  download(messageId: string, attachment: IncomingAttachment): Promise<Buffer>;
  /** Uploads a file; returns its key. */
  uploadFile(name: string, bytes: Buffer): Promise<string>;
}

/** A message, read again. */
export interface FreshMessage extends Readable {
  isEdited: boolean;
}

export interface MergedMessage extends Readable {
  senderId: string;
  sentAt: Instant;
  /** Items of a nested merged forward. */
  inside: MergedMessage[];
}
