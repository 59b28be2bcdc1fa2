import type { Instant } from '../domain/time';
import { IdempotencyRow } from './engine-rows';
import { isDuplicateKey, type Tx } from './transaction';

export class IdempotencyStore {
  constructor(private readonly tx: Tx) {}

  /** Reserves a key for this transaction; returns what an earlier request under it made, or null for the first one. */
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
