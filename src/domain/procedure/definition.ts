import type { TimeOfDay } from '../time';
import type { Stage, Unit } from './stages';

/**
 * A procedure as its YAML file defines it, read and checked: what the kit interprets. Names of stages, fields and ends
 * never change within a version; people see the labels.
 */
export interface Definition {
  /** `capa`: unique among all procedures and their subprocedures. */
  name: string;
  version: number;
  label: Label;
  /** The number of a record: `CAPA-{year}-{seq:3}`. */
  number: string;
  /** The title of a record: `{product} {problem}`. */
  title: string;
  /** The form's number and edition, printed at the foot; null for none. */
  edition: string | null;
  start: Start[];
  /** In the order of the file. */
  fields: Record<string, FieldDefinition>;
  /** The name of the ladder for stages that name none; null: `office`. */
  ladder: string | null;
  stages: Stage[];
  /** How a record may end, by key; `void` is always among them. */
  ends: Record<string, Label>;
  /** Null: a record cannot be declared void. */
  void: VoidRule | null;
  correct: CorrectRule | null;
  /** Kinds of records that a record of this procedure opens for itself, such as the measures of a CAPA sheet. */
  subprocedures: Record<string, Definition>;
  /** The procedure whose subprocedure this is; null for a procedure of its own. */
  parent: string | null;
  document: DocumentRule | null;
  figures: Record<string, FigureDefinition>;
}

/** A text that people read; `en` is the Chinese one where the file gives no English. */
export interface Label {
  zh: string;
  en: string;
}

export const FIELD_TYPES = [
  ...(['text', 'long', 'number', 'money', 'date', 'datetime', 'month', 'choice', 'choices', 'yesno'] as const),
  ...(['rating', 'nps', 'person', 'people', 'department', 'category', 'customer', 'product', 'project'] as const),
  ...(['outside', 'files', 'rows', 'records'] as const),
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface FieldDefinition {
  key: string;
  label: Label;
  type: FieldType;
  /** Of `choice` and `choices`, in order. */
  choices: Choice[];
  /** As the file writes it; null for none. */
  default: string | null;
  /** Of `rows`. */
  columns: Column[];
  /** Of `rows`: the rows field whose rows these begin with; null for none. */
  from: string | null;
  /** Of `records`: the procedure of the linked records, or `feedback`; null for any. */
  of: string | null;
  /** Only who fills the field in, and who decides on it, may see it. */
  isPrivate: boolean;
  computed: Computed | null;
}

export interface Choice {
  key: string;
  label: Label;
}

export interface Column {
  key: string;
  label: Label;
  type: Exclude<FieldType, 'rows' | 'records' | 'files' | 'choices' | 'people'>;
  /** Of `choice`, in order; absent for any other type. */
  choices?: Choice[];
}

/** The value that the program works out. */
export type Computed =
  | { kind: 'sum'; rows: string; column: string }
  | { kind: 'minus'; left: string; right: string }
  | { kind: 'over'; left: string; right: string }
  /** A function of the program, such as `recurrences`. */
  | { kind: 'named'; name: string };

/** A part that somebody plays in a record. */
export type Who =
  | { kind: 'holder' | 'starter' | 'manager' | 'clerk' | 'admin' | 'parent_holder' }
  | { kind: 'position'; position: string }
  /** `department:service`, or the department that a field names. */
  | { kind: 'department'; key: string }
  | { kind: 'department_of' | 'lead' | 'person' | 'rep_of' | 'outside'; field: string }
  /** A part in the parent record: `parent.person:owner`. */
  | { kind: 'parent'; who: Who };

/** What begins a record. */
export type Start =
  | {
      kind: 'by';
      who: Who[];
      /** The procedures from whose records it may be begun; empty: it begins by itself. */
      from: string[];
      /** Fields that take over a value of the record it begins from. */
      copy: Record<string, string>;
      /** Fields with a value from the beginning, as the file writes it. */
      fill: Record<string, string>;
    }
  | {
      kind: 'every';
      every: Recurrence;
      /** One record for each entry of this register; null: one record. */
      forEach: 'customer' | 'product' | 'project' | null;
      giveTo: Who;
      fill: Record<string, string>;
    }
  | { kind: 'after'; procedure: string; end: string; add: number; unit: Unit; giveTo: Who }
  | { kind: 'propose'; to: Who; when: { count: string; same: string[]; atLeast: number; withinMs: number } };

export interface Recurrence {
  /** A day of each month (31: the last one), or of this month of each year; or a weekday of each week (1 is Monday). */
  on: { unit: 'month'; day: number } | { unit: 'year'; month: number; day: number } | { unit: 'week'; day: number };
  roll: 'previous_workday' | 'next_workday' | null;
  at: TimeOfDay;
}

export interface VoidRule {
  by: Who[];
  /** A reason must be given. */
  reason: boolean;
  /** The stage from which on nobody may; null: until the end. */
  until: string | null;
}

/** Until which stage the author may correct what was submitted; `parent.` in front: a stage of the parent. */
export interface CorrectRule {
  until: string;
  by: Who[];
}

export interface DocumentRule {
  /** A file beside the definition; the shipped one if there is none. */
  template: string;
  /** Stages, or a stage's steps (`review.*`), whose names and times are printed as signatures. */
  signatures: string[];
  /** Sheets of an annex, such as one for each style. */
  sheets: string[];
}

/** A figure, as the file writes it; `src/domain/procedure/figures.ts` works it out. */
export interface FigureDefinition {
  key: string;
  label: Label;
  of: Record<string, unknown>;
}

/** The stage of this key; null for an end or an unknown key. */
export function stageOf({ stages }: Pick<Definition, 'stages'>, key: string): Stage | null {
  return stages.find((stage) => stage.key === key) ?? null;
}
