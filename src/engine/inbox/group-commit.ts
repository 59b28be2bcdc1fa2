import { InboxStore, type ReceivedEvent } from '../../db/inbox-store';
import { type InTransaction, type Tx, urgently } from '../../db/transaction';
import { AppError } from '../../domain/errors';
import type { Clock } from '../../domain/time';
import type { Load } from '../queue/load';

/** Small enough that no event waits long for the others of its batch. */
const AT_MOST = 64;

/** So many events wait only if the database stands still, and Feishu pushes the refused ones again. */
const MOST_WAITING = 5000;

interface Waiting {
  event: ReceivedEvent;
  resolve: (isNew: boolean) => void;
  reject: (error: unknown) => void;
}

/**
 * Commits incoming events in batches: events that come during a commit share the next one. Not for use inside a
 * transaction.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private isBusy = false;
  private committing = 0;

  constructor(
    private readonly inTransaction: InTransaction,
    private readonly clock: Clock,
  ) {}

  /** Events that wait for their commit, and those of the running one. */
  get load(): Load {
    return { pool: 'arrivals', waiting: this.waiting.length, working: this.committing, limit: MOST_WAITING };
  }

  /**
   * Resolves when the event is committed: true if it is new. Rejects if this event cannot be committed, and at once if
   * too many wait already.
   */
  add(event: ReceivedEvent): Promise<boolean> {
    if (this.waiting.length >= MOST_WAITING) {
      return Promise.reject(new AppError('database_unreachable', `${MOST_WAITING} events wait to be committed`));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ event, resolve, reject });
      if (!this.isBusy) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.isBusy = true;
    while (this.waiting.length > 0) {
      // The embedded database answers at once, so other events can only come in this pause.
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.waiting.splice(0, AT_MOST);
      this.committing = batch.length;
      await this.commit(batch).catch((error: unknown) => this.commitEach(batch, error));
      this.committing = 0;
    }
    this.isBusy = false;
  }

  private async commit(batch: Waiting[]): Promise<void> {
    const events = batch.map(({ event }) => event);
    const add = (tx: Tx) => new InboxStore(tx).addAll(events, this.clock.now());
    const isNew = await urgently(() => this.inTransaction(add), batch.length);
    for (const [i, { resolve }] of batch.entries()) resolve(isNew[i] ?? false);
  }

  /** Commits the events of a failed batch one by one, so that only the faulty ones fail. */
  private async commitEach(batch: Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1) batch[0]?.reject(error);
    else await Promise.all(batch.map((one) => this.commit([one]).catch(one.reject)));
  }
}
