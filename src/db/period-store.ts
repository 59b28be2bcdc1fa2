import { In } from 'typeorm';
import { HOUR, type Instant } from '../domain/time';
import { PeriodRow } from './engine-rows';
import { isDuplicateKey, type Tx } from './transaction';

/** The clocks of several hosts differ by less; a slot further ahead was taken while the clock was wrong. */
const MOST_AHEAD_MS = 2 * HOUR;

export class PeriodStore {
  constructor(private readonly tx: Tx) {}

  /**
   * Returns true to the one caller that may serve this slot. The first slot of a new job is not served, so that a new
   * installation does not send the digest of a day before it; nor is the slot that follows slots of the future.
   */
  async take(job: string, slot: Instant, now: Instant): Promise<boolean> {
    const known = await this.tx.findOneBy(PeriodRow, { job });
    if (!known) {
      await this.begin(job, slot);
      return false;
    }
    if (known.slot > now + MOST_AHEAD_MS) {
      await this.tx.update(PeriodRow, { job, slot: known.slot }, { slot });
      return false;
    }
    if (known.slot >= slot) return false;
    const { affected } = await this.tx.update(PeriodRow, { job, slot: known.slot }, { slot });
    return affected === 1;
  }

  /** Which of these jobs have their slot taken: one look for all of them, since hardly ever any slot is free. */
  async taken(asked: { job: string; slot: Instant }[], now: Instant): Promise<Set<string>> {
    const known = await this.tx.findBy(PeriodRow, { job: In(asked.map(({ job }) => job)) });
    const isTaken = ({ job, slot }: PeriodRow) =>
      slot <= now + MOST_AHEAD_MS && asked.some((one) => one.job === job && one.slot <= slot);
    return new Set(known.filter(isTaken).map(({ job }) => job));
  }

  private async begin(job: string, slot: Instant): Promise<void> {
    try {
      await this.tx.insert(PeriodRow, { job, slot });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
