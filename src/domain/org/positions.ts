import type { Org } from './org';

/** Who holds a position, the first of them is asked; empty if nobody does. */
export function holdersOf(org: Org, position: string): string[] {
  return org.positions?.[position] ?? [];
}

/** Who acts for a person on a date: the person, or the deputy of an absent one. */
export function standInFor(org: Org, person: string, date: string): { id: string; insteadOf: string | null } {
  const away = org.absences?.find((one) => one.person === person && one.from <= date && date <= one.until);
  return away ? { id: away.deputy, insteadOf: person } : { id: person, insteadOf: null };
}
