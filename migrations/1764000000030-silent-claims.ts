import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** The moments at which the holder of a silent claim was asked if it still moves, and last said yes. */
export class SilentClaims1764000000030 implements MigrationInterface {
  name = 'SilentClaims1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    const atOrNull = (name: string) => ({ name, type: 'bigint', isNullable: true });
    await new Steps(runner).addColumns('feedback', [atOrNull('stillAskedAt'), atOrNull('stillAt')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await new Steps(runner).dropColumns('feedback', ['stillAskedAt', 'stillAt']);
  }
}
