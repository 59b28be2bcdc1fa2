import type { Logger } from 'pino';
import type { CardContext } from '../../cards/kit/context';
import type { InTransaction } from '../db/transaction';
import type { Actor } from '../domain/actor';
import type { Context, Office } from '../domain/office';
import type { Clock } from '../domain/time';
import type { Directory, NameOf } from './directory';
import type { Metrics } from './metrics';
import type { Workflows } from './workflow';

/** Makes the ids that outgoing messages carry: random in production, counted in tests. At most 45 characters. */
export type NewId = () => string;

/** The parts that every piece of the engine works with. */
export interface Core {
  inTransaction: InTransaction;
  workflows: Workflows;
  directory: Directory;
  /** The office as it is now: the organisation changes while the program runs. */
  office: () => Office;
  texts: CardContext['texts'];
  metrics: Metrics;
  clock: Clock;
  newId: NewId;
  /** Makes the tokens of claims: no other process ever makes the same. */
  newClaim: () => string;
  /** In [0, 1), for jitter. */
  random: () => number;
  /** There may be work for inbox, outbox or cards. */
  wake: () => void;
  log: Logger;
}

/** The context of a decision by this actor at this moment. */
export function contextOf({ office, clock }: Pick<Core, 'office' | 'clock'>, actor: Actor): Context {
  return { ...office(), now: clock.now(), actor };
}

/** The context of a card that is drawn now. */
export function cardContext(
  { office, texts, clock }: Pick<Core, 'office' | 'texts' | 'clock'>,
  nameOf: NameOf,
): CardContext {
  const { org, timeZone, groupMembers } = office();
  return { now: clock.now(), texts, org, timeZone, nameOf, ...(groupMembers ? { groupMembers } : {}) };
}
