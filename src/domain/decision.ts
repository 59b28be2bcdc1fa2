import type { JsonObject, Recipient } from './messaging';
import type { Instant } from './time';

/** What every workflow's record has, for the engine. */
export interface RecordBase {
  /** 0 until the record is stored. */
  id: number;
  /** Grows by 1 with each change; a save is refused if somebody else already wrote that version. */
  version: number;
  /** The next moment at which the clock has something to say about the record; null if nothing is left to say. */
  nextReminderAt: Instant | null;
}

/** One line of a record's timeline. */
export interface Entry {
  at: Instant;
  /** Null if the program did it. */
  actorId: string | null;
  what: string;
  detail?: JsonObject;
}

/**
 * What must reach a chat or a person because of a change. A notice is drawn when it is sent, from the record as it is
 * then, so no notice is out of date.
 */
export type Notice =
  /**
   * Hangs a card on a wall; the reconciler keeps the card true. The card of the person `instead` on that wall is
   * retired. Once the card hangs, the people in `buzz` are buzzed (加急).
   */
  | { kind: 'card'; wall: string; to: Recipient; instead?: string; buzz?: string[]; unbuzzed?: Unbuzzed }
  /**
   * Says something once, to a person as a reply to the record's card if there is one; buzzes (加急) the people in
   * `buzz`.
   */
  | {
      kind: 'message';
      name: string;
      to: Recipient;
      params?: JsonObject;
      buzz?: string[];
      /** The name of the message that a person gets directly if Feishu refuses to buzz them. */
      unbuzzed?: string;
      /** Progress that nobody has to act on: in a group it stays under the record's card. */
      aside?: true;
      /** A person who has muted such messages for today does not get it. */
      mayBeMuted?: true;
      /** Gathered messages to one recipient at one moment arrive as one message. */
      gathers?: true;
      /**
       * A digest (日报) to this person says the same, so a gathered message beside it is left out; `soon`: the message even
       * waits for a digest that comes soon.
       */
      inDigest?: 'now' | 'soon';
      /**
       * The message is sent to this recipient at most once, ever; the key says what it is about, such as
       * `holidays-2027`.
       */
      once?: string;
    }
  /** Several gathered messages about records, to one recipient. */
  | { kind: 'bundle'; to: Recipient; items: BundledNotice[] }
  /** Fetches an attachment and keeps a copy as ours. */
  | { kind: 'keep_attachment'; messageId: string; key: string }
  /** Reads a message again, because the news of an edit may not have come. */
  | { kind: 'read_again'; messageId: string }
  /** Puts the bot's mark (表情回复) under a person's message that was recorded: nobody need wonder whether it arrived. */
  | { kind: 'mark_recorded'; messageId: string }
  /** Sends a kept file, or a kept picture as a message of its own, under the record's card. */
  | { kind: 'file'; to: Recipient; fileKey: string; isPicture?: true }
  /**
   * Draws messages about the record anew that were sent because of somebody's message `cause`, at about `at`: what they
   * said was taken back.
   */
  | { kind: 'redraw'; cause: string; at: Instant }
  /** Draws messages about the record anew that were sent since then: what they ask for may be done. */
  | { kind: 'grey'; since: Instant }
  /** Forwards a message unchanged. */
  | { kind: 'forward'; to: Recipient; messageId: string };

/** The direct message to a person whom Feishu refuses to buzz. */
export interface Unbuzzed {
  name: string;
  params?: JsonObject;
}

export type MessageNotice = Extract<Notice, { kind: 'message' }>;

/** A record that the decision about another one opens. */
export interface Opened {
  /** The workflow of the opened record; absent: the same as the record decided about. */
  workflow?: string;
  next: RecordBase;
  entry: Entry;
  notices: Notice[];
  /** The messages that move from the record decided about to the opened one. */
  messageIds?: string[];
}

/** Commands that the decision gives to another record of its workflow, on behalf of the same person. */
export interface Given {
  recordId: number;
  commands: unknown[];
  /** The messages that move from the record decided about to the other one. */
  messageIds?: string[];
  /** A refusal is passed over; absent: it refuses the whole decision. */
  mayFail?: true;
}

export interface Accepted<R> {
  ok: true;
  next: R;
  entry: Entry;
  notices: Notice[];
  /** The record's cards wait for the next change, which is about to follow. */
  isProvisional?: true;
  /** Records opened by the same decision (ADR 015); usually none. */
  opens?: Opened[];
  gives?: Given[];
}

/** One message of a bundle, and the record that it is about. */
export interface BundledNotice {
  /** The record's workflow; absent in bundles of earlier program versions: the workflow of the outbox row. */
  workflow?: string;
  recordId: number;
  notice: MessageNotice;
}

/** What pure code hands back: the next record with its reasons and consequences, or a refusal. */
export type Decision<R> = Accepted<R> | Refused;

/** Why a command is refused; the texts have a sentence for the reason. */
export interface Refused {
  ok: false;
  reason: string;
  detail?: JsonObject;
}

/** The refusal of a tap that came too late. Only after this refusal the tapped card is drawn anew. */
export const NO_LONGER_APPLIES = 'no_longer_applies';

export function accept<R>(next: R, entry: Entry, notices: Notice[] = []): Accepted<R> {
  return { ok: true, next, entry, notices };
}

export function refuse(reason: string, detail?: JsonObject): Refused {
  return detail ? { ok: false, reason, detail } : { ok: false, reason };
}
