import { setTimeout as sleep } from 'node:timers/promises';
import type { OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import { AppError } from '../../domain/errors';
import type { Json, Traits } from '../../domain/messaging';
import { SECOND } from '../../domain/time';
import type { Core } from '../core';
import { LEASE_MS } from '../queue/lanes';
import { traitsOf } from './likeness';

/** How many tries that looked different are kept: the first ones, and the last. */
const MOST_TRIES = 4;

/** A database that restarts is away for less. */
const WRITE_TRIES = 30;
const WRITE_PAUSE_MS = SECOND;

/**
 * Asked directly before Feishu is: throws `claim_lost` if another process has taken the row over, because nothing stale
 * must be sent. Notes what Feishu is asked to show, so that the message is known again if the answer is lost.
 */
export async function confirm({ inTransaction, clock }: Core, row: OutboxRow, content?: Json): Promise<void> {
  if (content !== undefined) row.sentAs = withTry(row, traitsOf(content));
  const isOurs = await inTransaction((tx) => new OutboxStore(tx).confirm(row, LEASE_MS, clock.now()));
  if (!isOurs) throw new AppError('claim_lost', 'another process has taken the message over');
}

/** Each try may look different, and nobody knows which of them Feishu took. */
function withTry({ sentAs, uuid }: OutboxRow, latest: Traits): Record<string, Traits[]> {
  const known = sentAs?.[uuid] ?? [];
  const isNew = known.every((earlier) => JSON.stringify(earlier) !== JSON.stringify(latest));
  return { ...sentAs, [uuid]: isNew ? [...known.slice(0, MOST_TRIES - 1), latest] : known };
}

/**
 * Writes what has become of a message that Feishu took. The message is out, so a fault of the database is no fault of
 * the message: it is written until it is there, or until the process ends.
 */
export async function written({ inTransaction, log }: Core, work: (tx: Tx) => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(work);
    } catch (error) {
      if (tries === WRITE_TRIES) throw error;
      log.warn({ err: error, tries }, 'a sent message could not be noted; it is tried again');
      await sleep(WRITE_PAUSE_MS);
    }
  }
}
