import { expect, test } from '@jest/globals';
import { Search1764000000040 } from '../../migrations/1764000000040-search';
import { SearchRefold1764000000135 } from '../../migrations/1764000000135-search-refold';
import { FeedbackStore } from '../../src/db/feedback-store';
import { foldSearchTextAgain } from '../../src/db/upkeep/search-refold';
import { CatchingUp } from '../../src/engine/catching-up';
import { type AnyWorkflow, Workflows } from '../../src/engine/workflow';
import { feedbackWorkflow } from '../../src/workflows/feedback/workflow';
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

test.each(DIALECTS)(
  'text that an older program stored is folded again, a portion at a time, on %s',
  async (dialect) => {
    const stores = await openStores(dialect);
    const { inTransaction, db } = stores;
    try {
      const written = ['客戶要退貨', '质量\u200B有问题', ...Array.from({ length: 118 }, () => '螺栓鬆動')];
      for (const note of written)
        await inTransaction((tx) => new FeedbackStore(tx).insert({ ...feedback('closed', { note }), id: 0 }));
      for (const [i, note] of written.entries())
        await db.query('UPDATE feedback_search SET text = ? WHERE feedbackId = ?', [note.normalize('NFKC'), i + 1]);
      const runner = db.createQueryRunner();
      const migration = new SearchRefold1764000000135();
      await migration.down(runner);
      await migration.up(runner);
      await migration.up(runner);
      await runner.release();

      const found = (words: string) =>
        inTransaction(async (tx) => (await new FeedbackStore(tx).find({ words }, 200)).map(({ id }) => id));
      expect(await found('松动')).toEqual([]);
      const catchingUp = new CatchingUp({ inTransaction, workflows: new Workflows([feedbackWorkflow as AnyWorkflow]) });
      await catchingUp.run();
      expect((await found('松动'))[0]).toBe(120);
      expect(await found('松动')).toHaveLength(50);
      // A record that somebody changes meanwhile keeps its new text, and two processes may work side by side.
      await inTransaction(async (tx) => {
        const record = await new FeedbackStore(tx).get(3);
        if (record) await new FeedbackStore(tx).save({ ...record, note: '改成滲漏', version: record.version + 1 });
      });
      await Promise.all([1, 2, 3].map(() => inTransaction(foldSearchTextAgain)));
      while ((await catchingUp.nextWaitMs()) !== null) await catchingUp.run();
      expect(await found('松动')).toHaveLength(117);
      expect(await found('退货')).toEqual([1]);
      expect(await found('质量有问题')).toEqual([2]);
      expect(await found('渗漏')).toEqual([3]);
      expect(await db.query('SELECT * FROM search_refold')).toEqual([]);
    } finally {
      await stores.close();
    }
  },
);
