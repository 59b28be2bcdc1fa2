import type { HolderKind, Span } from './spans';

/** How much of the customer's time one holder took: a department, or the rep, the clerks, the managers. */
export interface Charge {
  holder: HolderKind;
  /** Null where it was nobody's of a department. */
  department: string | null;
  ms: number;
}

/**
 * Adds up spans by holder, in the order in which each first had the ball. A department is charged for the time in which
 * it could act and for no other: not for the rep's answer to a question, not for what another department took before.
 */
export function chargesOf(spans: Span[]): Charge[] {
  const charges: Charge[] = [];
  for (const { holder, department, countedMs } of spans) {
    const known = charges.find((charge) => charge.holder === holder && charge.department === department);
    if (known) known.ms += countedMs;
    else charges.push({ holder, department, ms: countedMs });
  }
  return charges;
}
