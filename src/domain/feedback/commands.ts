import { type Choices, type Field, type FieldFault, faultsOf, optional, required, valuesOf } from '../fields';
import type { IncomingAttachment } from '../messaging';
import { type Instant, parsePickedTime } from '../time';
import {
  CHANNELS,
  type Channel,
  KINDS,
  type Kind,
  type Loss,
  PRIORITIES,
  type Priority,
  SATISFACTIONS,
  type Satisfaction,
} from './model';

/** The message that a command came in; absent for a tap on a card. */
export interface ByMessage {
  messageId: string;
  form: string;
  attachments: IncomingAttachment[];
}

/** What somebody asks of a feedback. Commands are parsed at the edge; from here on the types are trusted. */
export type Command =
  | {
      type: 'submit';
      subject: string;
      customer: string;
      contact: string;
      channel: Channel;
      kind: Kind;
      category: string;
      department: string;
      priority: Priority;
      note: string;
    }
  /** Keeps what the rep has corrected on a draft; an empty choice stays as it is. */
  | {
      type: 'save';
      subject: string;
      customer: string;
      contact: string;
      channel: Channel | '';
      kind: Kind | '';
      category: string;
      department: string;
      priority: Priority | null;
      note: string;
    }
  | { type: 'set_priority'; priority: Priority }
  | { type: 'discard' }
  /** The draft is one more word about the case `into`. */
  | { type: 'merge'; into: number }
  /** A discarded draft comes back. */
  | { type: 'restore' }
  | { type: 'route'; department: string; category: string; priority: Priority | null; note: string }
  | { type: 'instruct'; department: string; instruction: string }
  | { type: 'claim' }
  /** The lead names who takes the case. */
  | { type: 'assign'; assignee: string }
  | { type: 'release'; reason: string }
  | ({ type: 'answer'; answer: string; cause: string; prevention: string } & Partial<ByMessage>)
  /** Another answer in the thread, before the customer is told. */
  | ({ type: 'amend_answer'; answer: string } & Partial<ByMessage>)
  /** Makes a reply from the thread the answer; `reply` is the number of the record's note, counted from 1. */
  | { type: 'answer_with_reply'; reply: number }
  | { type: 'transfer'; department: string; reason: string }
  | { type: 'request_info'; question: string }
  | ({ type: 'provide_info'; info: string } & Partial<ByMessage>)
  | { type: 'extend'; reason: string; until: Instant }
  /** A manager agrees to the extension that a department asked for, or does not. */
  | { type: 'grant_extension' }
  | { type: 'refuse_extension'; reason: string }
  | { type: 'interim'; toldCustomer: string }
  /** A field that the clerk leaves empty stays as it is. */
  | { type: 'correct'; category: string; department: string; priority: Priority | null; reason: string }
  /** `together`: one of several cases that are urged by one tap. */
  | { type: 'urge'; together?: true }
  /** The department asks the rep for the missing information once more. */
  | { type: 'nudge_rep' }
  /** Cause and prevention, after the answer. */
  | { type: 'cause'; cause: string; prevention: string }
  | { type: 'withdraw'; reason: string }
  | { type: 'close'; toldCustomer: string; satisfaction: Satisfaction; customerWords: string; goodwill: string }
  | { type: 'reopen'; reason: string }
  /** The message `from` and all later ones become another draft. */
  | { type: 'split'; from: string }
  /** Takes over an abandoned draft; `rep` is its owner as shown on the tapped card. */
  | { type: 'adopt'; rep: string }
  | ({ type: 'note'; text: string } & Partial<ByMessage>)
  /** Its writer takes a message off the case that was added by a tap. */
  | { type: 'undo'; message: string }
  | { type: 'still_working' }
  /** Somebody entitled asks for the customer's contact details. */
  | { type: 'reveal_contact' }
  /** Somebody entitled was shown a case with the customer's contact details. */
  | { type: 'look' }
  | { type: 'recall'; messageId: string }
  | { type: 'edit'; messageId: string; text: string; attachments: IncomingAttachment[]; at: Instant }
  | { type: 'keep_attachment'; key: string; keptKey: string | null; why: Loss | null }
  | { type: 'forward_refused'; messageId: string }
  | { type: 'unassign' }
  | { type: 'move_department'; department: string | null; why: 'removed' | 'no_group' }
  | { type: 'take_over'; rep: string }
  | { type: 'skip_review' };

/**
 * `category` and `department` are keys of the organisation, which `decide` checks; `message` is a message of the
 * draft.
 */
export type FeedbackField = Field<
  'text' | 'time' | 'kind' | 'channel' | 'priority' | 'satisfaction' | 'category' | 'department' | 'message' | 'person'
>;

const FORMS = {
  submit: [
    optional('subject'),
    required('customer'),
    optional('contact'),
    required('channel', 'channel'),
    required('kind', 'kind'),
    required('category', 'category'),
    required('priority', 'priority'),
    optional('department', 'department'),
    optional('note'),
  ],
  save: [
    optional('subject'),
    optional('customer'),
    optional('contact'),
    optional('channel', 'channel'),
    optional('kind', 'kind'),
    optional('category', 'category'),
    optional('priority', 'priority'),
    optional('department', 'department'),
    optional('note'),
  ],
  set_priority: [required('priority', 'priority')],
  discard: [],
  // The button carries the case.
  merge: [required('into')],
  restore: [],
  split: [required('from', 'message')],
  // The button carries the value.
  adopt: [required('rep')],
  route: [
    required('department', 'department'),
    optional('category', 'category'),
    optional('priority', 'priority'),
    optional('note'),
  ],
  instruct: [required('department', 'department'), required('instruction')],
  claim: [],
  assign: [required('assignee', 'person')],
  release: [optional('reason')],
  answer: [required('answer'), optional('cause'), optional('prevention')],
  // The button carries the number of the reply above it.
  answer_with_reply: [required('reply')],
  transfer: [required('department', 'department'), required('reason')],
  request_info: [required('question')],
  provide_info: [required('info')],
  extend: [required('reason'), required('until', 'time')],
  grant_extension: [],
  refuse_extension: [optional('reason')],
  interim: [required('told_customer')],
  still_working: [],
  reveal_contact: [],
  correct: [
    optional('category', 'category'),
    optional('department', 'department'),
    optional('priority', 'priority'),
    optional('reason'),
  ],
  urge: [],
  nudge_rep: [],
  note: [required('text')],
  // The button carries the message.
  undo: [required('message')],
  cause: [required('cause'), optional('prevention')],
  withdraw: [optional('reason')],
  close: [
    required('told_customer'),
    required('satisfaction', 'satisfaction'),
    optional('customer_words'),
    optional('goodwill'),
  ],
  reopen: [required('reason')],
} satisfies Record<string, FeedbackField[]>;

/** The commands that cards offer; the other commands come from messages and from the program itself. */
export type CardCommand = keyof typeof FORMS;

/** The forms of design §3.3: cards draw them from this table, and taps are read by it. */
export const FIELDS: Record<CardCommand, FeedbackField[]> = FORMS;

const CHOICES: Choices<FeedbackField['as']> = {
  kind: KINDS,
  channel: CHANNELS,
  priority: PRIORITIES,
  satisfaction: SATISFACTIONS,
};

export function isCardCommand(type: string): type is CardCommand {
  return Object.hasOwn(FIELDS, type);
}

export type Parsed = { ok: true; command: Command } | { ok: false; faults: FieldFault[] };

/**
 * Reads a form's fields (strings, by the names of design §3.3) into a command, or says which field is wrong and how.
 * `zone` is meant by a time that names no offset.
 */
export function parseCommand(type: CardCommand, given: Record<string, string>, zone: string | null = null): Parsed {
  const fields = FIELDS[type];
  const values = valuesOf(fields, given);
  const faults = faultsOf(fields, values, CHOICES, zone);
  if (faults.length > 0) return { ok: false, faults };
  if (type === 'answer_with_reply') return { ok: true, command: { type, reply: Number(values.reply) } };
  if (type === 'merge') return { ok: true, command: { type, into: Number(values.into) } };
  const read = fields.map(({ name, as }) => [camelCase(name), readValue(as, values[name] ?? '', zone)]);
  // `test/domain/feedback/commands.test.ts` compares each command's fields with its type.
  return { ok: true, command: { type, ...Object.fromEntries(read) } as Command };
}

/** An empty priority means: leave the priority as it is. */
function readValue(as: FeedbackField['as'], value: string, zone: string | null): string | Instant | null {
  if (as === 'time') return parsePickedTime(value, zone);
  return as === 'priority' ? value || null : value;
}

/** `told_customer` → `toldCustomer`. */
const camelCase = (name: string) => name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
