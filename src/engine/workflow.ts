import type { InTransaction, Tx } from '../db/transaction';
import type { Actor } from '../domain/actor';
import type { Decision, Notice, RecordBase } from '../domain/decision';
import type { ErrorCode } from '../domain/errors';
import type { CardJson, IncomingMessage, JsonObject, Recipient, Tap, Toast } from '../domain/messaging';
import type { Instant } from '../domain/time';

export type MessageNotice = Extract<Notice, { kind: 'message' }>;

/** What a workflow's store must offer the engine. */
export interface RecordStore<R extends RecordBase> {
  get(id: number): Promise<R | null>;
  /** The same, and nobody else writes the record before this transaction ends. */
  locked(id: number): Promise<R | null>;
  /** Returns the record with the id it was given. */
  insert(record: R): Promise<R>;
  /** Throws `stale_record` where somebody else already wrote this version. */
  save(record: R): Promise<void>;
  dueForReminder(now: Instant, limit: number): Promise<number[]>;
  /** The earliest `nextReminderAt` of all records; null where none waits. */
  earliestReminder(): Promise<Instant | null>;
}

/** Names of people as text, for whatever is being rendered. */
export type NameOf = (personId: string) => string;

/** What a workflow may reach for while it makes a file. */
export interface Reach {
  inTransaction: InTransaction;
  namesOf(personIds: string[]): Promise<NameOf>;
}

/** A recurring moment of a workflow: a digest, a report. */
export interface Periodic {
  name: string;
  /** The latest slot at or before `now`. */
  slot(now: Instant): Instant;
  /** The first slot after `now`. */
  nextSlot(now: Instant): Instant;
  /** What is to be said for the slot. Called once per slot, whatever number of processes run. */
  notices(tx: Tx, slot: Instant): Promise<MessageNotice[]>;
}

/** What the bot says of its own accord or when asked: a message by its name, drawn by `compose`. */
export interface Said {
  name: string;
  params: JsonObject;
  /** The record it is about; none: about no record. */
  recordId?: number;
  /** The record's own card is hung anew, on this wall, in place of a message. */
  wall?: string;
  /** What saying it does to that record: that somebody looked is on its timeline. */
  command?: unknown;
}

/** What goes out to say it. */
export function noticeOf({ name, params, wall }: Said, to: Recipient): Notice {
  return wall === undefined ? { kind: 'message', name, to, params } : { kind: 'card', wall, to };
}

/** A line of a record's timeline as it was stored. */
export interface TimelineLine {
  at: Instant;
  actorId: string | null;
  what: string;
  detail: JsonObject;
}

/** A record's timeline in words, oldest first. */
export interface Told {
  number: string;
  timeline: { at: Instant; who: string; what: string }[];
}

/** What a tap about no record is answered with; the names of `warning` and `note` are drawn by `remark`. */
export interface TapReply {
  /** The tapped card from now on. */
  card?: Said;
  /** Said as well: to the one who tapped, or with `inGroup` where the card hangs. */
  says?: Said;
  inGroup?: boolean;
  /** Why nothing came of it, or what was done out of sight. */
  warning?: string;
  note?: string;
}

/** What answering such a tap may ask of the engine. */
export interface AnswerDesk {
  /** Takes in a message that was at first answered as a word; false where it is not there any more, or not theirs. */
  takeIn(messageId: string): Promise<boolean>;
}

/** The buttons on a workflow's answers to words: another page of a list, the word that was meant. */
export interface AnswerTaps {
  /** The commands, without the workflow's name. */
  commands: readonly string[];
  answer(tx: Tx, type: string, tap: Tap, now: Instant, desk: AnswerDesk): Promise<TapReply>;
  /** A reply's `warning` or `note` in words. */
  remark(name: string): string;
}

export interface Intake<R extends RecordBase> {
  /** The record that this person's messages may still join; null where there is none. */
  openFor(tx: Tx, message: IncomingMessage): Promise<R | null>;
  /** Opens a record (`open` null, id 0) or adds to one. */
  takeIn(message: IncomingMessage, open: R | null, now: Instant): Decision<R>;
}

export interface Succession<R extends RecordBase, C> {
  /** Ids of records that somebody is still waited for, above `after`, in order. */
  open(tx: Tx, after: number, limit: number): Promise<number[]>;
  /** What the program does about a record that nobody can act on any more; null where all is well. */
  rescue(record: R, gone: ReadonlySet<string>): C | null;
  /** On whose walls a card of the record must hang. */
  walls(record: R): { wall: string; to: Recipient }[];
}

/** A message, and the record that it is about. */
export interface About<R extends RecordBase> {
  notice: MessageNotice;
  record: R;
}

/** What a tap that only asks is answered with: a message, and a toast that says where it is. */
export type Inquiry =
  | { ok: true; says: MessageNotice; toast: Toast }
  | { ok: false; reason: string; detail: JsonObject };

export type ParsedCommand<C> = { ok: true; command: C } | { ok: false; reason: string; detail: JsonObject };

/**
 * A workflow: a kind of record with its rules, its store and its cards. The engine runs any number of them and knows
 * none by name. Everything but `store`, `intake.openFor` and `periodic.notices` is pure.
 */
export interface Workflow<R extends RecordBase, C> {
  name: string;
  store(tx: Tx): RecordStore<R>;
  /** Reads the part of a tap's `cmd` after the workflow's name, with the form's fields and what rode along in the button. */
  parse(type: string, fields: Record<string, string>): ParsedCommand<C>;
  decide(record: R, command: C, actor: Actor, now: Instant): Decision<R>;
  remind(record: R, now: Instant): Decision<R>;
  intake?: Intake<R>;
  /** Whether a card on this wall still matters: a lost one is posted anew. */
  hangs(record: R, wall: string): boolean;
  /** What a message under one of the record's cards asks; `join` adds it to the record as a forwarded message. */
  reply(record: R, message: IncomingMessage): C | 'join' | null;
  /**
   * The commands by which the program itself speaks: a message was recalled, was edited, cannot be passed on; an
   * attachment is kept, or lost (`keptKey` null, `why` with the error's code).
   */
  recalled(messageId: string): C;
  edited(message: IncomingMessage, at: Instant): C;
  forwardRefused(messageId: string): C;
  attachmentKept(key: string, keptKey: string | null, why: ErrorCode | null): C;
  /** The attachment as the platform named it; null where the record no longer has it. */
  attachmentOf(record: R, key: string): { kind: 'image' | 'file'; key: string; name: string } | null;
  periodic: Periodic[];
  /** What keeps records from being orphaned when people, groups or departments are no longer there. */
  succession?: Succession<R, C>;
  /** Answers a word typed to the bot (`帮助`, `我的`, `#12`); null where the message is no such word. */
  ask?(tx: Tx, message: IncomingMessage, asker: Actor, now: Instant): Promise<Said | null>;
  /** Answers the buttons on what `ask` said: taps about no record. */
  answerTaps?: AnswerTaps;
  /** Everyone whose name a card of this record, or this message, may show. */
  peopleIn(record: R | null, notice?: MessageNotice): string[];
  render(record: R, wall: string, view: { nameOf: NameOf; retired: boolean }): CardJson;
  /** The wall whose card a tap in this chat should be answered with, where the card itself is unknown. */
  wallFor(record: R, actor: Actor): string;
  /** Draws a one-off message; null where it is no longer true and should not be sent. */
  compose(notice: MessageNotice, record: R | null, nameOf: NameOf): CardJson | null;
  /** Draws several messages that are still true as one; needed where notices gather. */
  bundle?(to: Recipient, about: About<R>[], nameOf: NameOf): CardJson;
  /** A message of ours as it looks after a tap on one of its buttons; null where it stays as it is. */
  redrawn?(to: Recipient, about: About<R>[], nameOf: NameOf): CardJson | null;
  /** What goes to somebody whom the platform would not buzz, in place of the buzz; null: the message must do. */
  unbuzzed?(notice: MessageNotice, personId: string): MessageNotice | null;
  /** Answers a tap that asks and changes nothing (时限说明); null where the tap is a command. */
  inquire?(tx: Tx, type: string, record: R, asker: Actor, now: Instant): Promise<Inquiry | null>;
  /** The file that a message consists of (an export), made when it is sent; null where it is a card. */
  fileFor?(notice: MessageNotice, reach: Reach): Promise<{ name: string; bytes: Buffer } | null>;
  /** The record's timeline in words, for whoever looks into it. */
  tell?(record: R, entries: TimelineLine[], nameOf: NameOf): Told;
  /** The toast for a command that was done. */
  done(type: string, record: R): Toast;
  /** The toast for a refusal. */
  refused(reason: string, detail: JsonObject, nameOf: NameOf, record: R | null): Toast;
  /** Who hears of it where the platform will not deliver a notice. */
  nextBest(notice: Notice, record: R | null): Recipient[];
}

export type AnyWorkflow = Workflow<RecordBase, unknown>;

/** The workflow that a callback's `cmd` (`feedback.claim`) belongs to, and the command's own name. */
export function byCommand(workflows: AnyWorkflow[], cmd: string): { workflow: AnyWorkflow; type: string } | null {
  const [name, type] = cmd.split('.', 2);
  const workflow = workflows.find((candidate) => candidate.name === name);
  return workflow && type ? { workflow, type } : null;
}
