/** The acts of a record that bring a form of their own. */
export type ProcedureFormAct =
  | 'transfer'
  | 'question'
  | 'reply'
  | 'extend'
  | 'hand_over'
  | 'decline'
  | 'delegate'
  | 'add_approver'
  | 'note'
  | 'withdraw'
  | 'void'
  | 'return'
  | 'reject'
  | 'tell_skip'
  | 'correct'
  | 'edit';

/** Names and times for a message about a record; each value is printable, and empty if it does not apply. */
export interface ProcedureFacts {
  /** The stage, or the step of an approval, that the message is about. */
  stage: string;
  /** Who must act now. */
  holder: string;
  /** Who caused the message. */
  by: string;
  /** Whom the message names beside its reader: the deputy, the new holder. */
  to: string;
  /** A new time. */
  until: string;
  /** How the record ended. */
  end: string;
  /** The name of a kept file, and the field that holds it. */
  name: string;
  field: string;
  /** The typed text that the message is about. */
  text: string;
  /** A group reads it. */
  inGroup: boolean;
  /** The due date has passed. */
  isLate: boolean;
}

/** Names for the sentence of a refusal about a record; each value is printable, and empty if unknown. */
export interface ProcedureRefusalFacts {
  /** The present stage, or the end. */
  stage: string;
  /** Fields, or people. */
  names: string;
  by: string;
  at: string;
  /** How many are wanted. */
  count: number;
  /** The number of another record. */
  number: string;
  /** The words of the definition. */
  says: string;
}
