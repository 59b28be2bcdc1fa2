import { CardStore } from '../../db/card-store';
import { type DueRows, MOST_ATTEMPTS_ALONE } from '../../db/due-rows';
import type { Due } from '../../db/engine-rows';
import { InboxStore } from '../../db/inbox-store';
import { OutboxStore } from '../../db/outbox-store';
import { MINUTE } from '../../domain/time';
import type { Core } from '../core';
import { enqueueNews } from '../organisation/admin-news';
import { LEASE_MS } from './lanes';

/** Many kills from outside look like a row that kills: what was innocent goes through when it is tried again. */
const TRIED_AGAIN_AFTER_MS = 10 * MINUTE;

/**
 * Sets rows aside that made the process hang or die three times, so that the others go on, and tells the admins. Each is
 * tried again alone after a while; one that goes on killing stays aside for good, in the database.
 */
export class PoisonRows {
  constructor(private readonly core: Pick<Core, 'inTransaction' | 'clock' | 'newId' | 'office' | 'log' | 'wake'>) {}

  async setAside(): Promise<void> {
    const { inTransaction, log, wake } = this.core;
    const rows = await inTransaction(async (tx) => {
      const [inbox, outbox, cards] = [new InboxStore(tx), new OutboxStore(tx), new CardStore(tx)];
      const set = [
        ...(await this.of('inbox', inbox, ({ id }) => inbox.finish(id, 'set_aside', null))),
        ...(await this.of('outbox', outbox, (row) => outbox.settle(row, 'set_aside'))),
        ...(await this.of('card', cards, ({ id }) => cards.bury(id))),
      ];
      const news = { to: this.core.office().org.admins, name: 'set_aside', params: { count: set.length } };
      if (set.length > 0) await enqueueNews(tx, this.core, news);
      return set;
    });
    if (rows.length === 0) return;
    log.error({ rows }, 'rows were set aside, because the program hung or died on each of them three times');
    wake();
  }

  private async of<Row extends Due>(
    table: string,
    store: Pick<DueRows<Row>, 'poisonous' | 'putAside'>,
    giveUp: (row: Row) => Promise<unknown>,
  ): Promise<string[]> {
    const rows = await store.poisonous(LEASE_MS);
    const [again, over] = [rows.filter(mayBeInnocent), rows.filter((row) => !mayBeInnocent(row))];
    if (again.length > 0) await store.putAside(again, this.core.clock.now() + TRIED_AGAIN_AFTER_MS);
    for (const row of over) await giveUp(row);
    return rows.map(({ id }) => `${table} ${id}`);
  }
}

const mayBeInnocent = ({ attempts }: Due): boolean => attempts < MOST_ATTEMPTS_ALONE;
