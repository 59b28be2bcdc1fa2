import { type Given, NO_LONGER_APPLIES, type Notice, type Opened } from '../../decision';
import { type JsonObject, person, type Recipient } from '../../messaging';
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
      gives?: Given[];
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

/** In a direct message: its reader may act by it as a member of this group. */
export const actingIn = (group: Recipient | null): JsonObject => (group === null ? {} : { actsIn: group.id });

/** A word to the holder of the case about what a colleague did with it; none to a group, which sees the card. */
export function toHolder({ status, claimedBy }: Feedback, name: string, params: JsonObject): Notice[] {
  return status === 'handling' && claimedBy !== null ? [notice(name, person(claimedBy), params)] : [];
}

/** A word to the rep about what somebody else did with the case. */
export const toRep = ({ repId }: Feedback, name: string, params: JsonObject): Notice =>
  notice(name, person(repId), params);

/** The notices without those that would tell a person of their own act. */
export function toOthers(notices: Notice[], actorId: string | null): Notice[] {
  const isOwn = (one: Notice) => one.kind === 'message' && one.to.type === 'person' && one.to.id === actorId;
  return notices.filter((one) => !isOwn(one) || (one.kind === 'message' && ASKED_FOR.has(one.name)));
}

/** Messages that answer the actor. */
const ASKED_FOR = new Set(['contact']);

/** The refusal of a command that the case has moved past; it names the last move. */
export function tooLate({ lastMove: { what, by, at }, status, department }: Feedback): Refusal {
  return { refusal: NO_LONGER_APPLIES, detail: { what, by, at, status, department } };
}

/** The rep's turn has come: their card hangs anew at the end of the chat, where they look, in place of the one far up. */
export const toRepsTurn = ({ repId }: Feedback): Notice[] => [{ kind: 'card', wall: 'rep', to: person(repId) }];
