import type { Instant } from '../domain/time';
import { IdempotencyRow } from './engine-rows';
import { isDuplicateKey, type Tx } from './transaction';

export class IdempotencyStore {
  constructor(private readonly tx: Tx) {}

  /**
   * Reserves a key for this transaction; returns the row of an earlier request under this key, or null for the first
   * request.
   */
  async take(idempotencyKey: string, requestHash: string, now: Instant): Promise<IdempotencyRow | null> {
    try {
      await this.tx.insert(IdempotencyRow, { idempotencyKey, requestHash, recordId: 0, createdAt: now });
      return null;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.tx.findOneByOrFail(IdempotencyRow, { idempotencyKey });
    }
  }

  async settle(idempotencyKey: string, recordId: number): Promise<void> {
    await this.tx.update(IdempotencyRow, { idempotencyKey }, { recordId });
  }
}
