import type { Who } from '../../src/domain/who';

/** Names and times for a sentence about a case; each value is printable, and empty if it does not apply. */
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

/** What a notice about a case says; a part is empty or absent if there is nothing to say. */
export interface NoticeWords {
  /** A few words that name the notice: its tag, and the beginning of its preview. */
  short: string;
  /** What its reader is to do: the product's own words and times, since a mention may stand beside them. */
  ask?: string;
  /** What happened, with names. */
  say?: string;
  /** The title over the typed text that the notice is about. */
  over?: string;
  /** What ends it, or what follows from it. */
  note?: string;
}

/** Names and times for a notice about a case; each value is printable, and empty if it does not apply. */
export interface NoticeFacts extends Situation {
  number: string;
  /** What the status asks of the person who holds the ball, without a name: `还没有人接单，请接单。` */
  asks: string;
  /** The same for somebody above the holder, who hears how far the case is. */
  stands: string;
  /** What ends the reminders: `接单后就不再提醒。` */
  ends: string;
  /** How much time is left, or since when it is over: `4 小时`. */
  distance: string;
  /** The priority in words. */
  priority: string;
  by: string;
  until: string;
  /** Until when the rep owes the customer an interim reply. */
  interimDue: string;
  to: string;
}

/** Names and times for the sentence of a refusal; each value is printable, and empty if unknown. */
export interface RefusalFacts {
  /** The person whose right the command is. */
  who: Exclude<Who, 'program'> | null;
  names: string;
  department: string;
  category: string;
  by: string;
  at: string;
  /** The command that was carried out, as the texts' `deeds` word it. */
  deed: string;
  status: string;
  nextAt: string;
  due: string;
  faults: string[];
}

/** Names and texts for a line of the timeline; each value is printable, and empty if it does not apply. */
export interface TimelineFacts {
  department: string;
  /** The typed text: a reason, a question, a note. */
  text: string;
  /** The name of the reminder. */
  rung: string;
  /** What was asked for waits for somebody's nod. */
  waits: boolean;
}

/** The roles that the setup gives to people. */
export type SetupRole = 'clerks' | 'managers' | 'admins';
