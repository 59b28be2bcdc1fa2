import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** The moments at which the holder of a silent claim was asked if it still moves, and last said yes. */
export class SilentClaims1764000000030 implements MigrationInterface {
  name = 'SilentClaims1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    const atOrNull = (name: string) => new TableColumn({ name, type: 'bigint', isNullable: true });
    await runner.addColumns('feedback', [atOrNull('stillAskedAt'), atOrNull('stillAt')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('feedback', ['stillAskedAt', 'stillAt']);
  }
}
