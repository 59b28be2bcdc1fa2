import { In, IsNull, Not } from 'typeorm';
import type { Instant } from '../domain/time';
import { IdempotencyRow, MutexRow, PeriodRow, PersonRow, PlatformRow } from './rows';
import { isDuplicateKey, type Tx } from './transaction';

/** Holds a name until the transaction ends: across processes, one at a time (a row lock; SQLite takes turns anyway). */
export async function holdMutex(tx: Tx, name: string, now: Instant): Promise<void> {
  await tx.upsert(MutexRow, { name, lockedAt: now }, ['name']);
}

export class PeriodStore {
  constructor(private readonly tx: Tx) {}

  /**
   * True for the one caller that may serve this slot. A job never seen before starts with the slots to come: a new
   * installation does not catch up on a past it has not had.
   */
  async take(job: string, slot: Instant): Promise<boolean> {
    const known = await this.tx.findOneBy(PeriodRow, { job });
    if (!known) {
      await this.begin(job, slot);
      return false;
    }
    if (known.slot >= slot) return false;
    const { affected } = await this.tx.update(PeriodRow, { job, slot: known.slot }, { slot });
    return affected === 1;
  }

  private async begin(job: string, slot: Instant): Promise<void> {
    try {
      await this.tx.insert(PeriodRow, { job, slot });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

export class PersonStore {
  constructor(private readonly tx: Tx) {}

  /** What is known of these people; who is missing was never asked for. */
  known(openIds: string[]): Promise<PersonRow[]> {
    return openIds.length === 0 ? Promise.resolve([]) : this.tx.findBy(PersonRow, { openId: In(openIds) });
  }

  /** Those whose name is known, the latest heard of first. */
  async named(limit: number): Promise<PersonRow[]> {
    return this.tx.find(PersonRow, { where: { name: Not(IsNull()) }, order: { fetchedAt: 'DESC' }, take: limit });
  }

  async remember(openId: string, name: string | null, now: Instant): Promise<void> {
    await this.tx.upsert(PersonRow, { openId, name, fetchedAt: now }, ['openId']);
  }
}

export class PlatformStore {
  constructor(private readonly tx: Tx) {}

  /** Whether the messages that the database knows are this app's. */
  isOf(appId: string): Promise<boolean> {
    return this.tx.existsBy(PlatformRow, { appId });
  }

  async become(appId: string): Promise<void> {
    await this.tx.createQueryBuilder().delete().from(PlatformRow).execute();
    await this.tx.insert(PlatformRow, { appId });
  }
}

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
