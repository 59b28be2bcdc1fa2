import { expect, test } from '@jest/globals';
import { Search1764000000040 } from '../../migrations/1764000000040-search';
import { FeedbackStore } from '../../src/db/feedback-store';
import { DIALECTS } from '../databases';
import { at, feedback } from '../domain/feedback/fixtures';
import { openStores } from './stores';

test.each(DIALECTS)(
  'records from before there was search text are found by all that was written, on %s',
  async (dialect) => {
    const stores = await openStores(dialect);
    try {
      const source = (text: string, recalledAt: number | null = null) => ({
        ...{ messageId: 'om_1', form: 'text', text, sentAt: at('09:00'), recalledAt },
        attachments: [],
      });
      const note = { at: at('10:00'), by: 'ou_a', from: 'rep' as const, department: null, text: '配件到了' };
      const record = {
        ...feedback('closed'),
        ...{ id: 0, customer: 'Sea WIND', contact: '139 0000 1111', notes: [note] },
        sources: [source('螺丝滑牙'), source('说错了', at('09:01'))],
      };
      await stores.inTransaction((tx) => new FeedbackStore(tx).insert(record));
      for (let i = 0; i < 250; i += 1)
        await stores.inTransaction((tx) => new FeedbackStore(tx).insert({ ...feedback('closed'), id: 0 }));

      const runner = stores.db.createQueryRunner();
      const migration = new Search1764000000040();
      await migration.down(runner);
      await migration.up(runner);
      await runner.release();

      const found = async (words: string) =>
        (await stores.inTransaction((tx) => new FeedbackStore(tx).find({ words }, 10))).map(({ id }) => id);
      for (const words of ['sea wind', '13900001111', '滑牙', '配件']) expect(await found(words)).toEqual([1]);
      expect(await found('说错')).toEqual([]);
      const [{ count }] = await stores.db.query('SELECT COUNT(*) AS count FROM feedback_search');
      expect(Number(count)).toBe(251);
    } finally {
      await stores.close();
    }
  },
);
