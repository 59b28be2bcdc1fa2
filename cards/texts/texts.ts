import type { CardCommand } from '../../src/domain/feedback/commands';
import type { Channel, Kind, Priority, Satisfaction, Status } from '../../src/domain/feedback/model';
import type { DEFAULT_CATEGORIES } from '../../src/domain/org/org';
import type { RefusalFacts } from '../kit/refusal';
import type { ClockTexts } from './clock';
import type { DigestTexts, SheetTexts } from './digest';
import { EN } from './en/en';
import type { MessageName, Refusal } from './names';
import type { SetupTexts } from './setup';
import type { TimelineTexts } from './timeline';
import type { WordTexts } from './words';
import { ZH } from './zh/zh';

export type Locale = 'zh-CN' | 'en-US';

/** The fields of the forms (design §3.3); `reason` is worded per command. */
export type FieldName =
  | 'from'
  | 'customer'
  | 'contact'
  | 'channel'
  | 'kind'
  | 'category'
  | 'department'
  | 'priority'
  | 'note'
  | 'instruction'
  | 'answer'
  | 'cause'
  | 'prevention'
  | 'question'
  | 'info'
  | 'until'
  | 'told_customer'
  | 'satisfaction'
  | 'customer_words'
  | 'goodwill';

/** The commands that ask for a `reason`, each for another one. */
export type ReasonedCommand = 'transfer' | 'release' | 'extend' | 'correct' | 'withdraw' | 'reopen';

export type DefaultCategory = (typeof DEFAULT_CATEGORIES)[number];

/** What a sentence about a case may name; everything is printable, and empty where it does not apply. */
export interface Situation {
  department: string;
  holder: string;
  due: string;
}

/** A title and the lines under it, as a small card or as plain lines. */
export interface Passage {
  title: string;
  lines: string[];
}

/** What a one-off message may name; everything is printable, and empty where it does not apply. */
export interface MessageFacts extends Situation {
  number: string;
  customer: string;
  status: string;
  /** What whoever holds the ball is to do now. */
  todo: string;
  /** When the customer's words were first forwarded. */
  forwardedAt: string;
  assignedAt: string;
  by: string;
  /** The one typed text that the message is about. */
  text: string;
  until: string;
  to: string;
}

/** Every word a person sees, in one language. */
export interface Texts extends ClockTexts, WordTexts {
  locale: Locale;

  statuses: Record<Status, string>;
  kinds: Record<Kind, string>;
  channels: Record<Channel, string>;
  categories: Record<DefaultCategory, string>;
  priorities: Record<Priority, string>;
  satisfactions: Record<Satisfaction, string>;

  fields: Record<FieldName, string>;
  reasons: Record<ReasonedCommand, string>;
  /** Where it is not known for what. */
  reason: string;
  /** Placeholders that say more than "type here". */
  hints: Partial<Record<FieldName, string>>;
  typeHere: string;
  chooseHere: string;
  unsure: string;

  /** The words on buttons. */
  commands: Record<CardCommand | 'bind', string>;
  /** What is seen of a folded form. */
  folds: Partial<Record<CardCommand, string>>;
  /** A line above an open form. */
  asides: Partial<Record<CardCommand, string>>;
  confirms: Record<'discard' | 'withdraw', { title: string; text: string }>;

  /** The toast after a command. */
  done: Record<CardCommand, (number: string) => string>;
  /** After a group was bound; it need not have a name. */
  bound: (chat: string, department: string) => string;
  /** "(somebody) has …", for whoever taps too late. */
  deeds: Partial<Record<CardCommand, string>>;
  refusals: Record<Refusal, (facts: RefusalFacts) => string>;
  /** For a reason that nothing above names. */
  refused: string;
  faults: Record<'missing' | 'not_a_choice' | 'not_a_time' | 'too_long', (field: string) => string>;

  card: {
    title: (number: string) => string;
    bindTitle: string;
    bindLead: (chat: string) => string;
    summary: (number: string, status: string) => string;
    overdue: string;
    unnamedCustomer: string;
    somebody: string;
    noDepartments: string;

    labelled: (label: string, value: string) => string;
    list: (items: string[]) => string;
    fullTextIn: (number: string) => string;
    more: (count: number) => string;
    recalled: (text: string) => string;
    /** Behind the words of an edited message. */
    edited: (at: string, before: string) => string;
    /** The title of a merged forward. */
    conversation: (count: number) => string;
    leftOut: (count: number) => string;
    /** Something of a kind that is not known yet is in the draft. */
    unread: string;
    /** An option of the draft's splitting. */
    messageAt: (at: string, words: string) => string;
    earlierNotes: (count: number) => string;

    words: string;
    attachments: string;
    picturesPending: (count: number) => string;
    picturesMore: (count: number) => string;
    picturesLost: (count: number) => string;
    picture: string;
    file: (name: string) => string;
    filePending: (name: string) => string;
    fileLost: (name: string) => string;
    fileTooLarge: (name: string) => string;
    /** A file with its length where it is sound or video. */
    fileName: (name: string, length: string) => string;
    /** Of what could not be kept: the group gets, or the rep knows it will get, the message itself. */
    passedOn: string;
    willBePassedOn: string;
    /** Likewise where it cannot be passed on. */
    askRep: string;
    sendAgain: string;
    guesses: string;
    /** `now` where the field says something else by now. */
    guess: (field: string, guess: { value: string; words: string; now: string }) => string;
    noDepartmentGuessed: string;

    rep: string;
    due: string;
    claimedBy: string;
    instructionBy: (name: string, at: string) => string;
    answerBy: (name: string, at: string) => string;
    previousAnswer: string;
    questionBy: (name: string, at: string) => string;
    infoAt: (at: string) => string;
    notes: string;
    noteLine: (at: string, who: string, text: string) => string;
    extension: (until: string, reason: string) => string;
    /** What the rep is to do, and what others hear of it. */
    interimFirst: (due: string) => string;
    interimReply: (due: string) => string;
    interimTold: (at: string, text: string) => string;
    newestReply: (name: string, at: string) => string;
    otherActions: string;
    transferredFrom: (department: string, reason: string) => string;
    transferredTo: (department: string) => string;
    leftDepartment: string;
    retired: (number: string) => string;
    cycle: (cycle: number, reason: string) => string;
    withdrawnBecause: (reason: string) => string;
    archivedInformation: string;
    unsatisfiedLead: string;
    course: string;
    milestones: Record<'submitted' | 'assigned' | 'claimed' | 'answered' | 'closed', (at: string) => string>;
  };

  /** What a rep may send to the customer; the parts come without the mark at their end. */
  wording: {
    answer: (kind: Kind, parts: { answer: string; cause: string; prevention: string }) => string;
    interim: (until: string) => string;
    /** Instead of a colleague's name. */
    colleague: string;
  };

  /** Where the case stands, for those who wait. */
  situations: Record<Status, (situation: Situation) => string>;
  /** What is to be done, for those who hold the ball. */
  todos: Record<Status, (situation: Situation) => string>;
  holders: {
    clerks: string;
    managers: string;
    nobody: string;
    inDepartment: (name: string, department: string) => string;
  };

  messages: Record<MessageName, (facts: MessageFacts) => Passage>;
  /** Why a message could not be delivered, by the program's error codes. */
  undeliverable: Record<string, string>;

  digest: DigestTexts;
  sheet: SheetTexts;

  timeline: TimelineTexts;

  setup: SetupTexts;

  chat: {
    help: Passage;
    welcome: Passage;
    groupHint: string;
    nothingFound: string;
    /** Somebody asks for what is not theirs to see. */
    notForYou: string;
    /** A tap that could not be worked off within the platform's three seconds. */
    stillWorking: string;
    botName: string;
    intakeFailed: string;
    notAMonth: string;
    emptyMonth: (month: string) => string;
    hints: Record<'search_hint' | 'show_hint' | 'direct_only', string>;
    /** Stands where the question was, once the word was sent. */
    wordMeant: (word: string) => string;
    takenIn: string;
    messageGone: string;
    /** A message about no case could not be delivered. */
    unheard: (to: string, why: string) => string;
    /** Stands before the literal lines of a card that the platform refused. */
    cardRefused: string;
    /** Stands on what the company's data-loss rules let through only without contact details. */
    maskedByRules: string;
    /** A message without words, by the platform's `message_type`. */
    forms: Record<string, string> & { image: string };
    unknownForm: string;
    /** When something is, behind its words; either end may be empty. */
    period: (from: string, to: string) => string;
    /** Somebody in a merged forward whom the platform does not name. */
    speaker: (place: number) => string;
  };
}

const TEXTS: Record<Locale, Texts> = { 'zh-CN': ZH, 'en-US': EN };

/** Every word in one language. */
export function textsOf(locale: Locale): Texts {
  return TEXTS[locale];
}
