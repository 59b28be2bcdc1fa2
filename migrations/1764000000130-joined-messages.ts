import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** Messages that join a long draft are rows of their own until the draft is filled in anew (`refillAt`). */
export class JoinedMessages1764000000130 implements MigrationInterface {
  name = 'JoinedMessages1764000000130';

  async up(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.addColumns('feedback', [{ name: 'refillAt', type: 'bigint', isNullable: true }]);
    await steps.createTable('feedback_joined', [
      { name: 'id', type: steps.integer, isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
      { name: 'feedbackId', type: steps.integer },
      { name: 'source', type: 'json' },
    ]);
    await steps.createIndex('feedback_joined', 'feedback_joined_to', ['feedbackId']);
  }

  async down(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.dropTable('feedback_joined');
    await steps.dropColumns('feedback', ['refillAt']);
  }
}
