import type { Instant } from '../domain/time';
import { MutexRow } from './engine-rows';
import type { Tx } from './transaction';

/**
 * Holds a name until the transaction ends, so that only one transaction across all processes has it (a row lock; SQLite
 * takes turns anyway).
 */
export async function holdMutex(tx: Tx, name: string, now: Instant): Promise<void> {
  await tx.upsert(MutexRow, { name, lockedAt: now }, ['name']);
}
