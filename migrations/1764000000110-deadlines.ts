import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

/** An extension counts from the interim reply on; frozen, as the program computed it when this migration was made. */
const DEADLINE = `CASE
  WHEN interimAt IS NOT NULL AND extension IS NOT NULL AND JSON_EXTRACT(extension, '$.until') > dueAt
  THEN JSON_EXTRACT(extension, '$.until')
  ELSE dueAt
END`;

/** One deadline that everything reads (`deadlineAt`), and the topic in which a card or message hangs (`threadId`). */
export class Deadlines1764000000110 implements MigrationInterface {
  name = 'Deadlines1764000000110';

  /** Each step looks first whether it was done: MySQL keeps the steps before a crash. */
  async up(runner: QueryRunner): Promise<void> {
    const deadlineAt = new TableColumn({ name: 'deadlineAt', type: 'bigint', isNullable: true });
    if (!(await runner.hasColumn('feedback', 'deadlineAt'))) await runner.addColumn('feedback', deadlineAt);
    await runner.query(`UPDATE feedback SET deadlineAt = ${DEADLINE} WHERE deadlineAt IS NULL`);
    await this.reindex(runner, 'deadlineAt');
    const threadId = new TableColumn({ name: 'threadId', type: 'varchar', length: '128', isNullable: true });
    if (!(await runner.hasColumn('card', 'threadId'))) await runner.addColumn('card', threadId);
    const cards = await runner.getTable('card');
    if (!cards?.indices.some(({ name }) => name === 'card_thread')) {
      await runner.createIndex('card', new TableIndex({ name: 'card_thread', columnNames: ['threadId'] }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('card', 'card_thread');
    await runner.dropColumn('card', 'threadId');
    await this.reindex(runner, 'dueAt');
    await runner.dropColumn('feedback', 'deadlineAt');
  }

  /** The list of cases by status and deadline. */
  private async reindex(runner: QueryRunner, deadline: string): Promise<void> {
    const index = new TableIndex({ name: 'feedback_status', columnNames: ['status', deadline] });
    const table = await runner.getTable('feedback');
    const known = table?.indices.find(({ name }) => name === index.name);
    if (known?.columnNames.includes(deadline)) return;
    if (known) await runner.dropIndex('feedback', index.name as string);
    await runner.createIndex('feedback', index);
  }
}
