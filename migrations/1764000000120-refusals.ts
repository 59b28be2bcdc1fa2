import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';

/**
 * Outbox and cards count puzzling answers by themselves, and note since when their recipient cannot be reached; kinds
 * of elements that Feishu refused on cards are remembered.
 */
export class Refusals1764000000120 implements MigrationInterface {
  name = 'Refusals1764000000120';

  async up(runner: QueryRunner): Promise<void> {
    const mysql = runner.connection.options.type === 'mysql';
    for (const table of ['outbox', 'card']) {
      const known = (await runner.getTable(table))?.columns.map(({ name }) => name) ?? [];
      const missing = [
        new TableColumn({ name: 'puzzled', type: 'integer', default: 0 }),
        new TableColumn({ name: 'unreachableSince', type: 'bigint', isNullable: true }),
      ].filter(({ name }) => !known.includes(name));
      await runner.addColumns(table, missing);
    }
    await runner.createTable(
      new Table({
        name: 'refused_element',
        columns: [
          { name: 'appId', type: 'varchar', length: '64', isPrimary: true },
          { name: 'element', type: 'varchar', length: '64', isPrimary: true },
          { name: 'refusedAt', type: 'bigint' },
        ],
        ...(mysql ? { engine: 'InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin' } : {}),
      }),
      true,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('refused_element');
    for (const table of ['card', 'outbox']) await runner.dropColumns(table, ['unreachableSince', 'puzzled']);
  }
}
