import type { MessageNotice, Notice } from './decision';
import { type JsonObject, person, type Recipient } from './messaging';

/** A rung, and whom it tells. */
export interface Chase {
  /** Those who hold the record: each gets a reminder. */
  holders: Recipient[];
  /** Those above the holders, by open_id: each gets an escalation, unless a reminder already reaches them. */
  superiors: string[];
  /** What both messages say, such as the rung's name. */
  params: JsonObject;
  /** Whether the reminders are buzzed (加急); a group cannot be buzzed, so its lead is. */
  buzz: boolean;
  /** The lead of the holders' group; null if the group has no lead. */
  lead: string | null;
  /** A digest says the same to the superiors; absent: none does. */
  inDigest?: MessageNotice['inDigest'];
}

/** A message that chases somebody; such messages to one recipient at one moment arrive as one message. */
export function chaseMessage(name: string, to: Recipient, params: JsonObject): MessageNotice {
  return { kind: 'message', name, to, params, gathers: true };
}

/** Word to somebody above the holders, who may have muted it for today. */
export const escalation = (to: Recipient, params: JsonObject): MessageNotice => ({
  ...chaseMessage('escalation', to, params),
  mayBeMuted: true,
});

/** Whether the notice says a rung; a warning that goes out at the same moment, such as of an unpublished year, does not. */
export function isReminder(notice: Notice): notice is MessageNotice {
  return notice.kind === 'message' && typeof notice.params?.rung === 'string';
}

/** One reminder to each holder, and one escalation to each superior who is not told already. */
export function remindersOf({ holders, superiors, params, buzz, lead, inDigest }: Chase): MessageNotice[] {
  const buzzed = (holder: Recipient) => (holder.type === 'person' ? [holder.id] : lead === null ? [] : [lead]);
  const reminders = holders.map((to) => ({
    ...chaseMessage('reminder', to, params),
    ...(buzz ? { buzz: buzzed(to), unbuzzed: 'escalation' } : {}),
  }));
  const told = new Set(reminders.flatMap((reminder: MessageNotice) => [reminder.to.id, ...(reminder.buzz ?? [])]));
  const others = superiors.filter((id) => !told.has(id));
  const escalations = others.map((id) => escalation(person(id), params));
  return [...reminders, ...escalations.map((one) => (inDigest ? { ...one, inDigest } : one))];
}

/** Leaves one message to each recipient: the first one, which buzzes everybody whom the others would buzz. */
export function oneEach(notices: MessageNotice[]): MessageNotice[] {
  const kept = new Map<string, MessageNotice>();
  for (const notice of notices) {
    const first = kept.get(notice.to.id);
    const buzz = [...new Set([...(first?.buzz ?? []), ...(notice.buzz ?? [])])];
    const unbuzzed = first?.unbuzzed ?? notice.unbuzzed;
    kept.set(notice.to.id, {
      ...(first ?? notice),
      ...(buzz.length > 0 ? { buzz } : {}),
      ...(unbuzzed === undefined ? {} : { unbuzzed }),
    });
  }
  return [...kept.values()];
}
