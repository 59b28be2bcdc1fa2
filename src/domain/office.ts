import type { Actor } from './actor';
import type { Calendar, Rest } from './calendar';
import type { Org } from './org/org';
import type { Instant } from './time';

/** Who is who, which days count, and in which time zone: what every rule needs beside its record. */
export interface Office {
  org: Org;
  calendar: Calendar;
  /** IANA name, such as `Asia/Shanghai`. */
  timeZone: string;
}

/** The office at the moment of a decision, and who acts. */
export interface Context extends Office {
  now: Instant;
  actor: Actor;
}

/** When this company's people are not to be disturbed. */
export function restOf({ org, timeZone, calendar }: Office): Rest {
  return { quietHours: org.sla.quietHours, mode: org.sla.calendar, calendar, zone: timeZone };
}
