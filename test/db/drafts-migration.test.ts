import { expect, test } from '@jest/globals';
import { DraftsAreChased1764000000070 } from '../../migrations/1764000000070-drafts-are-chased';
import { FeedbackStore } from '../../src/db/feedback-store';
import { DIALECTS } from '../databases';
import { at, feedback } from '../domain/feedback/fixtures';
import { openStores } from './stores';

test.each(DIALECTS)(
  'drafts from before there were reminders of them are due, and nothing else, on %s',
  async (dialect) => {
    const stores = await openStores(dialect);
    try {
      for (const status of ['draft', 'closed'] as const)
        await stores.inTransaction((tx) => new FeedbackStore(tx).insert({ ...feedback(status), id: 0 }));
      const runner = stores.db.createQueryRunner();
      const migration = new DraftsAreChased1764000000070();
      await migration.down(runner);
      await migration.up(runner);
      await runner.release();
      expect(await stores.inTransaction((tx) => new FeedbackStore(tx).dueForReminder(at('23:00'), 10))).toEqual([1]);
    } finally {
      await stores.close();
    }
  },
);
