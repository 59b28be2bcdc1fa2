import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';
import { Steps } from './steps';

const QUEUES = ['inbox', 'outbox', 'card'];

/**
 * Rows of the queues know who works on them, until when, and how often that ended without a result. Messages also know
 * when Feishu was first asked to take them.
 */
export class Claims1764000000090 implements MigrationInterface {
  name = 'Claims1764000000090';

  async up(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    const moment = (name: string): TableColumnOptions => ({ name, type: 'bigint', isNullable: true });
    for (const table of QUEUES) {
      await steps.addColumns(table, [
        { name: 'claim', type: 'varchar', length: '64', isNullable: true },
        moment('claimedUntil'),
        { name: 'unfinished', type: steps.integer, default: 0 },
      ]);
    }
    await steps.addColumns('outbox', [moment('firstTriedAt')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.dropColumns('outbox', ['firstTriedAt']);
    for (const table of QUEUES) await steps.dropColumns(table, ['unfinished', 'claimedUntil', 'claim']);
  }
}
