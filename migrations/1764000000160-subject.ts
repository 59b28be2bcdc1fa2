import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** What a case is about, in the rep's own words; empty while it is made from the customer's words. */
export class Subject1764000000160 implements MigrationInterface {
  name = 'Subject1764000000160';

  async up(runner: QueryRunner): Promise<void> {
    await new Steps(runner).addColumns('feedback', [
      { name: 'subject', type: 'varchar', length: '255', default: "''" },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await new Steps(runner).dropColumns('feedback', ['subject']);
  }
}
