import type { Office } from '../../office';
import { restOf } from '../../office';
import { LADDERS, type OfficeLadder, type OfficeRung } from '../../org/ladders';
import { endOfRest } from '../../quiet-hours';
import { atTimeOfDay, dateOf, type Instant, shiftDate } from '../../time';
import { currentStage, isStageOpen, type ProcedureRecord } from '../record';
import { rolled, shiftWorkdays } from './dates';

/** A rung of the record's ladder, and when it comes. */
export interface ComingRung {
  rung: OfficeRung;
  at: Instant;
}

/** Rungs of a repeating tail that are looked at: more than a record is ever late. */
const MAX_REPEATS = 500;

function ladderOf(record: ProcedureRecord, { org }: Office): OfficeLadder | null {
  const name = currentStage(record)?.ladder ?? record.definition.ladder ?? 'office';
  return org.ladders?.[name] ?? LADDERS[name] ?? null;
}

/** When a rung comes: a rung on a day off moves back to the last workday before it (procedures.md, Time). */
function momentOfRung({ days, unit, at }: OfficeRung, dueDate: string, office: Office): Instant {
  const { calendar, timeZone } = office;
  const counted = unit === 'workday' ? shiftWorkdays(dueDate, days, calendar) : shiftDate(dueDate, days);
  const date = rolled(counted, 'previous_workday', calendar);
  return endOfRest(atTimeOfDay(date, at, timeZone), restOf(office));
}

/** The rungs behind the ladder's last one, one after the other; none if only the digest tells of them. */
function tailOf(ladder: OfficeLadder): OfficeRung[] {
  const { afterwards, rungs } = ladder;
  const last = rungs.at(-1);
  if (!afterwards || afterwards.inDigest || !last) return [];
  const { every, unit, to } = afterwards;
  return Array.from({ length: MAX_REPEATS }, (_, index) => ({
    ...{ days: last.days + every * (index + 1), unit, at: last.at, to, buzz: false },
  }));
}

/** The rungs of what the record asks now, near `now`: those that have come, and the next one; earliest first. */
export function rungsOf(record: ProcedureRecord, now: Instant, office: Office): ComingRung[] {
  const { dueAt, asked } = record;
  const ladder = ladderOf(record, office);
  if (dueAt === null || asked.length === 0 || !isStageOpen(record) || !ladder) return [];
  const dueDate = dateOf(dueAt, office.timeZone);
  const since = Math.min(...asked.map((one) => one.since));
  const come = (rung: OfficeRung): ComingRung => ({ rung, at: momentOfRung(rung, dueDate, office) });
  const planned = ladder.rungs.map(come);
  for (const rung of tailOf(ladder)) {
    const next = come(rung);
    planned.push(next);
    if (next.at > now) break;
  }
  return planned.filter(({ at }) => at > since).sort((a, b) => a.at - b.at || a.rung.days - b.rung.days);
}

/** The latest rung that has come and was not said; rungs that meet, or were missed, are one message. */
export function dueRung(record: ProcedureRecord, now: Instant, office: Office): ComingRung | null {
  const heardUntil = record.remindedAt ?? 0;
  return rungsOf(record, now, office).findLast(({ at }) => at <= now && at > heardUntil) ?? null;
}

/** When the next rung comes; null for none. */
export function nextRungAt(record: ProcedureRecord, now: Instant, office: Office): Instant | null {
  const heardUntil = record.remindedAt ?? 0;
  return rungsOf(record, now, office).find(({ at }) => at > heardUntil)?.at ?? null;
}
