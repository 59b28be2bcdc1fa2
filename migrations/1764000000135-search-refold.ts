import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/**
 * Search text is compared in one Chinese script and without invisible characters. Asks the running program to fold the
 * text of existing records again, so that no start waits for it.
 */
export class SearchRefold1764000000135 implements MigrationInterface {
  name = 'SearchRefold1764000000135';

  async up(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.createTable('search_refold', [{ name: 'below', type: steps.integer, isPrimary: true }]);
    const [{ newest }] = await runner.query('SELECT MAX(feedbackId) AS newest FROM feedback_search');
    if (newest === null) return;
    await runner.query('REPLACE INTO search_refold (below) VALUES (?)', [Number(newest) + 1]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await new Steps(runner).dropTable('search_refold');
  }
}
