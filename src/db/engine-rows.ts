import { Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Notice } from '../domain/decision';
import type { JsonObject, Traits } from '../domain/messaging';
import type { Instant } from '../domain/time';
import { At, AtOrNull, Count, CountOrNull, Flag, JsonColumn, Key, KeyOrNull } from './column-types';

/**
 * Inbox, outbox and card are queues of the same kind: `dueAt` is the moment at which a row may next be taken; null means
 * that nothing is left to do. A claimed row is its holder's until `claimedUntil`, so a crash gives the row back.
 */
export interface Due {
  id: number;
  dueAt: Instant | null;
  attempts: number;
  /** Who works on the row: a token of one process and one moment; null if nobody does. */
  claim: string | null;
  /** The end of the lease, by the database's clock. */
  claimedUntil: Instant | null;
  /** How often in a row an attempt ended without any result: the process hung or died. */
  unfinished: number;
}

/** An event as Feishu pushed it, committed before it is acknowledged. */
@Entity('inbox')
@Index('inbox_event', ['eventId'], { unique: true })
@Index('inbox_message', ['messageId'], { unique: true })
@Index('inbox_due', ['dueAt'])
@Index('inbox_received', ['state', 'receivedAt'])
export class InboxRow implements Due {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Key(128) eventId!: string;
  /** Set for messages: Feishu may push one message under two event ids. */
  @KeyOrNull(128) messageId!: string | null;
  @Key(128) eventType!: string;
  @JsonColumn() envelope!: JsonObject;
  @At() receivedAt!: Instant;
  @AtOrNull() dueAt!: Instant | null;
  @Count() attempts!: number;
  @KeyOrNull() claim!: string | null;
  @AtOrNull() claimedUntil!: Instant | null;
  @Count(0) unfinished!: number;
  /**
   * `waiting`, `done`, `failed`, `set_aside` (it made the process die), `recalled` (before the message became part of a record), or `kept` (done, its contents
   * deleted).
   */
  @Key(16) state!: string;
  /** The record that the message became part of, once the event is worked off. */
  @KeyOrNull(32) workflow!: string | null;
  @CountOrNull() recordId!: number | null;
}

/** A message that must go out, committed with the change that caused it. */
@Entity('outbox')
@Index('outbox_dedupe', ['dedupeKey'], { unique: true })
@Index('outbox_due', ['dueAt'])
@Index('outbox_created', ['createdAt'])
@Index('outbox_message', ['messageId'])
export class OutboxRow implements Due {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Key(32) workflow!: string;
  /** 0 if the notice is about no record, for example a digest or a message to the admins. */
  @Count() recordId!: number;
  @JsonColumn() notice!: Notice;
  /** Sent with every attempt, so that the platform shows the message once. */
  @Key(50) uuid!: string;
  @KeyOrNull(128) dedupeKey!: string | null;
  @At() createdAt!: Instant;
  @AtOrNull() dueAt!: Instant | null;
  @Count() attempts!: number;
  @KeyOrNull() claim!: string | null;
  @AtOrNull() claimedUntil!: Instant | null;
  @Count(0) unfinished!: number;
  /**
   * `waiting`, `held` (until others to the same recipient are there), `bundled` (part of another row's message),
   * `sent`, `moot` (no longer true when its turn came), `refused` (Feishu will never take it) or `set_aside` (it made the
   * process die).
   */
  @Key(16) state!: string;
  @KeyOrNull(128) messageId!: string | null;
  /** When Feishu was first asked to take the message. */
  @AtOrNull() firstTriedAt!: Instant | null;
  /** The same moment by the database's clock: the clock of a process can be set. */
  @AtOrNull() doubtSince!: Instant | null;
  /** What Feishu was asked to show, by uuid: tries that looked different. Null once the outcome is known. */
  @JsonColumn({ nullable: true }) sentAs!: Record<string, Traits[]> | null;
  @AtOrNull() sentAt!: Instant | null;
  @KeyOrNull(255) lastError!: string | null;
  /** Answers of Feishu that nobody understood; after several of them the row is given up. */
  @Count(0) puzzled!: number;
  /** Since when the recipient cannot be reached for now; null if it can, as far as is known. */
  @AtOrNull() unreachableSince!: Instant | null;
}

/** A card that hangs on a wall, and the version of its record that the card shows. */
@Entity('card')
@Index('card_message', ['messageId'], { unique: true })
@Index('card_record', ['workflow', 'recordId'])
@Index('card_due', ['dueAt'])
@Index('card_posted', ['dead', 'postedAt'])
@Index('card_thread', ['threadId'])
export class CardRow implements Due {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Key(32) workflow!: string;
  @Count() recordId!: number;
  @Key(64) wall!: string;
  /** The group or person it was sent to; for a person, `chatId` is the direct chat. */
  @Key(128) recipientId!: string;
  @Key(128) chatId!: string;
  @Key(128) messageId!: string;
  /** The topic that begins with the card; null until Feishu has told it. */
  @KeyOrNull(128) threadId!: string | null;
  @Count() wantedVersion!: number;
  @Count() shownVersion!: number;
  /** Hash of the card as last shown: a change that this card does not show costs no call. */
  @Key(64) shownHash!: string;
  /** A newer card hangs on the same wall. */
  @Flag() retired!: boolean;
  /** The platform takes no more changes: the card is too old or deleted, or its chat is gone. */
  @Flag() dead!: boolean;
  @At() postedAt!: Instant;
  @AtOrNull() dueAt!: Instant | null;
  @Count() attempts!: number;
  @KeyOrNull() claim!: string | null;
  @AtOrNull() claimedUntil!: Instant | null;
  @Count(0) unfinished!: number;
  /** As in the outbox. */
  @Count(0) puzzled!: number;
  @AtOrNull() unreachableSince!: Instant | null;
}

/** Who did what to a record, and when: one line per version. */
@Entity('timeline')
@Index('timeline_version', ['workflow', 'recordId', 'version'], { unique: true })
@Index('timeline_actor', ['actorId', 'at'])
export class TimelineRow {
  @PrimaryGeneratedColumn({ type: 'integer' }) id!: number;
  @Key(32) workflow!: string;
  @Count() recordId!: number;
  @Count() version!: number;
  @At() at!: Instant;
  @KeyOrNull() actorId!: string | null;
  @Key(32) what!: string;
  @JsonColumn() detail!: JsonObject;
}

/** A recurring moment (for example the digest) and its last slot that was served. */
@Entity('period')
export class PeriodRow {
  @PrimaryColumn({ type: 'varchar', length: 64 }) job!: string;
  @At() slot!: Instant;
}

/** A person's display name as Feishu last told it; null if Feishu told none. */
@Entity('person')
export class PersonRow {
  @PrimaryColumn({ type: 'varchar', length: 64 }) openId!: string;
  @KeyOrNull(255) name!: string | null;
  /** When the name was asked for; 0 for never. */
  @At() fetchedAt!: Instant;
  /** Null until the person writes to the bot. */
  @KeyOrNull(128) directChatId!: string | null;
  /** Until then the person wants to hear no escalations; null if they never said so. */
  @AtOrNull() mutedUntil!: Instant | null;
}

/** The program's knowledge of the organisation beside `org.yaml`: one row per part. */
@Entity('organisation')
export class OrganisationRow {
  @PrimaryColumn({ type: 'varchar', length: 32 }) part!: string;
  @Count() version!: number;
  @JsonColumn() value!: JsonObject;
  @At() changedAt!: Instant;
}

/** The sandbox's app to which this database's messages belong: one row in sandbox mode, none outside. */
@Entity('platform')
export class PlatformRow {
  @PrimaryColumn({ type: 'varchar', length: 64 }) appId!: string;
}

/** A kind of element, such as `collapsible_panel`, that Feishu refused on a card of this app. */
@Entity('refused_element')
export class RefusedElementRow {
  @PrimaryColumn({ type: 'varchar', length: 64 }) appId!: string;
  @PrimaryColumn({ type: 'varchar', length: 64 }) element!: string;
  @At() refusedAt!: Instant;
}

/** A row that a transaction locks if its work must happen one at a time across processes. */
@Entity('mutex')
export class MutexRow {
  @PrimaryColumn({ type: 'varchar', length: 128 }) name!: string;
  @At() lockedAt!: Instant;
}

/** An answer that the API gave, for a client that repeats its request under the same Idempotency-Key. */
@Entity('idempotency')
export class IdempotencyRow {
  @PrimaryColumn({ type: 'varchar', length: 128 }) idempotencyKey!: string;
  @Key() requestHash!: string;
  @Count() recordId!: number;
  @At() createdAt!: Instant;
}
