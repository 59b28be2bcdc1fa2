import type { CardContext } from '../../cards/kit/context';
import type { ListRow } from '../../cards/kit/list-row';
import type { Sheet } from '../../cards/kit/sheets/sheet';
import type { ListName } from '../../cards/texts/texts';
import type { InTransaction, Tx } from '../db/transaction';
import type { MessageNotice, RecordBase } from '../domain/decision';
import type { DigestPart, DigestReader } from '../domain/digest/digest';
import type { Edge, From, ListCounts } from '../domain/list-edges';
import type { IncomingMessage, JsonObject, Toast } from '../domain/messaging';
import type { Context, Office } from '../domain/office';
import type { Org } from '../domain/org/org';
import type { Period } from '../domain/periods/period';
import type { Instant } from '../domain/time';
import type { RecordRef, Said } from '../engine/desk';
import type { NameOf, NamesOf } from '../engine/directory';

/** The lists that a person can ask for, by a word (design §3.5) or by a button. */
export const LISTS = [
  'mine',
  'todo',
  'unclaimed',
  'due_today',
  'overdue',
  'closed',
  'search',
] as const satisfies ListName[];
export type { ListName };

/** The desk's view of a workflow's records; the desk leaves absent members out of its answers. */
export interface Catalogue {
  workflow: string;
  /** The id behind a number as typed after `#`, such as `12`; null if the number is not of this workflow. */
  idOf(tx: Tx, number: string): Promise<number | null>;
  /** The workflow's part of a list, within the rights of `context.actor`. */
  section(tx: Tx, asked: { list: ListName; words: string }, context: Context): Promise<Section>;
  /** A listed item as a row of the list's card. */
  row(item: JsonObject, context: CardContext): ListRow;
  /** The people whom the row names. */
  namedIn(item: JsonObject): string[];
  /** Answers `#12`: the record, or why the actor may not see it. */
  show(tx: Tx, id: number, context: Context): Promise<Said>;
  /** The record's live card, hung anew for the actor; null if none hangs with them. Absent: none ever does. */
  live?(tx: Tx, id: number, context: Context): Promise<Said | null>;
  /** Answers the button 时限说明 of a record's card. */
  explain?(tx: Tx, id: number, context: Context): Promise<Inquiry>;
  /** Who has looked at what a record keeps from most people. */
  looks?(tx: Tx, id: number, context: Context): Promise<Inquiry>;
  /** False if the actor is of the office or of a department, and never brought in a record. Absent: everybody may. */
  isRep?(tx: Tx, context: Context): Promise<boolean>;
  /** Whether the text reads like a matter of this workflow. */
  isMatter?(text: string, org: Org): boolean;
  /**
   * A person nodded whom a reminder of this workflow asks: what is said to that; null if none asks. `under`: the nod
   * stands under this record's card or message.
   */
  nodded?(tx: Tx, context: Context, under?: RecordRef | null): Promise<Said | null>;
  /** A text that names a record of this workflow, such as `FB-12 客户又来催了`. Absent: no text does. */
  naming?: Naming;
  /**
   * Begins a record: `name` is what was typed after 新建, or the whole text if `isWhole`; by the person who typed it. Null
   * if nothing is called so. Absent: no record of this workflow begins by a word.
   */
  begin?(tx: Tx, asked: { name: string; isWhole: boolean }, context: Context): Promise<Said | null>;
  /** Answers 打印 with the record's document; null if the record has none. Absent: none has. */
  print?(tx: Tx, id: number, context: Context): Promise<Said | null>;
  /** The file of a message that `print` said. */
  document?(params: JsonObject, drawing: DocumentDrawing): Promise<{ name: string; bytes: Buffer } | null>;
  digest?: DigestSource;
  /** The customer's records that the actor may see, the first `limit` of them. Absent: no record is of a customer. */
  ofCustomer?(tx: Tx, customer: SoughtCustomer, limit: number, context: Context): Promise<OfCustomer>;
  /** Whether a period holds any record that this person may see. */
  hasRecordsIn?(tx: Tx, period: Period, to: ExportedTo): Promise<boolean>;
  /** The records submitted in a period that this person may see, as a sheet for export; null if there is none. */
  sheet?(tx: Tx, period: Period, to: ExportedTo): Promise<SheetSource | null>;
  /** The lines of a record's timeline in words, oldest first. */
  timeline?(record: RecordBase, entries: TimelineLine[], context: CardContext): TimelineInWords;
}

/** What a document is drawn with. */
export interface DocumentDrawing {
  context: CardContext;
  namesOf: NamesOf;
  inTransaction: InTransaction;
}

/** A customer whose records are looked for. */
export interface SoughtCustomer {
  /** Parts of the customer's names, for a search in texts: each record of the customer holds one of them. */
  stems: string[];
  /** Whether the customer of a record, as typed, is this one. */
  isMeant(typed: string): boolean;
}

/** The records of a customer: open ones first, then the newest. */
export interface OfCustomer {
  total: number;
  items: CustomerItem[];
}

export interface CustomerItem {
  id: number;
  isOpen: boolean;
  createdAt: Instant;
  /** As `Catalogue.row` reads it. */
  item: JsonObject;
}

/** One workflow's part of a list, in the list's order: by rank, then by the workflow's own order. */
export interface Section {
  /** At most `limit` items after or before an edge (null: from the beginning), in the list's order. */
  items(from: From, limit: number): Promise<SectionItem[]>;
  /** The number of items before the edge (null: none), of all items, and of those that stand out. */
  counts(before: Edge | null): Promise<ListCounts>;
  /** The group as whose member the reader acts on the items; absent or null: as nobody but themselves. */
  actsIn?: string | null;
}

/** An item in the form that the list's message stores. */
export interface SectionItem {
  rank: number;
  id: number;
  item: JsonObject;
}

/** The answer to a tap that only asks: a message, and a toast that says where to find it. */
export type Inquiry =
  | { ok: true; says: MessageNotice; toast: Toast }
  | { ok: false; reason: string; detail: JsonObject };

/** How a workflow hears of a record that a text names. */
export interface Naming {
  /** What is said to the text, such as the question whether it belongs to the record; null if it names none. */
  ask(tx: Tx, message: IncomingMessage, context: Context): Promise<Said | null>;
  /** The number of a record as people use it. */
  numberOf(id: number): string;
}

/** A workflow's part of the digests. */
export interface DigestSource {
  /** The open records, and the figures of the days before the one that `slot` opens. */
  part(tx: Tx, slot: Instant, office: Office): Promise<DigestPart>;
  /** The records of these ids in the form that the message stores. */
  items(tx: Tx, ids: number[]): Promise<{ id: number; item: JsonObject }[]>;
  /** A record as a row of a digest. */
  row(item: JsonObject, reader: DigestReader, context: CardContext): ListRow;
}

/** The person whose rights an export follows, and the moment for which it counts. */
export interface ExportedTo {
  personId: string;
  office: Office;
  now: Instant;
}

/** The rows of a sheet, drawn once the names of these people are known. */
export interface SheetSource {
  people: string[];
  draw(nameOf: NameOf, now: Instant): Sheet;
}

/** A stored line of a record's timeline. */
export interface TimelineLine {
  at: Instant;
  actorId: string | null;
  what: string;
  detail: JsonObject;
}

export interface TimelineInWords {
  number: string;
  timeline: { at: Instant; who: string; what: string }[];
}
