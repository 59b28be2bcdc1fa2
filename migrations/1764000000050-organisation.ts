import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

interface Binding {
  department: string;
  chatId: string;
  boundAt: string | number;
}

/** Moves the groups bound so far into the table of everything that is said in chat about the organisation. */
export class Organisation1764000000050 implements MigrationInterface {
  name = 'Organisation1764000000050';

  async up(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.createTable('organisation', [
      { name: 'part', type: 'varchar', length: '32', isPrimary: true },
      { name: 'version', type: steps.integer },
      { name: 'value', type: 'json' },
      { name: 'changedAt', type: 'bigint' },
    ]);
    if (!(await steps.hasTable('binding'))) return;
    const bindings: Binding[] = await runner.query('SELECT department, chatId, boundAt FROM binding');
    if (bindings.length > 0) {
      const departments = bindings.map(({ department, chatId }) => ({ key: department, chat: chatId }));
      const boundAt = Math.max(...bindings.map((binding) => Number(binding.boundAt)));
      const quoted = (name: string) => runner.connection.driver.escape(name);
      const columns = ['part', 'version', 'value', 'changedAt'].map(quoted).join(', ');
      // As text: a query builder knows the column as JSON and would encode the text once more.
      const row = ['settings', 1, JSON.stringify({ departments }), boundAt];
      await runner.query(`REPLACE INTO ${quoted('organisation')} (${columns}) VALUES (?, ?, ?, ?)`, row);
    }
    await steps.dropTable('binding');
  }

  async down(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.createTable('binding', [
      { name: 'department', type: 'varchar', length: '64', isPrimary: true },
      { name: 'chatId', type: 'varchar', length: '128' },
      { name: 'boundBy', type: 'varchar', length: '64' },
      { name: 'boundAt', type: 'bigint' },
    ]);
    await steps.dropTable('organisation');
  }
}
