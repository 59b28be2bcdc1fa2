import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** Indexes for the cases that a person claimed or answered. */
export class ListIndexes1764000000041 implements MigrationInterface {
  name = 'ListIndexes1764000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(
      'feedback',
      new TableIndex({ name: 'feedback_claimed', columnNames: ['claimedBy', 'status'] }),
    );
    await runner.createIndex('feedback', new TableIndex({ name: 'feedback_answered', columnNames: ['answeredBy'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('feedback', 'feedback_answered');
    await runner.dropIndex('feedback', 'feedback_claimed');
  }
}
