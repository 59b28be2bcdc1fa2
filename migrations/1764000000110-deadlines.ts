import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Steps } from './steps';

/** An extension counts from the interim reply on; frozen, as the program computed it when this migration was made. */
const DEADLINE = `CASE
  WHEN interimAt IS NOT NULL AND extension IS NOT NULL AND JSON_EXTRACT(extension, '$.until') > dueAt
  THEN JSON_EXTRACT(extension, '$.until')
  ELSE dueAt
END`;

/** One deadline that everything reads (`deadlineAt`), and the topic that begins with a card (`threadId`). */
export class Deadlines1764000000110 implements MigrationInterface {
  name = 'Deadlines1764000000110';

  async up(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.addColumns('feedback', [{ name: 'deadlineAt', type: 'bigint', isNullable: true }]);
    await runner.query(`UPDATE feedback SET deadlineAt = ${DEADLINE} WHERE deadlineAt IS NULL`);
    await steps.createIndex('feedback', 'feedback_status', ['status', 'deadlineAt']);
    await steps.addColumns('card', [{ name: 'threadId', type: 'varchar', length: '128', isNullable: true }]);
    await steps.createIndex('card', 'card_thread', ['threadId']);
  }

  async down(runner: QueryRunner): Promise<void> {
    const steps = new Steps(runner);
    await steps.dropIndex('card', 'card_thread');
    await steps.dropColumns('card', ['threadId']);
    await steps.createIndex('feedback', 'feedback_status', ['status', 'dueAt']);
    await steps.dropColumns('feedback', ['deadlineAt']);
  }
}
