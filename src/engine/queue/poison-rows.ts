import { CardStore } from '../../db/card-store';
import { InboxStore } from '../../db/inbox-store';
import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import { DAY, type Instant, MINUTE } from '../../domain/time';
import type { Core } from '../core';
import { enqueueNews } from '../organisation/admin-news';
import { LEASE_MS } from './lanes';

/**
 * A program that has lived for so long is well. What it set aside before may have been innocent: many kills from outside
 * look like a row that kills.
 */
const WELL_AFTER_MS = 10 * MINUTE;

/**
 * Sets rows aside that made the process hang or die three times, so that the others go on, and tells the admins. The
 * rows stay in the database, and are tried once more when the program has lived for a while.
 */
export class PoisonRows {
  private readonly startedAt: Instant;
  private hasTriedAgain = false;

  constructor(private readonly core: Pick<Core, 'inTransaction' | 'clock' | 'newId' | 'office' | 'log' | 'wake'>) {
    this.startedAt = core.clock.now();
  }

  async run(): Promise<void> {
    await this.setAside();
    await this.tryOnceMore();
  }

  private async setAside(): Promise<void> {
    const { inTransaction, log, wake } = this.core;
    const rows = await inTransaction(async (tx) => {
      const set = [...(await this.events(tx)), ...(await this.messages(tx)), ...(await this.cards(tx))];
      const news = { to: this.core.office().org.admins, name: 'set_aside', params: { count: set.length } };
      if (set.length > 0) await enqueueNews(tx, this.core, news);
      return set;
    });
    if (rows.length === 0) return;
    log.error({ rows }, 'rows were set aside, because the program hung or died on each of them three times');
    wake();
  }

  private async tryOnceMore(): Promise<void> {
    const { inTransaction, clock, log, wake } = this.core;
    const now = clock.now();
    if (this.hasTriedAgain || now - this.startedAt < WELL_AFTER_MS) return;
    const count = await inTransaction(async (tx) => {
      const since = now - DAY;
      return (await new InboxStore(tx).tryOnceMore(since, now)) + (await new OutboxStore(tx).tryOnceMore(since, now));
    });
    this.hasTriedAgain = true;
    if (count === 0) return;
    log.warn({ count }, 'rows that were set aside are tried once more, one at a time');
    wake();
  }

  private async events(tx: Tx): Promise<string[]> {
    const inbox = new InboxStore(tx);
    const rows = await inbox.poisonous(LEASE_MS);
    for (const { id } of rows) await inbox.finish(id, 'set_aside', null);
    return rows.map(({ id }) => `inbox ${id}`);
  }

  private async messages(tx: Tx): Promise<string[]> {
    const outbox = new OutboxStore(tx);
    const rows = await outbox.poisonous(LEASE_MS);
    for (const row of rows) await outbox.settle(row, 'set_aside');
    return rows.map(({ id }) => `outbox ${id}`);
  }

  private async cards(tx: Tx): Promise<string[]> {
    const cards = new CardStore(tx);
    const rows = await cards.poisonous(LEASE_MS);
    for (const { id } of rows) await cards.bury(id);
    return rows.map(({ id }) => `card ${id}`);
  }
}
