import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** An index for the cases that were closed in a span of time, which the digest and the lists of a month ask for. */
export class ClosedIndex1764000000100 implements MigrationInterface {
  name = 'ClosedIndex1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await new Steps(runner).createIndex('feedback', 'feedback_status_closed', ['status', 'closedAt']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await new Steps(runner).dropIndex('feedback', 'feedback_status_closed');
  }
}
