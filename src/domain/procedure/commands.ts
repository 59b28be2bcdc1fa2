import type { IncomingAttachment } from '../messaging';
import type { Instant } from '../time';
import type { Row, Values } from './record';

/** Which turn of a record a button belongs to; null where the button does not say. */
export interface Turn {
  /** The stage's key, or a step's in an approve stage. */
  stage: string | null;
  turn: number | null;
}

/** What people and the program ask of a record (`record.<type>` on cards, design §3.7). */
export type RecordCommand = (
  | { type: 'submit'; values: Values; button: string | null }
  | { type: 'save'; values: Values }
  | { type: 'add_rows'; field: string; rows: Row[] }
  | { type: 'claim' }
  | { type: 'approve'; remark: string; values: Values }
  | { type: 'return'; remark: string }
  | { type: 'reject'; remark: string }
  | { type: 'delegate'; person: string; reason: string }
  | { type: 'add_approver'; person: string; reason: string }
  | { type: 'transfer'; department: string; reason: string }
  | { type: 'hand_over'; person: string; reason: string }
  | { type: 'decline'; reason: string }
  | { type: 'question'; question: string }
  | { type: 'reply'; reply: string }
  | { type: 'extend'; until: Instant; reason: string }
  | { type: 'allow_extension'; allow: boolean }
  | { type: 'tell'; line: number; values: Values }
  | { type: 'tell_skip'; line: number; reason: string }
  | { type: 'read' }
  | { type: 'note'; text: string }
  | { type: 'urge' }
  | { type: 'correct'; values: Values; reason: string }
  | { type: 'withdraw'; reason: string }
  | { type: 'void'; reason: string }
  | { type: 'add_child'; values: Values }
  | { type: 'add_files'; messageId: string; attachments: IncomingAttachment[]; text: string }
  | { type: 'write'; messageId: string; text: string }
  | { type: 'cells'; messageId: string; cells: string[][] }
  | ProgramCommand
) &
  Partial<Turn>;

/** What the program itself asks of a record. */
export type ProgramCommand =
  /** A child has ended: the parent looks whether that is what it waits for. */
  | { type: 'child_ended'; childId: number; procedure: string; field: string | null; end: string }
  /** The parent was declared void, or came to the stage with which this record opens. */
  | { type: 'parent_moved'; toStage: string; parentIsOpen: boolean }
  /** Somebody left, or a position changed hands: who must act is worked out anew. */
  | { type: 'people_changed'; gone: string[] }
  /** The record's document was printed: a line on its timeline. */
  | { type: 'printed' }
  /** Somebody outside filled in the form of this turn on its web page. */
  | { type: 'outside'; values: Values; intent: 'save' | 'submit'; ofTurn: number }
  /** A file is kept as ours under `keptKey`, or lost (null). */
  | { type: 'keep_file'; key: string; keptKey: string | null };

export type CommandType = RecordCommand['type'];

/** What people may ask by a button; the program's own commands are none of them. */
export const CARD_COMMANDS = [
  ...(['submit', 'save', 'claim', 'approve', 'return', 'reject', 'delegate', 'add_approver'] as const),
  ...(['transfer', 'hand_over', 'decline', 'question', 'reply', 'extend', 'allow_extension'] as const),
  ...(['tell', 'tell_skip', 'read', 'note', 'urge', 'correct', 'withdraw', 'void', 'add_child'] as const),
] as const satisfies CommandType[];
export type CardCommand = (typeof CARD_COMMANDS)[number];

/** Other names under which a button may ask for a command (design §3.7). */
export const ALIASES: Readonly<Record<string, CardCommand>> = {
  confirm: 'approve',
  resubmit: 'submit',
  accept: 'submit',
  add_approver: 'add_approver',
};

export const isCardCommand = (type: string): type is CardCommand => CARD_COMMANDS.some((one) => one === type);
