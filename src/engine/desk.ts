import type { OutboxRow } from '../db/engine-rows';
import type { Tx } from '../db/transaction';
import type { Actor } from '../domain/actor';
import type { MessageNotice, Notice, Opened } from '../domain/decision';
import type { Fold } from '../domain/digest/folding';
import type {
  CardJson,
  Incoming,
  IncomingAttachment,
  IncomingMessage,
  JsonObject,
  Recipient,
  TapAnswer,
} from '../domain/messaging';
import type { Instant } from '../domain/time';
import type { NamesOf } from './directory';
import type { Moment } from './workflow';

/** Under this name the bot itself speaks, about no record: stored in the outbox in place of a workflow's name. */
export const BOT = 'bot';

/** A message that the bot gives as an answer, by its name; it is drawn when it is sent. */
export interface Said {
  name: string;
  params: JsonObject;
  /** The record it is about, with its workflow; absent: about no record. */
  about?: RecordRef;
  /** The record's own card is hung anew on this wall, in place of a message. */
  wall?: string;
  /** A record that the answer opens, of this workflow; its card is the answer, and nothing else is said. */
  opens?: Opened & { workflow: string };
  /** The record to which `command` is given, if the message itself is about none. */
  concerns?: RecordRef;
  /** A command that the answer gives to the record: for example, a look at contact details goes on the timeline. */
  command?: unknown;
}

/** A record, with its workflow. */
export interface RecordRef {
  workflow: string;
  recordId: number;
}

/** Who wrote a message, and under what. */
export interface Asking {
  asker: Actor;
  /** The record under whose card or message of ours it stands; null if under none. */
  under: RecordRef | null;
  /**
   * What of it is the desk's although the record hears it: `words`, or also courtesies; absent if the record does not
   * hear it.
   */
  only?: 'words' | 'words_and_courtesies';
}

/** The answer that says nothing: the message is no word and no customer's matter, and needs no reply. */
export const SILENCE: Said = { name: 'silence', params: {} };

/** The notice for an answer of the desk. */
export function noticeOf({ name, params, wall }: Said, to: Recipient): Notice {
  return wall === undefined ? { kind: 'message', name, to, params } : { kind: 'card', wall, to };
}

/** A tap that the desk answers, with the event that brought it. */
export type TapEvent = Extract<Incoming, { kind: 'tap' }> & { envelope: JsonObject };

/** Downloads an attachment of the message in hand; null if it cannot be had. Throws if that may pass. */
export type FetchFile = (attachment: IncomingAttachment) => Promise<Buffer | null>;

/** Answers for all workflows at once: words, lists, set-up, and the bot's own messages. */
export interface Desk {
  /** Answers a word typed to the bot; null if the message is no word. */
  ask(tx: Tx, message: IncomingMessage, by: Asking): Promise<Said | null>;
  /**
   * Fetches what an answer to the message needs, before the transaction of `ask`; `fetch` gives null for a file that cannot
   * be had. Returns what lets go of it, to be called once the message was worked off. Absent: answers need nothing.
   */
  prepare?(message: IncomingMessage, fetch: FetchFile): Promise<() => void>;
  /** The bot was added to a group. */
  botAdded(tx: Tx, chatId: string, chatName: string): Promise<Said>;
  /** To be called once the transaction of `ask` has ended. */
  settled(): Promise<void>;
  /** Answers a tap on one of the desk's buttons; null if the button is a record's. */
  tap(event: TapEvent): Promise<TapAnswer | null>;
  /** Draws a message about no record; null if it is no longer true. */
  message(notice: MessageNotice, namesOf: NamesOf): Promise<CardJson | null>;
  /** The file that a message consists of, such as an export, made when it is sent; null if the message is a card. */
  file(notice: MessageNotice, namesOf: NamesOf): Promise<{ name: string; bytes: Buffer } | null>;
  moments: Moment[];
  /** What becomes of gathered messages that a digest says as well, by the id of the row; a row without an entry is sent. */
  folds(tx: Tx, rows: OutboxRow[], now: Instant): Promise<ReadonlyMap<number, Fold>>;
}
