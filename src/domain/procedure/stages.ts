import type { TimeOfDay } from '../time';
import type { Choice, FieldDefinition, Label, Who } from './definition';

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
  /** What the button says that submits the form; null or absent: 提交. */
  submit?: Label | null;
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
  /** The `records` field whose records have a line each; `items`: the records that the campaign made. */
  over: string;
  who: Who[];
  fields: Record<string, FieldDefinition>;
  form: FormField[];
  /** Lines whose records have the same value of this field are filled in together; null or absent for none. */
  group?: string | null;
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
