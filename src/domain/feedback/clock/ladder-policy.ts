import type { Calendar, Rest } from '../../calendar';
import type { Org } from '../../org/org';

/** What the clock's rules need beside the record: deadlines and quiet hours, the calendar, the office's zone. */
export interface LadderPolicy {
  org: Org;
  timeZone: string;
  calendar: Calendar;
}

/** When this company's people are not to be disturbed. */
export function restOf({ org, timeZone, calendar }: LadderPolicy): Rest {
  return { quietHours: org.sla.quietHours, mode: org.sla.calendar, calendar, zone: timeZone };
}
