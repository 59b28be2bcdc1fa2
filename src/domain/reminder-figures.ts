import type { Notice } from './decision';
import { isReminder } from './reminder-notices';
import { type Instant, SECOND } from './time';

/** A reminder may come so late after its moment (design §2). */
const ON_TIME_MS = 10 * SECOND;

/** How a day's reminders were delivered. */
export interface ReminderFigures {
  /** Reminders that were due, without those that were no longer true when their turn came. */
  due: number;
  onTime: number;
  /** Messages and events of the day that were given up. */
  givenUp: number;
}

/** A message of the outbox, as far as the figures need it. */
export interface Delivered {
  notice: Notice;
  state: string;
  sentAt: Instant | null;
}

/** Notes on a reminder when it was due; leaves other notices as they are. */
export function datedReminder(notice: Notice, rungDueAt: Instant | null): Notice {
  if (!isReminder(notice) || rungDueAt === null) return notice;
  return { ...notice, params: { ...notice.params, rungDueAt } };
}

/** False if it was sent later than a reminder may be; true for notices that do not say when they were due. */
export function isOnTime(notice: Notice, sentAt: Instant): boolean {
  const rungDueAt = isReminder(notice) ? notice.params?.rungDueAt : undefined;
  return typeof rungDueAt !== 'number' || sentAt - rungDueAt <= ON_TIME_MS;
}

/** Counts the messages of a day. Reminders that went out as one message count one by one, and only there. */
export function reminderFigures(rows: Delivered[], givenUpEvents: number): ReminderFigures {
  const counted = rows.filter(({ state }) => state !== 'bundled' && state !== 'moot');
  const reminders = counted.flatMap((row) => remindersIn(row.notice).map((notice) => ({ ...row, notice })));
  return {
    due: reminders.length,
    onTime: reminders.filter(({ notice, sentAt }) => sentAt !== null && isOnTime(notice, sentAt)).length,
    givenUp: rows.filter(({ state }) => state === 'refused').length + givenUpEvents,
  };
}

function remindersIn(notice: Notice): Notice[] {
  const notices = notice.kind === 'bundle' ? notice.items.map((item) => item.notice) : [notice];
  return notices.filter(isReminder);
}
