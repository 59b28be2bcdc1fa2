import type { InTransaction, Tx } from '../../db/transaction';
import { codeOf } from '../../domain/errors';

const TRIES = 5;

/** Runs `work` in a transaction of its own, and decides again from the start where a record had moved meanwhile. */
export async function untilFresh<T>(inTransaction: InTransaction, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(work);
    } catch (error) {
      if (codeOf(error) !== 'stale_record' || tries === TRIES) throw error;
    }
  }
}
