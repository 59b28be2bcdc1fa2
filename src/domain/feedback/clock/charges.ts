import type { HolderKind, Span } from './spans';

/** How much of the customer's time one holder took: a department, the rep, the clerks or the managers. */
export interface Charge {
  holder: HolderKind;
  /** Null if no department held the case. */
  department: string | null;
  ms: number;
}

/**
 * Adds up spans by holder, in the order in which each holder first had the case. A department is charged only for the
 * time in which it could act: not while the rep looks for information, not for the time of another department.
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
