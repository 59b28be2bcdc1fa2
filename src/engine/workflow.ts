import type { BundleLine } from '../../cards/kit/bundle-card';
import type { CardContext } from '../../cards/kit/context';
import type { Tx } from '../db/transaction';
import type { Decision, MessageNotice, Notice, Opened, RecordBase, Refused } from '../domain/decision';
import type { ErrorCode } from '../domain/errors';
import type { CardJson, IncomingAttachment, IncomingMessage, JsonObject, Recipient, Toast } from '../domain/messaging';
import type { Context, Office } from '../domain/office';
import type { Brought } from '../domain/registers/register';
import type { Instant } from '../domain/time';

/**
 * A workflow: a kind of record with its rules, its face, its store. The engine runs any number of workflows and names
 * none. Everything but the store and the reads of `messages.openFor` and `moments` is pure.
 */
export interface Workflow<R extends RecordBase, C> {
  /** Stands in front of each command (`feedback.claim`) and beside each record in the database. */
  name: string;
  store(tx: Tx): RecordStore<R>;
  rules: Rules<R, C>;
  face: Face<R>;
  /** Absent: records of this workflow neither open from messages nor hear replies. */
  messages?: Messages<R, C>;
  moments: Moment[];
  /** Taps that concern many records at once, by the command's own name (`urge_all`). Absent: there are none. */
  batches?: Record<string, Batch<R, C>>;
  /** The names of customers, products and projects that a record brings to the office. Absent: none. */
  brings?(record: R): Brought[];
  /**
   * Brings a portion of the stored records up to what this program expects, in this transaction; true if more is left.
   * Absent: a migration did it all.
   */
  catchUp?(tx: Tx): Promise<boolean>;
}

/** One tap for many records. */
export interface Batch<R extends RecordBase, C> {
  /** The records that it concerns, each with its command; a command that is refused is passed over. */
  targets(tx: Tx, context: Context): Promise<{ recordId: number; command: C }[]>;
  /** What the person reads; `done` are the records whose command was carried out. */
  toast(done: R[], context: CardContext): Toast;
}

export type AnyWorkflow = Workflow<RecordBase, unknown>;

/** What the engine needs of a workflow's table. */
export interface RecordStore<R extends RecordBase> {
  get(id: number): Promise<R | null>;
  /** Like `get`; nobody else writes the record before this transaction ends. */
  locked(id: number): Promise<R | null>;
  /** Returns the record with its new id. */
  insert(record: R): Promise<R>;
  /** Returns the record as stored. Throws `stale_record` if somebody else already wrote this version. */
  save(record: R): Promise<R>;
  /** Ids of records whose `nextReminderAt` has come, earliest first. */
  dueForReminder(now: Instant, limit: number): Promise<number[]>;
  /** The earliest `nextReminderAt` of all records; null if no record waits for the clock. */
  earliestReminder(): Promise<Instant | null>;
  /** Ids above `after` of records that somebody has to act on, in order. */
  awaitedAfter(after: number, limit: number): Promise<number[]>;
  /** How many records are open, and how many of them are past due. */
  openCounts(now: Instant): Promise<{ open: number; overdue: number }>;
}

/** The rules: who may give which command, and its consequences. */
export interface Rules<R extends RecordBase, C> {
  /**
   * Reads a command: `type` is the tap's `cmd` without the workflow's name, `fields` come from form and button; `zone` is
   * meant by a time that names no offset. What a short card does not ask for is as `record` has it.
   */
  parse(type: string, fields: Record<string, string>, from?: { zone?: string; record?: R }): ParsedCommand<C>;
  /**
   * What a tap asks for: a command, also by a short name (`close_satisfied`), or the form of an act (`ask`). `values` is
   * what the button itself carries. Absent: each tap names its command.
   */
  wish?(type: string, fields: Record<string, string>, values: Record<string, string>): Wish;
  /** Why the actor cannot have the form of this act now; null if they can. Absent: there are no such forms. */
  refusesForm?(record: R, act: string, context: Context): Refused | null;
  decide(record: R, command: C, context: Context): Decision<R>;
  /**
   * The refusal of a command that cannot even be read, if the actor lacks the right to it; null if they have the right.
   * Absent: what is wrong with the command is told to everybody.
   */
  refusal?(record: R, type: string, context: Context): Refused | null;
  /** The clock's decision about a record whose `nextReminderAt` has come. */
  remind(record: R, context: Context): Decision<R>;
  /** The record after the wall clock was set back to now; refused if nothing changes. Absent: nothing ever does. */
  setBack?(record: R, context: Context): Decision<R>;
  /** The program's command for a record that nobody can act on, such as one whose holder left; null if all is well. */
  rescue?(record: R, gone: ReadonlySet<string>, office: Office): C | null;
  /** Who hears of a notice that Feishu refuses for good; absent: the clerks, else the admins. */
  nextBest?(notice: Notice, record: R, office: Office): Recipient[];
}

/** What a tap asks for. */
export type Wish =
  | { wants: 'command'; type: string; fields: Record<string, string> }
  | { wants: 'form'; act: string; fields: Record<string, string> };

export type ParsedCommand<C> = { ok: true; command: C } | { ok: false; reason: string; detail: JsonObject };

/** What people see of a record. Cards and texts are drawn when they are sent, from the record as it is then. */
export interface Face<R extends RecordBase> {
  /** On which walls, and with whom, a live card of the record must hang now. */
  walls(record: R, office: Office): Hanging[];
  /** The card on one wall; `retired` if a newer card has replaced this one. */
  card(record: R, wall: string, context: CardContext, retired: boolean): CardJson;
  /** A message that is said once about a record; null if it is no longer true and must not be sent. */
  message(about: About<R>, context: CardContext): CardJson | null;
  /**
   * A message of nothing but words to pass on, such as an answer for the customer: it goes out as text, which a long press
   * copies. Undefined: the message is a card; null: it is no longer true. Absent: all messages are cards.
   */
  words?(about: About<R>, context: CardContext): string | null | undefined;
  /** The record's line in a message about several records. Absent: the workflow's messages never gather. */
  line?(about: About<R>, context: CardContext): BundleLine;
  /**
   * The form of an act on a card of its own; null if there is none. Absent: all forms stand on the record's cards.
   */
  form?(record: R, asked: AskedForm, context: CardContext): CardJson | null;
  /** Whether a form may take the place of the message of this name; absent: never. */
  holdsForms?(name: string): boolean;
  /** A sent message after a tap on one of its buttons; null if the message stays as it is. Absent: it always stays. */
  tapped?(about: About<R>, context: CardContext): CardJson | null;
  /** A sent message that asks for something which is done by now, in grey; null for any other. Absent: none turns grey. */
  settled?(about: About<R>, context: CardContext): CardJson | null;
  /** Whether this person may read the card on their own wall. Absent: everyone on whose wall a card hangs may. */
  maySee?(record: R, personId: string, office: Office): boolean;
  /** What a person reads after a tap. */
  toast(outcome: Outcome, record: R | null, context: CardContext): Toast;
  /** Everyone whose name a card of the record, or this message about it, may show. */
  people(record: R | null, notice: MessageNotice | null, office: Office): string[];
}

/** The form that somebody asked for. */
export interface AskedForm {
  act: string;
  /** What the person has filled in already. */
  fields: Record<string, string>;
  /** The open_id of the person. */
  by: string;
}

/** A card of a record, and the chat or person it hangs with. */
export interface Hanging {
  wall: string;
  to: Recipient;
}

/** A message, and the record it is about. */
export interface About<R extends RecordBase> {
  notice: MessageNotice;
  record: R;
}

export type Outcome = { outcome: 'done'; type: string } | { outcome: 'refused'; reason: string; detail: JsonObject };

/** How messages from people become part of records. */
export interface Messages<R extends RecordBase, C> {
  /** The open record that this person's message still joins; null if a new record must be opened. */
  openFor(tx: Tx, message: IncomingMessage): Promise<R | null>;
  /** Opens a record (`open` null, id 0) or adds the message to `open`. */
  takeIn(message: IncomingMessage, open: R | null, context: Context): Decision<R>;
  /**
   * The command that an event asks for; `join` adds a reply as a forwarded message; `ask` asks the writer of a reply what
   * is meant, with the workflow's message `which_record`; null if it asks for nothing.
   */
  hear(record: R, event: RecordEvent): C | 'join' | 'ask' | null;
  /** Whether a reply of a word or two answers what the record asks; absent: a nod never does. */
  saysYes?(record: R, message: IncomingMessage): boolean;
  /** An attachment by the platform's key; null if the record no longer has it. */
  attachment(record: R, key: string): IncomingAttachment | null;
}

/** What a message holds after an edit. */
export type EditedMessage = Pick<IncomingMessage, 'messageId' | 'text' | 'attachments'>;

/** What happened to a record's messages. */
export type RecordEvent =
  /** Somebody answered one of the record's cards or messages. */
  | { kind: 'replied'; message: IncomingMessage }
  | { kind: 'recalled'; messageId: string }
  | { kind: 'edited'; message: EditedMessage; at: Instant }
  /** An attachment is kept as ours under `keptKey`, or lost (`keptKey` null, `why` says how). */
  | { kind: 'kept'; key: string; keptKey: string | null; why: ErrorCode | null }
  /** Feishu lets nobody forward this message. */
  | { kind: 'forward_refused'; messageId: string };

/** A recurring moment, such as a daily digest. */
export interface Moment {
  /** Unique; remembered in the database with the last slot served. */
  name: string;
  /** The latest slot at or before `now`; null while nobody may be disturbed for it. */
  slot(now: Instant): Instant | null;
  /** The first moment after `now` at which a slot may be served. */
  nextSlot(now: Instant): Instant;
  /** What is said for the slot; called once per slot, on however many processes. */
  notices(tx: Tx, slot: Instant): Promise<MessageNotice[]>;
  /** Records that begin with the slot, in the same transaction. Absent: none ever do. */
  opens?(tx: Tx, slot: Instant, context: Context): Promise<(Opened & { workflow: string })[]>;
}

/** The workflows of a program, in the order in which the desk lists them. */
export class Workflows {
  constructor(readonly all: AnyWorkflow[]) {}

  /** The workflow whose records customers' messages open; null if no workflow takes in messages. */
  get intake(): AnyWorkflow | null {
    return this.all.find(({ messages }) => messages !== undefined) ?? null;
  }

  /** Null if no workflow has that name. */
  named(name: string | null | undefined): AnyWorkflow | null {
    return this.all.find((workflow) => workflow.name === name) ?? null;
  }

  /** The workflow of a callback's `cmd` (`feedback.claim`), and the command's own name; null if it is none of ours. */
  ofCommand(cmd: string): { workflow: AnyWorkflow; type: string } | null {
    const [name, type] = cmd.split('.', 2);
    const workflow = this.named(name);
    return workflow && type ? { workflow, type } : null;
  }

  /** The record that a card, an outbox row or an inbox row points to; null if it points to none. */
  async record(tx: Tx, to: { workflow: string | null; recordId: number | null } | null): Promise<Known | null> {
    const workflow = this.named(to?.workflow);
    const record = to?.recordId ? await workflow?.store(tx).get(to.recordId) : null;
    return workflow && record ? { workflow, record } : null;
  }
}

/** A record with its workflow. */
export interface Known {
  workflow: AnyWorkflow;
  record: RecordBase;
}
