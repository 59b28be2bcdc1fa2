import type { Org } from '../org/org';
import { dateOf, type Instant, MINUTE } from '../time';
import { digestFor, digestTime, nextDigestSlot } from './slots';

/** A message that a digest says as well waits for a digest that comes within this time. */
const WAITS_MS = 30 * MINUTE;
/** Several processes may be so far apart in saying what belongs to one moment. */
const SAME_MOMENT_MS = MINUTE;

/** What becomes of a message that a digest says as well: it is sent, waits for the digest, or was said in one. */
export type Fold = 'send' | 'said' | { until: Instant };

/** A message to a person that a digest says as well. */
export interface Foldable {
  to: string;
  /** When the message was due. */
  at: Instant;
  /** The record's deadline. */
  dueAt: Instant;
  /** The message does not wait; beside a digest of the same moment it is left out all the same. */
  isPressing: boolean;
}

/** A digest of other people's records that was said to the person of a message. */
export interface SaidDigest {
  at: Instant;
  /** The day it is for: it tells of deadlines up to the end of that day. */
  date: string;
}

/** A digest that was said before this moment takes no message's place that is due at `at`. */
export const foldsSince = (at: Instant): Instant => at - SAME_MOMENT_MS;

/**
 * Decides about a message at `now`. Only a digest that was said takes the message's place, so nothing is lost if none
 * comes.
 */
export function foldOf(
  { to, at, dueAt, isPressing }: Foldable,
  digests: SaidDigest[],
  now: Instant,
  { org, timeZone }: { org: Org; timeZone: string },
): Fold {
  const dueOn = dateOf(dueAt, timeZone);
  if (digests.some((said) => said.at >= foldsSince(at) && dueOn <= said.date)) return 'said';
  const moment = digestFor(to, org);
  if (moment === null) return 'send';
  const slot = nextDigestSlot(foldsSince(at), digestTime(moment, org), timeZone);
  const until = slot + SAME_MOMENT_MS;
  const isNear = slot <= at + (isPressing ? 0 : WAITS_MS) && dueOn <= dateOf(slot, timeZone);
  return isNear && now < until ? { until } : 'send';
}
