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

/** Names, times and texts for a message about a case; each value is printable, and empty if it does not apply. */
export interface MessageFacts extends Situation {
  number: string;
  customer: string;
  status: string;
  /** The next step of the person who holds the ball: `请接单。` */
  todo: string;
  /** When the first message of the customer was forwarded. */
  forwardedAt: string;
  assignedAt: string;
  by: string;
  /** The one typed text that the message is about: an answer, a question, a reason. */
  text: string;
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
}

/** The roles that the setup gives to people. */
export type SetupRole = 'clerks' | 'managers' | 'admins';
