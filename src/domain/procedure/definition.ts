import type { TimeOfDay } from '../time';

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

/** A field in a stage's form; `*` in the file: required there. */
export interface FormField {
  field: string;
  required: boolean;
}

export type Unit = 'day' | 'workday';

/** A moment by which due dates are counted. */
export type Moment =
  /** When the record entered the stage, or when the stage opened. */
  | { kind: 'entered' | 'opened' }
  /** When the stage was last done (`issue`, or `act_done`). */
  | { kind: 'done'; stage: string }
  /** The date in a field; `last`: the latest one of all children. */
  | { kind: 'field'; field: string; last: boolean }
  /** `25 of previous_month`: a day of the month before that in the `month` field `of`. */
  | { kind: 'day_of_month'; day: number; of: string; months: -1 | 0 | 1 }
  /** `first day of period`, `last day of period`. */
  | { kind: 'edge_of_month'; edge: 'first' | 'last'; of: string };

export interface Due {
  side: 'after' | 'before';
  moment: Moment;
  add: number;
  unit: Unit;
  /** Where the date goes if it falls on a day off; null: it stays. */
  roll: 'previous_workday' | 'next_workday' | null;
  /** Null: 24:00 of a calendar day, 18:00 of a workday. */
  at: TimeOfDay | null;
  /** While the moment is unknown: another due date; null for none. */
  else: Due | null;
}

/** When a stage opens that was entered before: no earlier than both. */
export interface Opening {
  after: Due | null;
  /** With a stage of the parent record; null for none. */
  withParent: string | null;
  notBefore: Due | null;
}

/** No expressions: a field's value, a child's end, a tapped button, or any or all of those. */
export type Condition =
  | { kind: 'is'; field: string; values: string[] }
  | { kind: 'over'; field: string; amount: number }
  | { kind: 'set'; field: string; isSet: boolean }
  | { kind: 'child'; procedure: string; end: string }
  | { kind: 'button'; button: string }
  | { kind: 'any' | 'all'; of: Condition[] };

/** Where the record goes from a stage. The first way whose condition holds is taken. */
export interface Way {
  /** Null: always. */
  when: Condition | null;
  /** The key of a stage or of an end. */
  to: string;
  /** A field that this way needs beside those required in the form. */
  needs: string | null;
  /** This way begins a new round. */
  countsRound: boolean;
  /** The stage opens again so many ms later. */
  againAfterMs: number | null;
}

export const ACTS = ['transfer', 'ask', 'extend', 'hand_over', 'withdraw', 'decline'] as const;
export type MayAct = (typeof ACTS)[number];

export interface StageBase {
  key: string;
  name: Label;
  due: Due | null;
  opens: Opening | null;
  ladder: string | null;
  /** The stage is passed over if this holds when the record comes to it. */
  skip: Condition | null;
  /** In order; never empty: a stage without `next` goes to the one after it, the last one to the first end. */
  next: Way[];
}

export interface FillStage extends StageBase {
  kind: 'fill';
  who: Who[];
  /** Somebody of the department must claim the record first. */
  claim: boolean;
  form: FormField[];
  /** Fields shown beside the form. */
  show: string[];
  may: MayAct[];
  /** Further ways out beside the form. */
  buttons: Choice[];
  /** At least one of these must be filled in; empty for none. */
  needsOne: string[];
  /** `doers`: whoever carried out a child record may not do this stage. */
  notBy: 'doers' | null;
  /** Child records that are added at this stage. */
  children: { of: string; field: string; atLeast: number } | null;
  /** A record of another procedure that the stage opens when it is entered. */
  opensRecord: { of: string; copy: Record<string, string> } | null;
  /** Somebody must agree before what was filled in counts; null for nobody. */
  approveBy: Who | null;
  /** The submission is refused while a condition of another record does not hold. */
  gate: Gate | null;
  /** Many records are filled in at once. */
  bulk: boolean;
  /** Records with the same value of this field are filled in together; null for none. */
  group: string | null;
}

/** `previous`: the record before this one for the same key must have ended so. */
export interface Gate {
  unless: { previous: string };
  says: Label;
}

export interface ApproveStep {
  key: string;
  name: Label;
  who: Who[];
  due: Due | null;
  form: FormField[];
  /** The step is left out unless this holds when the record comes to it. */
  when: Condition | null;
  /** So many percent of the children, and at least so many, are drawn for the approver to check; null for none. */
  sample: { share: number; atLeast: number } | null;
}

export interface ApproveStage extends StageBase {
  kind: 'approve';
  steps: ApproveStep[];
  /** All steps at once; else one after the other. */
  together: boolean;
  /** The stage to which 退回修改 leads; null: nobody can return. */
  returnTo: string | null;
  /** The end to which 不同意 leads; null: nobody can refuse, only return. */
  onReject: string | null;
  /** A change of one of these fields after a return cancels the approvals given. */
  editVoids: string[];
  /** `once`: whoever approved the step before is not asked again. */
  samePerson: 'once' | 'each';
  /** Told once if the stage is not done by then; null for nobody. */
  late: { after: Due; to: Who[] } | null;
  /** The words of the two verdicts, where 同意 and 退回修改 do not fit. */
  words: { approve: Label; return: Label } | null;
}

export interface WaitStage extends StageBase {
  kind: 'wait';
  until: { kind: 'date'; moment: Moment } | { kind: 'children'; field: string | null; procedure: string | null };
}

export interface EachStage extends StageBase {
  kind: 'each';
  /** The `records` field whose records have a line each. */
  over: string;
  who: Who[];
  fields: Record<string, FieldDefinition>;
  form: FormField[];
  /** Records that are made again for the lines that ask for it; null for none. */
  again: { when: Condition; items: string } | null;
}

export interface NotifyStage extends StageBase {
  kind: 'notify';
  to: Who[];
  /** Until when each must say that they read it; null: nobody must. */
  receipt: Due | null;
}

export interface OutsideStage extends StageBase {
  kind: 'outside';
  who: Who[];
  form: FormField[];
}

export interface CampaignStage extends StageBase {
  kind: 'campaign';
  items: { of: string; oneFor: string[]; from: string; holder: string; keepHolderOf: string | null };
  worklist: { per: string; group: string | null };
  closes: { whenAllEnded: boolean; or: Due | null; by: Who[] };
  progress: { to: Who; at: TimeOfDay; workdaysOnly: boolean } | null;
}

export type Stage = FillStage | ApproveStage | WaitStage | EachStage | NotifyStage | OutsideStage | CampaignStage;
export type StageKind = Stage['kind'];

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
