import type { MessageNotice, Notice } from '../../decision';
import { type JsonObject, person } from '../../messaging';
import type { Office } from '../../office';
import { departmentOf, escalatedTo, type Org } from '../../org/org';
import { chaseMessage, escalation, remindersOf } from '../../reminder-notices';
import type { Instant } from '../../time';
import { groupOf, routersOf } from '../../who';
import type { Feedback } from '../model';
import { actingIn } from '../moves/outcome';
import { type Duty, targetOf } from './deadline';
import { climbsOf, type DutyRung } from './ladder';

/**
 * Why the message comes, and the state of the case that the message speaks of: the message is dropped if that
 * changes.
 */
const paramsOf = (feedback: Feedback, rung: string, duty: Duty = 'answer'): JsonObject => ({
  rung,
  status: feedback.status,
  claimedBy: feedback.claimedBy,
  dueAt: targetOf(feedback, duty),
  ...(duty === 'interim' ? { duty } : {}),
  ...(duty === 'submit' ? { repId: feedback.repId } : {}),
});

const leadOf = ({ department }: Feedback, org: Org): string | null => departmentOf(org, department)?.lead ?? null;

/**
 * Lead before manager: the lead hears from the last warning before the deadline on, the managers (the admins if there
 * are no managers) from the due moment on. An interim reply is the rep's to give, so no lead hears of it. Of a draft
 * that its rep has left lying, the routers hear.
 */
function superiorsOf({ name, duty, buzz }: DutyRung, feedback: Feedback, org: Org): string[] {
  if (duty === 'submit') return name === 'draft_left' ? routersOf(org) : [];
  const isWithDepartment = feedback.status === 'assigned' || feedback.status === 'handling';
  const lead = duty === 'answer' && isWithDepartment ? leadOf(feedback, org) : null;
  const leads = lead ? [lead] : [];
  if (name === 'due' || name === 'overdue') return [...new Set([...leads, ...escalatedTo(org)])];
  return name === 'before' && buzz ? leads : [];
}

/** The reminders and escalations of these rungs, about the case as it is after the decision. */
export function rungNotices(rungs: DutyRung[], feedback: Feedback, office: Office): MessageNotice[] {
  const { org } = office;
  const climbs = climbsOf(feedback, office);
  return rungs.flatMap((rung) => [
    ...remindersOf({
      holders: climbs.find(({ duty }) => duty === rung.duty)?.holders ?? [],
      superiors: superiorsOf(rung, feedback, org),
      params: paramsOf(feedback, rung.name, rung.duty),
      buzz: rung.buzz,
      lead: leadOf(feedback, org),
      ...inDigest(rung, feedback),
    }),
    ...(rung.name === 'unclaimed' ? [toWaitingRep(feedback)] : []),
  ]);
}

/** The rep sees no more than a card that does not change. It asks for nothing: it is no rung of the rep's. */
function toWaitingRep(feedback: Feedback): MessageNotice {
  const { rung: _rung, ...params } = paramsOf(feedback, 'unclaimed');
  return chaseMessage('unclaimed_rep', person(feedback.repId), params);
}

/** Digests tell of deadlines, and of no drafts; what is urgent does not wait for one. */
const inDigest = ({ duty }: DutyRung, { priority }: Feedback): Pick<MessageNotice, 'inDigest'> =>
  duty === 'submit' ? {} : { inDigest: priority === 'urgent' ? 'now' : 'soon' };

/** Adds the question 还在处理吗？ to the holder's reminder, or asks it in a message of its own if there is no reminder. */
export function withQuestion(notices: MessageNotice[], freedAt: Instant | null, feedback: Feedback): MessageNotice[] {
  if (feedback.claimedBy === null) return notices;
  const holder = person(feedback.claimedBy);
  const question = { asks: true, freedAt };
  const reminder = notices.find(({ name, to }) => name === 'reminder' && to.id === holder.id);
  if (!reminder) {
    return [...notices, chaseMessage('reminder', holder, { ...paramsOf(feedback, 'silent'), ...question })];
  }
  return notices.map((one) => (one === reminder ? { ...one, params: { ...one.params, ...question } } : one));
}

/** The lead hears of a silent holder if it is too late to take the case away. */
export function leadNotices(feedback: Feedback, org: Org): MessageNotice[] {
  const lead = leadOf(feedback, org);
  if (lead === null || lead === feedback.claimedBy) return [];
  return [escalation(person(lead), paramsOf(feedback, 'silent_lead'))];
}

/** The group and the former holder hear once that the case is free again, and why. */
export function freedNotices(before: Feedback, freed: Feedback, org: Org): MessageNotice[] {
  const group = groupOf(freed.department, org);
  const params = { ...paramsOf(freed, 'freed'), by: before.claimedBy };
  return [
    ...(group ? [chaseMessage('freed', group, params)] : []),
    ...(before.claimedBy
      ? [chaseMessage('freed_former', person(before.claimedBy), { ...params, ...actingIn(group) })]
      : []),
  ];
}

/** What the holders were told until now asks for something that is done, or that others do from now on. */
export function greyed({ heldSince, remindedAt, lastUrgedAt, stillAskedAt }: Feedback): Notice[] {
  const said = Math.max(remindedAt ?? 0, lastUrgedAt ?? 0, stillAskedAt ?? 0);
  return said >= heldSince ? [{ kind: 'grey', since: heldSince }] : [];
}
