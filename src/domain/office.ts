import type { Actor } from './actor';
import type { Calendar } from './calendar';
import type { GroupMembers } from './org/membership';
import type { Org } from './org/org';
import type { Rest } from './quiet-hours';
import type { Instant } from './time';
import type { WorkClock } from './work-clock';

/** Who is who, which days count, and in which time zone: what every rule needs beside its record. */
export interface Office {
  org: Org;
  calendar: Calendar;
  /** IANA name, such as `Asia/Shanghai`. */
  timeZone: string;
  /** Who is in which group, as far as Feishu has told it; absent: nothing is known. */
  groupMembers?: GroupMembers;
}

/** The office at the moment of a decision, and who acts. */
export interface Context extends Office {
  now: Instant;
  actor: Actor;
}

/** How this company counts time. */
export function workClockOf({ org, calendar, timeZone }: Office): WorkClock {
  return { mode: org.sla.calendar, calendar, zone: timeZone };
}

/** When this company's people are not disturbed. */
export function restOf(office: Office): Rest {
  return { ...workClockOf(office), quietHours: office.org.sla.quietHours };
}
