import type { Absence, Org } from './org';

/** Who acts for a person on a day. */
export interface StandIn {
  /** The person themselves unless they are away and somebody can act for them. */
  id: string;
  /** The absent person for whom `id` acts; null if it is the person themselves. */
  insteadOf: string | null;
}

/** Who holds a position, by open_id: the first is asked, the others stand in; empty if nobody holds it. */
export function holdersOf({ positions }: Pick<Org, 'positions'>, position: string): string[] {
  return positions && Object.hasOwn(positions, position) ? (positions[position] ?? []) : [];
}

/** The absences that cover a date of the office (`2026-12-01`); what counts first for a person comes first. */
export function absencesOn({ absences = [] }: Pick<Org, 'absences'>, date: string): Absence[] {
  return absences.filter(({ from, until }) => from <= date && date <= until);
}

/** Whether the person is away on a date of the office (`2026-12-01`), from 0:00 to 24:00. */
export function isAway(org: Pick<Org, 'absences'>, person: string, date: string): boolean {
  return absencesOn(org, date).some((absence) => absence.person === person);
}

/**
 * Who acts for the person on a date of the office (`2026-12-01`): the deputy, or the deputy of a deputy who is away too.
 * The person themselves if they are not away, or if nobody whom the deputies lead to is there.
 */
export function standInFor(org: Pick<Org, 'absences'>, person: string, date: string): StandIn {
  const away = absencesOn(org, date);
  const deputyOf = (id: string) => away.find((absence) => absence.person === id)?.deputy ?? null;
  const isThere = (id: string) => !away.some((absence) => absence.person === id);
  const passed = new Set([person]);
  for (let id = deputyOf(person); id !== null && !passed.has(id); id = deputyOf(id)) {
    if (isThere(id)) return { id, insteadOf: person };
    passed.add(id);
  }
  return { id: person, insteadOf: null };
}
