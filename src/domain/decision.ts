import type { JsonObject, Recipient } from './messaging';
import type { Instant } from './time';

/** What the engine needs to know of any workflow's record. */
export interface RecordBase {
  /** 0 until the record is stored. */
  id: number;
  /** Grows by one with each change; a save with a version somebody else already wrote is refused. */
  version: number;
  /** The next moment the clock has something to say about the record; null when nobody is waiting. */
  nextReminderAt: Instant | null;
}

/** One line of a record's timeline: it happened, who did it, and what matters of it. */
export interface Entry {
  at: Instant;
  /** Null where the clock did it. */
  actorId: string | null;
  what: string;
  detail?: JsonObject;
}

/**
 * What must reach somebody because of a change. Notices are rendered when they are sent, from the record as it is then,
 * so none of them can be out of date.
 */
export type Notice =
  /** Hangs a card on a wall; from then on the reconciler keeps it true. That of somebody else there is replaced by it. */
  | { kind: 'card'; wall: string; to: Recipient; instead?: string }
  /** Says something once; under the record's card in the same chat where one hangs. Buzzes those named. */
  | {
      kind: 'message';
      name: string;
      to: Recipient;
      params?: JsonObject;
      buzz?: string[];
      /** The name of the message that a person gets directly if the platform would not buzz them. */
      unbuzzed?: string;
      /** Those to one recipient at one moment arrive as one message. */
      gathers?: true;
      /** Said once to this recipient, over restarts and for good; the key names what it is about. */
      once?: string;
    }
  /** Several gathered messages about records, to one recipient. */
  | { kind: 'bundle'; to: Recipient; items: BundledNotice[] }
  /** Fetches what a person attached and keeps it as ours. */
  | { kind: 'keep_attachment'; messageId: string; key: string }
  /** Hands a kept file to a chat. */
  | { kind: 'file'; to: Recipient; fileKey: string }
  /** Passes somebody's message on as it is. */
  | { kind: 'forward'; to: Recipient; messageId: string };

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

export interface Accepted<R> {
  ok: true;
  next: R;
  entry: Entry;
  notices: Notice[];
  /** Records opened by the same decision (ADR 015); usually none. */
  opens?: Opened[];
}

/** One message of a bundle, and the record that it is about. */
export interface BundledNotice {
  /** The workflow of the record; absent in a bundle of an earlier program version: that of the outbox row. */
  workflow?: string;
  recordId: number;
  notice: MessageNotice;
}

/** What pure code hands back: the next record with its reasons and consequences, or a refusal. */
export type Decision<R> = Accepted<R> | { ok: false; reason: string; detail?: JsonObject };

/** The refusal of a tap that came too late: the one case in which a refused tap's card is drawn anew. */
export const NO_LONGER_APPLIES = 'no_longer_applies';

export function accept<R>(next: R, entry: Entry, notices: Notice[] = []): Accepted<R> {
  return { ok: true, next, entry, notices };
}

export function refuse<R>(reason: string, detail?: JsonObject): Decision<R> {
  return detail ? { ok: false, reason, detail } : { ok: false, reason };
}
