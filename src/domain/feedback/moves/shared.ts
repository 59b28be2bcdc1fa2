import { NO_LONGER_APPLIES, type Notice, type Opened } from '../../decision';
import { type JsonObject, person, type Recipient } from '../../messaging';
import type { Context } from '../../office';
import { departmentOf, type Org } from '../../org/org';
import type { Instant } from '../../time';
import { routersOf } from '../../who';
import { attachedFor, attachmentsIn } from '../attachments';
import type { ByMessage, Command } from '../commands';
import { departmentSideOf } from '../holders';
import type { Attachment, Feedback } from '../model';
import { departmentWall } from '../walls';

export type Outcome =
  | {
      changes: Partial<Feedback>;
      notices?: (next: Feedback) => Notice[];
      detail?: JsonObject;
      opens?: Opened[];
    }
  | { refusal: string; detail?: JsonObject };

/** What one command changes, given that the table and the rights allow it. */
export type Move<C extends Command> = (feedback: Feedback, command: C, context: Context) => Outcome;

export type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export const notice = (name: string, to: Recipient, params: JsonObject = {}): Notice => ({
  kind: 'message',
  name,
  to,
  params,
});

/** What came along with a command, where that came in a message. */
export function attachmentsBy({ messageId, attachments = [] }: Partial<ByMessage>): Attachment[] {
  return messageId === undefined ? [] : attachmentsIn(messageId, attachments);
}

/** The department's card where it works, and what no card can show. */
export function handOver(next: Feedback, org: Org): Notice[] {
  const { department } = next;
  if (department === null) return [];
  return departmentSideOf(next, org).flatMap((to): Notice[] => [
    { kind: 'card', wall: departmentWall(department), to },
    ...attachedFor(next, to),
  ]);
}

const toRouters = (org: Org): Notice[] => routersOf(org).map((id) => ({ kind: 'card', wall: 'clerk', to: person(id) }));
export const toManagers = (org: Org): Notice[] =>
  org.managers.map((id) => ({ kind: 'card', wall: 'manager', to: person(id) }));

/** A fresh start with a department: nobody has claimed it. */
export function assignedTo(department: string, now: Instant): Partial<Feedback> {
  return { department, assignedAt: now, claimedBy: null, claimedAt: null };
}

export function departmentFault(key: string, org: Org): { refusal: string; detail: JsonObject } | null {
  const department = departmentOf(org, key);
  if (!department) return { refusal: 'unknown_department', detail: { department: key } };
  // A lead can act for a department that has no group; without either nobody would see the case.
  if (!department.chat && !department.lead) return { refusal: 'department_without_group', detail: { department: key } };
  return null;
}

export const categoryFault = (key: string, org: Org): { refusal: string; detail: JsonObject } | null =>
  org.categories.some((category) => category.key === key)
    ? null
    : { refusal: 'unknown_category', detail: { category: key } };

/** The refusal of what the case has moved past: it names the last move. */
export function tooLate(feedback: Feedback): { refusal: string; detail: JsonObject } {
  const { what, by, at } = feedback.lastMove;
  const { status, department } = feedback;
  return { refusal: NO_LONGER_APPLIES, detail: { what, by, at, status, department } };
}

/** To the clerks: nobody knows whose it is, or the company wants them to look first. */
export function toTriage(changes: Partial<Feedback>, org: Org): Outcome {
  if (routersOf(org).length === 0) return { refusal: 'nobody_to_route' };
  return {
    changes: { ...changes, status: 'triage', assignedAt: null, claimedBy: null, claimedAt: null },
    notices: () => toRouters(org),
  };
}
