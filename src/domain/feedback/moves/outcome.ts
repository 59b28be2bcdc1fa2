import { NO_LONGER_APPLIES, type Notice, type Opened } from '../../decision';
import type { JsonObject, Recipient } from '../../messaging';
import type { Context } from '../../office';
import type { Command } from '../commands';
import type { Feedback } from '../model';

export interface Refusal {
  refusal: string;
  detail?: JsonObject;
}

/** What one command changes on the record, whom it tells, and what the timeline says of it; or why it is refused. */
export type Outcome =
  | {
      changes: Partial<Feedback>;
      notices?: (next: Feedback) => Notice[];
      detail?: JsonObject;
      opens?: Opened[];
    }
  | Refusal;

/** Applies one command, after the table of statuses and the rights have allowed it. */
export type Move<C extends Command> = (feedback: Feedback, command: C, context: Context) => Outcome;

/** The command of one type. */
export type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export const notice = (name: string, to: Recipient, params: JsonObject = {}): Notice => ({
  kind: 'message',
  name,
  to,
  params,
});

/** The refusal of a command that the case has moved past; it names the last move. */
export function tooLate({ lastMove: { what, by, at }, status, department }: Feedback): Refusal {
  return { refusal: NO_LONGER_APPLIES, detail: { what, by, at, status, department } };
}
