import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** The sandbox's app to which the database's messages belong; stays empty outside sandbox mode. */
export class Platform1764000000060 implements MigrationInterface {
  name = 'Platform1764000000060';

  async up(runner: QueryRunner): Promise<void> {
    await new Steps(runner).createTable('platform', [
      { name: 'appId', type: 'varchar', length: '64', isPrimary: true },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await new Steps(runner).dropTable('platform');
  }
}
