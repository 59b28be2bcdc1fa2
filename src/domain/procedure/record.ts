import type { RecordBase } from '../decision';
import type { Instant } from '../time';
import { type Definition, stageOf, type Who } from './definition';
import type { Stage } from './stages';

/** A value of a field: what people filled in, in a form that JSON keeps. Dates are `2026-12-01`, months `2026-12`. */
export type Value = string | number | boolean | string[] | Row[] | FileRef[] | RecordLink[];
export type Values = Readonly<Record<string, Value>>;
export type Row = Readonly<Record<string, string | number>>;

/** A file that was sent for a field, in this message and under this key of the platform's. */
export interface FileRef {
  key: string;
  messageId: string;
  name: string;
  isPicture: boolean;
  /** The key of our own copy; null while it is fetched. */
  keptKey: string | null;
  /** No copy could be kept: only the message itself has the file. */
  isLost: boolean;
}

/** A record that another one names. */
export interface RecordLink {
  workflow: string;
  id: number;
  number: string;
  title: string;
  /** Of a case: whose it was when it was linked, and the customer's name. */
  repId?: string;
  customer?: string;
}

/** One record of any procedure. */
export interface ProcedureRecord extends RecordBase {
  /** As it was when the record began. The store attaches it. */
  definition: Definition;
  /** Given when the first stage is done: no number is spent on a form that nobody submits. Empty until then. */
  number: string;
  /** What the record is about, from its values; the store works it out. */
  title: string;
  starterId: string;
  /** Who holds the record (`holder` in a definition): the starter, until it is handed over. */
  holderId: string;
  /** The key of the stage; of the end, once the record has ended. */
  stage: string;
  isOpen: boolean;
  /** How often a stage or a step was entered: a card of an earlier turn is too late. */
  turn: number;
  /** 1 until a way back counts a new round. */
  round: number;
  values: Values;
  /** When a stage was entered, opened, done: `analyse.entered`, `analyse.opened`, `analyse.done`. */
  moments: Readonly<Record<string, Instant>>;
  /** The due date of whoever must act first; null if nobody must act by a date. */
  dueAt: Instant | null;
  /** Who must act now; empty while the record waits for a date or for other records. */
  asked: Asked[];
  /** Of the approve stage that the record is in, or must come back to. */
  approval: Approval | null;
  /** Of an `each` stage: one for each linked record. */
  lines: Line[];
  /** Whoever did a stage or a step, oldest first: what the signature block prints. */
  deeds: Deed[];
  /** On whose walls a card of the record hangs, in the order in which they came to it. */
  parties: Party[];
  /** Who has claimed the record for a department, by the department's key: later stages go straight to them. */
  claims: Readonly<Record<string, string>>;
  /** Extensions of the present stage, granted or asked. */
  extension: Extension | null;
  /** A question about the present stage that nobody has answered yet. */
  question: Question | null;
  /** When the latest reminder of the present turn was sent. */
  remindedAt: Instant | null;
  /** The record whose child this is; null for none. */
  parentId: number | null;
  /** The parent's field that lists this record. */
  parentField: string | null;
  /** What the record began from, such as a case; null for nothing. */
  origin: RecordLink | null;
  /** When the holders were last urged; null if never in the present turn. */
  urgedAt: Instant | null;
  createdAt: Instant;
  endedAt: Instant | null;
  /** The record before this one for the same key, if the definition has a gate. The store attaches it. */
  previous?: { number: string; end: string | null } | null;
  /** What functions of the program worked out for the record, by the field. The store attaches it. */
  worked?: Values;
  /** The parent as it is now. The store attaches it. */
  parent: ProcedureRecord | null;
  /** The children as they are now, oldest first. The store attaches them. */
  children: ChildView[];
}

/** Somebody who must act: a person, or a department until somebody of it has claimed the record. */
export interface Asked {
  /** The step of an approve stage, `line:2` of an `each` stage; empty for the stage itself. */
  step: string;
  who: Who;
  personId: string | null;
  department: string | null;
  /** The absent person for whom `personId` stands (代); null if for nobody. */
  insteadOf: string | null;
  since: Instant;
  dueAt: Instant | null;
}

export interface Approval {
  stage: string;
  votes: Vote[];
  /** Steps that somebody added (加签), each after the step of this key. */
  added: { key: string; after: string; personId: string; by: string }[];
  /** The step that returned the record: the next submission goes straight back to it; null if none did. */
  returnedBy: string | null;
  /** The values as the returner saw them: what changes in them may cancel approvals. */
  returnedWith: Values | null;
}

/** Why a step was passed over: its approver has just approved the step before, or wrote what is to be approved. */
export type Skipped = 'skipped_same_person' | 'skipped_author';

export interface Vote {
  step: string;
  verdict: 'approve' | 'return' | 'reject' | Skipped;
  by: string;
  insteadOf: string | null;
  at: Instant;
  remark: string;
}

/** One linked record in an `each` stage, and what became of it. */
export interface Line {
  link: RecordLink;
  personId: string | null;
  values: Values;
  state: 'open' | 'done' | 'skipped';
  by: string | null;
  at: Instant | null;
  /** Why the line was skipped. */
  reason: string;
}

/** Who did a stage or a step. */
export interface Deed {
  /** The stage's key, or `review.gm`. */
  what: string;
  verdict: 'submit' | 'approve' | 'return' | 'reject' | 'read' | Skipped;
  by: string;
  insteadOf: string | null;
  at: Instant;
  remark: string;
  round: number;
}

/** `person:ou_…` or `department:after_sales`: whose wall; also the name of the wall. */
export interface Party {
  key: string;
  /** Why the record is no longer with them: who took it over; null while they belong to it. */
  goneTo: string | null;
}

export interface Extension {
  until: Instant;
  reason: string;
  by: string;
  at: Instant;
  /** How often this stage was extended. */
  count: number;
  /** Waits for the nod of this person; null if the extension counts. */
  waitsFor: string | null;
}

export interface Question {
  text: string;
  by: string;
  at: Instant;
  /** Who is asked. */
  to: string;
}

/** What a parent knows of a child. */
export interface ChildView {
  id: number;
  procedure: string;
  field: string | null;
  number: string;
  title: string;
  stage: string;
  isOpen: boolean;
  holderId: string;
  dueAt: Instant | null;
  values: Values;
  /** Who carried it out: everybody in its deeds after the first stage. */
  doers: string[];
  endedAt: Instant | null;
}

/** The stage that the record is in; null once it has ended. */
export function currentStage({ definition, stage, isOpen }: ProcedureRecord): Stage | null {
  return isOpen ? stageOf(definition, stage) : null;
}

/** When a stage was entered, opened or done; null if it was not. */
export function momentOf(
  { moments }: Pick<ProcedureRecord, 'moments'>,
  stage: string,
  what: 'entered' | 'opened' | 'done',
): Instant | null {
  return moments[`${stage}.${what}`] ?? null;
}

/** Whether the stage can be worked on: some stages are entered before they open. */
export function isStageOpen(record: ProcedureRecord): boolean {
  return record.isOpen && momentOf(record, record.stage, 'opened') !== null;
}

export const personKey = (id: string): string => `person:${id}`;
export const departmentKey = (key: string): string => `department:${key}`;

/** Who reads a card, from the name of its wall; null for a name of no party. */
export function readerOf(wall: string): Reader | null {
  const [type, ...rest] = wall.split(':');
  const id = rest.join(':');
  if (id === '') return null;
  if (type === 'person') return { type, id };
  return type === 'department' ? { type, id } : null;
}

export interface Reader {
  type: 'person' | 'department';
  /** The open_id, or the department's key. */
  id: string;
}

/** What this reader is asked to do now; a department is asked until somebody has claimed the record. */
export function askedOf({ asked }: Pick<ProcedureRecord, 'asked'>, reader: Reader): Asked[] {
  return asked.filter(({ personId, department }) =>
    reader.type === 'person' ? personId === reader.id : personId === null && department === reader.id,
  );
}
