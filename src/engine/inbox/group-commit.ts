import { InboxStore, type ReceivedEvent } from '../../db/inbox-store';
import { type InTransaction, type Tx, urgently } from '../../db/transaction';
import type { Clock } from '../../domain/time';

/** Small enough that no event waits long for the others of its batch. */
const AT_MOST = 64;

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

  constructor(
    private readonly inTransaction: InTransaction,
    private readonly clock: Clock,
  ) {}

  /** Resolves when the event is committed: true if it is new. Rejects if this event cannot be committed. */
  add(event: ReceivedEvent): Promise<boolean> {
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
      await this.commit(batch).catch((error: unknown) => this.commitEach(batch, error));
    }
    this.isBusy = false;
  }

  private async commit(batch: Waiting[]): Promise<void> {
    const events = batch.map(({ event }) => event);
    const add = (tx: Tx) => new InboxStore(tx).addAll(events, this.clock.now());
    const isNew = await urgently(() => this.inTransaction(add));
    for (const [i, { resolve }] of batch.entries()) resolve(isNew[i] ?? false);
  }

  /** Commits the events of a failed batch one by one, so that only the faulty ones fail. */
  private async commitEach(batch: Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1) batch[0]?.reject(error);
    else await Promise.all(batch.map((one) => this.commit([one]).catch(one.reject)));
  }
}
