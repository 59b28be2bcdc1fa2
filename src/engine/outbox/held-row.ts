import { setTimeout as sleep } from 'node:timers/promises';
import type { OutboxRow } from '../../db/engine-rows';
import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import { AppError } from '../../domain/errors';
import { SECOND } from '../../domain/time';
import type { Core } from '../core';
import { LEASE_MS } from '../queue/lanes';

/** A database that restarts is away for less. */
const WRITE_TRIES = 30;
const WRITE_PAUSE_MS = SECOND;

/**
 * Asked directly before Feishu is: throws `claim_lost` if another process has taken the row over, because nothing stale
 * must be sent.
 */
export async function confirm({ inTransaction, clock }: Core, row: OutboxRow): Promise<void> {
  const isOurs = await inTransaction((tx) => new OutboxStore(tx).confirm(row, LEASE_MS, clock.now()));
  if (!isOurs) throw new AppError('claim_lost', 'another process has taken the message over');
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
