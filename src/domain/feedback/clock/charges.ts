import type { Entry } from '../../decision';
import { type Office, workClockOf } from '../../office';
import type { Instant } from '../../time';
import { timeBetween } from '../../work-clock';
import type { Feedback } from '../model';
import { type HolderKind, type Span, spansOf } from './spans';

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

/** The latest start of the customer's clock: the submission, or the reopening of a closed case; null for a draft. */
export function startOf({ submittedAt }: Pick<Feedback, 'submittedAt'>, timeline: Entry[]): Instant | null {
  const anew = timeline.findLast(({ what, detail }) => what === 'reopen' && detail?.from === 'closed');
  return anew?.at ?? submittedAt;
}

/** What a question about charges needs of a case. */
export type Charged = Pick<Feedback, 'repId' | 'submittedAt'>;

/** Who held the case for how long in this run of the customer's clock, until the moment `until`. */
export function chargesUntil(feedback: Charged, timeline: Entry[], until: Instant, office: Office): Charge[] {
  const clock = workClockOf(office);
  const start = startOf(feedback, timeline);
  if (start === null) return [];
  const spans = spansOf(timeline, { repId: feedback.repId, now: until }).flatMap((span) => {
    const [from, to] = [Math.max(span.from, start), Math.min(span.to, until)];
    return from < to ? [{ ...span, from, to, countedMs: timeBetween(from, to, clock) }] : [];
  });
  return chargesOf(spans);
}

/**
 * Whom an overdue case is charged to: the holder of most of the customer's time until the deadline, so that a late
 * transfer is not the second department's fault. Null if nobody held it then.
 */
export function chargedWith(feedback: Charged, timeline: Entry[], deadline: Instant, office: Office): Charge | null {
  const charges = chargesUntil(feedback, timeline, deadline, office);
  return charges.reduce<Charge | null>((most, charge) => (most === null || charge.ms > most.ms ? charge : most), null);
}
