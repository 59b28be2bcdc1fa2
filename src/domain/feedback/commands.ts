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

/** Where a command came in a message and not by a card. */
export interface ByMessage {
  messageId: string;
  form: string;
  attachments: IncomingAttachment[];
}

/** What somebody asks of a feedback, parsed: from here on the types are trusted. */
export type Command =
  | {
      type: 'submit';
      customer: string;
      contact: string;
      channel: Channel;
      kind: Kind;
      category: string;
      department: string;
      priority: Priority;
      note: string;
    }
  | { type: 'discard' }
  | { type: 'route'; department: string; category: string; priority: Priority | null; note: string }
  | { type: 'instruct'; department: string; instruction: string }
  | { type: 'claim' }
  | { type: 'release'; reason: string }
  | { type: 'answer'; answer: string; cause: string; prevention: string }
  /** Makes a reply from the thread the answer: the `reply`-th note of the record, counted from 1. */
  | { type: 'answer_with_reply'; reply: number }
  | { type: 'transfer'; department: string; reason: string }
  | { type: 'request_info'; question: string }
  | ({ type: 'provide_info'; info: string } & Partial<ByMessage>)
  | { type: 'extend'; reason: string; until: Instant }
  | { type: 'interim'; toldCustomer: string }
  /** What the clerk leaves empty stays as it is. */
  | { type: 'correct'; category: string; department: string; priority: Priority | null; reason: string }
  | { type: 'urge' }
  | { type: 'withdraw'; reason: string }
  | { type: 'close'; toldCustomer: string; satisfaction: Satisfaction; customerWords: string; goodwill: string }
  | { type: 'reopen'; reason: string }
  /** `from`: the message from which on another draft is made. */
  | { type: 'split'; from: string }
  /** Takes over a draft that lies; `rep`: whose it was when that was said. */
  | { type: 'adopt'; rep: string }
  | ({ type: 'note'; text: string } & Partial<ByMessage>)
  | { type: 'still_working' }
  /** Somebody entitled asks for the customer's contact details, or was shown a whole case that holds them. */
  | { type: 'reveal_contact' }
  | { type: 'look' }
  | { type: 'recall'; messageId: string }
  | { type: 'edit'; messageId: string; text: string; attachments: IncomingAttachment[]; at: Instant }
  | { type: 'keep_attachment'; key: string; keptKey: string | null; why: Loss | null }
  | { type: 'forward_refused'; messageId: string }
  | { type: 'unassign' }
  | { type: 'move_department'; department: string | null; why: 'removed' | 'no_group' }
  | { type: 'take_over'; rep: string }
  | { type: 'skip_review' };

/** The commands that cards offer; the others come from messages and from the program itself. */
export const CARD_COMMANDS = [
  'submit',
  'discard',
  'split',
  'adopt',
  'route',
  'instruct',
  'claim',
  'release',
  'answer',
  'answer_with_reply',
  'transfer',
  'request_info',
  'provide_info',
  'extend',
  'interim',
  'still_working',
  'reveal_contact',
  'correct',
  'urge',
  'withdraw',
  'close',
  'reopen',
] as const;
export type CardCommand = (typeof CARD_COMMANDS)[number];

export interface Field {
  name: string;
  required: boolean;
  /** `category` and `department` are keys of the organisation, which `decide` knows; `message` is one of the draft's. */
  as: 'text' | 'kind' | 'channel' | 'priority' | 'satisfaction' | 'category' | 'department' | 'time' | 'message';
}

const required = (name: string, as: Field['as'] = 'text'): Field => ({ name, required: true, as });
const optional = (name: string, as: Field['as'] = 'text'): Field => ({ name, required: false, as });

/** The forms of design §3.3: cards are drawn from this table and callbacks are read back by it. */
export const FIELDS: Record<CardCommand, Field[]> = {
  submit: [
    required('customer'),
    optional('contact'),
    required('channel', 'channel'),
    required('kind', 'kind'),
    required('category', 'category'),
    required('priority', 'priority'),
    optional('department', 'department'),
    optional('note'),
  ],
  discard: [],
  split: [required('from', 'message')],
  // What the button carries.
  adopt: [required('rep')],
  route: [
    required('department', 'department'),
    optional('category', 'category'),
    optional('priority', 'priority'),
    optional('note'),
  ],
  instruct: [required('department', 'department'), required('instruction')],
  claim: [],
  release: [optional('reason')],
  answer: [required('answer'), optional('cause'), optional('prevention')],
  // What the button carries: which reply it stood under.
  answer_with_reply: [required('reply')],
  transfer: [required('department', 'department'), required('reason')],
  request_info: [required('question')],
  provide_info: [required('info')],
  extend: [required('reason'), required('until', 'time')],
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
  withdraw: [optional('reason')],
  close: [
    required('told_customer'),
    required('satisfaction', 'satisfaction'),
    optional('customer_words'),
    optional('goodwill'),
  ],
  reopen: [required('reason')],
};

/** The longest text a field takes; the platform's own inputs stop at 1,000 characters, the API may bring more. */
export const MAX_FIELD_LENGTH = 5000;

const CHOICES: Partial<Record<Field['as'], readonly string[]>> = {
  kind: KINDS,
  channel: CHANNELS,
  priority: PRIORITIES,
  satisfaction: SATISFACTIONS,
};

export type FieldFault = { field: string; fault: 'missing' | 'not_a_choice' | 'not_a_time' | 'too_long' };

export type Parsed = { ok: true; command: Command } | { ok: false; faults: FieldFault[] };

function faultOf(field: Field, value: string): FieldFault['fault'] | null {
  if (value === '') return field.required ? 'missing' : null;
  if (value.length > MAX_FIELD_LENGTH) return 'too_long';
  const choices = CHOICES[field.as];
  if (choices && !choices.includes(value)) return 'not_a_choice';
  return field.as === 'time' && parsePickedTime(value) === null ? 'not_a_time' : null;
}

export function isCardCommand(type: string): type is CardCommand {
  return (CARD_COMMANDS as readonly string[]).includes(type);
}

/** Reads a form's fields (strings, by the names of design §3.3) into a command, or says which field is wrong and how. */
export function parseCommand(type: CardCommand, fields: Record<string, string>): Parsed {
  const value = (name: string) => (fields[name] ?? '').trim();
  const faults = FIELDS[type].flatMap((field) => {
    const fault = faultOf(field, value(field.name));
    return fault ? [{ field: field.name, fault }] : [];
  });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, command: read(type, value) };
}

function read(type: CardCommand, value: (name: string) => string): Command {
  switch (type) {
    case 'submit':
      return {
        type,
        customer: value('customer'),
        contact: value('contact'),
        channel: value('channel') as Channel,
        kind: value('kind') as Kind,
        category: value('category'),
        department: value('department'),
        priority: value('priority') as Priority,
        note: value('note'),
      };
    case 'route':
      return {
        type,
        department: value('department'),
        category: value('category'),
        priority: (value('priority') || null) as Priority | null,
        note: value('note'),
      };
    case 'instruct':
      return { type, department: value('department'), instruction: value('instruction') };
    case 'answer':
      return { type, answer: value('answer'), cause: value('cause'), prevention: value('prevention') };
    case 'answer_with_reply':
      return { type, reply: Number(value('reply')) };
    case 'transfer':
      return { type, department: value('department'), reason: value('reason') };
    case 'request_info':
      return { type, question: value('question') };
    case 'provide_info':
      return { type, info: value('info') };
    case 'extend':
      return { type, reason: value('reason'), until: parsePickedTime(value('until')) ?? 0 };
    case 'split':
      return { type, from: value('from') };
    case 'adopt':
      return { type, rep: value('rep') };
    case 'interim':
      return { type, toldCustomer: value('told_customer') };
    case 'correct':
      return {
        type,
        category: value('category'),
        department: value('department'),
        priority: (value('priority') || null) as Priority | null,
        reason: value('reason'),
      };
    case 'release':
    case 'withdraw':
    case 'reopen':
      return { type, reason: value('reason') };
    case 'close':
      return {
        type,
        toldCustomer: value('told_customer'),
        satisfaction: value('satisfaction') as Satisfaction,
        customerWords: value('customer_words'),
        goodwill: value('goodwill'),
      };
    case 'discard':
    case 'claim':
    case 'still_working':
    case 'reveal_contact':
    case 'urge':
      return { type };
  }
}
