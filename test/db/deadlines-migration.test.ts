import { expect, test } from '@jest/globals';
import { Deadlines1764000000110 } from '../../migrations/1764000000110-deadlines';
import { FeedbackStore } from '../../src/db/feedback-store';
import { DIALECTS } from '../databases';
import { at, feedback } from '../domain/feedback/fixtures';
import { openStores } from './stores';

test.each(DIALECTS)(
  'cases from before there was one deadline get theirs, also after a crash, on %s',
  async (dialect) => {
    const stores = await openStores(dialect);
    const { inTransaction, db } = stores;
    try {
      const extension = { reason: '等配件', until: at('18:00', '2026-11-27'), by: 'ou_member', at: at('10:00') };
      const cases = [feedback('draft'), feedback('handling', { extension, interimAt: at('11:00') })];
      cases.push(feedback('handling', { extension }));
      for (const one of cases) await inTransaction((tx) => new FeedbackStore(tx).insert({ ...one, id: 0 }));
      const migration = new Deadlines1764000000110();
      const runner = db.createQueryRunner();
      await migration.down(runner);
      await migration.up(runner);
      await migration.up(runner);
      await runner.release();
      const overdueAt = async (moment: number) =>
        (await inTransaction((tx) => new FeedbackStore(tx).openCounts(moment))).overdue;
      expect(await overdueAt(at('09:00', '2026-11-25'))).toBe(1);
      expect(await overdueAt(at('17:59', '2026-11-27'))).toBe(1);
      expect(await overdueAt(at('18:00', '2026-11-27'))).toBe(2);
    } finally {
      await stores.close();
    }
  },
);
