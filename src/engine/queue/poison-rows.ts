import { CardStore } from '../../db/card-store';
import { InboxStore } from '../../db/inbox-store';
import { OutboxStore } from '../../db/outbox-store';
import type { Tx } from '../../db/transaction';
import type { Core } from '../core';
import { enqueueNews } from '../organisation/admin-news';
import { LEASE_MS } from './lanes';

/**
 * Sets rows aside that made the process hang or die three times, so that the others go on, and tells the admins. The
 * rows stay in the database.
 */
export class PoisonRows {
  constructor(private readonly core: Pick<Core, 'inTransaction' | 'clock' | 'newId' | 'office' | 'log' | 'wake'>) {}

  async setAside(): Promise<void> {
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
