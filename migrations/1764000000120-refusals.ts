import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/**
 * Outbox and cards count puzzling answers by themselves, and note since when their recipient cannot be reached; kinds
 * of elements that Feishu refused on cards are remembered.
 */
export class Refusals1764000000120 implements MigrationInterface {
  name = 'Refusals1764000000120';

  async up(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    for (const table of ['outbox', 'card']) {
      await steps.addColumns(table, [
        { name: 'puzzled', type: steps.integer, default: 0 },
        { name: 'unreachableSince', type: 'bigint', isNullable: true },
      ]);
    }
    await steps.createTable('refused_element', [
      { name: 'appId', type: 'varchar', length: '64', isPrimary: true },
      { name: 'element', type: 'varchar', length: '64', isPrimary: true },
      { name: 'refusedAt', type: 'bigint' },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.dropTable('refused_element');
    for (const table of ['card', 'outbox']) await steps.dropColumns(table, ['unreachableSince', 'puzzled']);
  }
}
