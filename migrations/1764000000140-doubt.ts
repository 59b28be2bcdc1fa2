import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** Of a message in doubt the outbox keeps what it looked like, and since when it is in doubt by the database's clock. */
export class Doubt1764000000140 implements MigrationInterface {
  name = 'Doubt1764000000140';

  async up(runner: QueryRunner): Promise<void> {
    await new Steps(runner).addColumns('outbox', [
      { name: 'doubtSince', type: 'bigint', isNullable: true },
      { name: 'sentAs', type: 'json', isNullable: true },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await new Steps(runner).dropColumns('outbox', ['sentAs', 'doubtSince']);
  }
}
