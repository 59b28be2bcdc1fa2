import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** The sandbox's app to which the database's messages belong; stays empty outside sandbox mode. */
export class Platform1764000000060 implements MigrationInterface {
  name = 'Platform1764000000060';

  async up(runner: QueryRunner): Promise<void> {
    const mysql = runner.connection.options.type === 'mysql';
    await runner.createTable(
      new Table({
        name: 'platform',
        columns: [{ name: 'appId', type: 'varchar', length: '64', isPrimary: true }],
        ...(mysql ? { engine: 'InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin' } : {}),
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('platform');
  }
}
