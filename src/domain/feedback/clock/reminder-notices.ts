import type { Notice } from '../../decision';
import { type JsonObject, person, type Recipient } from '../../messaging';
import { chiefsOf, departmentOf, type Org } from '../../org/org';
import type { Instant } from '../../time';
import { groupOf, routersOf } from '../../who';
import { holdersOf } from '../holders';
import type { Feedback } from '../model';
import { type Duty, targetOf } from './deadline';
import type { Rung } from './ladder';

type MessageNotice = Extract<Notice, { kind: 'message' }>;

/** What makes a message moot once it no longer holds, and why it came. */
const paramsOf = (feedback: Feedback, rung: string, duty: Duty = 'answer'): JsonObject => ({
  rung,
  status: feedback.status,
  claimedBy: feedback.claimedBy,
  dueAt: targetOf(feedback, duty),
  ...(duty === 'interim' ? { duty } : {}),
  ...(duty === 'submit' ? { repId: feedback.repId } : {}),
});

/** Due for one recipient at the same moment, such messages arrive as one. */
const chase = (
  name: 'reminder' | 'escalation' | 'freed' | 'freed_former',
  to: Recipient,
  params: JsonObject,
): MessageNotice => ({
  kind: 'message',
  name,
  to,
  params,
  gathers: true,
});

/** A group cannot be buzzed as such: its lead is. */
function buzzedBy(holder: Recipient, feedback: Feedback, org: Org): string[] {
  if (holder.type === 'person') return [holder.id];
  const lead = departmentOf(org, feedback.department)?.lead;
  return lead ? [lead] : [];
}

/** The lead, where the department holds the ball. */
function leadOf({ status, department }: Feedback, org: Org): string[] {
  const lead = status === 'assigned' || status === 'handling' ? departmentOf(org, department)?.lead : null;
  return lead ? [lead] : [];
}

/**
 * Lead before manager: the lead is warned with the last rung before the deadline, the managers (the admins where there are none)
 * from the due moment on.
 * An interim reply is the rep's to give, and no lead's. A draft that its rep leaves lying is the routers' to ask about.
 */
function superiorsOf({ name, duty, buzz }: Rung, feedback: Feedback, org: Org): string[] {
  if (duty === 'submit') return name === 'draft_left' ? routersOf(org) : [];
  const leads = duty === 'answer' ? leadOf(feedback, org) : [];
  if (name === 'due' || name === 'overdue') return [...new Set([...leads, ...chiefsOf(org)])];
  return name === 'before' && buzz ? leads : [];
}

function noticesOf(rung: Rung, feedback: Feedback, org: Org): MessageNotice[] {
  const holders = rung.duty === 'interim' ? [person(feedback.repId)] : holdersOf(feedback, org);
  const params = paramsOf(feedback, rung.name, rung.duty);
  const reminders = holders.map((to) => ({
    ...chase('reminder', to, params),
    ...(rung.buzz ? { buzz: buzzedBy(to, feedback, org), unbuzzed: 'escalation' } : {}),
  }));
  const told = new Set(reminders.flatMap(({ to, buzz = [] }: MessageNotice) => [to.id, ...buzz]));
  const superiors = superiorsOf(rung, feedback, org).filter((id) => !told.has(id));
  return [...reminders, ...superiors.map((id) => chase('escalation', person(id), params))];
}

/** The messages of these rungs; with `freedAt` the holder is asked in the same breath whether the case still moves. */
export function chasing(rungs: Rung[], freedAt: Instant | null, feedback: Feedback, org: Org): MessageNotice[] {
  const notices = rungs.flatMap((rung) => noticesOf(rung, feedback, org));
  if (freedAt === null || feedback.claimedBy === null) return notices;
  const holder = person(feedback.claimedBy);
  const question = { asks: true, freedAt };
  const reminder = notices.find(({ name, to }) => name === 'reminder' && to.id === holder.id);
  if (!reminder) return [...notices, chase('reminder', holder, { ...paramsOf(feedback, 'silent'), ...question })];
  reminder.params = { ...reminder.params, ...question };
  return notices;
}

/** The group hears once that a case is free again and why, and so does whoever had claimed it. */
export function freedNotices(before: Feedback, freed: Feedback, org: Org): MessageNotice[] {
  const group = groupOf(freed.department, org);
  const params = { ...paramsOf(freed, 'freed'), by: before.claimedBy };
  return [
    ...(group ? [chase('freed', group, params)] : []),
    ...(before.claimedBy ? [chase('freed_former', person(before.claimedBy), params)] : []),
  ];
}

/** One message a person (or group) about one case: the first says it all, and buzzes whom the others would have. */
export function oneEach(notices: MessageNotice[]): MessageNotice[] {
  const said = new Map<string, MessageNotice>();
  for (const notice of notices) {
    const first = said.get(notice.to.id);
    const buzz = [...new Set([...(first?.buzz ?? []), ...(notice.buzz ?? [])])];
    said.set(notice.to.id, { ...(first ?? notice), ...(buzz.length > 0 ? { buzz } : {}) });
  }
  return [...said.values()];
}
