import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** Indexes for the cases that a person claimed or answered. */
export class ListIndexes1764000000041 implements MigrationInterface {
  name = 'ListIndexes1764000000041';

  async up(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.createIndex('feedback', 'feedback_claimed', ['claimedBy', 'status']);
    await steps.createIndex('feedback', 'feedback_answered', ['answeredBy']);
  }

  async down(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.dropIndex('feedback', 'feedback_answered');
    await steps.dropIndex('feedback', 'feedback_claimed');
  }
}
